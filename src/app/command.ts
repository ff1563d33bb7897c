import type { Desk } from './desk.ts';
import type { MenuEntry } from './menu.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** One slash command. Whatever else speaks of commands (help, menus, buttons) derives from this value. */
export interface Command extends MenuEntry {
  /** Whether these arguments change the chat; in groups only administrators may. */
  changes?(args: string): boolean;
  /** Whether these arguments, said in plain words, are for it; others are looked for in the news. */
  knows?(args: string, desk: Desk): boolean;
  run(request: Request, desk: Desk): Promise<Reply>;
}
