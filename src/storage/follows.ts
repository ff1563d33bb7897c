import type { ChatKind } from '../domain/chat.ts';
import type { Follow, FollowHit } from '../domain/follow.ts';
import type { FollowStore } from '../domain/follow-store.ts';
import type { Mailing } from '../domain/outbox.ts';
import type { ArticleRow } from './article-rows.ts';
import { articleOf } from './article-rows.ts';
import { preferencesOf } from './chat-rows.ts';
import type { Driver, Row, Session } from './driver.ts';
import { list, padded } from './driver.ts';
import { addDeliveries, addMessage } from './outbox.ts';
import { placeColumns, placeOf } from './places.ts';

interface FollowRow extends Row {
  id: number;
  chat_id: number;
  thread_id: number;
  kind: Follow['kind'];
  value: string;
  match_key: string;
  known: string | null;
  created_at: number;
}

interface HitRow extends Row {
  chat_id: number;
  thread_id: number;
  story_id: number;
  follow_id: number;
  state: FollowHit['state'];
  at: number;
}

const MARK = 'follows';

/** Articles find their stories in the order of their time, not of their ids: no mark may pass one that still waits. */
const FIRST_WITHOUT_STORY =
  'coalesce((select min(id) from articles where story_id is null), 9007199254740991)';

/** What chats want to hear of at once, and which stories they have had because of it. */
export function followMethods(driver: Driver): FollowStore {
  return {
    async addFollow(follow) {
      const [row] = await driver.query<FollowRow>(
        `insert into follows (chat_id, thread_id, kind, value, match_key, created_at, article_id, known)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (chat_id, thread_id, kind, match_key) do nothing returning *`,
        [
          ...placeColumns(follow),
          follow.kind,
          follow.value,
          follow.matchKey,
          follow.createdAt,
          follow.known?.[0] ?? null,
          follow.known ? JSON.stringify(follow.known) : null,
        ],
      );
      return row && followOf(row);
    },

    async removeFollow(id) {
      await driver.query('delete from follows where id = $1', [id]);
    },

    async followsOf(place) {
      const rows = await driver.query<FollowRow>(
        'select * from follows where chat_id = $1 and thread_id = $2 order by id',
        placeColumns(place),
      );
      return rows.map(followOf);
    },

    async follows() {
      const rows = await driver.query<FollowRow & { chat_kind: ChatKind; preferences: string }>(
        `select follows.*, chats.kind as chat_kind, chats.preferences from follows
           join chats on chats.id = follows.chat_id where chats.status = 'active' order by follows.id`,
      );
      return rows.map((row) => ({
        follow: followOf(row),
        chat: {
          id: row.chat_id,
          kind: row.chat_kind,
          preferences: preferencesOf(row.preferences),
        },
      }));
    },

    async articlesAfter(articleId, limit) {
      const rows = await driver.query<ArticleRow>(
        `select * from articles where id > $1 and id < ${FIRST_WITHOUT_STORY} order by id limit $2`,
        [articleId, limit],
      );
      return rows.map(articleOf);
    },

    async followMark() {
      const [row] = await driver.query<{ mark: number | null; newest: number | null }>(
        `select (select value from marks where name = $1) as mark,
           (select max(id) from articles where id < ${FIRST_WITHOUT_STORY}) as newest`,
        [MARK],
      );
      return { mark: row?.mark ?? 0, newest: row?.newest ?? 0 };
    },

    async endStoryFollows(before) {
      const ended = await driver.query(
        `delete from follows where kind = 'story' and created_at < $1 and not exists (
           select 1 from articles known join articles other on other.story_id = known.story_id
            where known.id = follows.article_id and other.first_seen >= $1) returning id`,
        [before],
      );
      return ended.length;
    },

    recordHits: ({ hits, developments = [], mark, now }) =>
      driver.transaction(async (session) => {
        let added = 0;
        for (const { hit, alert, known } of developments) {
          await renewHit(session, hit);
          await session.query('update follows set known = $2 where id = $1', [
            hit.followId,
            JSON.stringify(known),
          ]);
          added += 1;
          if (alert) await addAlert(session, alert, now);
        }
        for (const { hit, alert } of hits) {
          if (!(await addHit(session, hit))) continue;
          added += 1;
          if (alert) await addAlert(session, alert, now);
        }
        await session.query(
          'insert into marks (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
          [MARK, mark],
        );
        return added;
      }),

    async heldFor(place) {
      const rows = await driver.query<HitRow>(
        `select * from follow_hits where chat_id = $1 and thread_id = $2 and state = 'held' order by at, story_id`,
        placeColumns(place),
      );
      return rows.map(hitOf);
    },

    async hitOf(place, storyId) {
      const [row] = await driver.query<HitRow>(
        'select * from follow_hits where chat_id = $1 and thread_id = $2 and story_id = $3',
        [...placeColumns(place), storyId],
      );
      if (!row) return undefined;
      const [follow] = await driver.query<FollowRow>('select * from follows where id = $1', [row.follow_id]);
      return { hit: hitOf(row), ...(follow ? { follow: followOf(follow) } : {}) };
    },

    async placesHeld() {
      const rows = await driver.query<{ chat_id: number; thread_id: number }>(
        `select distinct chat_id, thread_id from follow_hits where state = 'held' order by chat_id, thread_id`,
      );
      return rows.map(placeOf);
    },

    async hitsSince(since, chatIds) {
      const ids = padded(chatIds ?? []);
      if (chatIds && ids.length === 0) return [];
      const theirs = chatIds ? `chat_id in (${list(ids.length, 2)}) and` : '';
      const rows = await driver.query<HitRow>(
        `select * from follow_hits where ${theirs} (at >= $1 or state = 'held') order by at, story_id`,
        [since, ...ids],
      );
      return rows.map(hitOf);
    },

    async settleHits(place, storyIds, state) {
      if (storyIds.length === 0) return;
      await driver.query(
        `update follow_hits set state = $3 where chat_id = $1 and thread_id = $2
           and story_id in (${list(storyIds.length, 4)})`,
        [...placeColumns(place), state, ...storyIds],
      );
    },
  };
}

async function addHit(session: Session, hit: FollowHit): Promise<boolean> {
  const added = await session.query(
    `insert into follow_hits (chat_id, thread_id, story_id, follow_id, state, at)
     values ($1, $2, $3, $4, $5, $6) on conflict (chat_id, thread_id, story_id) do nothing returning story_id`,
    [...placeColumns(hit), hit.storyId, hit.followId, hit.state, hit.at],
  );
  return added.length > 0;
}

/** The story may have been there before; what counts is what it was told for last. */
async function renewHit(session: Session, hit: FollowHit): Promise<void> {
  await session.query(
    `insert into follow_hits (chat_id, thread_id, story_id, follow_id, state, at)
     values ($1, $2, $3, $4, $5, $6) on conflict (chat_id, thread_id, story_id) do update
       set follow_id = excluded.follow_id, state = excluded.state, at = excluded.at`,
    [...placeColumns(hit), hit.storyId, hit.followId, hit.state, hit.at],
  );
}

async function addAlert(session: Session, { content, deliveries }: Mailing, now: number): Promise<void> {
  const messageId = await addMessage(session, { content, part: 1, now });
  await addDeliveries(
    session,
    deliveries.map((delivery) => ({ ...delivery, messageId })),
    now,
  );
}

function followOf(row: FollowRow): Follow {
  return {
    id: row.id,
    ...placeOf(row),
    kind: row.kind,
    value: row.value,
    matchKey: row.match_key,
    ...(row.known === null ? {} : { known: JSON.parse(row.known) as number[] }),
    createdAt: row.created_at,
  };
}

function hitOf(row: HitRow): FollowHit {
  return { ...placeOf(row), storyId: row.story_id, followId: row.follow_id, state: row.state, at: row.at };
}
