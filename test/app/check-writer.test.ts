import { expect, test } from 'vitest';
import { createCheckWriter } from '../../src/app/check-writer.ts';
import type { FinishedCheck } from '../../src/domain/ports.ts';

const LOG = { info: () => {}, warn: () => {}, error: () => {} };
const check = (sourceId: string) => ({ sourceId }) as unknown as FinishedCheck;

test.each([0, 1, 2, 3, 4, 5, 6, 7])(
  'a check that comes %d steps after the last batch is written as well',
  async (steps) => {
    const written: FinishedCheck[] = [];
    const store = {
      async finishChecks(checks: readonly FinishedCheck[]) {
        written.push(...checks);
        if (written.length > 1) return;
        let later = Promise.resolve();
        for (let step = 0; step < steps; step++) later = later.then(() => {});
        void later.then(() => writer.write(check('second')));
      },
    };
    const writer = createCheckWriter(store, LOG, async () => {});
    writer.write(check('first'));
    for (let step = 0; step < 50; step++) await null;
    await writer.written();
    expect(written).toEqual([check('first'), check('second')]);
  },
);
