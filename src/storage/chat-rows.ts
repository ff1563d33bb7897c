import type { Chat, Preferences } from '../domain/chat.ts';
import { preferencesShape } from '../domain/chat.ts';
import type { Session } from './driver.ts';

/** What a chat has chosen, from its row; a choice that this program does not know (any more) counts as not made. */
export function preferencesOf(stored: string | null): Preferences {
  const chosen: Record<string, unknown> = JSON.parse(stored ?? '{}');
  const read = preferencesShape.safeParse(chosen);
  if (read.success) return read.data;
  for (const { path } of read.error.issues) delete chosen[String(path[0])];
  return preferencesShape.parse(chosen);
}

/** Stores a chat's choices; whether it may be written to stays as it is. */
export async function putChat(session: Session, { id, kind, preferences }: Chat): Promise<void> {
  await session.query(
    `insert into chats (id, kind, preferences) values ($1, $2, $3)
       on conflict (id) do update set kind = excluded.kind, preferences = excluded.preferences`,
    [id, kind, JSON.stringify(preferences)],
  );
}
