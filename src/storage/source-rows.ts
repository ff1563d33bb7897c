import { pollingState } from '../domain/polling.ts';
import type { ClaimedSource } from '../domain/ports.ts';
import type { Source, SourceName, SourceOrigin, SourceRecord } from '../domain/source.ts';
import { sourceAddress } from '../domain/source.ts';
import type { Row, Value } from './driver.ts';

export interface SourceRow extends Row {
  id: string;
  origin: SourceOrigin;
  name: string;
  url: string;
  moved_to: string | null;
  language: string | null;
  topics: string;
  full_text: number;
  every_minutes: number | null;
  enabled: number;
  state: string;
  etag: string | null;
  last_modified: string | null;
  validators_from: string | null;
  next_at: number | null;
  lease_until: number | null;
  last_ok_at: number | null;
  took_ms: number | null;
  items: number | null;
  failure: string | null;
  articles: number;
  latest: number | null;
}

function sourceOf(row: SourceRow): Source {
  return {
    id: row.id,
    name: JSON.parse(row.name),
    url: row.moved_to ?? row.url,
    topics: JSON.parse(row.topics),
    fullText: row.full_text === 1,
    enabled: row.enabled === 1,
    origin: row.origin,
    ...(row.language === null ? {} : { language: row.language }),
    ...(row.every_minutes === null ? {} : { everyMinutes: row.every_minutes }),
  };
}

export function recordOf(row: SourceRow): SourceRecord {
  return {
    ...sourceOf(row),
    state: pollingState.parse(JSON.parse(row.state)),
    articles: Number(row.articles),
    ...(row.failure === null ? {} : { failure: JSON.parse(row.failure) }),
    ...(row.last_ok_at === null ? {} : { lastOkAt: row.last_ok_at }),
    ...(row.took_ms === null ? {} : { tookMs: row.took_ms }),
    ...(row.items === null ? {} : { items: row.items }),
    ...(row.latest === null ? {} : { latest: row.latest }),
  };
}

export function claimedOf(row: SourceRow): ClaimedSource {
  return {
    ...sourceOf(row),
    state: pollingState.parse(JSON.parse(row.state)),
    lease: row.lease_until ?? 0,
    validators: {
      ...(row.etag === null ? {} : { etag: row.etag }),
      ...(row.last_modified === null ? {} : { lastModified: row.last_modified }),
      ...(row.validators_from === null ? {} : { validatorsFrom: row.validators_from }),
    },
    ...(row.failure === null ? {} : { failure: JSON.parse(row.failure) }),
  };
}

/** What whoever named a source may say of it, column by column; the rest of the row is ours. */
export function entryColumns(source: {
  name: SourceName;
  url: string;
  language?: string | undefined;
  topics: readonly string[];
  fullText: boolean;
  everyMinutes?: number | undefined;
  enabled: boolean;
}): Record<string, Value> {
  return {
    name: JSON.stringify(source.name),
    url: source.url,
    address: sourceAddress(source.url),
    language: source.language ?? null,
    topics: JSON.stringify(source.topics),
    full_text: source.fullText ? 1 : 0,
    every_minutes: source.everyMinutes ?? null,
    enabled: source.enabled ? 1 : 0,
  };
}
