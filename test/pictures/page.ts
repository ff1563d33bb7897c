/**
 * `npm run pictures [-- FOLDER]`: the playground's page as a reader sees it after the tour and /latest, in both languages.
 * Without a folder the two pictures of the README are made anew; with one, every width, language and colour scheme.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { readCall } from '../../src/call.ts';
import { openBrowser } from '../support/chromium.ts';
import { startProgram } from '../support/program.ts';

const READER = 1001;
const CHANNEL = -1001000000001;

interface View {
  language: 'ar' | 'en';
  width: 390 | 1280;
  scheme: 'light' | 'dark';
}

const DOCS = resolve(import.meta.dirname, '../../docs/images');
const call = readCall(process.argv.slice(2), 'Usage: npm run pictures -- [FOLDER]', {});
if ('exitCode' in call) process.exit(call.exitCode);
const [folder] = call.positionals;
const views: View[] = (['ar', 'en'] as const).flatMap((language) =>
  folder
    ? ([390, 1280] as const).flatMap((width) =>
        (['light', 'dark'] as const).map((scheme) => ({ language, width, scheme })),
      )
    : [{ language, width: 1280 as const, scheme: 'light' as const }],
);
if (folder) mkdirSync(folder, { recursive: true });

const browser = await openBrowser();
for (const view of views) {
  const store = mkdtempSync(join(tmpdir(), 'mujaz-pictures-'));
  const program = startProgram(
    'src/main.ts',
    { PORT: '0', DATABASE_URL: `sqlite:${join(store, 'page.db')}` },
    ['--playground'],
  );
  const said = await program.prints(/playground: http\S+/);
  const address = /playground: (http\S+)/.exec(said)?.[1] ?? '';
  const page = await open(address, view);
  const name = folder ? `${view.language}-${view.width}-${view.scheme}` : `playground-${view.language}`;
  await page.screenshot({ path: join(folder ?? DOCS, `${name}.png`) });
  await page.context().close();
  program.child.kill('SIGTERM');
  await program.ended;
  rmSync(store, { recursive: true });
}
await browser.close();

async function open(address: string, { language, width, scheme }: View): Promise<Page> {
  const post = (path: string, body: object) =>
    fetch(`${address}/playground/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  await post('language', { language_code: language });
  const context = await browser.newContext({
    viewport: { width, height: width === 390 ? 844 : 800 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
    timezoneId: 'Africa/Cairo',
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator(`html[lang=${language}]`).waitFor();
  // The tour, to the channel's digest of the next morning.
  await page.getByTestId('tour-ask').click();
  await page.getByTestId('tour-channel').click();
  await page.getByTestId('tour-morning').click();
  await page.locator('[data-step="end"]').waitFor();
  await page
    .getByTestId(`panel-${CHANNEL}`)
    .getByText(/مغارة قرب تازة|Cup winners take their trophy/)
    .first()
    .waitFor();
  await page.getByTestId('tour-hide').click();
  await post('send', { chat_id: READER, text: '/latest 3' });
  await page
    .getByTestId(`panel-${READER}`)
    .getByText(language === 'ar' ? 'آخر الأخبار' : 'Latest news')
    .nth(1)
    // A telephone shows one chat at a time, and that is the channel now.
    .waitFor({ state: width === 390 ? 'attached' : 'visible' });
  await page.getByTestId('toast').waitFor({ state: 'detached' });
  return page;
}
