import { expect, test } from 'vitest';
import type { Follow } from '../../src/domain/follow.ts';
import { indexStoryFollows } from '../../src/domain/story-follow.ts';
import { effort } from '../support/effort.ts';
import { head, storyOf } from '../support/heads.ts';

test('a story that twenty thousand follow holds nothing up', () => {
  const known = Array.from({ length: 8 }, (_, at) => head(at + 1));
  const follows = Array.from(
    { length: 20_000 },
    (_, at): Follow => ({
      id: at + 1,
      chatId: at + 1,
      kind: 'story',
      value: 'جسر الصيادين',
      matchKey: '1',
      known: known.map(({ id }) => id),
      createdAt: 0,
    }),
  );
  let found = 0;
  const took = effort(() => {
    found = indexStoryFollows(follows).of(storyOf(1, ...known)).length;
  });
  expect(found).toBe(follows.length);
  expect(took).toBeLessThan(500);
});
