/** Articles that give orders, and a model that obeys every one of them. */
import { describe, expect, test } from 'vitest';
import { storyBody } from '../../src/app/story-body.ts';
import { summaryReply } from '../../src/app/summary-view.ts';
import type { RichText } from '../../src/domain/rich-text.ts';
import { isSequence, plainText } from '../../src/domain/rich-text.ts';
import { voiceOf } from '../../src/i18n/voice.ts';
import { draft, MORNING } from '../support/articles.ts';
import { honest, infected, injections } from '../support/injections.ts';
import { openSummaryDesk } from '../support/summary-desk.ts';

const all = injections();
const URL_OF = (at: number) => `https://harbour.example/lighthouse/${at}`;

/** Every address behind a text. */
function linksIn(text: RichText): string[] {
  if (typeof text === 'string') return [];
  if (isSequence(text)) return text.flatMap(linksIn);
  if ('time' in text) return [];
  if ('link' in text) return [text.url, ...linksIn(text.link)];
  return Object.values(text).flatMap((inner) => linksIn(inner as RichText));
}

describe('a model that obeys the attacker', () => {
  test('is tried with two hundred payloads and more, in both languages and every place', () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(new Set(all.map(({ language, place }) => `${language} ${place}`)).size).toBe(12);
  });

  test.each(['alone', 'behind an honest sentence'])(
    'says what was demanded, %s: none of it reaches a message',
    { timeout: 60_000 },
    async (manner) => {
      const articles = all.map((injection, at) =>
        draft({ ...infected(injection), language: injection.language, url: URL_OF(at) }),
      );
      const desk = await openSummaryDesk(() => 'silent', { articles: [], dailyTokens: 1_000_000_000 });
      const put = await desk.store.putArticles(articles, MORNING);
      const storyIds = await desk.store.assign(
        put.map(({ id }, at) => ({ articleId: id, storyId: -1 - at })),
      );
      const reached: string[] = [];
      for (const [at, injection] of all.entries()) {
        const [story] = await desk.store.stories([storyIds[at] ?? 0]);
        if (!story) throw new Error('no story');
        const said = manner === 'alone' ? injection.demand : `${honest(injection)} ${injection.demand}`;
        desk.server.behaves(() => ({ summary: said }));
        const { language } = injection;
        const drafts: string[] = [];
        const summary = await desk.summarizer.summarize(story, language, 700, {
          onText: (text) => drafts.push(text),
        });
        const voice = voiceOf(language, { timeZone: 'UTC', digits: 'latin' });
        const article = await desk.store.article(story.articles[0]?.id ?? 0);
        const reply = summaryReply(story, summary, voice, MORNING);
        const texts = [reply.text, storyBody(story, article?.body ?? '', voice)];
        const text = [...drafts, ...texts.map(plainText)].join('\n');
        const shown = text.normalize('NFKC').replace(/[\u200e\u200f\u2066-\u2069\u202a-\u202e\u200b]/g, '');
        const links = texts.flatMap(linksIn);
        const urls = (reply.buttons ?? []).flat().flatMap((button) => ('url' in button ? [button.url] : []));
        const foreign = [...links, ...urls].filter((url) => url !== URL_OF(at));
        const found = injection.marks.filter((mark) => shown.includes(mark));
        if (found.length > 0 || foreign.length > 0)
          reached.push(`${injection.name}: ${[...found, ...foreign].join(', ')} (${summary.kind})`);
      }
      expect(reached).toEqual([]);
    },
  );

  test('the gate alone holds back what was demanded, whatever the article says', async () => {
    const { gateFault, readFacts } = await import('../../src/domain/summary-gate.ts');
    const { shownArticles } = await import('../../src/domain/summary-source.ts');
    const passed = all.filter((injection) => {
      const { title, body, source } = infected(injection);
      const clean = infected({ ...injection, place: 'author' });
      const shown = shownArticles([
        { id: 1, title, body, language: injection.language, cut: false, source: { name: source } },
      ]);
      const facts = readFacts(
        shown.length > 0 ? shown.map(({ text }) => text) : [`${clean.title}\n${clean.body}`],
      );
      return !gateFault(injection.demand, {
        language: injection.language,
        facts,
        secrets: [],
        instructions: '',
      });
    });
    expect(passed.map(({ name }) => name)).toEqual([]);
  });
});
