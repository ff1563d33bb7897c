import { LANGUAGES } from '../domain/languages.ts';
import type { Topic } from '../domain/topic.ts';
import { editDistance } from '../text/edit-distance.ts';
import { cutAt } from '../text/lengths.ts';
import { wordTerms } from '../text/terms.ts';
import { askedIn, asksForMore, barePhrases, bareWord, standsAt } from './asking.ts';
import type { Command } from './command.ts';
import { spokenOf } from './menu.ts';

/**
 * What a message asks for. `unknown`: a command we do not have; `words`: no command at all, with what is asked in them;
 * `onwards`: what comes next in the list that was shown; `elsewhere`: a command for another bot of the group.
 */
export type Addressed =
  | { kind: 'command'; command: Command; args: string }
  | { kind: 'unknown'; name: string }
  | { kind: 'words'; asked: string }
  | { kind: 'onwards' }
  | { kind: 'elsewhere' };

/** Whose words count: all that is said to us, where people talk to each other only how it begins, or none. */
export type WordsCount = 'all' | 'first' | 'none';

/** Longest text of which the beginning could be a command said in words. */
const LONGEST_WORDS = 200;

/**
 * Tells what a text asks for: `/name@bot arguments`, or, where words count, a command's words
 * followed by its arguments; where all count, also a plea before them or a whole sentence. Words are compared blind to spelling; the longest that fit win.
 */
export function readAddress(
  text: string,
  commands: readonly Command[],
  options: { botName: string; topics: readonly Topic[]; words: WordsCount },
): Addressed {
  const slash = /^\s*\/([a-z0-9_]{1,64})(?:@([a-z0-9_]{1,64}))?(?:\s+([\s\S]*))?$/i.exec(text);
  if (slash) {
    const [, name = '', bot, args = ''] = slash;
    if (bot && bot.toLowerCase() !== options.botName.toLowerCase()) return { kind: 'elsewhere' };
    const command = commands.find((each) => each.name === name.toLowerCase());
    return command ? { kind: 'command', command, args: args.trim() } : { kind: 'unknown', name: `/${name}` };
  }
  if (/^\s*\//.test(text)) return { kind: 'unknown', name: cutAt(text.trim().split(/\s/)[0] ?? '/', 33) };
  if (options.words === 'none') return { kind: 'words', asked: text };
  return inWords(text, commands, options);
}

/** Reads callback data, which is a command as it would be typed without its slash. */
export function readButton(data: string, commands: readonly Command[]): Addressed {
  const [name = '', ...rest] = data.split(' ');
  const command = commands.find((each) => each.name === name);
  return command ? { kind: 'command', command, args: rest.join(' ') } : { kind: 'unknown', name };
}

function inWords(
  text: string,
  commands: readonly Command[],
  { topics, words: count }: { topics: readonly Topic[]; words: WordsCount },
): Addressed {
  let asked = text;
  if (text.length > LONGEST_WORDS) return { kind: 'words', asked };
  if (asksForMore(text)) return { kind: 'onwards' };
  const said = text.trim().split(/\s+/);
  if (count === 'first') return commandIn(said, commands, false) ?? { kind: 'words', asked };
  for (const command of commands) {
    const args = command.heardIn?.(text, topics);
    if (args !== undefined) return { kind: 'command', command, args };
  }
  for (const { words, isQuestion, lookedFor } of askedIn(said)) {
    const found = commandIn(words, commands, true);
    if (found && !(isQuestion && found.command.changes?.(found.args))) return found;
    asked = lookedFor.join(' ');
  }
  // What a search passes over anyway is left as it was said.
  const isSame = String(wordTerms(asked)) === String(wordTerms(text));
  return { kind: 'words', asked: isSame ? text : asked };
}

function commandIn(
  words: readonly string[],
  commands: readonly Command[],
  withAlone: boolean,
): Extract<Addressed, { kind: 'command' }> | undefined {
  const plain = words.map(bareWord);
  let best: { command: Command; length: number } | undefined;
  for (const command of commands) {
    for (const spoken of LANGUAGES.map((language) => spokenOf(command, language))) {
      const alone = withAlone && spoken.alone ? barePhrases(spoken.alone) : [];
      const all = alone.filter(({ length }) => length === plain.length);
      for (const phrase of [...all, ...barePhrases(spoken.words)])
        if (phrase.length > (best?.length ?? 0) && standsAt(phrase, plain, 0))
          best = { command, length: phrase.length };
    }
  }
  return best && { kind: 'command', command: best.command, args: words.slice(best.length).join(' ') };
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
