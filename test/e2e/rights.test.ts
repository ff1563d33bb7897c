/** Who may set up a chat's digests, and who may not, whatever they try. */
import { describe, expect, test } from 'vitest';
import { CHANNEL, commandsOf, FORUM, messageOf, openTalk, READER, seen } from '../support/talk.ts';

const STRANGER = 3003;

type Talk = Awaited<ReturnType<typeof openTalk>>;

/** A bot whose channel has a digest at 08:00, and a person who has no part in it. */
async function openChannel(): Promise<Talk> {
  const talk = await openTalk({});
  talk.world.addUser({ id: STRANGER, first_name: 'غريب', language_code: 'ar' });
  expect(seen(await talk.ask('/subscribe @mujaz_morning 08:00 Cairo'))).toContain('سيصل الموجز اليومي');
  return talk;
}

/** The channel's board as its owner sees it in private. */
async function board(talk: Talk): Promise<string> {
  return seen(await talk.ask('/settings @mujaz_morning'));
}

const byStranger = (text: string) => ({ text, chatId: STRANGER, fromId: STRANGER });

describe('a channel', () => {
  test('is not touched by what a stranger writes', async () => {
    await using talk = await openChannel();
    const before = await board(talk);
    const orders = [
      '/subscribe @mujaz_morning 20:00',
      'اشترك @mujaz_morning 20:00',
      '/subscribe https://t.me/mujaz_morning 20:00',
      `/subscribe ${CHANNEL} 20:00`,
      '/unsubscribe @mujaz_morning',
      `/unsubscribe ${CHANNEL} all`,
      '/settings @mujaz_morning',
      `/settings ${CHANNEL} lang en`,
      `/settings ${CHANNEL} s1 x yes`,
      '/timezone @mujaz_morning London',
    ];
    // As nobody to the channel, and as one of its readers.
    for (const status of ['left', 'member'] as const) {
      talk.world.setMember({ chatId: CHANNEL, userId: STRANGER, status });
      for (const order of orders) {
        const answer = seen(await talk.ask(byStranger(order)));
        expect(answer, order).toContain('لستَ مشرفًا في');
        expect(answer, order).not.toContain('موجز الصباح');
      }
    }
    expect(await board(talk)).toBe(before);
    expect(talk.offences()).toEqual([]);
  });

  test('is not touched by an administrator who may not post', async () => {
    await using talk = await openChannel();
    const before = await board(talk);
    talk.world.setMember({
      chatId: CHANNEL,
      userId: STRANGER,
      status: 'administrator',
      rights: { can_invite_users: true },
    });
    expect(seen(await talk.ask(byStranger('/unsubscribe @mujaz_morning')))).toContain('ليس لك حقّ النشر');
    const post = messageOf(await talk.ask({ text: '/settings', chatId: CHANNEL }));
    expect((await talk.press(post, /lang$/, STRANGER)).kind).toBe('notice');
    expect(await board(talk)).toBe(before);
  });

  test('is not touched by a forwarded post, a deep link or a shared name', async () => {
    await using talk = await openChannel();
    const before = await board(talk);
    const { world } = talk;
    const order = world.say({ chatId: CHANNEL, fromId: READER, text: '/privacy' });
    const post = world.messages.get(CHANNEL, order.message_id);
    if (post) post.message.text = '/unsubscribe';
    const forwarded = await talk.after(
      () =>
        world.forward({
          chatId: STRANGER,
          fromId: STRANGER,
          fromChatId: CHANNEL,
          messageId: order.message_id,
        }),
      STRANGER,
    );
    expect(seen(forwarded)).toContain('رسالة محوَّلة');
    for (const link of [`settings${CHANNEL}`, 'subscribe_mujaz_morning', `${CHANNEL}`]) {
      expect(seen(await talk.ask(byStranger(`/start ${link}`)))).not.toContain('الموجز القادم');
    }
    const shared = await talk.after(
      () => world.sharedChat({ fromId: STRANGER, requestId: 1, sharedChatId: CHANNEL }),
      STRANGER,
    );
    expect(seen(shared)).toContain('لستَ مشرفًا في');
    expect(await board(talk)).toBe(before);
  });

  test("is not touched by anybody's press on a button of its owner", async () => {
    await using talk = await openChannel();
    const before = await board(talk);
    const { world } = talk;
    // A board posted in the channel, pressed by one of its readers.
    world.setMember({ chatId: CHANNEL, userId: STRANGER, status: 'member' });
    const post = messageOf(await talk.ask({ text: '/settings', chatId: CHANNEL }));
    const notice = await talk.press(post, /lang$/, STRANGER);
    expect(notice.kind).toBe('notice');
    expect(seen(notice)).toContain('هذه القناة');
    // The channel's board in a group, pressed by an administrator of the group.
    world.setMember({ chatId: FORUM, userId: STRANGER, status: 'administrator' });
    const inGroup = messageOf(await talk.ask({ text: '/settings @mujaz_morning', chatId: FORUM }));
    expect(seen(await talk.press(inGroup, /send$/, STRANGER))).toContain('لستَ مشرفًا في');
    // A press with data of one's own making on a message of one's own.
    const own = messageOf(await talk.ask(byStranger('/help')));
    for (const data of [
      `settings ${CHANNEL} s1 x yes`,
      `unsubscribe ${CHANNEL} all`,
      `subscribe ${CHANNEL} 5:00`,
    ]) {
      const press = () =>
        world.press({ chatId: STRANGER, messageId: own.message_id, fromId: STRANGER, data });
      expect(seen(await talk.after(press, STRANGER))).toContain('لستَ مشرفًا في');
    }
    expect(await board(talk)).toBe(before);
    expect(talk.offences()).toEqual([]);
  });

  test('is lost to one who was its administrator when the button was made', async () => {
    await using talk = await openChannel();
    talk.world.setMember({
      chatId: CHANNEL,
      userId: STRANGER,
      status: 'administrator',
      rights: { can_post_messages: true },
    });
    const stale = messageOf(await talk.ask(byStranger('/settings @mujaz_morning')));
    expect(commandsOf(stale).length).toBeGreaterThan(3);
    talk.world.setMember({ chatId: CHANNEL, userId: STRANGER, status: 'left' });
    const before = await board(talk);
    for (const data of commandsOf(stale).filter((command) => !command.startsWith('subscribe'))) {
      expect(seen(await talk.press(stale, data, STRANGER))).toContain('لستَ مشرفًا في');
    }
    expect(await board(talk)).toBe(before);
  });

  test.each([
    [{ status: 'administrator', rights: {} }, /ليس لي حقّ النشر/],
    [{ status: 'left' }, /لستُ مشرفًا/],
    [{ status: 'kicked' }, /لستُ مشرفًا/],
  ] as const)(
    'that lost the bot in between (%j) is not subscribed, and it is said why',
    async (bot, sentence) => {
      await using talk = await openTalk({});
      const { world } = talk;
      world.setMember({ chatId: CHANNEL, userId: world.bot.id, ...bot });
      const shared = await talk.after(() =>
        world.sharedChat({ fromId: READER, requestId: 1, sharedChatId: CHANNEL }),
      );
      expect(seen(shared)).toMatch(sentence);
      expect(seen(await talk.ask('/subscribe @mujaz_morning 08:00'))).toMatch(sentence);
      world.setMember({
        chatId: CHANNEL,
        userId: world.bot.id,
        status: 'administrator',
        rights: { can_post_messages: true },
      });
      expect(await board(talk)).toContain('لا اشتراك في موجز هنا بعد');
    },
  );

  test('is no group, no person and no name that nobody has', async () => {
    await using talk = await openTalk({});
    talk.world.addChat({ id: -1001000000077, type: 'supergroup', title: 'ساحة', username: 'mujaz_square' });
    expect(seen(await talk.ask('/subscribe @mujaz_square'))).toContain('ليست قناة');
    expect(seen(await talk.ask('/subscribe @nosuch'))).toContain('لا أجد قناة');
    expect(seen(await talk.ask('/subscribe -1001999999999'))).toContain('لا أجد قناة');
    expect(
      seen(await talk.ask({ text: '/subscribe @mujaz_morning', chatId: FORUM, senderChatId: FORUM })),
    ).toContain('لا أرى من يكتب هنا');
  });
});

describe('a group', () => {
  test('is set up by its administrators, anonymous ones included, and by nobody else', async () => {
    await using talk = await openTalk({});
    const { world } = talk;
    world.addUser({ id: STRANGER, first_name: 'عضو', language_code: 'ar' });
    world.setMember({ chatId: FORUM, userId: STRANGER, status: 'member' });
    world.addChat({ id: -1001000000088, type: 'channel', title: 'قناة ضيفة' });
    const member = (text: string) => ({ text, chatId: FORUM, fromId: STRANGER });
    for (const text of [
      '/subscribe 08:00',
      '/unsubscribe',
      '/settings',
      '/timezone Cairo',
      '/topics sports',
    ]) {
      expect(seen(await talk.ask(member(text)))).toContain('لمشرفيها وحدهم');
    }
    const guest = { text: '/subscribe 08:00', chatId: FORUM, senderChatId: -1001000000088 };
    expect(seen(await talk.ask(guest))).toContain('لمشرفيها وحدهم');

    const anonymous = { text: '/subscribe 08:00 Cairo', chatId: FORUM, senderChatId: FORUM };
    expect(seen(await talk.ask(anonymous))).toContain('سيصل الموجز اليومي إلى هذه المجموعة');
    const shown = messageOf(await talk.ask({ text: '/settings', chatId: FORUM }));
    for (const data of commandsOf(shown).filter((command) => command.startsWith('settings'))) {
      expect((await talk.press(shown, data, STRANGER)).kind).toBe('notice');
    }
    expect(seen(await talk.ask(member('/latest')))).toContain('لا أخبار لديّ بعد');
    expect(talk.offences()).toEqual([]);
  });

  test('has digests of its own in each topic', async () => {
    await using talk = await openTalk({});
    const [, sports, economy] = talk.world.chats.get(FORUM)?.topics ?? [];
    const inTopic = (threadId: number | undefined, text: string) => ({
      text,
      chatId: FORUM,
      ...(threadId === undefined ? {} : { threadId }),
    });
    const first = await talk.ask(inTopic(sports?.message_thread_id, '/subscribe رياضة 07:00 Riyadh'));
    expect(seen(first)).toMatch(/إلى هذا الموضوع من مواضيع المجموعة[\s\S]*الموضوعات: رياضة/);
    expect(messageOf(first).message_thread_id).toBe(sports?.message_thread_id);
    await talk.ask(inTopic(economy?.message_thread_id, '/subscribe اقتصاد 18:00'));
    expect(seen(await talk.ask(inTopic(undefined, '/settings')))).toContain('لا اشتراك في موجز هنا بعد');
    const page = await talk.ask(inTopic(economy?.message_thread_id, '/settings'));
    expect(seen(page)).toMatch(
      /هذا الموضوع من مواضيع المجموعة[\s\S]*اشتراك واحد[\s\S]*والاشتراكات لهذا الموضوع/,
    );
    const digest = await talk.press(messageOf(page), /s\d+$/);
    expect(seen(digest)).toMatch(/الساعة 18:00 بتوقيت الرياض[\s\S]*اقتصاد/);
    // A digest of one topic is not reached from another.
    const other = messageOf(await talk.ask(inTopic(sports?.message_thread_id, '/settings')));
    const id = /s\d+/.exec(commandsOf(messageOf(page)).join(' '))?.[0] ?? '';
    const press = () =>
      talk.world.press({
        chatId: FORUM,
        messageId: other.message_id,
        fromId: READER,
        data: `settings ${id} x yes`,
      });
    expect(seen(await talk.after(press, FORUM))).toContain('لم يعد هذا الموجز قائمًا');
    await talk.ask(inTopic(sports?.message_thread_id, '/unsubscribe'));
    expect(seen(await talk.ask(inTopic(economy?.message_thread_id, '/settings')))).toContain('اشتراك واحد');
    expect(talk.offences()).toEqual([]);
  });

  test('that throws the bot out in between gets nothing stored', async () => {
    await using talk = await openTalk({});
    const { world } = talk;
    world.say({ chatId: FORUM, fromId: READER, text: '/subscribe 08:00' });
    world.setMember({ chatId: FORUM, userId: world.bot.id, status: 'kicked' });
    await talk.logged('answer refused');
    await talk.after(
      () => world.setMember({ chatId: FORUM, userId: world.bot.id, status: 'administrator' }),
      FORUM,
    );
    expect(seen(await talk.ask({ text: '/settings', chatId: FORUM }))).toContain('لا اشتراك في موجز هنا بعد');
  });
});

test('the menu of a group shows its readers what they may use, and its administrators everything', async () => {
  await using talk = await openTalk({});
  const named = (type: string) =>
    talk.world.journal
      .filter(({ method, parameters }) => {
        const scope = parameters.scope as { type?: string } | undefined;
        return method === 'setMyCommands' && scope?.type === type;
      })
      .map(({ parameters }) => (parameters.commands as { command: string }[]).map(({ command }) => command));
  const [readers, administrators] = [named('all_group_chats'), named('all_chat_administrators')];
  expect([readers.length, administrators.length]).toEqual([3, 3]);
  for (const menu of readers) {
    expect(menu).toEqual(expect.arrayContaining(['latest', 'search', 'help']));
    expect(menu).not.toContain('subscribe');
    expect(menu).not.toContain('settings');
  }
  for (const menu of administrators) expect(menu).toEqual(expect.arrayContaining(['subscribe', 'settings']));
});
