import { describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { nearestCommand, readAddress, readButton } from '../../src/app/address.ts';

const read = (text: string, plainWords = true) => {
  const addressed = readAddress(text, commands, { botName: 'Mujaz_Bot', plainWords });
  return addressed.kind === 'command' ? `${addressed.command.name}(${addressed.args})` : addressed.kind;
};

describe('what a message asks for', () => {
  test.each([
    ['/latest', 'latest()'],
    ['/LATEST sports 3', 'latest(sports 3)'],
    ['/latest@mujaz_bot ١٠', 'latest(١٠)'],
    ['  /related\n2', 'related(2)'],
    ['/latest@other_bot', 'elsewhere'],
    ['/nonsense', 'unknown'],
    ['/', 'unknown'],
    ['/أخبار', 'unknown'],
    ['آخر الأخبار', 'latest()'],
    ['اخر الاخبار', 'latest()'],
    ['آخِرُ الأَخبار رياضة 3', 'latest(رياضة 3)'],
    ['أخبار الرياضة', 'latest(الرياضة)'],
    ['مساعدة!', 'help()'],
    ['صلة ٢', 'related(٢)'],
    ['أخبار ذات صلة 2', 'related(2)'],
    ['Latest News', 'latest()'],
    ['انسني', 'forget()'],
    ['🙂🙂', 'words'],
    ['', 'words'],
    ['ما رأيك في الطقس؟', 'words'],
    ['أ'.repeat(5000), 'words'],
  ])('%j asks for %s', (text, asked) => {
    expect(read(text)).toBe(asked);
  });

  test('words are no commands where they are not meant for us', () => {
    expect(read('آخر الأخبار', false)).toBe('words');
    expect(read('/latest', false)).toBe('latest()');
  });

  test('a button is a command already typed', () => {
    expect(readButton('related s1f', commands)).toMatchObject({ kind: 'command', args: 's1f' });
    expect(readButton('gone-for-good 1', commands)).toEqual({ kind: 'unknown', name: 'gone-for-good' });
  });

  test.each([
    ['/latset', 'latest'],
    ['/hlep', 'help'],
    ['/topic', 'topics'],
    ['/zzzzzz', undefined],
    ['/a', undefined],
  ])('%s is nearest to %s', (name, nearest) => {
    expect(nearestCommand(name, commands)?.name).toBe(nearest);
  });
});
