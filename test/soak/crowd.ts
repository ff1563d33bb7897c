import type { World } from '../../src/playground/world.ts';

/** A chat of the simulated hour, and who speaks in it. */
export interface Place {
  chatId: number;
  kind: 'private' | 'group' | 'forum' | 'channel';
  language: 'ar' | 'en';
  /** Those who write there, an administrator first. */
  people: readonly number[];
  threads: readonly number[];
}

const PRIVATE = 10;
const GROUPS = 4;
const FORUMS = 3;
const CHANNELS = 3;

/** Twenty chats: ten readers, four groups, three forums and three channels, half of them in each language. */
export function gather(world: World): Place[] {
  const readers = Array.from({ length: PRIVATE }, (_, at) => {
    const language = at % 2 === 0 ? 'ar' : 'en';
    const { id } = world.addUser({
      id: 5001 + at,
      first_name: language === 'ar' ? `قارئ ${at}` : `Reader ${at}`,
      language_code: language,
    });
    return {
      chatId: id,
      kind: 'private' as const,
      language: language as 'ar' | 'en',
      people: [id],
      threads: [],
    };
  });
  const ids = readers.map(({ chatId }) => chatId);
  const rooms = Array.from({ length: GROUPS + FORUMS + CHANNELS }, (_, at): Place => {
    const language = at % 2 === 0 ? 'ar' : 'en';
    const kind = at < GROUPS ? 'group' : at < GROUPS + FORUMS ? 'forum' : 'channel';
    const owner = ids[at % ids.length] as number;
    const { id } = world.addChat({
      id: -1_003_000_000_000 - at,
      type: kind === 'channel' ? 'channel' : 'supergroup',
      title: language === 'ar' ? `مجلس ${at}` : `Room ${at}`,
      username: `room_${at}`,
      isForum: kind === 'forum',
      creatorId: owner,
      bot: kind === 'channel' ? 'administrator' : 'member',
      botRights: kind === 'channel' ? { can_post_messages: true, can_edit_messages: true } : {},
    });
    const threads = kind === 'forum' ? ['news', 'أخبار'].map((name) => world.addTopic(id, name)) : [];
    const people = [owner, ids[(at + 3) % ids.length] as number];
    if (people[1] !== undefined)
      world.setMember({ chatId: id, userId: people[1], status: 'member', byId: owner });
    return { chatId: id, kind, language, people, threads };
  });
  return [...readers, ...rooms];
}
