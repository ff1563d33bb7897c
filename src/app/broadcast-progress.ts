import type { Content } from '../domain/message.ts';
import type { Log } from '../domain/ports.ts';
import { progressContent } from './broadcast-view.ts';
import type { Broadcasts } from './broadcasts.ts';
import type { Chats } from './chats.ts';
import type { Idle } from './polling.ts';

/** Telegram takes about twenty changes of a message a minute; so often it is changed, in ms. */
const EVERY = 5000;

export interface ProgressDoors {
  broadcasts: Pick<Broadcasts, 'tell'>;
  chats: Chats;
  /** Changes a message of ours; false when it can no longer be changed. */
  edit(chatId: number, messageId: number, content: Content): Promise<boolean>;
  log: Log;
}

/** Keeps the message that tells how far a broadcast has come up to date, until the signal aborts. */
export async function tellProgress(doors: ProgressDoors, idle: Idle, signal: AbortSignal): Promise<void> {
  const { broadcasts, chats, edit, log } = doors;
  while (!signal.aborted) {
    try {
      await broadcasts.tell(async (chatId, messageId, progress) => {
        const voice = chats.voice(await chats.chat(chatId, 'private'));
        return edit(chatId, messageId, progressContent(progress, voice));
      });
    } catch (error) {
      log.warn('progress of a broadcast not told', {
        reason: error instanceof Error ? error.name : 'unknown',
      });
    }
    await idle(EVERY, signal);
  }
}
