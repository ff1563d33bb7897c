const segmenter = new Intl.Segmenter('ar', { granularity: 'sentence' });
export function sentences(text: string): string[] {
  return text.split('\n').flatMap((paragraph) => [...segmenter.segment(paragraph)].map((each) => each.segment.trim())).filter(Boolean);
}
export function isWholeSentence(text: string): boolean {
  return /[.!؟?…][»”"')\]]*\s*$/.test(text);
}
export function dropCutTail(text: string): { text: string; cut: boolean } {
  const lines = text.split('\n');
  const last = lines.at(-1) ?? '';
  const parts = sentences(last);
  if (parts.length === 0 || isWholeSentence(parts.at(-1) ?? '')) return { text, cut: false };
  const kept = parts.slice(0, -1).join(' ');
  return { text: [...lines.slice(0, -1), ...(kept ? [kept] : [])].join('\n'), cut: true };
}
