import type { Store } from '../domain/ports.ts';
import { arrangementMethods } from './arrangements.ts';
import { articleMethods } from './articles.ts';
import { chatMethods } from './chats.ts';
import { dayTallyMethods } from './day-tallies.ts';
import type { Driver } from './driver.ts';
import { editionMethods } from './editions.ts';
import { indexOf } from './engine-index.ts';
import { createFinder } from './finder.ts';
import { followMethods } from './follows.ts';
import { inboxMethods } from './inbox.ts';
import { lateStoryMethods } from './late-stories.ts';
import { leaseMethods } from './leases.ts';
import { outboxMethods } from './outbox.ts';
import { retentionMethods } from './retention.ts';
import { sourceMethods } from './sources.ts';
import { spendMethods } from './spend.ts';
import { storyMethods } from './stories.ts';
import { subscriptionMethods } from './subscriptions.ts';
import { toldMethods } from './told-stories.ts';
import { inTurns } from './turns.ts';
import { vitalsMethods } from './vitals.ts';

/** The store over an engine that has been migrated. */
export function createStore(driver: Driver): Store {
  const index = indexOf(driver.dialect);
  return {
    ...articleMethods(driver, index),
    ...storyMethods(driver),
    ...(driver.finder ?? createFinder(inTurns(driver), index)),
    ...chatMethods(driver),
    ...sourceMethods(driver),
    ...retentionMethods(driver, index),
    ...subscriptionMethods(driver),
    ...arrangementMethods(driver),
    ...editionMethods(driver),
    ...toldMethods(driver),
    ...lateStoryMethods(driver),
    ...outboxMethods(driver),
    ...followMethods(driver),
    ...leaseMethods(driver),
    ...vitalsMethods(driver),
    ...dayTallyMethods(driver),
    ...spendMethods(driver),
    ...inboxMethods(driver),
    close: () => driver.close(),
  };
}
