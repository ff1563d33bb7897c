import { gateFault, readFacts } from '../../src/domain/summary-gate.ts';

/** The check that holds a summary of one article back, or `passes`; both are in one language, told by the script. */
export function gateVerdict(article: string, summary: string): string {
  const language = /\p{Script=Arabic}/u.test(summary) ? 'ar' : 'en';
  const facts = readFacts([article]);
  return gateFault(summary, { language, facts, secrets: [], instructions: '' })?.check ?? 'passes';
}
