import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { House } from '../../src/house.ts';
import { openBrowser } from './chromium.ts';

/** A playground of its own with the real bot behind it, and a real browser before it. */
export interface HouseInBrowser {
  house: House;
  browser: Browser;
  close(): Promise<void>;
}

/** Opens both; `close` leaves nothing behind. */
export async function openHouseInBrowser(): Promise<HouseInBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-page-'));
  const quiet = () => {};
  const house = await compose(readConfig({ PORT: '0', DATABASE_URL: `sqlite:${join(folder, 'page.db')}` }), {
    now: Date.now,
    log: { info: quiet, warn: quiet, error: quiet },
    onFatal: quiet,
  });
  const browser = await openBrowser();
  return {
    house,
    browser,
    async close() {
      await browser.close();
      await house.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
