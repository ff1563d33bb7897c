import type { Fetcher, FetcherOptions } from './fetch.ts';

/** A fetcher that is loaded with its first request: a playground that asks nobody never needs it (8 MB). */
export function lazyFetcher(options: FetcherOptions): Fetcher {
  let loading: Promise<Fetcher> | undefined;
  const load = async () => (await import('./fetch.ts')).createFetcher(options);
  return {
    async fetch(request) {
      loading ??= load();
      return (await loading).fetch(request);
    },
    async close() {
      await (await loading)?.close();
    },
  };
}
