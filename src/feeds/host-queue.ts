/** Gives a place back; calling it again does nothing. */
export type Release = () => void;

export interface HostQueue {
  /**
   * Waits until every key has a place free, then takes one of each. Rejects with the signal's reason once that aborts.
   */
  take(keys: readonly string[], signal?: AbortSignal): Promise<Release>;
}

interface Waiter {
  keys: readonly string[];
  admit: (release: Release) => void;
}

/**
 * A queue with at most `perKey` places for one key and `total` for all. First come, first served among those that may
 * go: whoever waits for a busy host is stepped over and never holds up another host.
 */
export function createHostQueue(limits: { perKey: number; total: number }): HostQueue {
  const held = new Map<string, number>();
  const waiting = new Set<Waiter>();
  let taken = 0;

  const free = (keys: readonly string[]) =>
    taken < limits.total && keys.every((key) => (held.get(key) ?? 0) < limits.perKey);

  function occupy(keys: readonly string[]): Release {
    taken += 1;
    for (const key of keys) held.set(key, (held.get(key) ?? 0) + 1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      taken -= 1;
      for (const key of keys) {
        const left = (held.get(key) ?? 1) - 1;
        if (left) held.set(key, left);
        else held.delete(key);
      }
      admitNext();
    };
  }

  function admitNext() {
    for (const waiter of waiting) {
      if (taken >= limits.total) return;
      if (!free(waiter.keys)) continue;
      waiting.delete(waiter);
      waiter.admit(occupy(waiter.keys));
    }
  }

  return {
    take(keys, signal) {
      const once = [...new Set(keys)];
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (free(once)) return Promise.resolve(occupy(once));
      return new Promise((resolve, reject) => {
        const leave = () => {
          waiting.delete(waiter);
          reject(signal?.reason);
        };
        const waiter: Waiter = {
          keys: once,
          admit: (release) => {
            signal?.removeEventListener('abort', leave);
            resolve(release);
          },
        };
        waiting.add(waiter);
        signal?.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
