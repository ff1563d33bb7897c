import type { Hono } from 'hono';
import * as z from 'zod';
import { GENERAL_TOPIC } from './chats.ts';
import type { InlineResult } from './inline-results.ts';
import { act } from './page-act.ts';
import { pageMessage } from './page-view.ts';
import type { World } from './world.ts';

/** A client waits so long for a bot's cards, in ms, and then shows none. */
const PATIENCE = 5000;
/** Telegram keeps an answer so many seconds where the bot does not say. */
const CACHE_TIME = 300;

const askBody = z.object({ query: z.string().max(256), offset: z.string().max(64).optional() });
const chooseBody = z.object({
  chat_id: z.int(),
  query_id: z.string(),
  result_id: z.string(),
  message_thread_id: z.int().optional(),
});

/** `POST /playground/inline` asks the bot for cards; `POST /playground/choose` sends one of them as the reader's own. */
export function registerPageInline<Env extends object>(
  app: Hono<Env>,
  world: World,
  closing: AbortSignal,
): void {
  const kept = new Map<string, { queryId: string; until: number }>();
  app.post('/playground/inline', (c) =>
    act(c, askBody, async ({ query, offset }) => {
      // Who changes language on the page is somebody else to the bot, as a client in that language would be.
      const own = JSON.stringify([query, offset, world.reader.language_code]);
      const everybodys = JSON.stringify([query, offset]);
      const known = [own, everybodys]
        .map((key) => kept.get(key))
        .find((one) => one && world.now() < one.until);
      const queryId =
        known !== undefined
          ? known.queryId
          : world.inlineQuery({
              fromId: world.reader.id,
              query,
              ...(offset === undefined ? {} : { offset }),
            });
      const { promise: given, resolve: giveUp } = Promise.withResolvers<undefined>();
      const waiting = AbortSignal.any([closing, AbortSignal.timeout(PATIENCE)]);
      waiting.addEventListener('abort', () => giveUp(undefined));
      const answer = await Promise.race([world.inlineQueries.answered(queryId), given]);
      if (answer && known?.queryId !== queryId) {
        const seconds = (answer.cache_time as number | undefined) ?? CACHE_TIME;
        kept.set(answer.is_personal === true ? own : everybodys, {
          queryId,
          until: world.now() + seconds * 1000,
        });
      }
      const results = (answer?.results ?? []) as InlineResult[];
      return {
        query_id: queryId,
        results: results.map(({ id, title, description }) => ({ id, title, description })),
        ...(answer?.button === undefined ? {} : { button: answer.button }),
      };
    }),
  );
  app.post('/playground/choose', (c) =>
    act(c, chooseBody, ({ chat_id, query_id, result_id, message_thread_id }) => {
      const { message_id } = world.chooseInline({
        chatId: chat_id,
        fromId: world.reader.id,
        queryId: query_id,
        resultId: result_id,
        threadId: message_thread_id === GENERAL_TOPIC ? undefined : message_thread_id,
      });
      return { message: pageMessage(world, world.message(chat_id, message_id)) };
    }),
  );
}
