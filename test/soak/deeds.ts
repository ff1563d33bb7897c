import type { World } from '../../src/playground/world.ts';
import type { Place } from './crowd.ts';
import { QUERIES, saying } from './sayings.ts';

/** Names of what people can do, by how often they do it of a hundred times. */
const OFTEN = {
  say: 55,
  press: 22,
  inline: 8,
  edit: 4,
  reply: 4,
  comeAndGo: 3,
  forward: 2,
  share: 2,
} as const;
export type Deed = keyof typeof OFTEN;

export interface Doing {
  world: World;
  places: readonly Place[];
  /** A whole number in 0..n-1. */
  pick(n: number): number;
  /** The next minute of the day in UTC, HH:MM. */
  clock(): string;
}

/** One thing that somebody does somewhere; its name, or nothing where it could not be done. */
export async function doSomething(doing: Doing): Promise<Deed | undefined> {
  const { world, places, pick } = doing;
  const place = places[pick(places.length)] as Place;
  const fromId = place.people[pick(place.people.length)] as number;
  const thread = pick(3) > 0 ? place.threads[pick(Math.max(1, place.threads.length))] : undefined;
  const here = { chatId: place.chatId, fromId, threadId: thread };
  const deed = drawn(pick);
  const messages = world.messages.of(place.chatId);
  // A channel has no members who could be away; elsewhere only those who are in the chat write there.
  if (!world.members.present(place.chatId).includes(fromId) && place.kind !== 'private') return undefined;
  switch (deed) {
    case 'say':
      world.say({ ...here, text: saying(pick, doing.clock()) });
      return deed;
    case 'reply': {
      const target = messages.at(-1 - pick(Math.min(10, Math.max(1, messages.length))));
      if (!target || place.threads.length > 0) return undefined;
      world.say({
        ...here,
        text: pick(2) === 0 ? '/related' : '/summary',
        replyTo: target.message.message_id,
      });
      return deed;
    }
    case 'press': {
      const offered = messages
        .slice(-40)
        .flatMap(({ message }) =>
          (message.reply_markup?.inline_keyboard ?? [])
            .flat()
            .flatMap((button) =>
              typeof button.callback_data === 'string'
                ? [{ messageId: message.message_id, data: button.callback_data }]
                : [],
            ),
        );
      const button = offered[pick(Math.max(1, offered.length))];
      if (!button) return undefined;
      world.press({ chatId: place.chatId, fromId, ...button });
      return deed;
    }
    case 'inline': {
      const query = QUERIES[pick(QUERIES.length)] as string;
      const queryId = world.inlineQuery({ fromId, query, offset: pick(4) === 0 ? '10' : '' });
      const answer = await world.inlineQueries.answered(queryId);
      const [card] = (answer.results ?? []) as { id: string }[];
      if (card && place.kind !== 'channel') world.chooseInline({ ...here, queryId, resultId: card.id });
      return deed;
    }
    case 'edit': {
      const own = messages.filter(
        ({ byBot, message }) => !byBot && message.text !== undefined && !message.via_bot,
      );
      const said = own[pick(Math.max(1, own.length))];
      if (!said) return undefined;
      const { message_id: messageId } = said.message;
      world.editSaid({ chatId: place.chatId, messageId, text: saying(pick, doing.clock()) });
      return deed;
    }
    case 'forward': {
      const from = places[pick(places.length)] as Place;
      const original = world.messages.of(from.chatId).at(-1);
      if (!original || place.kind === 'channel') return undefined;
      world.forward({ ...here, fromChatId: from.chatId, messageId: original.message.message_id });
      return deed;
    }
    case 'share':
      if (place.kind !== 'private') return undefined;
      world.shareLocation({ ...here, latitude: pick(120) - 60, longitude: pick(360) - 180 });
      return deed;
    case 'comeAndGo':
      comeAndGo(doing, place, fromId);
      return deed;
  }
}

function drawn(pick: Doing['pick']): Deed {
  let at = pick(100);
  for (const [deed, often] of Object.entries(OFTEN)) {
    if (at < often) return deed as Deed;
    at -= often;
  }
  return 'say';
}

/** The bot is blocked or put out and let in again, or somebody becomes an administrator and ceases to be one. */
function comeAndGo({ world, pick }: Doing, { chatId, kind, people }: Place, fromId: number): void {
  if (kind === 'private') {
    world.block(fromId);
    if (pick(5) > 0) world.unblock(fromId);
    return;
  }
  const [owner, member] = people as [number, number];
  if (pick(2) === 0) {
    const status = pick(2) === 0 ? ('administrator' as const) : ('member' as const);
    if (member !== owner) world.setMember({ chatId, userId: member, status, byId: owner });
    return;
  }
  const back =
    kind === 'channel'
      ? {
          status: 'administrator' as const,
          rights: { can_post_messages: true, can_edit_messages: true },
        }
      : { status: 'member' as const };
  world.setMember({
    chatId,
    userId: world.bot.id,
    status: kind === 'channel' ? 'left' : 'kicked',
    byId: owner,
  });
  world.setMember({ chatId, userId: world.bot.id, byId: owner, ...back });
}
