import type { Topic } from '../domain/topic.ts';
import type { Desk } from './desk.ts';
import type { MenuEntry } from './menu.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** One slash command. Whatever else speaks of commands (help, menus, buttons) derives from this value. */
export interface Command extends MenuEntry {
  /** Whether these arguments change the chat; in groups only administrators may. */
  changes?(args: string): boolean;
  /** What of a sentence that begins with its words, and of its arguments, is not for it and to be looked for in the news; nothing when all is. */
  passesOn?(args: string, desk: Desk, sentence: string): string | undefined;
  /** The arguments of a wish for it in a whole sentence; nothing when the sentence is none. */
  heardIn?(sentence: string, topics: readonly Topic[]): string | undefined;
  run(request: Request, desk: Desk): Promise<Reply>;
}
