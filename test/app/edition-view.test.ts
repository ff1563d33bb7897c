import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { richEdition } from '../../src/app/edition-rich.ts';
import type { EditionPage } from '../../src/app/edition-view.ts';
import { editionName, editionParts } from '../../src/app/edition-view.ts';
import type { ArticleHead } from '../../src/domain/article.ts';
import type { PlannedStory } from '../../src/domain/edition-plan.ts';
import { isRich } from '../../src/domain/message.ts';
import { plainText } from '../../src/domain/rich-text.ts';
import type { Summary } from '../../src/domain/summary.ts';
import { voiceOf } from '../../src/i18n/voice.ts';
import { formatted } from '../../src/telegram/formatting.ts';
import { HOUR, MORNING } from '../support/articles.ts';
import { head as knownHead } from '../support/heads.ts';

const TOPICS = [
  { id: 'economy', name: { ar: 'اقتصاد', en: 'Economy' }, words: { ar: [], en: [] } },
  { id: 'sports', name: { ar: 'رياضة', en: 'Sports' }, words: { ar: [], en: [] } },
];
const arabic = voiceOf('ar', { timeZone: 'Asia/Riyadh', digits: 'latin' });
const english = voiceOf('en', { timeZone: 'Asia/Riyadh', digits: 'latin' });

let made = 0;
function head(fields: Partial<ArticleHead> = {}): ArticleHead {
  made++;
  return knownHead(made, { source: { name: 'Harbour Post' }, ...fields });
}
function planned(articles: ArticleHead[], fields: Partial<PlannedStory> = {}): PlannedStory {
  const [first] = articles;
  return {
    story: { id: first?.id ?? 0, articles, sortAt: MORNING - HOUR },
    news: [],
    followed: false,
    topic: 'economy',
    ...fields,
  };
}
function page(stories: PlannedStory[], fields: Partial<EditionPage> = {}): EditionPage {
  return {
    profile: {
      language: 'ar',
      bothLanguages: false,
      topics: [],
      size: 10,
      timeZone: 'Asia/Riyadh',
      digits: 'latin',
      leads: true,
      summaries: true,
      hijri: false,
      rich: false,
      cover: false,
      channel: false,
    },
    stories,
    leads: new Map(),
    topics: TOPICS,
    botName: 'mujaz_bot',
    at: MORNING,
    ...fields,
  };
}
const lead = (kind: Summary['kind'], text: string): Summary => ({ kind, text, language: 'ar', from: [] });
/** A text as a reader sees it. */
const seen = (text: string) => text.replace(/[\u200e\u200f\u2066-\u2069]/g, '');

describe('an edition in print', () => {
  test('reads as a page: masthead, day, topics, numbered headlines, what is new, source and time', () => {
    const first = planned([head({ title: 'المركزي يخفض الفائدة', source: { name: 'المرفأ' } })]);
    const news = head({ title: 'الأسواق ترتفع بعد القرار' });
    const told = planned([head({ title: 'قرار منتظر من المصرف', source: { name: 'رواق' } }), news], {
      news: [news],
    });
    const sports = planned([head({ title: 'نهائي الكأس الليلة', topics: ['sports'] })], {
      topic: 'sports',
      followed: true,
    });
    const leads = new Map([[first.story.id, lead('extract', 'خفض المصرف سعر الفائدة ربع نقطة.')]]);
    const [content, ...others] = editionParts(page([first, told, sports], { leads }), arabic);
    expect(others).toEqual([]);
    expect(seen(plainText(content?.text ?? ''))).toBe(
      [
        'موجز الظهيرة',
        'الجمعة، 26 يناير 2024',
        '3 أخبار من 3 مصادر',
        '',
        '▪ اقتصاد',
        '',
        '1. المركزي يخفض الفائدة',
        'خفض المصرف سعر الفائدة ربع نقطة.',
        'المرفأ · 11:00',
        '',
        '2. قرار منتظر من المصرف',
        'الجديد: الأسواق ترتفع بعد القرار',
        'رواق · 11:00 · مصدران',
        '',
        '▪ رياضة',
        '',
        '3. نهائي الكأس الليلة',
        'Harbour Post · 11:00 · من متابعاتك',
        '',
        'ما تحت العناوين مقتطف من نصوص الأخبار، بلا تغيير.',
      ].join('\n'),
    );
  });

  test('a headline that was overtaken long after is not left alone, even where the story was never told', () => {
    const first = head({ title: 'حريق يلتهم غابة الصنوبر', sortAt: MORNING - 12 * HOUR });
    const text = (late: Partial<ArticleHead>) => {
      const article = head({ title: 'فرق الإطفاء تخمد النار وتعيد الأهالي', ...late });
      return seen(plainText(editionParts(page([planned([first, article])]), arabic)[0]?.text ?? ''));
    };
    expect(text({ sortAt: MORNING - HOUR })).toContain('الجديد: فرق الإطفاء تخمد النار وتعيد الأهالي');
    expect(text({ sortAt: MORNING - 6 * HOUR })).not.toContain('الجديد: ');
  });

  test('what is new is told in the language of the page where anybody tells it in that', () => {
    const foreign = head({ title: 'Markets rise after the cut', language: 'en' });
    const own = head({ title: 'الأسواق ترتفع بعد الخفض' });
    const text = (news: ArticleHead[]) =>
      seen(plainText(editionParts(page([planned([head(), ...news], { news })]), arabic)[0]?.text ?? ''));
    expect(text([foreign, own])).toContain('الجديد: الأسواق ترتفع بعد الخفض\n');
    expect(text([foreign])).toContain('الجديد: Markets rise after the cut · بالإنجليزية\n');
  });

  test('a machine-made line carries its label; one that is late or empty says so', () => {
    const one = planned([head()]);
    const leads = new Map([[one.story.id, lead('generated', 'نصّ من صنع الآلة.')]]);
    const text = plainText(editionParts(page([one], { leads, lateFor: '08:00' }), arabic)[0]?.text ?? '');
    expect(seen(text)).toContain('ملخص آلي: نصّ من صنع الآلة.');
    expect(seen(text)).toContain('تأخّر هذا الموجز عن موعده (08:00).');
    expect(seen(text)).not.toContain('بلا تغيير');
    expect(plainText(editionParts(page([]), english)[0]?.text ?? '')).toContain('Nothing new');
  });

  test.each([
    [7, 'موجز الصباح', 'Morning briefing'],
    [13, 'موجز الظهيرة', 'Midday briefing'],
    [15, 'موجز العصر', 'Afternoon briefing'],
    [20, 'موجز المساء', 'Evening briefing'],
    [2, 'موجز الليل', 'Night briefing'],
  ])('at %i it is called %s, %s', (hour, inArabic, inEnglish) => {
    const one = page([planned([head()])], { at: Date.UTC(2024, 0, 26, hour) });
    const names = [arabic, english].map((of) =>
      editionName(one, voiceOf(of.language, { timeZone: 'UTC', digits: 'latin' })),
    );
    expect(names).toEqual([inArabic, inEnglish]);
  });

  test('in a channel its buttons lead into the private chat, elsewhere they open the card', () => {
    const one = planned([head()]);
    const [chat] = editionParts(page([one]), arabic);
    expect(chat?.buttons?.[0]).toEqual([{ label: '1', command: `start s${one.story.id.toString(36)}` }]);
    const channel = page([one]);
    const [posted] = editionParts({ ...channel, profile: { ...channel.profile, channel: true } }, arabic);
    expect(posted?.buttons).toEqual([
      [{ label: '1', url: `https://t.me/mujaz_bot?start=a${one.story.id.toString(36)}` }],
    ]);
  });

  test('as a rich message it has headings, and its lines fold away under the byline', () => {
    const one = planned([head({ title: 'المركزي يخفض الفائدة' })]);
    const leads = new Map([[one.story.id, lead('extract', 'خفض المصرف سعر الفائدة ربع نقطة.')]]);
    const rich = richEdition(page([one], { leads }), editionParts(page([one], { leads }), arabic), arabic);
    expect(rich && isRich(rich)).toBe(true);
    expect(rich?.blocks.map((block) => Object.keys(block)[0])).toEqual([
      'heading',
      'paragraph',
      'paragraph',
      'heading',
      'paragraph',
      'details',
      'footer',
    ]);
  });

  test('is no rich message where Telegram would count more blocks than it takes', () => {
    const edition = (count: number) => {
      const stories = Array.from({ length: count }, () => planned([head({ title: 'خبر' })]));
      const leads = new Map(stories.map(({ story }) => [story.id, lead('extract', 'ما فيه.')]));
      return richEdition(page(stories, { leads }), [{ language: 'ar', text: 'الموجز' }], arabic);
    };
    expect(edition(140)?.blocks.length).toBeGreaterThan(280);
    expect(edition(170)).toBeUndefined();
  });

  const words = fc.constantFrom(
    'مصرف',
    'Central Bank',
    '3.5%',
    'قرار',
    '😀',
    '@handle',
    'https://a.example/x',
  );
  const title = fc.array(words, { minLength: 1, maxLength: 40 }).map((all) => all.join(' '));
  test('fits Telegram whatever the stories: length, entities, order, buttons, and every line its own direction', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(title, title, fc.integer({ min: 10, max: 400 })), { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        (rows, rtl) => {
          const voice = rtl ? arabic : english;
          const stories = rows.map(([text, , path]) =>
            planned([head({ title: text, url: `https://harbour.example/${'x'.repeat(path)}` })]),
          );
          const leads = new Map(
            stories.map(({ story }, at) => [story.id, lead('extract', rows[at]?.[1].slice(0, 240) ?? '')]),
          );
          const parts = editionParts(page(stories, { leads }), voice);
          const numbers: string[] = [];
          for (const { text, buttons } of parts) {
            const { text: plain, entities } = formatted(text);
            expect(plain.length).toBeLessThanOrEqual(4096);
            expect(entities.length).toBeLessThanOrEqual(100);
            expect((buttons ?? []).flat().length).toBeLessThanOrEqual(100);
            numbers.push(...[...seen(plain).matchAll(/^(\d+)\. /gm)].map(([, number]) => number ?? ''));
            for (const line of plain.split('\n')) {
              const strong = /[\p{L}\u200e\u200f\u2066-\u2068]/u.exec(line)?.[0];
              if (strong === undefined || strong === '\u2068') continue;
              expect(/[\u200f\p{Script=Arabic}]/u.test(strong)).toBe(
                rtl || /[\p{Script=Arabic}]/u.test(strong),
              );
            }
          }
          expect(numbers).toEqual(stories.map((_, at) => String(at + 1)));
        },
      ),
      { numRuns: 40 },
    );
  });
});
