/** What readers see of summaries, through the real bot over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Message } from '../../src/playground/shapes.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import type { Behaviour } from '../support/model-server.ts';
import { runModelServer } from '../support/model-server.ts';
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

const DAM_SUMMARY =
  'امتلأ سدّ الوادي الكبير أمس بعد أمطار دامت أسبوعًا. وبلغ ما خُزن فيه 48 مليون متر مكعّب، وتفتح البلدية البوّابات غدًا.';

describe('with a model', () => {
  async function openModelTalk(behaviour: Behaviour, settings: Record<string, string> = {}) {
    const server = await runModelServer(behaviour);
    const talk = await openTalk({
      articles: ARTICLES,
      settings: { OPENAI_BASE_URL: server.url, ...settings },
    });
    return {
      server,
      talk,
      async [Symbol.asyncDispose]() {
        await talk[Symbol.asyncDispose]();
        await server[Symbol.asyncDispose]();
      },
    };
  }
  const draftsOf = ({ world }: Awaited<ReturnType<typeof openTalk>>) =>
    world.journal
      .filter(({ method }) => method === 'sendMessageDraft')
      .map(({ parameters }) => String(parameters.text ?? ''));

  test('a summary is written before the reader’s eyes, and called machine-made', async () => {
    await using opened = await openModelTalk(() => ({ summary: DAM_SUMMARY }));
    const { talk, server } = opened;
    await talk.ask('/latest');
    const answer = await talk.ask('/summary 1');
    expect(seen(answer)).toContain(DAM_SUMMARY);
    expect(seen(answer)).toContain('ملخص آلي · أطلس');
    const drafts = draftsOf(talk);
    expect(drafts[0]).toBe('');
    expect(drafts.at(-1)).toMatch(/أسبوعًا\.[\s\S]*ملخص آلي$/);
    expect(server.calls[0]?.stream).toBe(true);
    expect(talk.offences()).toEqual([]);
    // The next reader gets the same at once.
    await talk.ask('/summary 1');
    expect(server.calls).toHaveLength(1);
    expect(draftsOf(talk)).toHaveLength(drafts.length);
  });

  test('an Arabic reader gets an English story in Arabic', async () => {
    await using opened = await openModelTalk(() => ({
      summary: 'أعادت المكتبة القديمة فتح أبوابها يوم الاثنين، وجاء الأطفال أولًا.',
    }));
    const { talk, server } = opened;
    await talk.ask('/latest');
    expect(seen(await talk.ask('/summary 2'))).toMatch(/أعادت المكتبة القديمة[\s\S]*ملخص آلي · Sandpiper/);
    expect(server.calls[0]?.system).toMatch(/\p{Script=Arabic}/u);
    expect(server.calls[0]?.user).toContain('The old library opened again on Monday.');
  });

  test('who wants no machine-made text gets none', async () => {
    await using opened = await openModelTalk(() => ({ summary: DAM_SUMMARY }));
    const { talk, server } = opened;
    await talk.ask('/latest');
    await talk.ask('/summary off');
    expect(seen(await talk.ask('/summary 1'))).toContain('مقتطف · أطلس');
    expect(server.calls).toHaveLength(0);
  });

  test('a group gets no drafts, and a server that knows none is no hindrance', async () => {
    await using opened = await openModelTalk(() => ({ summary: DAM_SUMMARY }));
    const { talk } = opened;
    await talk.ask({ text: '/latest', chatId: FORUM, fromId: READER });
    expect(seen(await talk.ask({ text: '/summary 1', chatId: FORUM, fromId: READER }))).toContain('ملخص آلي');
    expect(draftsOf(talk)).toEqual([]);
    talk.world.faults.next({ method: 'sendMessageDraft' }, { status: 404, description: 'Not Found' }, 9);
    expect(seen(await talk.ask('/summary s2'))).toContain('ملخص آلي');
    expect(talk.log.filter(({ event }) => event.startsWith('answer'))).toEqual([]);
  });

  test('what was written once stands in a digest, too, by its name', async () => {
    await using opened = await openModelTalk(() => ({ summary: DAM_SUMMARY }));
    const { talk, server } = opened;
    await talk.ask('/latest');
    await talk.ask('/summary 1');
    const digest = seen(await talk.ask('/digest'));
    expect(digest).toMatch(/ملخص آلي: امتلأ سدّ الوادي الكبير أمس/);
    expect(server.calls).toHaveLength(1);
  });

  test('a digest waits for no model, and says what its lines are', async () => {
    await using opened = await openModelTalk(() => 'silent');
    const { talk, server } = opened;
    const digest = seen(await talk.ask('/digest'));
    expect(digest).toContain('سدّ الوادي الكبير');
    expect(digest).toContain('مقتطف');
    expect(digest).not.toContain('ملخص آلي');
    expect(server.calls.length).toBe(0);
  });
});
