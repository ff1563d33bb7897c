import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = new URL('../../', import.meta.url);
const text = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const lines = (path: string): unknown[] =>
  text(path)
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

const Article = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,40}$/),
  url: z.url(),
  title: z.string().min(1),
  summary: z.string().min(1).optional(),
  body: z.string().min(1),
  source: z.strictObject({ name: z.string().min(1), url: z.url() }),
  language: z.enum(['ar', 'en']),
  topics: z.array(z.string()).min(1).max(2),
  publishedAgo: z.string(),
  related: z.array(z.string()).min(1).optional(),
});
const Topic = z.strictObject({
  id: z.string().regex(/^[a-z]+$/),
  name: z.strictObject({ ar: z.string().min(1), en: z.string().min(1) }),
  words: z.strictObject({ ar: z.array(z.string().min(1)).min(4), en: z.array(z.string().min(1)).min(4) }),
});
const Query = z.strictObject({
  query: z.string().min(3),
  relevant: z.array(z.string()).min(1),
  exclude: z.array(z.string()).min(1).optional(),
});
const Judgement = z.strictObject({
  seed: z.string(),
  id: z.string(),
  grade: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});

const outletsIn = (folder: string) =>
  readdirSync(new URL(folder, root))
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({
      outlet: basename(file, '.json'),
      articles: z.array(Article).parse(JSON.parse(text(`${folder}${file}`))),
    }));
const outlets = outletsIn('data/samples/');
const articles = outlets.flatMap((o) => o.articles.map((a) => ({ ...a, outlet: o.outlet })));
const secondDay = outletsIn('data/samples/second-day/').flatMap((o) =>
  o.articles.map((a) => ({ ...a, outlet: o.outlet })),
);
const bothDays = [...articles, ...secondDay];
const byId = new Map(articles.map((a) => [a.id, a]));
const topics = z.array(Topic).parse(JSON.parse(text('data/topics.json')));
const labels = z
  .record(z.string(), z.string())
  .parse(JSON.parse(text('test/fixtures/labelled/sample-stories.json')));
const queries = lines('test/fixtures/labelled/queries.jsonl').map((line) => Query.parse(line));
const judgements = lines('test/fixtures/labelled/judgements.jsonl').map((line) => Judgement.parse(line));

/** Minutes of a `PnD`, `PnDTnHnM`, `PTnH`, `PTnHnM` or `PTnM` duration; undefined for any other text. */
const minutesAgo = (duration: string): number | undefined => {
  const parts = /^P(?=\d|T\d)(?:(\d{1,2})D)?(?:T(?=\d)(?:(\d{1,2})H)?(?:(\d{1,2})M)?)?$/.exec(duration);
  if (parts === null) return undefined;
  const [days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return (days * 24 + hours) * 60 + minutes;
};
const ageOf = (id: string): number => minutesAgo(byId.get(id)?.publishedAgo ?? '') ?? Number.NaN;

const storyMembers = new Map<string, string[]>();
for (const [id, story] of Object.entries(labels)) {
  storyMembers.set(story, [...(storyMembers.get(story) ?? []), id]);
}
const told = [...storyMembers].filter(([, ids]) => ids.length > 1);
const unknownIds = (ids: Iterable<string>): string[] => [...ids].filter((id) => !byId.has(id));

describe('sample articles', () => {
  it('are enough for a first run in both languages', () => {
    expect(articles.length).toBeGreaterThanOrEqual(66);
    expect(outlets.length).toBeGreaterThanOrEqual(9);
    expect(articles.filter((a) => a.language === 'ar').length).toBeGreaterThanOrEqual(44);
    expect(articles.filter((a) => a.language === 'en').length).toBeGreaterThanOrEqual(22);
    expect(articles.filter((a) => a.summary !== undefined).length).toBeGreaterThanOrEqual(20);
    expect(articles.filter((a) => a.related !== undefined).length).toBeGreaterThanOrEqual(8);
  });

  it('have unique ids, urls and titles', () => {
    for (const field of ['id', 'url', 'title'] as const) {
      expect(new Set(bothDays.map((a) => a[field])).size).toBe(bothDays.length);
    }
  });

  it('live under their outlet’s own .example host', () => {
    for (const { outlet, url, source } of bothDays) {
      expect(new URL(url).host).toBe(`${outlet}.example`);
      expect(source.url).toBe(`https://${outlet}.example/`);
    }
    const wholeText = JSON.stringify(bothDays);
    const hosts = wholeText.match(/(?:https?:\/\/|www\.)[^/"\s]+/g) ?? [];
    expect(hosts.filter((host) => !host.endsWith('.example'))).toEqual([]);
  });

  it('name each outlet one way only', () => {
    for (const own of Map.groupBy(bothDays, (a) => a.outlet).values()) {
      expect(new Set(own.map((a) => `${a.source.name} ${a.language}`)).size).toBe(1);
    }
  });

  it('are written in the script of their language', () => {
    for (const { id, title, body, language } of bothDays) {
      const arabic = (title + body).match(/\p{Script=Arabic}/gu)?.length ?? 0;
      const latin = (title + body).match(/\p{Script=Latin}/gu)?.length ?? 0;
      const share = arabic / (arabic + latin);
      expect(language === 'ar' ? share : 1 - share, id).toBeGreaterThan(0.98);
    }
  });

  it('have titles of 6-14 words and bodies of 4-7 paragraphs and 120-260 words', () => {
    const words = (value: string): number => value.split(/\s+/).length;
    for (const { id, title, body } of bothDays) {
      const paragraphs = body.split('\n');
      expect([words(title) >= 6, words(title) <= 14], id).toEqual([true, true]);
      expect([paragraphs.length >= 4, paragraphs.length <= 7], id).toEqual([true, true]);
      expect([words(body) >= 120, words(body) <= 260], id).toEqual([true, true]);
      expect(
        paragraphs.filter((p) => p !== p.trim() || p === ''),
        id,
      ).toEqual([]);
    }
  });

  it('carry a duration, most of them within 14 hours and all but the background within 36', () => {
    expect(articles.filter((a) => minutesAgo(a.publishedAgo) === undefined)).toEqual([]);
    const ages = articles.map((a) => ageOf(a.id));
    expect(ages.filter((age) => age <= 14 * 60).length).toBeGreaterThan(articles.length / 2);
    const old = ages.filter((age) => age > 36 * 60);
    expect(old.length).toBe(3);
    expect(old.filter((age) => age < 3 * 1440 || age > 12 * 1440)).toEqual([]);
  });

  it('link by editor’s choice only to other sample articles', () => {
    for (const { id, related = [] } of articles) {
      expect(unknownIds(related), id).toEqual([]);
      expect(related).not.toContain(id);
    }
    const linked = new Set(articles.flatMap((a) => a.related ?? []));
    const old = articles.filter((a) => ageOf(a.id) > 36 * 60);
    expect(old.filter((a) => !linked.has(a.id))).toEqual([]);
  });

  it('hold both spellings of what outlets write in two ways', () => {
    const wholeText = articles.map((a) => `${a.title} ${a.body}`).join(' ');
    const pairs: [string, string][] = [
      ['الأميركي', 'الامريكي'],
      ['البنتاغون', 'البنتاجون'],
      ['سورية', 'سوريا'],
      ['إنكلترا', 'إنجلترا'],
      ['المسؤول', 'المسئول'],
      ['بنغلادش', 'بنجلاديش'],
      ['كانون الثاني', 'يناير'],
      ['أكتوبر', 'اكتوبر'],
      ['26 ', '٢٢ '],
    ];
    for (const pair of pairs) {
      expect(pair.map((form) => wholeText.includes(form))).toEqual([true, true]);
    }
  });
});

describe('the second day', () => {
  it('is told by every outlet, in both languages', () => {
    expect(secondDay.length).toBeGreaterThanOrEqual(25);
    expect(new Set(secondDay.map((a) => a.outlet))).toEqual(new Set(outlets.map((o) => o.outlet)));
    expect(secondDay.filter((a) => a.language === 'en').length).toBeGreaterThanOrEqual(8);
  });

  it('lies within the night before the morning on which it is told', () => {
    const ages = secondDay.map((a) => minutesAgo(a.publishedAgo) ?? Number.NaN);
    expect(ages.filter((age) => !(age >= 30 && age <= 6.5 * 60))).toEqual([]);
  });

  it('goes on with stories of the first', () => {
    const developing = secondDay.flatMap((a) => a.related ?? []);
    expect(unknownIds(developing)).toEqual([]);
    expect(new Set(developing.map((id) => labels[id])).size).toBeGreaterThanOrEqual(6);
  });

  it('keeps to the topics and to each outlet’s spelling', () => {
    const known = new Set(topics.map((t) => t.id));
    expect(secondDay.flatMap((a) => a.topics).filter((topic) => !known.has(topic))).toEqual([]);
    const wordsOf = (outlet: string): string =>
      secondDay
        .filter((a) => a.outlet === outlet)
        .map((a) => `${a.title} ${a.summary ?? ''} ${a.body}`)
        .join(' ');
    for (const outlet of ['nildoha', 'daftar']) expect(wordsOf(outlet)).not.toMatch(/(?<!\p{L})(?:ال)?[أإ]/u);
    expect(wordsOf('nildoha')).not.toMatch(/[0-9]|ي(?=[\s.,:;»،؛])/);
    expect(wordsOf('shurfa')).not.toMatch(/[0-9]/);
    for (const outlet of ['qandil', 'sarwa']) expect(wordsOf(outlet)).not.toMatch(/ًا|%|[٠-٩]/);
    for (const outlet of ['riwaq', 'atlas', 'shurfa']) expect(wordsOf(outlet)).not.toMatch(/اً/);
    expect(wordsOf('tamarisk')).not.toMatch(/kilometre|metre|%/);
    expect(wordsOf('sandpiper') + wordsOf('cardamom')).not.toMatch(/kilometer|percent/);
  });
});

describe('topics', () => {
  it('cover every topic an article names, and each is named by some article', () => {
    const used = new Set(articles.flatMap((a) => a.topics));
    expect([...used].sort()).toEqual(topics.map((t) => t.id).sort());
  });

  it('give no word to two topics', () => {
    const words = topics.flatMap((t) => [...t.words.ar, ...t.words.en]);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });
});

describe('labels', () => {
  it('give every sample article a story', () => {
    expect(Object.keys(labels).sort()).toEqual([...byId.keys()].sort());
  });

  it('hold at least 14 stories of 2-5 outlets, 5 of them in both languages, and 12 articles alone', () => {
    expect(told.length).toBeGreaterThanOrEqual(14);
    for (const [story, ids] of told) {
      expect(ids.length, story).toBeLessThanOrEqual(5);
      expect(new Set(ids.map((id) => byId.get(id)?.outlet)).size, story).toBe(ids.length);
    }
    const bilingual = told.filter(([, ids]) => new Set(ids.map((id) => byId.get(id)?.language)).size === 2);
    expect(bilingual.length).toBeGreaterThanOrEqual(5);
    expect(storyMembers.size - told.length).toBeGreaterThanOrEqual(12);
  });

  it('keep the articles of one story within ten hours', () => {
    for (const [story, ids] of told) {
      const ages = ids.map(ageOf);
      expect(Math.max(...ages) - Math.min(...ages), story).toBeLessThanOrEqual(600);
    }
  });

  it('name an article that stands alone by its own id', () => {
    const alone = [...storyMembers].filter(([, ids]) => ids.length === 1);
    expect(alone.filter(([story, ids]) => ids[0] !== story)).toEqual([]);
  });
});

describe('queries', () => {
  it('are at least 40, each once, in both languages', () => {
    expect(queries.length).toBeGreaterThanOrEqual(40);
    expect(new Set(queries.map((q) => q.query)).size).toBe(queries.length);
    const arabic = queries.filter((q) => /\p{Script=Arabic}/u.test(q.query)).length;
    expect([arabic >= 20, queries.length - arabic >= 15]).toEqual([true, true]);
  });

  it('name sample articles, none both relevant and excluded', () => {
    for (const { query, relevant, exclude = [] } of queries) {
      expect(unknownIds([...relevant, ...exclude]), query).toEqual([]);
      expect(new Set([...relevant, ...exclude]).size, query).toBe(relevant.length + exclude.length);
    }
  });
});

describe('judgements', () => {
  it('are at least 120 over at least 20 seeds, each pair once, of every grade', () => {
    expect(judgements.length).toBeGreaterThanOrEqual(120);
    expect(new Set(judgements.map((j) => j.seed)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(judgements.map((j) => `${j.seed} ${j.id}`)).size).toBe(judgements.length);
    expect(new Set(judgements.map((j) => j.grade))).toEqual(new Set([0, 1, 2]));
    expect(unknownIds(judgements.flatMap((j) => [j.seed, j.id]))).toEqual([]);
  });

  it('agree with the stories: grade 2 exactly within a story, and no article with itself', () => {
    const disagree = judgements.filter((j) => (labels[j.seed] === labels[j.id]) !== (j.grade === 2));
    expect(disagree).toEqual([]);
    expect(judgements.filter((j) => j.seed === j.id)).toEqual([]);
  });

  it('hold every template trap as not related', () => {
    const traps = [
      ['srw-tel-chile', 'srw-tel-phil'],
      ['shr-mkt-mon', 'shr-mkt-tue'],
      ['atl-pre-sqour', 'atl-pre-nakhil'],
      ['tmr-wx-beirut', 'tmr-wx-marrakesh'],
    ];
    for (const [seed, id] of traps) {
      expect(judgements.find((j) => j.seed === seed && j.id === id)?.grade).toBe(0);
    }
  });
});
