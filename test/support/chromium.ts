import { existsSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { chromium } from 'playwright-core';

const PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is on this machine, if any. */
export const chromiumPath = PATHS.find((path) => existsSync(path));

/** Why page tests are skipped, or nothing when they run. In CI a missing browser is a failure, not a skip. */
export const skipReason =
  chromiumPath || process.env.MUJAZ_REQUIRE_CHROMIUM ? undefined : 'no Chromium on this machine';

/** A quiet browser that asks nothing of the world outside. */
export async function openBrowser(): Promise<Browser> {
  if (!chromiumPath) throw new Error('Chromium is required here and was not found');
  return chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
