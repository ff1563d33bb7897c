/** What readers say and see, through the real bot over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/domain/languages.ts';
import { draft, HOUR, MORNING } from '../support/articles.ts';
import { CHANNEL, commandsOf, FORUM, messageOf, openTalk, READER, seen, textOf } from '../support/talk.ts';

const hoursAgo = (hours: number) => new Date(MORNING - hours * HOUR).toISOString();

const ARTICLES = [
  draft({
    title: 'الأمطار تملأ سدّ الوادي الكبير بعد سنوات من الجفاف',
    topics: ['environment'],
    source: 'أطلس',
    publishedAt: hoursAgo(2),
    url: 'https://atlas.example/dam',
  }),
  draft({
    title: 'فريق الميناء يحرز كأس المدن بهدف في الدقيقة الأخيرة',
    topics: ['sports'],
    source: 'رواق الصباح',
    publishedAt: hoursAgo(3),
    url: 'https://riwaq.example/cup',
    related: ['https://atlas.example/old-cup'],
  }),
  draft({
    title: 'Harbour library reopens with a reading room for children',
    body: 'The old library opened again. Children came first.',
    topics: ['culture'],
    source: 'Sandpiper',
    publishedAt: hoursAgo(4),
    url: 'https://sandpiper.example/library',
  }),
  draft({
    title: 'مصنع iPhone 15 Pro جديد في المنطقة الحرة',
    topics: ['economy'],
    source: 'Tamarisk',
    publishedAt: hoursAgo(5),
    url: 'https://tamarisk.example/plant',
  }),
  draft({
    title: 'وصول أول قطار كهربائي إلى محطة الجبل',
    topics: ['society'],
    source: 'سروة',
    publishedAt: hoursAgo(6),
    url: 'https://sarwa.example/train',
  }),
  draft({
    title: 'ميناء الشمال يستقبل سفينة أبحاث تدرس الشعاب المرجانية',
    topics: ['science'],
    source: 'شرفة',
    publishedAt: hoursAgo(7),
    url: 'https://shurfa.example/ship',
  }),
  draft({
    title: 'كأس المدن في عيون من لعبوها قبل عشرين عامًا',
    topics: ['sports'],
    source: 'أطلس',
    publishedAt: hoursAgo(400),
    url: 'https://atlas.example/old-cup',
  }),
];

describe('a reader in a private chat', () => {
  let talk: Awaited<ReturnType<typeof openTalk>>;
  beforeAll(async () => {
    talk = await openTalk({ articles: ARTICLES });
  });
  afterAll(() => talk[Symbol.asyncDispose]());

  test('is greeted with three headlines and buttons', async () => {
    const answer = await talk.ask('/start');
    expect(seen(answer)).toContain('أهلًا بك في موجز');
    expect(seen(answer)).toMatch(/1\. الأمطار تملأ[\s\S]*2\. فريق الميناء[\s\S]*3\. مصنع/);
    expect(commandsOf(messageOf(answer))).toEqual(
      expect.arrayContaining(['latest', 'topics', 'help', 'language en']),
    );
  });

  test('gets five headlines, linked, with source and age, by command and by word', async () => {
    const byCommand = await talk.ask('/latest');
    const byWords = await talk.ask('آخر الأخبار');
    expect(textOf(byWords)).toBe(textOf(byCommand));
    expect(seen(byCommand)).toContain('أطلس · قبل ساعتين');
    expect(seen(byCommand)).toContain('5. وصول أول قطار');
    expect(seen(byCommand)).not.toContain('6. ');
    const links = (messageOf(byCommand).entities ?? []).filter((entity) => entity.type === 'text_link');
    expect(links.map((link) => link.url)).toContain('https://atlas.example/dam');
  });

  test('pages on and back, and the message changes in place', async () => {
    const first = messageOf(await talk.ask('/latest 3'));
    const second = await talk.press(first, />/);
    expect(second.kind).toBe('edited');
    expect(seen(second)).toMatch(/4\. مصنع[\s\S]*5\. وصول[\s\S]*6\. ميناء/);
    const third = await talk.press(messageOf(second), />/);
    expect(seen(third)).toContain('7. كأس المدن في عيون');
    expect(commandsOf(messageOf(third)).some((command) => command.includes('>'))).toBe(false);
    const back = await talk.press(messageOf(await talk.press(messageOf(third), /</)), /</);
    expect(seen(back)).toMatch(/1\. الأمطار[\s\S]*3\. /);
    expect(commandsOf(messageOf(back)).some((command) => command.includes('<'))).toBe(false);
  });

  test('pages back to the beginning when what stood there is gone', async () => {
    const second = messageOf(await talk.press(messageOf(await talk.ask('/latest 3')), />/));
    const button = commandsOf(second).find((command) => command.includes('<')) ?? '';
    // The story at its top was the newest of all when the button was made.
    const gone = button.replace(/<\w+/, `<${(MORNING * 2).toString(36)}`);
    expect(textOf(await talk.ask(`/${gone}`))).toBe(textOf(await talk.ask('/latest 3')));
  });

  test('names a story by its number on any page', async () => {
    await talk.ask('/latest 3');
    expect(seen(await talk.ask('/related ٢'))).toMatch(
      /بخبر: فريق الميناء[\s\S]*كأس المدن في عيون[\s\S]*رشّحه محرّر/,
    );
    const page = await talk.press(messageOf(await talk.ask('/latest 3')), />/);
    expect(seen(page)).toContain('4. ');
    expect(seen(await talk.ask('صلة 4'))).toContain('بخبر: مصنع');
  });

  test('names a story by its button and by a reply to the list', async () => {
    const list = messageOf(await talk.ask('/latest'));
    const byButton = await talk.press(list, /^related /);
    expect(seen(byButton)).toContain('بخبر: ');
    const byReply = await talk.ask({ text: '/related 2', replyTo: list.message_id });
    expect(seen(byReply)).toContain('بخبر: فريق الميناء');
    expect(seen(await talk.ask({ text: '/related', replyTo: list.message_id }))).toContain('أيّ خبر تقصد؟');
  });

  test('opens a story from a link, and asks for what belongs to it without naming it', async () => {
    const list = messageOf(await talk.ask('/latest sports'));
    const first = list.reply_markup?.inline_keyboard.flat().find((button) => button.text === 'صلة 1');
    const reference = String(first?.callback_data).split(' ')[1];
    const card = await talk.ask(`/start ${reference}`);
    expect(seen(card)).toMatch(/^فريق الميناء/);
    expect(seen(await talk.ask('/related'))).toContain('كأس المدن في عيون');
    expect(seen(await talk.ask('/start szzzz'))).toContain('لم يعد هذا الخبر محفوظًا');
  });

  test('asks for a topic in any words', async () => {
    for (const words of [
      '/latest sports',
      '/latest رياضة',
      'أخبار الرياضه',
      'ما الجديد في الرياضة؟',
      'what is new in sports?',
      '/latest كرة القدم 5',
    ]) {
      const answer = await talk.ask(words);
      expect(seen(answer)).toContain('فريق الميناء');
      expect(seen(answer)).not.toContain('الأمطار');
    }
    expect(seen(await talk.ask('/latest health'))).toContain('لا أخبار الآن في «');
    const unknown = await talk.ask('/latest فطائر');
    expect(seen(unknown)).toContain('لا أعرف موضوعًا باسم «فطائر»');
    expect(commandsOf(messageOf(unknown))[0]).toBe('search فطائر');
  });

  test.each([
    ['/latest ١٠', /7\. كأس/],
    ['/latest 99', /أعرض من خبر واحد إلى 20/],
    ['/latest 0', /أعرض من خبر واحد إلى 20/],
    ['/related 99', /ليس في آخر قائمة خبر رقمه 99؛ أرقامها من 1 إلى 7/],
    ['/related غدًا', /اكتب رقم الخبر/],
    ['/nonsense', /لا أعرف الأمر \/nonsense/],
    ['/lastet', /لعلّك تقصد \/latest/],
    ['🙂🙂🙂', /أنا هنا/],
    ['؟؟', /لم أفهم/],
    ['ما رأيك في الطقس؟', /لم أجد خبرًا عن «ما رأيك في الطقس؟»/],
    ['سفينة الابحاث', /نتائج البحث عن[\s\S]*ميناء الشمال يستقبل/],
    ['أخبار السفينة', /نتائج البحث عن «السفينة»[\s\S]*ميناء الشمال يستقبل/],
    ['ماذا فاتني', /ما لم يدخل آخر موجز/],
    ['ق'.repeat(1000), /لم أفهم/],
  ])('is answered clearly on %j', async (text, answer) => {
    if (text.startsWith('/related')) await talk.ask('/latest 20');
    expect(seen(await talk.ask(text))).toMatch(answer);
  });

  test('chooses topics with switches in one message', async () => {
    const menu = messageOf(await talk.ask('/topics'));
    const chosen = await talk.press(menu, 'topics sports');
    expect(chosen.kind).toBe('edited');
    expect(seen(chosen)).toContain('اخترت: ');
    expect(seen(await talk.ask('/latest'))).toMatch(/من موضوعاتك: [\s\S]*فريق الميناء/);
    expect(seen(await talk.press(messageOf(chosen), 'topics all'))).toContain('الموضوعات كلّها');
    expect(seen(await talk.ask('/latest'))).toContain('الأمطار');
  });

  test('changes the language, and everything follows', async () => {
    const greeting = messageOf(await talk.ask('/start'));
    expect(seen(await talk.press(greeting, 'language en'))).toContain('I will speak English');
    expect(seen(await talk.ask('/latest'))).toMatch(/Latest news[\s\S]*2 hours ago/);
    expect(seen(await talk.ask('/help'))).toMatch(/\/related \[n\] — Stories related/);
    expect(seen(await talk.ask('/start'))).toContain('1. Harbour library');
    expect(seen(await talk.ask('/language klingon'))).toMatch(
      /I do not speak “klingon” yet\. I speak Arabic.*English.*:/,
    );
    expect(seen(await talk.ask('/help'))).toContain(`/language [${LANGUAGES.join('|')}] — `);
    expect(seen(await talk.ask('/language عربي'))).toContain('سأكلّمك بالعربية');
  });

  test('learns what is kept and has it deleted', async () => {
    await talk.ask('/topics sports');
    const privacy = messageOf(await talk.ask('/privacy'));
    const question = messageOf(await talk.press(privacy, 'forget'));
    expect(seen(await talk.press(question, 'forget yes'))).toContain('مُحي');
    expect(seen(await talk.ask('/topics'))).toContain('الموضوعات كلّها');
    expect(seen(await talk.ask('/related 1'))).toContain('لم أعرض عليك أخبارًا بعد');
  });

  test.each([
    ['شكراً', 'العفو'],
    ['شكراااا 🙏', 'العفو'],
    ['السلام عليكم ورحمة الله', 'وعليكم السلام'],
    ['مرحبا!', 'أهلًا بك'],
    ['Thank you very much.', 'العفو'],
    ['hi', 'أهلًا بك'],
    ['👍', 'أنا هنا'],
  ])('is polite and is answered so: %s', async (said, expected) => {
    const answer = messageOf(await talk.ask(said));
    expect(answer.text).toMatch(new RegExp(`^${expected}.*آخر الأخبار`));
    expect(answer.text?.length).toBeLessThan(120);
    expect(commandsOf(answer)).toEqual(expect.arrayContaining(['latest', 'help']));
  });

  test('gets one answer to a letter that the client cut into messages', async () => {
    const before = talk.world.messages.of(READER).length;
    const parts = ['كلمة '.repeat(800), 'كلمة '.repeat(700), 'خاتمة'];
    expect(seen(await talk.ask(parts[0] ?? ''))).toMatch(/لم أفهم/);
    for (const text of parts.slice(1)) talk.world.say({ chatId: READER, fromId: READER, text });
    expect(seen(await talk.ask('/latest'))).toContain('آخر الأخبار');
    expect(talk.world.messages.of(READER).length - before).toBe(parts.length + 3);
    expect(seen(await talk.ask('خاتمة'))).toContain('لم أجد خبرًا');
  });

  test('gets one answer to a search that the client cut into messages', async () => {
    const before = talk.world.messages.of(READER).length;
    expect(seen(await talk.ask(`/search ${'ميناء '.repeat(680)}`))).toContain('نتائج البحث عن');
    talk.world.say({ chatId: READER, fromId: READER, text: 'ميناء '.repeat(150) });
    expect(seen(await talk.ask('/latest'))).toContain('آخر الأخبار');
    expect(talk.world.messages.of(READER).length - before).toBe(5);
  });

  test('is answered what was asked when more than a courtesy is said', async () => {
    expect(seen(await talk.ask('hello library'))).toContain('Harbour library');
    expect(seen(await talk.ask('/start'))).toContain('أبرز ما لديّ الآن');
  });

  test('sees the sources and the commands', async () => {
    expect(seen(await talk.ask('/sources'))).toMatch(
      /6 مصادر\. المحفوظ منها: 7 مقالات\.[\s\S]*أطلس — مقالتان · العربية/,
    );
    const help = seen(await talk.ask('/help'));
    for (const command of ['/latest', '/related', '/topics', '/language', '/sources', '/privacy'])
      expect(help).toContain(command);
  });

  test('never made a call that the Bot API does not know', () => {
    expect(talk.world.journal.length).toBeGreaterThan(40);
    expect(talk.offences()).toEqual([]);
    expect(talk.log.filter((line) => line.level !== 'info')).toEqual([]);
  });
});

describe('in Arabic text', () => {
  test('foreign runs are isolated, lines start from the right, rows of buttons are turned', async () => {
    await using talk = await openTalk({ articles: ARTICLES });
    const answer = await talk.ask('/latest');
    expect(textOf(answer)).toContain('\u2068iPhone 15 Pro\u2069');
    for (const line of textOf(answer).split('\n').filter(Boolean)) {
      expect(line).toMatch(/^[\u200f\u2067\p{Script=Arabic}]/u);
    }
    const greeting = messageOf(await talk.ask('/start'));
    expect(greeting.reply_markup?.inline_keyboard[0]?.map((button) => button.text)).toEqual([
      'الموضوعات',
      'آخر الأخبار',
    ]);
  });
});

describe('groups and channels', () => {
  test('readers are answered, chatter is not, and only administrators change anything', async () => {
    await using talk = await openTalk({ articles: ARTICLES });
    const guest = talk.world.addUser({ id: 2002, first_name: 'زائر', language_code: 'ar' }).id;
    talk.world.setMember({ chatId: FORUM, userId: guest, status: 'member', byId: READER });
    const inForum = (text: string, more: object = {}) => ({ text, chatId: FORUM, fromId: guest, ...more });

    expect(seen(await talk.ask(inForum('/latest')))).toContain('آخر الأخبار');
    expect(await talk.meetsSilence(inForum('صباح الخير للجميع'))).toBe(true);
    expect(await talk.meetsSilence(inForum('/latest@another_bot'))).toBe(true);
    expect(seen(await talk.ask(inForum('@mujaz_playground_bot آخر الأخبار')))).toContain('آخر الأخبار');
    expect(seen(await talk.ask(inForum('/language en')))).toContain('لمشرفيها وحدهم');
    expect(seen(await talk.ask({ text: '/language en', chatId: FORUM, fromId: READER }))).toContain(
      'I will speak English',
    );
    const menu = messageOf(await talk.ask(inForum('/topics')));
    expect((await talk.press(menu, 'topics sports', guest)).kind).toBe('notice');
    expect((await talk.press(menu, 'topics sports', READER)).kind).toBe('edited');
    expect(talk.offences()).toEqual([]);
  });

  test('an anonymous administrator counts as one, and a forum topic is answered in itself', async () => {
    await using talk = await openTalk({ articles: ARTICLES });
    const anonymous = await talk.ask({ text: '/language en', chatId: FORUM, senderChatId: FORUM });
    expect(seen(anonymous)).toContain('I will speak English');
    const topics = talk.world.chats.get(FORUM)?.topics ?? [];
    const threadId = topics.find((topic) => topic.name === 'رياضة')?.message_thread_id ?? 0;
    const answer = messageOf(await talk.ask({ text: '/latest', chatId: FORUM, threadId }));
    expect(answer.message_thread_id).toBe(threadId);
    expect(talk.offences()).toEqual([]);
  });

  test('words that are said back are never cut within a character', async () => {
    await using talk = await openTalk({ articles: ARTICLES, settings: { ADMIN_IDS: String(READER) } });
    for (const command of [
      '/topics',
      '/latest',
      '/language',
      '/timezone',
      '/removesource',
      '/settings @ا',
      '/',
    ]) {
      for (const before of ['', 'x']) {
        const answer = await talk.ask(`${command} ${before}${'😀'.repeat(60)}`.replace('/ ', '/'));
        expect.soft(textOf(answer).isWellFormed(), command).toBe(true);
        expect.soft(textOf(answer), command).not.toMatch(/😀{32}/u);
      }
    }
    expect(talk.offences()).toEqual([]);
  });

  test('a channel answers a command posted in it', async () => {
    await using talk = await openTalk({ articles: ARTICLES });
    expect(seen(await talk.ask({ text: '/latest 2', chatId: CHANNEL }))).toContain('آخر الأخبار');
    expect(talk.offences()).toEqual([]);
  });

  test('a channel is asked for nothing that only a person can give: Telegram refuses such keyboards there', async () => {
    await using talk = await openTalk({ articles: ARTICLES });
    for (const text of ['/timezone here', '/subscribe channel', '/start', '/settings', '/help', '/follow'])
      await talk.ask({ text, chatId: CHANNEL });
    const posts = talk.world.journal.filter(({ parameters }) => Number(parameters.chat_id) === CHANNEL);
    expect(posts).not.toHaveLength(0);
    expect(posts.filter(({ answer }) => !(answer as { ok: boolean }).ok)).toEqual([]);
  });
});

describe('when Telegram is difficult', () => {
  test('a refused answer is repeated after the wait it asks for, and sent once', async () => {
    await using talk = await openTalk({ articles: ARTICLES });
    talk.world.faults.next(
      { method: 'sendMessage' },
      { status: 429, description: 'Too Many Requests: retry after 3', retryAfter: 3 },
    );
    expect(seen(await talk.ask('/latest'))).toContain('آخر الأخبار');
    const sends = talk.world.journal.filter((call) => call.method === 'sendMessage');
    expect(sends.map((call) => (call.answer as { ok: boolean }).ok)).toEqual([false, true]);
  });

  test('a button of a message that is gone is answered in a new one', async () => {
    await using talk = await openTalk({ articles: ARTICLES });
    const list = messageOf(await talk.ask('/latest 3'));
    talk.world.faults.next(
      { method: 'editMessageText' },
      { status: 400, description: 'Bad Request: message to edit not found' },
    );
    const answer = await talk.press(list, />/);
    expect(answer.kind).toBe('message');
    expect(seen(answer)).toContain('4. ');
  });

  test('one failing answer is logged without its text and the next question is answered', async () => {
    await using talk = await openTalk({ articles: ARTICLES });
    talk.world.faults.next(
      { method: 'sendMessage' },
      { status: 403, description: 'Forbidden: bot was blocked by the user' },
    );
    talk.world.say({ chatId: READER, fromId: READER, text: '/latest' });
    expect(seen(await talk.ask('/help'))).toContain('/latest');
    const warnings = talk.log.filter((line) => line.level === 'warn');
    expect(warnings).toEqual([
      {
        level: 'warn',
        event: 'answer refused',
        fields: {
          kind: 'message',
          method: 'sendMessage',
          code: 403,
          reason: 'Forbidden: bot was blocked by the user',
        },
      },
    ]);
  });
});

describe('menus', () => {
  test('are registered in both languages, and not again when nothing changed', async () => {
    await using talk = await openTalk({ articles: [] });
    const calls = talk.world.journal.map((call) => [call.method, call.parameters.language_code]);
    expect(calls).toEqual(
      expect.arrayContaining([
        ['setMyCommands', undefined],
        ['setMyCommands', 'ar'],
        ['setMyCommands', 'en'],
        ['setMyName', 'en'],
        ['setMyDescription', 'ar'],
        ['setMyDescription', 'en'],
        ['setMyShortDescription', 'ar'],
        ['setMyShortDescription', 'en'],
      ]),
    );
    // This bot is already called موجز.
    expect(calls).not.toContainEqual(['setMyName', 'ar']);
  });

  test('without any news say so', async () => {
    await using talk = await openTalk({ articles: [] });
    expect(seen(await talk.ask('/start'))).toContain('لا أخبار لديّ بعد');
    expect(seen(await talk.ask('/latest'))).toContain('لا أخبار لديّ بعد');
    expect(seen(await talk.ask('/sources'))).toContain('لا مصادر لديّ بعد');
    expect(seen(await talk.ask('/related'))).toContain('لم أعرض عليك أخبارًا بعد');
  });
});
