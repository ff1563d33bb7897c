/** Which neighbours are related by what they share. */
import { expect, test } from 'vitest';
import type { Neighbour } from '../../src/domain/related.ts';
import { likest } from '../../src/domain/related.ts';

const neighbour = (storyId: number, names: readonly string[]): Neighbour => ({
  report: { articleId: storyId, at: 0, language: 'en', source: 'paper', title: 'A title', lead: '' },
  storyId,
  names,
  surprise: 0.8,
  words: [],
});

test('rare names that two reports share make them related, figures that they happen to share do not', () => {
  const neighbours = [
    neighbour(1, ['city:aqaba', 'number:26']),
    neighbour(2, ['number:34', 'number:16']),
    neighbour(3, ['number:48', 'currency:dollar']),
  ];
  const near = { glance: () => 0, likeness: () => 0.11, isOtherSubject: () => false };
  expect(likest(neighbours, near, 5).map(({ storyId }) => storyId)).toEqual([1]);
  const alike = { ...near, likeness: () => 0.2 };
  expect(likest(neighbours, alike, 5)).toHaveLength(3);
});
