import type { Store } from '../domain/ports.ts';
import { alikeMethods } from './alike.ts';
import { articleMethods } from './articles.ts';
import { chatMethods } from './chats.ts';
import type { Driver } from './driver.ts';
import { searchMethods } from './search.ts';
import { storyMethods } from './stories.ts';
import { sqliteIndex } from './token-index.ts';

/** The store over an engine that has been migrated. */
export function createStore(driver: Driver): Store {
  const index = sqliteIndex;
  return {
    ...articleMethods(driver, index),
    ...storyMethods(driver),
    ...searchMethods(driver, index),
    ...alikeMethods(driver, index),
    ...chatMethods(driver),
    close: () => driver.close(),
  };
}
