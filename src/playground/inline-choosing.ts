import { speak } from './doings.ts';
import { WorldError } from './errors.ts';
import type { InlineResult } from './inline-results.ts';
import { inlineContent } from './inline-results.ts';
import type { Message } from './shapes.ts';
import type { Stores } from './stores.ts';

export type InlineChoosing = {
  chatId: number;
  fromId: number;
  /** the inline query that was answered, and the card chosen of its answer */
  queryId: string;
  resultId: string;
  threadId?: number | undefined;
};

/** Somebody sends one of the cards that the bot offered: their own message, via the bot. */
export function chooseInline(world: Stores, { queryId, resultId, ...place }: InlineChoosing): Message {
  const results = (world.inlineQueries.answerTo(queryId)?.results ?? []) as InlineResult[];
  const chosen = results.find(({ id }) => id === resultId);
  if (chosen === undefined) throw new WorldError(`no card ${resultId} was offered for query ${queryId}`);
  const { text, entities, ...rest } = inlineContent(chosen);
  return speak(world, place, {
    text,
    ...(entities.length > 0 ? { entities } : {}),
    ...rest,
    via_bot: { ...world.bot },
  });
}
