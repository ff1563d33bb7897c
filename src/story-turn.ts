import { createLease } from './app/lease.ts';
import type { StoryTurn } from './app/story-turn.ts';
import { createStoryTurn } from './app/story-turn.ts';
import type { Clock, Store } from './domain/ports.ts';
import { HOLDER } from './holder.ts';
import { napping } from './naps.ts';

/** Between two questions whether another process is through, in seconds. */
const WAIT = 0.25;

/** This process's turn among those that find stories in one store. */
export function storyTurn(store: Store, now: Clock): StoryTurn {
  return createStoryTurn(createLease({ store, now, name: 'stories', holder: HOLDER }), () => napping(WAIT));
}
