import { answering } from './answering.ts';
import { chats } from './chats.ts';
import { editing } from './editing.ts';
import type { Method } from './method.ts';
import { profile } from './profile.ts';
import { receiving } from './receiving.ts';
import { sending } from './sending.ts';

/** Every method the playground knows, by Telegram's name. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...receiving,
  ...sending,
  ...editing,
  ...answering,
  ...chats,
  ...profile,
};

const byLowerCase = new Map(
  Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), { name, method }]),
);

/** A method by its name; letter case does not matter to Telegram. */
export function findMethod(name: string): { name: string; method: Method } | undefined {
  return byLowerCase.get(name.toLowerCase());
}
