/** What readers see of summaries, through the real bot over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/playground/shapes.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { commandsOf, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const hoursAgo = (hours: number) => new Date(MORNING - hours * HOUR).toISOString();

const ARTICLES = [
  draft({
    title: 'الأمطار تملأ سدّ الوادي الكبير بعد سنوات من الجفاف',
    body: 'امتلأ سدّ الوادي الكبير أمس بعد أمطار دامت أسبوعًا. وبلغ ما خُزن فيه 48 مليون متر مكعّب. وفرح المزارعون. وقالت البلدية إنها ستفتح البوّابات غدًا.\nاقرأ أيضاً: أخبار أخرى.',
    source: 'أطلس',
    publishedAt: hoursAgo(2),
    url: 'https://atlas.example/dam',
  }),
  draft({
    title: 'Harbour library reopens with a reading room for children',
    body: 'The old library opened again on Monday. Children came first.',
    source: 'Sandpiper',
    publishedAt: hoursAgo(4),
    url: 'https://sandpiper.example/library',
  }),
];

/** Rows stand from the left, so that in Arabic the first story's button is the last of its row. */
const firstSummary = (list: Message) =>
  commandsOf(list).findLast((command) => command.startsWith('summary ')) ?? '';

describe('without a model', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk({ articles: ARTICLES });
  });
  afterAll(() => talk[Symbol.asyncDispose]());

  test('a summary is an extract, called so, with its source', async () => {
    const list = messageOf(await talk.ask('/latest'));
    for (const answer of [
      await talk.ask('/summary 1'),
      await talk.ask('لخّص 1'),
      await talk.press(list, firstSummary(list)),
    ]) {
      expect(seen(answer)).toContain('امتلأ سدّ الوادي الكبير أمس بعد أمطار دامت أسبوعًا. وبلغ ما خُزن');
      expect(seen(answer)).not.toContain('اقرأ أيضاً');
      expect(seen(answer)).toContain('مقتطف · أطلس');
      const links = (messageOf(answer).entities ?? []).filter((entity) => entity.type === 'text_link');
      expect(links.map((link) => link.url)).toContain('https://atlas.example/dam');
      expect(commandsOf(messageOf(answer))).toEqual([
        expect.stringMatching(/^follow /),
        expect.stringMatching(/^related /),
      ]);
    }
  });

  test('an extract in another language says so', async () => {
    await talk.ask('/latest');
    expect(seen(await talk.ask('/summary 2'))).toMatch(
      /The old library opened again on Monday\.[\s\S]*مقتطف بالإنجليزية · Sandpiper/,
    );
  });

  test('a card offers the summary, and the summary may be asked for without a number', async () => {
    const list = messageOf(await talk.ask('/latest'));
    const reference = firstSummary(list).split(' ')[1];
    const card = await talk.ask(`/start ${reference}`);
    expect(commandsOf(messageOf(card))).toContain(`summary ${reference}`);
    expect(seen(await talk.ask('/summary'))).toContain('سدّ الوادي الكبير');
    expect(seen(await talk.ask('/summary 99'))).toContain('ليس في آخر قائمة خبر رقمه 99');
  });

  test('machine-made summaries can be switched off and on, in groups by administrators', async () => {
    expect(seen(await talk.ask('ملخص إيقاف'))).toContain('سأكتفي بمقتطفات');
    expect(seen(await talk.ask('/summary on'))).toContain('سألخّص لك الأخبار آليًّا');
    const guest = talk.world.addUser({ id: 2002, first_name: 'نور' }).id;
    talk.world.setMember({ chatId: FORUM, userId: guest, status: 'member', byId: READER });
    const refused = await talk.ask({ text: '/summary off', chatId: FORUM, fromId: guest });
    expect(seen(refused)).toContain('لمشرفيها وحدهم');
  });

  test('every call was one that the Bot API allows', () => {
    expect(talk.offences()).toEqual([]);
  });
});
