import { wordCount } from '../../domain/telling-sentences.ts';
import { sentences } from '../../text/sentences.ts';

/**
 * The baseline: the first sentences as they stand, so many that their words come as near to those wished for as whole sentences can;
 * one at least. News tells what matters first, so that few methods beat it.
 */
export function leadOf(text: string, { words }: { words: number }): string[] {
  const lead: string[] = [];
  let used = 0;
  for (const sentence of text.split('\n').flatMap(sentences)) {
    const more = used + wordCount(sentence);
    if (lead.length > 0 && more - words > words - used) break;
    lead.push(sentence);
    used = more;
  }
  return lead;
}
