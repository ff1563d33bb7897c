import { expect, test } from 'vitest';
import type { Way } from '../../../src/cli/doctor/next-step.ts';
import { nextStep } from '../../../src/cli/doctor/next-step.ts';

const digestAt = Date.UTC(2026, 2, 3, 6, 0);
const way = (given: Partial<Way>) =>
  nextStep({ token: 'good', username: 'desk_bot', zone: 'Africa/Cairo', ...given });

test('from no token to the first digest each look names another step', () => {
  const steps = [
    nextStep({ token: 'none', zone: 'UTC' }),
    nextStep({ token: 'refused', zone: 'UTC' }),
    nextStep({ token: 'unknown', zone: 'UTC' }),
    way({}),
    way({ articles: 0 }),
    way({ articles: 40 }),
    way({ articles: 40, digestAt }),
    way({ articles: 40, digestAt, sent: 3 }),
  ];
  expect(new Set(steps).size).toBe(steps.length);
  expect(steps[0]).toContain('/newbot');
  expect(steps[1]).toContain('/mybots');
  expect(steps[3]).toContain('/start to @desk_bot');
  expect(steps[5]).toContain('/subscribe 08:00 Cairo');
});

test('the hour of the first digest is told in the zone of the house', () => {
  expect(way({ articles: 40, digestAt })).toContain(
    'the first digest is due 3 Mar 2026, 08:00 (Africa/Cairo)',
  );
});
