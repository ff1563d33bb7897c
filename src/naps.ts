/** Waits some milliseconds, or less when the signal says so. */
export function idling(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    // Woken early, the caller looks at its signal; an error for each would cost more than the wait.
    const wake = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, ms);
    signal?.addEventListener('abort', wake);
  });
}

/** The same in seconds. */
export function napping(seconds: number, signal?: AbortSignal): Promise<void> {
  return idling(seconds * 1000, signal);
}

/** Calls `act` after so many milliseconds, unless it is called off. */
export function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
