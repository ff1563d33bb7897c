/** The labelled set of our own sentences, measured by the program an operator runs. */
import { describe, expect, test } from 'vitest';
import { startProgram } from '../support/program.ts';

const LABELLED = 'test/fixtures/labelled';
const HEADLINES = 'test/fixtures/headlines';
const measure = async (kind: string, data = LABELLED) => {
  const { code, output, errors } = await startProgram('src/cli/evaluate.ts', {}, [
    kind,
    '--data',
    data,
    '--json',
  ]).ended;
  expect(errors).toBe('');
  expect(code).toBe(0);
  expect(output.trim().split('\n')).toHaveLength(1);
  return JSON.parse(output);
};

describe('npm run evaluate', () => {
  test('search: the first answer is right, whatever the spelling', async () => {
    const { kind, mrr10 } = await measure('search');
    expect(kind).toBe('search');
    expect(mrr10).toBeGreaterThanOrEqual(0.98);
  });

  test('related: the first is always related, and likely ones lead', async () => {
    const { ndcg5, p1 } = await measure('related');
    expect(p1).toBe(1);
    expect(ndcg5).toBeGreaterThanOrEqual(0.9);
  });

  test('stories: one event, one story, in each language and across', async () => {
    const { precision, f1, byLanguage } = await measure('stories');
    expect(precision).toBeGreaterThanOrEqual(0.99);
    expect(f1).toBeGreaterThanOrEqual(0.95);
    expect(Object.keys(byLanguage).sort()).toEqual(['ar', 'en']);
  });

  test('stories: headlines alone suffice for most, and join few wrongly', async () => {
    const { byLanguage } = await measure('stories', HEADLINES);
    for (const language of ['ar', 'en']) {
      expect(byLanguage[language].f1).toBeGreaterThanOrEqual(0.87);
      expect(byLanguage[language].precision).toBeGreaterThanOrEqual(0.95);
    }
  });

  test('summary: whole sentences near a third of the words', async () => {
    const { rouge1, rouge2, rougeL, filled } = await measure('summary');
    for (const score of [rouge1, rouge2, rougeL]) expect(score).toBeGreaterThan(0.7);
    expect(filled).toBeGreaterThan(0.9);
    expect(filled).toBeLessThan(1.2);
  });

  test('summary: an extract fills its room as the first sentences do, which are measured beside it', async () => {
    const { output } = await startProgram('src/cli/evaluate.ts', {}, [
      'summary',
      '--data',
      LABELLED,
      '--baseline',
    ]).ended;
    const [own = '', lead = ''] = output.split('summary, the first sentences\n');
    const share = (part: string) => Number(/filled +([\d.]+)/.exec(part)?.[1]);
    expect(Math.abs(share(own) - share(lead))).toBeLessThan(0.05);
  });

  test('dates: none is read wrongly', async () => {
    expect(await measure('dates')).toMatchObject({ wrong: 0, refused: 0 });
  });

  test('says what is wrong with its arguments or its data', async () => {
    const nothing = await startProgram('src/cli/evaluate.ts', {}).ended;
    expect([nothing.code, nothing.errors.startsWith('Usage:')]).toEqual([2, true]);
    const missing = await startProgram('src/cli/evaluate.ts', {}, ['dates', '--data', 'no/such/folder'])
      .ended;
    expect(missing.code).toBe(1);
    expect(missing.errors).toContain('no such file');
  });
});
