import type { ParseArgsOptionsConfig } from 'node:util';
import { parseArgs } from 'node:util';

/** What a program was called with; of `--help` or a call it does not understand only the exit code, once its usage is told. */
export function readCall<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  usage: string,
  options: Options,
) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: withHelp(options),
    });
    if (!('help' in values)) return { values, positionals };
    process.stdout.write(`${usage}\n`);
    return { exitCode: 0 } as const;
  } catch (error) {
    // Node's own sentence names the option; what follows it is advice on odd file names.
    const [fault] = faultText(error).split('. ');
    return { exitCode: misused(usage, fault) } as const;
  }
}

/** Tells how a program is called, and what was wrong; gives its exit code. */
export function misused(usage: string, fault?: string): 2 {
  process.stderr.write(`${fault === undefined ? '' : `${fault}\n`}${usage}\n`);
  return 2;
}

/** What is wrong with words that a program knows nothing of. */
export function unknownWords(words: readonly string[]): string {
  return `Nothing is known of "${words.join(' ')}".`;
}

/** Tells why a program came to no good end; gives its exit code. */
export function complain(text: string, code = 1): number {
  process.stderr.write(`${text}\n`);
  return code;
}

/** What went wrong, in words for whoever called the program. */
export function faultText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function withHelp<const Options extends ParseArgsOptionsConfig>(options: Options) {
  return { ...options, help: { type: 'boolean', short: 'h' } } as Options & {
    help: { type: 'boolean'; short: 'h' };
  };
}
