import { LANGUAGES } from '../domain/languages.ts';
import { editDistance } from '../text/edit-distance.ts';
import { cutAt } from '../text/lengths.ts';
import { normalize } from '../text/normalize.ts';
import type { Command } from './command.ts';
import { spokenOf } from './menu.ts';

/**
 * What a message asks for. `unknown`: a command we do not have; `words`: no command at all;
 * `elsewhere`: a command for another bot of the group.
 */
export type Addressed =
  | { kind: 'command'; command: Command; args: string }
  | { kind: 'unknown'; name: string }
  | { kind: 'words' }
  | { kind: 'elsewhere' };

/** Longest text of which the beginning could be a command said in words. */
const LONGEST_WORDS = 200;

/**
 * Tells what a text asks for: `/name@bot arguments`, or, where plain words count, a command's words
 * followed by its arguments. Words are compared blind to spelling; the longest that fit win.
 */
export function readAddress(
  text: string,
  commands: readonly Command[],
  options: { botName: string; plainWords: boolean },
): Addressed {
  const slash = /^\s*\/([a-z0-9_]{1,64})(?:@([a-z0-9_]{1,64}))?(?:\s+([\s\S]*))?$/i.exec(text);
  if (slash) {
    const [, name = '', bot, args = ''] = slash;
    if (bot && bot.toLowerCase() !== options.botName.toLowerCase()) return { kind: 'elsewhere' };
    const command = commands.find((each) => each.name === name.toLowerCase());
    return command ? { kind: 'command', command, args: args.trim() } : { kind: 'unknown', name: `/${name}` };
  }
  if (/^\s*\//.test(text)) return { kind: 'unknown', name: cutAt(text.trim().split(/\s/)[0] ?? '/', 33) };
  return (options.plainWords && inWords(text, commands)) || { kind: 'words' };
}

/** Reads callback data, which is a command as it would be typed without its slash. */
export function readButton(data: string, commands: readonly Command[]): Addressed {
  const [name = '', ...rest] = data.split(' ');
  const command = commands.find((each) => each.name === name);
  return command ? { kind: 'command', command, args: rest.join(' ') } : { kind: 'unknown', name };
}

function inWords(text: string, commands: readonly Command[]): Addressed | undefined {
  if (text.length > LONGEST_WORDS) return undefined;
  const spoken = text.trim().split(/\s+/);
  const plain = spoken.map(bare);
  let best: { command: Command; length: number } | undefined;
  for (const command of commands) {
    for (const phrase of LANGUAGES.flatMap((language) => spokenOf(command, language).words)) {
      const words = phrase.split(' ').map(bare);
      if (words.length > (best?.length ?? 0) && words.every((word, index) => word === plain[index])) {
        best = { command, length: words.length };
      }
    }
  }
  return best && { kind: 'command', command: best.command, args: spoken.slice(best.length).join(' ') };
}

function bare(word: string): string {
  return normalize(word).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Letters that may be wrong in a mistyped command. */
const MOST_SLIPS = 2;

/** The command whose name is nearest to a mistyped one. */
export function nearestCommand(name: string, commands: readonly Command[]): Command | undefined {
  const wanted = name.replace(/^\//, '').toLowerCase();
  const ranked = commands
    .filter((command) => !command.hidden)
    .map((command) => ({ command, slips: editDistance(wanted, command.name, MOST_SLIPS) }))
    .sort((a, b) => a.slips - b.slips);
  const [nearest] = ranked;
  return nearest && nearest.slips <= Math.min(MOST_SLIPS, Math.floor(wanted.length / 2))
    ? nearest.command
    : undefined;
}
