import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

export interface Program {
  child: ChildProcess;
  /** Resolves when standard output or error holds this. */
  prints(text: string | RegExp): Promise<string>;
  /** Resolves when the program has ended. */
  ended: Promise<{ code: number | null; output: string; errors: string }>;
}

/** Starts one of the mains as its npm script does, with these settings and no others. */
export function startProgram(
  main: string,
  settings: Record<string, string>,
  args: readonly string[] = [],
): Program {
  const child = spawn(process.execPath, ['--import', './src/compile-cache.mjs', main, ...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...settings },
  });
  let [output, errors] = ['', ''];
  const waiting = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    for (const look of waiting) look();
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    errors += text;
    for (const look of waiting) look();
  });
  const ended = new Promise<{ code: number | null; output: string; errors: string }>((done) => {
    child.on('close', (code) => done({ code, output, errors }));
  });
  return {
    child,
    ended,
    prints(text) {
      const { promise, resolve: found, reject } = Promise.withResolvers<string>();
      const look = () => {
        const all = output + errors;
        if (typeof text === 'string' ? all.includes(text) : text.test(all)) found(all);
      };
      waiting.add(look);
      look();
      void ended.then((end) =>
        reject(new Error(`ended with ${end.code} before it printed ${text}: ${end.output}${end.errors}`)),
      );
      return promise.finally(() => waiting.delete(look));
    },
  };
}
