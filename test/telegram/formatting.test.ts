import { expect, test } from 'vitest';
import { formatText } from '../../src/playground/formatted-text.ts';
import { formatted } from '../../src/telegram/formatting.ts';
import { richMessage } from '../../src/telegram/rich-message.ts';

test.each([
  ['1911', Date.UTC(1911, 10, 5), undefined],
  ['2026', Date.UTC(2026, 10, 5, 9), Date.UTC(2026, 10, 5, 9) / 1000],
  ['2038', (2 ** 31 - 1) * 1000, 2 ** 31 - 1],
  ['2047', Date.UTC(2047, 0, 1), undefined],
])('a moment of %s is told as a time where Telegram has a number for it', (words, at, seconds) => {
  const { text, entities } = formatted(['نُشر ', { time: words, at }]);
  expect(entities.map((entity) => 'unix_time' in entity && entity.unix_time)).toEqual(
    seconds === undefined ? [] : [seconds],
  );
  expect(formatText({ text, entities: structuredClone(entities) }).text).toBe(`نُشر ${words}`);
  const { blocks } = richMessage({
    language: 'ar',
    text: '',
    blocks: [{ paragraph: { time: words, at } }],
    plainer: [],
  });
  expect(JSON.stringify(blocks)).toContain(
    seconds === undefined ? `"text":"${words}"` : `"unix_time":${seconds}`,
  );
});
