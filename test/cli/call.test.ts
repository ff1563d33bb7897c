/** How every program answers who does not know how to call it. */
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { startProgram } from '../support/program.ts';

test.each([
  ['src/main.ts', 'npm start'],
  ['src/cli/backup.ts', 'npm run backup -- FILE'],
  ['src/cli/doctor.ts', 'npm run doctor'],
  ['src/cli/evaluate.ts', 'npm run evaluate -- search'],
  ['src/cli/import.ts', 'npm run import -- FILE'],
  ['src/cli/move.ts', 'npm run move -- --from'],
  ['src/cli/preview.ts', 'npm run preview -- [--lang ar|en'],
  ['test/bench/bench.ts', 'npm run bench -- [search'],
  ['test/soak/soak.ts', 'npm run soak -- [kills'],
  ['test/pictures/page.ts', 'npm run pictures -- [FOLDER]'],
])('%s tells its usage when asked, and of an unknown option what is wrong besides', async (file, usage) => {
  const [asked, unknown] = await Promise.all(
    ['--help', '--nonsense'].map((option) => startProgram(file, {}, [option]).ended),
  );
  expect(asked).toMatchObject({ code: 0, errors: '' });
  expect(asked?.output).toContain(`Usage: ${usage}`);
  expect(unknown).toMatchObject({ code: 2, output: '' });
  expect(unknown?.errors).toMatch(/^Unknown option '--nonsense'\nUsage: [^\n]*\n$/);
  expect(unknown?.errors).toContain(usage);
  expect(existsSync('--nonsense')).toBe(false);
});

test.each([
  ['src/main.ts', ['now']],
  ['src/cli/backup.ts', ['a.db', 'b.db'], 'b.db'],
  ['src/cli/doctor.ts', ['x']],
  ['src/cli/move.ts', ['a', 'b'], 'a b'],
  ['src/cli/preview.ts', ['sports']],
])('%s names words that it knows nothing of', async (file, words, named = words.join(' ')) => {
  const { code, errors } = await startProgram(file, {}, words).ended;
  expect(code).toBe(2);
  expect(errors).toMatch(new RegExp(`^Nothing is known of "${named}"\\.\nUsage: `));
});
