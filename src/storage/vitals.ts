import type { VitalsStore } from '../domain/vitals.ts';
import type { Driver } from './driver.ts';

/** How the work stands, counted where the rows are. */
export function vitalsMethods(driver: Driver): VitalsStore {
  const number = async (sql: string, ...parameters: number[]) =>
    (await driver.query<{ n: number | null }>(sql, parameters))[0]?.n ?? undefined;
  const tally = async (sql: string) =>
    Object.fromEntries(
      (await driver.query<{ name: string; n: number }>(sql)).map(({ name, n }) => [name, n] as const),
    );

  return {
    async vitals(now) {
      const due = {
        source: await number(
          `select min(next_at) as n from sources where removed = 0 and enabled = 1 and next_at <= $1
              and (lease_until is null or lease_until <= $1)`,
          now,
        ),
        subscription: await number(
          `select min(next_at) as n from subscriptions join chats on chats.id = subscriptions.chat_id
            where next_at <= $1 and subscriptions.status = 'active' and chats.status = 'active'`,
          now,
        ),
        delivery: await number(
          `select min(not_before) as n from deliveries where state = 'pending' and not_before <= $1`,
          now,
        ),
        update: await number('select min(taken_at) as n from updates where lane is not null'),
      };
      return {
        articles: (await number('select count(*) as n from articles')) ?? 0,
        stories: (await number('select count(*) as n from stories where merged_into is null')) ?? 0,
        sources: await tally(
          `select name, count(*) as n from (
             select case when enabled = 0 then 'off' when next_at is null then 'muted' when failure is not null then 'failing'
                         when last_ok_at is null then 'unasked' else 'well' end as name
               from sources where removed = 0
           ) outcomes group by name`,
        ),
        deliveries: await tally(
          `select state as name, count(*) as n from deliveries where state in ('pending', 'sending', 'uncertain')
            group by state`,
        ),
        due: Object.fromEntries(Object.entries(due).filter(([, at]) => at !== undefined)),
      };
    },
  };
}
