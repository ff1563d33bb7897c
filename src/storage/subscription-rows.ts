import type { ChatKind } from '../domain/chat.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { DueSubscription, PassedSlot } from '../domain/subscription-store.ts';
import { preferencesOf } from './chat-rows.ts';
import type { Row, Value } from './driver.ts';
import { placeColumns, placeOf } from './places.ts';

export const SUBSCRIPTION_COLUMNS = `subscriptions.id, subscriptions.chat_id, thread_id, times, weekdays,
  time_zone, topics, size, owner_id, subscriptions.status, paused_for, created_at, done_date, done_time,
  last_edition, covered_until, next_date, next_time, next_at`;

export interface SubscriptionRow extends Row {
  id: number;
  chat_id: number;
  thread_id: number;
  times: string;
  weekdays: string;
  time_zone: string;
  topics: string;
  size: number;
  owner_id: number | null;
  status: Subscription['status'];
  paused_for: string | null;
  created_at: number;
  done_date: string | null;
  done_time: string | null;
  last_edition: number | null;
  covered_until: number;
  next_date: string | null;
  next_time: string | null;
  next_at: number | null;
}

export interface DueRow extends SubscriptionRow {
  lease_until: number;
  kind: ChatKind;
  preferences: string;
}

export function subscriptionOf(row: SubscriptionRow): Subscription {
  return {
    id: row.id,
    ...placeOf(row),
    schedule: {
      times: JSON.parse(row.times),
      weekdays: JSON.parse(row.weekdays),
      timeZone: row.time_zone,
    },
    topics: JSON.parse(row.topics),
    size: row.size,
    ...(row.owner_id === null ? {} : { ownerId: row.owner_id }),
    status: row.status,
    ...(row.paused_for === null ? {} : { pausedFor: row.paused_for }),
    createdAt: row.created_at,
    ...(row.done_date === null || row.done_time === null
      ? {}
      : { done: { date: row.done_date, time: row.done_time } }),
    ...(row.last_edition === null ? {} : { lastEdition: row.last_edition }),
    coveredUntil: row.covered_until,
    ...(row.next_at === null || row.next_date === null || row.next_time === null
      ? {}
      : { next: { date: row.next_date, time: row.next_time, at: row.next_at } }),
  };
}

/** A claimed row with its chat; `undefined` for one that has no slot. */
export function dueOf(row: DueRow): DueSubscription | undefined {
  const { next, ...subscription } = subscriptionOf(row);
  if (!next) return undefined;
  return {
    ...subscription,
    next,
    lease: row.lease_until,
    chat: {
      id: row.chat_id,
      kind: row.kind,
      preferences: preferencesOf(row.preferences),
    },
  };
}

/** What a subscription's owner decides and where its schedule stands, column by column. */
export function subscriptionColumns(subscription: Omit<Subscription, 'id'>): Record<string, Value> {
  const { schedule, next, status } = subscription;
  const [chatId, threadId] = placeColumns(subscription);
  return {
    chat_id: chatId,
    thread_id: threadId,
    times: JSON.stringify(schedule.times),
    weekdays: JSON.stringify(schedule.weekdays),
    time_zone: schedule.timeZone,
    topics: JSON.stringify(subscription.topics),
    size: subscription.size,
    owner_id: subscription.ownerId ?? null,
    status,
    paused_for: subscription.pausedFor ?? null,
    covered_until: subscription.coveredUntil,
    next_date: next?.date ?? null,
    next_time: next?.time ?? null,
    next_at: next?.at ?? null,
  };
}

export interface SlotRow extends Row {
  date: string;
  time: string;
  verdict: PassedSlot['verdict'];
  edition_id: number | null;
  at: number;
}

export function slotOf({ date, time, verdict, edition_id, at }: SlotRow): PassedSlot {
  return { date, time, verdict, at, ...(edition_id === null ? {} : { editionId: edition_id }) };
}
