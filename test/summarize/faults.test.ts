/** Servers that go wrong in every known way: the reader gets a summary all the same, and it is called what it is. */
import { describe, expect, test, vi } from 'vitest';
import type { Manner } from '../support/model-server.ts';
import { FERRY_SUMMARY, openSummaryDesk } from '../support/summary-desk.ts';

const EXTRACT = 'The ferry to the northern islands sailed again on Monday after a month of storms.';

describe('a well-behaved server', () => {
  test('writes what the reader gets, by its strictest shape, within its limits', async () => {
    const { summarizer, story, server } = await openSummaryDesk(() => ({ summary: FERRY_SUMMARY }), {
      key: 'sk-test-key-12345',
    });
    expect(await summarizer.summarize(story, 'en', 700)).toEqual({
      kind: 'generated',
      text: FERRY_SUMMARY,
      language: 'en',
      from: [story.articles[0]?.id],
    });
    const [call] = server.calls;
    expect(call).toMatchObject({
      model: 'test-model',
      format: 'json_schema',
      authorization: 'Bearer sk-test-key-12345',
    });
    expect(call?.mostTokens).toBeLessThanOrEqual(1000);
    const [marker] = /=== \w+ ===/.exec(call?.user ?? '') ?? [];
    expect(call?.user.startsWith(`${marker}\n`)).toBe(true);
    expect(call?.user.endsWith(`\n${marker}`)).toBe(true);
    expect(call?.system).toContain(marker);
    expect(call?.user).toContain('Forty islanders were on board.');
  });

  test('is not asked twice for the same text, nor while it is writing', async () => {
    const { summarizer, story, server } = await openSummaryDesk(() => ({ summary: FERRY_SUMMARY }));
    const all = await Promise.all([1, 2, 3].map(() => summarizer.summarize(story, 'en', 700)));
    expect(new Set(all.map(({ text }) => text))).toEqual(new Set([FERRY_SUMMARY]));
    await summarizer.summarize(story, 'en', 700);
    expect(server.calls).toHaveLength(1);
    expect(await summarizer.tally()).toMatchObject({ hits: 3, generated: 1, extracts: 0 });
  });

  test('needs no key where it has an address', async () => {
    const { summarizer, story } = await openSummaryDesk(() => ({ summary: FERRY_SUMMARY }));
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('generated');
  });

  test('room for less than it wrote gets its first sentences', async () => {
    const { summarizer, story } = await openSummaryDesk(() => ({ summary: FERRY_SUMMARY }));
    expect(await summarizer.summarize(story, 'en', 90)).toMatchObject({ kind: 'generated', text: EXTRACT });
    expect(await summarizer.summarize(story, 'en', 20)).toMatchObject({ kind: 'extract', text: '' });
  });
});

const json = JSON.stringify({ summary: FERRY_SUMMARY });

describe('answers that can be read after all', () => {
  test.each<[string, string]>([
    ['in a fence', `\`\`\`json\n${json}\n\`\`\``],
    ['behind a preface', `Here you are:\n${json}\nAnything else?`],
    ['behind a chain of thought', `<think>Let me see {x}</think>${json}`],
    ['in a list', `[${json}]`],
  ])('%s', async (_, content) => {
    const { summarizer, story } = await openSummaryDesk(() => ({ content }));
    expect(await summarizer.summarize(story, 'en', 700)).toMatchObject({
      kind: 'generated',
      text: FERRY_SUMMARY,
    });
  });

  test('a server that knows no schema is asked for an object, then for text, and that is remembered', async () => {
    const { summarizer, story, server, stories } = await openSummaryDesk(({ format }) =>
      format === 'none' ? { content: FERRY_SUMMARY } : { status: 400, message: 'response_format?' },
    );
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('generated');
    expect(server.calls.map(({ format }) => format)).toEqual(['json_schema', 'json_object', 'none']);
    await summarizer.prepare(stories, 'ar');
    expect(server.calls[3]?.format).toBe('none');
  });

  test('two that are refused a schema at once both get an object, which is remembered', async () => {
    const { summarizer, story, server } = await openSummaryDesk(({ format }) =>
      format === 'json_schema' ? { status: 400, message: 'response_format?' } : { content: json },
    );
    await Promise.all([summarizer.summarize(story, 'en', 700), summarizer.summarize(story, 'ar', 700)]);
    expect(server.calls.map(({ format }) => format)).not.toContain('none');
  });

  test('a text that is refused however it is asked for loosens nothing for the next', async () => {
    const { summarizer, story, server } = await openSummaryDesk(() => ({ status: 400, message: 'too long' }));
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('extract');
    server.behaves(() => ({ summary: FERRY_SUMMARY }));
    const before = server.calls.length;
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('generated');
    expect(server.calls[before]?.format).toBe('json_schema');
  });
});

describe('servers that go wrong', () => {
  const faults: [string, Manner, number][] = [
    ['429', { status: 429 }, 2],
    ['429 with a time to wait', { status: 429, headers: { 'retry-after': '1' } }, 2],
    ['429 with a longer time than a reader waits', { status: 429, headers: { 'retry-after': '60' } }, 1],
    ['500', { status: 500 }, 2],
    ['401', { status: 401 }, 1],
    ['404', { status: 404 }, 1],
    ['a page with status 200', { page: '<html><body>Sign in to this network</body></html>' }, 1],
    ['JSON of another kind', { body: { ok: true } }, 1],
    ['no answer at all', { content: '' }, 2],
    ['truncated JSON', { content: json.slice(0, -20), finish: 'length' }, 2],
    ['another shape', { content: '{"title": "x", "text": 7}' }, 2],
    ['an answer without content', { body: { choices: [{ index: 0, message: { role: 'assistant' } }] } }, 1],
    ['a connection that ends', 'hangs-up', 2],
    [
      'an invented number',
      { summary: 'The ferry sailed again with 400 islanders on board after storms.' },
      2,
    ],
    ['a link', { summary: 'The ferry sailed again on Monday. See https://evil.example for more.' }, 2],
  ];

  test.each(faults)('%s: an extract, called so', async (_, manner, calls) => {
    const { summarizer, story, server } = await openSummaryDesk(() => manner);
    const summary = await summarizer.summarize(story, 'en', 700);
    expect(summary.kind).toBe('extract');
    expect(summary.text.startsWith(EXTRACT)).toBe(true);
    expect(server.calls).toHaveLength(calls);
    const { reserved } = await summarizer.tally();
    expect(reserved).toBe(0);
  });

  test.each(faults)('%s, in a stream: the same, and nothing unfit is shown meanwhile', async (_, manner) => {
    const { summarizer, story } = await openSummaryDesk(() => manner);
    const shown: string[] = [];
    const summary = await summarizer.summarize(story, 'en', 700, { onText: (text) => shown.push(text) });
    expect(summary.kind).toBe('extract');
    expect(shown.join('')).not.toMatch(/400|evil|Sign in/);
  });

  test('gone: an extract', async () => {
    const { summarizer, story, server } = await openSummaryDesk(() => 'silent');
    await server.close();
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('extract');
    expect((await summarizer.tally()).failed).toBe(1);
  });

  test('slow: when the time is up, an extract', async () => {
    const { summarizer, story, server, timeIsUp } = await openSummaryDesk(() => 'silent');
    const coming = summarizer.summarize(story, 'en', 700);
    await server.called(1);
    timeIsUp();
    expect((await coming).kind).toBe('extract');
    // Whether it was counted is not known: the worst is taken for true.
    const { spent, reserved } = await summarizer.tally();
    expect(spent).toBeGreaterThan(0);
    expect(reserved).toBe(0);
  });

  test('a reader who has gone waits for nothing, and the summary is there for the next', async () => {
    const { summarizer, story, server } = await openSummaryDesk(() => ({ summary: FERRY_SUMMARY }));
    const leaving = new AbortController();
    const coming = summarizer.summarize(story, 'en', 700, { signal: leaving.signal });
    leaving.abort();
    expect((await coming).kind).toBe('extract');
    await server.called(1);
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('generated');
    expect(server.calls).toHaveLength(1);
  });

  test('a stream that stands still is given up', async () => {
    const { summarizer, story, silencePasses } = await openSummaryDesk(() => ({
      stalls: '{"summary": "The ferry to the northern islands sailed again on Monday. The',
    }));
    const seen = Promise.withResolvers<void>();
    const shown: string[] = [];
    const coming = summarizer.summarize(story, 'en', 700, {
      onText(text) {
        shown.push(text);
        if (text) seen.resolve();
      },
    });
    await seen.promise;
    silencePasses();
    expect((await coming).kind).toBe('extract');
    expect(shown).toEqual(['', 'The ferry to the northern islands sailed again on Monday.']);
  });

  test('a cache that keeps nothing costs no reader the summary that was written', async () => {
    const { summarizer, story, stories, cache } = await openSummaryDesk(() => ({ summary: FERRY_SUMMARY }));
    vi.spyOn(cache, 'set').mockRejectedValue(new Error('disk full'));
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('generated');
    await expect(summarizer.prepare(stories, 'en')).resolves.toBeUndefined();
  });

  test('what is made ahead ends without a word where nothing can be read', async () => {
    const { summarizer, stories, cache } = await openSummaryDesk(() => ({ summary: FERRY_SUMMARY }));
    vi.spyOn(cache, 'get').mockRejectedValue(new Error('disk gone'));
    await expect(summarizer.prepare(stories, 'en')).resolves.toBeUndefined();
  });

  test('a refused answer is asked for once more, with the reason but not the words', async () => {
    const { summarizer, story, server } = await openSummaryDesk((_, count) =>
      count === 1
        ? { summary: 'The ferry sailed again with 400 islanders on board after storms.' }
        : { summary: FERRY_SUMMARY },
    );
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('generated');
    expect(server.calls[1]?.user).toContain('a number that is not in the texts');
    expect(server.calls[1]?.user).not.toContain('400');
    expect(await summarizer.tally()).toMatchObject({ refused: 1, refusals: { numbers: 1 } });
  });

  test('a text that no answer passed for is left alone for some hours', async () => {
    const { summarizer, story, server, clock } = await openSummaryDesk(() => ({
      summary: 'The ferry sailed again with 400 islanders on board after storms.',
    }));
    await summarizer.summarize(story, 'en', 700);
    await summarizer.summarize(story, 'en', 700);
    expect(server.calls).toHaveLength(2);
    clock.now += 7 * 3_600_000;
    await summarizer.summarize(story, 'en', 700);
    expect(server.calls).toHaveLength(4);
  });

  test('a server that keeps failing is left alone, and tried again later', async () => {
    const { summarizer, story, server, clock } = await openSummaryDesk(() => ({ status: 401 }));
    for (let time = 0; time < 9; time++) await summarizer.summarize(story, 'en', 700);
    expect(server.calls).toHaveLength(5);
    clock.now += 61_000;
    await Promise.all([1, 2, 3].map(() => summarizer.summarize(story, 'en', 700)));
    expect(server.calls).toHaveLength(6);
    server.behaves(() => ({ summary: FERRY_SUMMARY }));
    clock.now += 130_000;
    expect((await summarizer.summarize(story, 'en', 700)).kind).toBe('generated');
  });

  test('neither keys nor texts reach the log', async () => {
    const { summarizer, story, log } = await openSummaryDesk(
      () => ({ status: 401, message: 'bad key sk-secret-1' }),
      {
        key: 'sk-secret-1',
      },
    );
    await summarizer.summarize(story, 'en', 700);
    expect(log).toHaveLength(1);
    expect(JSON.stringify(log)).not.toMatch(/sk-secret|ferry/i);
  });
});
