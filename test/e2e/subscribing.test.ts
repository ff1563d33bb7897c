/** Asking for digests and setting them up, through the real bot over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { HOUR } from '../support/articles.ts';
import { CHANNEL, commandsOf, messageOf, openTalk, READER, seen } from '../support/talk.ts';

/** Friday 26 January 2024, 09:00 UTC. */
const FRIDAY = Date.UTC(2024, 0, 26, 9);

type Talk = Awaited<ReturnType<typeof openTalk>>;

/** Presses one button after another, each on the message that the last one left. */
async function walk(talk: Talk, start: Awaited<ReturnType<Talk['ask']>>, ...presses: (string | RegExp)[]) {
  let answer = start;
  for (const press of presses) answer = await talk.press(messageOf(answer), press);
  return answer;
}

describe('a reader in a private chat', () => {
  let talk: Talk;
  const clock = { now: FRIDAY };
  beforeAll(async () => {
    talk = await openTalk({ now: () => clock.now });
  });
  afterAll(() => talk[Symbol.asyncDispose]());

  test('subscribes without a word about hours, is told the usual one and offered others', async () => {
    const answer = await talk.ask('/subscribe');
    expect(seen(answer)).toMatch(
      /اشتركتَ[\s\S]*كلّ يوم، الساعة 08:00 بتوقيت غرينتش[\s\S]*غدًا \(السبت، 27 يناير\)، الساعة 08:00[\s\S]*لم تذكر ساعة[\s\S]*لم تُختر منطقة زمنية/,
    );
    expect(seen(await talk.press(messageOf(answer), 'digest'))).toContain('معاينة');
    expect(seen(await talk.press(messageOf(answer), /at 18:00$/))).toMatch(
      /الساعة 18:00[\s\S]*اليوم \(الجمعة، 26 يناير\)، الساعة 18:00/,
    );
  });

  test.each([
    ['/subscribe ٠٨:٣٠', /الساعة 08:30 بتوقيت غرينتش/],
    ['/subscribe 8', /الساعة 08:00/],
    ['/subscribe 8pm', /الساعة 20:00/],
    ['/subscribe الثامنة صباحا', /الساعة 08:00/],
    ['اشترك الساعة السابعة مساء', /الساعة 19:00/],
    ['/subscribe 06:15, 18:45 القاهرة', /06:15 و18:45 بتوقيت القاهرة/],
    ['/subscribe Cairo 9', /09:00 بتوقيت القاهرة/],
    ['/subscribe 09:00 America/New_York', /09:00 بتوقيت نيويورك/],
  ])('changes the hour with %j', async (text, answer) => {
    expect(seen(await talk.ask(text))).toMatch(answer);
    expect(seen(await talk.ask('/settings'))).toContain('هنا اشتراك واحد');
  });

  const thirty = Array.from({ length: 30 }, (_, at) => `${Math.floor(at / 2)}:${at % 2 ? '30' : '00'}`);
  test.each([
    ['/subscribe 25:00', /«25:00» ليست ساعة أفهمها/],
    ['/subscribe 08:77', /«08:77» ليست ساعة أفهمها/],
    ['/subscribe @nosuch', /لا أجد قناة «@nosuch»/],
    ['/subscribe 08:00 Mars/Phobos', /لا أعرف مكانًا ولا منطقة زمنية باسم «Mars\/Phobos»/],
    ['/subscribe 08:00 طرابلس', /«طرابلس» اسم لأكثر من مكان/],
    ['/subscribe 12 مساء', /قد تعني ساعتين/],
    [`/subscribe ${thirty.join(', ')}`, /ذكرتَ من الساعات 30، وأقصى/],
    ['/timezone خرابيط', /لا أعرف مكانًا ولا منطقة زمنية باسم «خرابيط»/],
    ['/timezone Cario', /لعلّك تقصد/],
    ['/settings quiet ليلا', /اكتب ساعتين/],
  ])('is answered clearly on %j, and nothing is stored', async (text, answer) => {
    const before = seen(await talk.ask('/settings'));
    expect(seen(await talk.ask(text))).toMatch(answer);
    expect(seen(await talk.ask('/settings'))).toBe(before);
  });

  test('chooses between two cities of one name', async () => {
    const question = await talk.ask('/subscribe 08:00 طرابلس');
    expect(commandsOf(messageOf(question)).sort()).toEqual([
      'subscribe 08:00 Africa/Tripoli',
      'subscribe 08:00 Asia/Beirut',
    ]);
    expect(seen(await talk.press(messageOf(question), /Beirut/))).toContain('بتوقيت بيروت');
  });

  test('moves to another zone with all digests, by name, button and place', async () => {
    await talk.ask('/subscribe 08:00');
    await talk.ask('/subscribe رياضة 21:30');
    const moved = await talk.ask('/timezone دبي');
    expect(seen(moved)).toMatch(/توقيت دبي، والساعة فيه 13:00[\s\S]*انتقلت معه/);
    expect(seen(await walk(talk, await talk.ask('/timezone'), 'timezone Asia/Riyadh'))).toContain(
      'توقيت الرياض',
    );
    const asked = messageOf(await walk(talk, await talk.ask('/timezone'), 'timezone here'));
    const stored = talk.world.messages.get(READER, asked.message_id);
    expect(stored?.clientMarkup).toMatchObject({ keyboard: [[{ request_location: true }]] });
    const here = await talk.after(() =>
      talk.world.shareLocation({ chatId: READER, fromId: READER, latitude: 33.59, longitude: -7.62 }),
    );
    expect(seen(here)).toContain('توقيت الدار البيضاء');
    for (const digest of commandsOf(messageOf(await talk.ask('/settings'))).filter((each) =>
      /s\d+$/.test(each),
    ))
      expect(seen(await walk(talk, await talk.ask('/settings'), digest))).toContain('بتوقيت الدار البيضاء');
  });

  test('finds every choice in one message, which changes in place', async () => {
    await talk.ask('/unsubscribe all');
    await talk.ask('/subscribe 08:00');
    const board = await talk.ask('/settings');
    const id = messageOf(board).message_id;
    const steps: [string | RegExp, RegExp][] = [
      [/s\d+$/, /الموجز اليومي/],
      [/ h$/, /ساعات الموجز/],
      [/\+20:00/, /08:00 و20:00/],
      [/-08:00/, /الساعة 20:00/],
      [/s\d+$/, /الساعة 20:00/],
      [/ d$/, /أيام الموجز/],
      ['settings s3 d sunday-thursday', /الأحد – الخميس/],
      [/ d \+5/, /الجمعة/],
      [/s\d+$/, /الموجز اليومي/],
      [/ t$/, /موضوعات الموجز/],
      [/\+economy/, /الموضوعات: اقتصاد/],
      [/\+sports/, /الموضوعات: اقتصاد ورياضة/],
      [/s\d+$/, /الموجز اليومي/],
      [/ n$/, /حجم الموجز/],
      [/ n 20/, /حجم/],
      [/s\d+$/, /حتى 20 خبرًا/],
      [/home/, /الإعدادات/],
      [/show$/, /ما يعرضه/],
      [/leads off/, /ما يعرضه/],
      [/summaries off/, /ما يعرضه/],
      [/bothlanguages on/, /ما يعرضه/],
      [/hijri on/, /ما يعرضه/],
      [/rich on/, /ما يعرضه/],
      [/arabic on/, /ما يعرضه/],
      [/home/, /الإعدادات/],
      [/send$/, /كيف تُرسل/],
      [/silent on/, /كيف/],
      [/still on/, /كيف/],
      [/drop on/, /كيف/],
      [/home/, /الإعدادات/],
      [/quiet$/, /لا ساعات هدوء/],
      [/quiet 23:00 07:00/, /لا تنبيه بين ٢٣:٠٠ – ٠٧:٠٠/],
      [/home/, /٢٣:٠٠ – ٠٧:٠٠/],
      [/lang$/, /اختر اللغة/],
      [/lang en/, /Choose the language/],
      [/home/, /Language: English[\s\S]*Quiet hours: 23:00 – 07:00/],
    ];
    let answer = board;
    for (const [press, shows] of steps) {
      const command = typeof press === 'string' ? press.replace('s3', idOf(answer)) : press;
      answer = await talk.press(messageOf(answer), command);
      expect(messageOf(answer).message_id).toBe(id);
      expect(seen(answer)).toMatch(shows);
    }
    const chosen = await walk(talk, answer, /show$/);
    const marks = (messageOf(chosen).reply_markup?.inline_keyboard ?? []).flat().map(({ text }) => text);
    expect(marks.filter((mark) => mark.startsWith('✓'))).toEqual([
      '✓ The other language too',
      '✓ Hijri date',
      '✓ Rich messages',
      '✓ Arabic-Indic digits',
    ]);
  });

  /** `s3` of a board's commands. */
  function idOf(answer: Awaited<ReturnType<Talk['ask']>>): string {
    return /\bs\d+\b/.exec(commandsOf(messageOf(answer)).join(' '))?.[0] ?? '';
  }

  test('cannot take away the last hour or the last day', async () => {
    const pages = await walk(talk, await talk.ask('/settings'), /s\d+$/, / h$/);
    expect((await talk.press(messageOf(pages), /-20:00/)).kind).toBe('notice');
    const days = await walk(talk, await talk.ask('/settings'), /s\d+$/, / d$/, /friday-saturday/, /-6/);
    expect((await talk.press(messageOf(days), /-5/)).kind).toBe('notice');
  });

  test('gets no second digest on the same topics, and ten at most', async () => {
    await talk.ask('/unsubscribe all');
    const topics = [
      '',
      'world',
      'politics',
      'economy',
      'technology',
      'science',
      'health',
      'sports',
      'culture',
    ];
    for (const topic of topics) await talk.ask(`/subscribe ${topic} 08:00`);
    expect(seen(await talk.ask('/subscribe culture 09:00'))).toContain('new time');
    await talk.ask('/subscribe society 08:00');
    expect(seen(await talk.ask('/settings'))).toContain('10 subscriptions');
    expect(seen(await talk.ask('/subscribe environment 08:00'))).toContain(
      'as many as I offer: 10 subscriptions',
    );
    const taken = await walk(talk, await talk.ask('/settings'), /s\d+$/, / t$/, /\+culture/);
    expect(taken.kind).toBe('notice');
    expect(seen(await talk.ask('/unsubscribe'))).toContain('Which briefing shall I stop?');
    expect(seen(await talk.ask('/unsubscribe all'))).toContain('10 subscriptions');
  });

  test('is told its hours by one clock, also where the chat has another', async () => {
    await talk.ask('/timezone Cairo');
    await talk.ask('/subscribe 08:30 London');
    const why = await talk.ask('/why');
    expect(seen(why)).toMatch(/08:30, London time\.\nNext: .* at 08:30\./);
    // Nothing has come yet, so nothing was left out of it.
    expect(commandsOf(messageOf(why))).toEqual(['digest']);
    expect(seen(await talk.ask('/digest'))).toMatch(/Your next briefing comes .* at 08:30\./);
    await talk.ask('/timezone UTC');
  });

  test('stops a digest and takes it up again', async () => {
    await talk.ask('/subscribe 07:30');
    const stopped = await talk.ask('/unsubscribe');
    expect(seen(stopped)).toContain('is stopped');
    expect(seen(await talk.ask('/unsubscribe'))).toContain('There is no briefing here');
    expect(seen(await talk.press(messageOf(stopped), /^subscribe/))).toContain('07:30');
    const kept = await walk(talk, await talk.ask('/settings'), /s\d+$/, / x$/);
    expect(seen(await talk.press(messageOf(kept), /x yes$/))).toContain('no briefing here yet');
    expect(seen(await talk.press(messageOf(kept), /x yes$/))).toContain('no longer there');
  });

  test('stops nothing for words that name no digest, and brings all hours back that a button has room for', async () => {
    await talk.ask('/subscribe 06:00,09:00,13:00,18:00,21:00');
    const asked = await talk.ask('/unsubscribe sports');
    expect(seen(asked)).toContain('Which briefing shall I stop?');
    expect(commandsOf(messageOf(asked))).toEqual([expect.stringMatching(/^unsubscribe s\d+$/)]);
    const stopped = await talk.press(messageOf(asked), /^unsubscribe s/);
    expect(commandsOf(messageOf(stopped))).toEqual(['subscribe 06:00,09:00,13:00,18:00,21:00']);
  });

  test('keeps hours and zone of what is there when nothing else is said', async () => {
    await talk.ask('/timezone Dubai');
    await talk.ask('/subscribe sports 06:45 Cairo');
    const same = await talk.ask('/subscribe sports');
    expect(seen(same)).toMatch(/stays as it is[\s\S]*06:45, Cairo time/);
    const stopped = await talk.ask('/unsubscribe');
    expect(commandsOf(messageOf(stopped))).toEqual(['subscribe 06:45 sports']);
  });

  test('has a digest that follows the topics of the chat', async () => {
    await talk.ask('/topics all');
    await talk.ask('/subscribe 08:00');
    await talk.ask('/topics sports');
    expect(seen(await walk(talk, await talk.ask('/settings'), /s\d+$/))).toContain('Topics: Sports');
    await talk.ask('/topics all');
  });

  test('is offered hours at the start, and told what is kept', async () => {
    expect(commandsOf(messageOf(await talk.ask('/start')))).toEqual(
      expect.arrayContaining(['subscribe 08:00', 'subscribe 20:00', 'topics']),
    );
    expect(seen(await talk.ask('/privacy'))).toMatch(/time zone[\s\S]*briefing you ask for/);
    await talk.ask('/forget yes');
    expect(seen(await talk.ask('/settings'))).toContain('لا اشتراك في موجز هنا بعد');
  });

  test('is never told twice on one local day, whichever way the zone moves', async () => {
    await talk.ask('/subscribe 11:30 Asia/Riyadh');
    clock.now = FRIDAY + HOUR;
    // At 10:00 UTC clocks show 13:00 in Riyadh and 05:00 in New York, where 11:30 is still to come.
    expect(seen(await talk.ask('/timezone New York'))).toContain('اليوم (الجمعة، 26 يناير)، الساعة 11:30');
    clock.now = FRIDAY;
  });

  test('never made the bot say anything that the Bot API does not know', () => {
    expect(talk.offences()).toEqual([]);
    expect(talk.log.filter((line) => line.level !== 'info')).toEqual([]);
  });
});

describe('a channel chosen from a private chat', () => {
  test('is asked for with the rights it needs, and set up from there on', async () => {
    await using talk = await openTalk({});
    const asked = messageOf(await talk.ask('/subscribe channel'));
    expect(talk.world.messages.get(READER, asked.message_id)?.clientMarkup).toMatchObject({
      keyboard: [
        [
          {
            request_chat: {
              chat_is_channel: true,
              user_administrator_rights: { can_post_messages: true },
              bot_administrator_rights: { can_post_messages: true },
            },
          },
        ],
      ],
    });
    const shared = await talk.after(() =>
      talk.world.sharedChat({ fromId: READER, requestId: 1, sharedChatId: CHANNEL }),
    );
    expect(seen(shared)).toContain('سيصل الموجز اليومي إلى قناة «موجز الصباح»');
    const days = await walk(talk, shared, new RegExp(`^settings ${CHANNEL} s\\d+ d$`), /monday-friday/);
    expect(seen(days)).toContain('الاثنين – الجمعة');
    expect(seen(await talk.ask('/timezone @mujaz_morning Paris'))).toMatch(/«موجز الصباح»[\s\S]*باريس/);
    expect(seen(await talk.ask('/settings @mujaz_morning'))).toMatch(
      /قناة «موجز الصباح»[\s\S]*التوقيت: باريس/,
    );
    expect(seen(await talk.ask('/subscribe @mujaz_morning 21:00'))).toContain(
      'غيّرتُ موعد الموجز: قناة «موجز الصباح»',
    );
    // The private chat itself has neither.
    expect(seen(await talk.ask('/settings'))).toMatch(/لا اشتراك في موجز هنا بعد[\s\S]*غرينتش/);
    expect(seen(await talk.ask({ text: '/settings', chatId: CHANNEL }))).toContain('اشتراك واحد');
    expect(seen(await talk.ask('/unsubscribe @mujaz_morning'))).toContain('في قناة «موجز الصباح»');
    expect(talk.offences()).toEqual([]);
  });
});
