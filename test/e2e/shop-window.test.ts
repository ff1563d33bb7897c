/** The playground as a shop window, in a real browser: the tour, the clock, and no serious fault for any reader. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { House } from '../../src/house.ts';
import { skipReason } from '../support/chromium.ts';
import type { HouseInBrowser } from '../support/house-in-browser.ts';
import { openHouseInBrowser } from '../support/house-in-browser.ts';
import { jsonOf } from '../support/playground.ts';
import { CHANNEL, READER } from '../support/talk.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The playground's bot. */
const TOKEN = '7000000001:playground-token-for-this-machine-only';

interface Violation {
  id: string;
  impact: string;
  nodes: { target: string[] }[];
}

describe.skipIf(skipReason !== undefined)("the playground's shop window", () => {
  let opened: HouseInBrowser;
  let house: House;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openHouseInBrowser();
    ({ house, browser } = opened);
  });
  afterAll(() => opened?.close());

  const call = (path: string, body: object) =>
    fetch(`${house.page}/playground/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  async function open(language: 'ar' | 'en'): Promise<Page> {
    await call('language', { language_code: language });
    const context = await browser.newContext({
      viewport: { width: 1280, height: 844 },
      timezoneId: 'Africa/Cairo',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.goto(house.page ?? '');
    await page.locator(`html[lang=${language}]`).waitFor();
    await page.getByTestId('tour').waitFor();
    return page;
  }

  const panel = (page: Page, chat: number) => page.getByTestId(`panel-${chat}`);
  const lastMessage = (page: Page, chat: number) => panel(page, chat).getByTestId('message').last();

  /** Waits for colours that are still on their way. */
  const settled = (page: Page) =>
    page.evaluate(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))).then(() =>
      Promise.all(document.getAnimations().filter((one) => one instanceof CSSTransition).map((one) => one.finished))
    ).then(() => null)`);

  /** What axe finds and calls serious or worse. */
  async function faults(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    const found = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
    return found
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }

  /** Goes on with Tab until the focus is where it should be: what a reader without a mouse does. */
  async function tabTo(page: Page, testId: string): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      const here = await page.evaluate<string | null>(
        "document.activeElement?.getAttribute('data-testid') ?? null",
      );
      if (here === testId) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab does not lead to ${testId}`);
  }

  test('the three steps are taken by keyboard alone, and the morning’s digest is in the channel', async () => {
    const page = await open('en');
    await tabTo(page, 'tour-ask');
    await page.keyboard.press('Enter');
    await lastMessage(page, READER).getByTestId('inline-button').first().waitFor();
    await page.locator('[data-step="2"]').waitFor();
    await tabTo(page, 'tour-channel');
    await page.keyboard.press('Enter');
    await lastMessage(page, CHANNEL).getByText(/08:00/).first().waitFor();
    await page.locator('[data-step="3"]').waitFor();
    // The composer of the channel has the focus, and no window is too narrow for the next step.
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByTestId('tour-morning').waitFor();
    await tabTo(page, 'tour-morning');
    await page.keyboard.press('Enter');
    await page.getByTestId('clock-line').getByText('08:00').waitFor();
    await lastMessage(page, CHANNEL).getByText('Cup winners take their trophy').first().waitFor();
    await lastMessage(page, CHANNEL).getByText('Morning briefing').waitFor();
    await page.locator('[data-step="end"]').waitFor();
    // A message taller than the window is read from its beginning.
    const top = async (selector: string) =>
      (await panel(page, CHANNEL).locator(selector).last().boundingBox())?.y;
    expect(((await top('.message')) ?? 0) - ((await top('.log')) ?? 0)).toBeGreaterThanOrEqual(0);

    await tabTo(page, 'tour-hide');
    await page.keyboard.press('Enter');
    await page.getByTestId('tour').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByTestId('clock-line').waitFor();
    expect(await page.getByTestId('tour').count()).toBe(0);
    await page.context().close();
  });

  test('the clock and the way to Telegram open and close by keyboard, and the focus comes back', async () => {
    const page = await open('ar');
    for (const name of ['clock', 'telegram']) {
      await tabTo(page, name);
      await page.keyboard.press('Enter');
      await page.getByTestId(`${name}-box`).waitFor();
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByTestId(`${name}-box`).waitFor({ state: 'detached' });
      expect(await page.evaluate("document.activeElement?.getAttribute('data-testid')")).toBe(name);
    }
    await page.context().close();
  });

  test('the next morning is one that a night lies before: after midnight that of the same date', async () => {
    const page = await open('en');
    const asked: number[] = [];
    await page.route('**/playground/clock', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      asked.push(route.request().postDataJSON().at);
      await route.fulfill({ status: 200, json: {} });
    });
    const { clock } = await jsonOf(fetch(`${house.page}/playground/state`));
    for (const hour of ['00:30', '02:00', '12:00', '23:30']) {
      await page.clock.setSystemTime(Date.parse(`2026-11-26T${hour}+02:00`) - clock.offset);
      await page.getByTestId('clock').click();
      const answered = page.waitForResponse((response) => response.request().method() === 'POST');
      await page.getByTestId('clock-morning').click();
      await answered;
    }
    expect(asked.map((at) => new Date(at).toISOString())).toEqual([
      '2026-11-26T06:00:00.000Z',
      '2026-11-27T06:00:00.000Z',
      '2026-11-27T06:00:00.000Z',
      '2026-11-27T06:00:00.000Z',
    ]);
    await page.context().close();
  });

  test('a rich message has its headings, its direction and parts that unfold by keyboard', async () => {
    const rich_message = {
      is_rtl: true,
      blocks: [
        { type: 'heading', size: 2, text: 'موجز الصباح' },
        { type: 'heading', size: 3, text: 'بيئة' },
        {
          type: 'paragraph',
          text: [
            '1. ',
            { type: 'url', url: 'https://qandil.example/a', text: { type: 'bold', text: 'عنوان' } },
          ],
        },
        { type: 'details', summary: 'قنديل المرفأ', blocks: [{ type: 'paragraph', text: 'ما تحت العنوان' }] },
        { type: 'list', items: [{ blocks: [{ type: 'paragraph', text: 'أولًا' }], value: 1 }] },
        { type: 'table', cells: [[{ text: 'مدينة', is_header: true }, { text: 'مسقط' }]] },
        { type: 'blockquote', blocks: [{ type: 'paragraph', text: 'قول' }], credit: 'قائل' },
        { type: 'footer', text: { type: 'italic', text: 'خاتمة' } },
      ],
    };
    await fetch(`${house.page}/bot${TOKEN}/sendRichMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ chat_id: READER, rich_message }),
    });
    const page = await open('en');
    const rich = lastMessage(page, READER).locator('.rich');
    expect(await rich.getAttribute('dir')).toBe('rtl');
    expect(await rich.getByRole('heading').allTextContents()).toEqual(['موجز الصباح', 'بيئة']);
    expect(await rich.getByRole('link').getAttribute('href')).toBe('https://qandil.example/a');
    expect(await rich.getByText('ما تحت العنوان').isVisible()).toBe(false);
    await rich.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await rich.getByText('ما تحت العنوان').isVisible()).toBe(true);
    expect(await faults(page)).toEqual([]);
    await page.context().close();
  });

  test('axe finds nothing serious in either language, theme and width, and nothing scrolls sideways', async () => {
    await call('send', { chat_id: READER, text: '/digest' });
    const page = await open('ar');
    await panel(page, READER).getByTestId('inline-button').first().waitFor();
    for (const [language, theme, width] of [
      ['ar', 'light', 1280],
      ['ar', 'dark', 390],
      ['en', 'light', 390],
      ['en', 'dark', 1280],
    ] as const) {
      await call('language', { language_code: language });
      await page.locator(`html[lang=${language}]`).waitFor();
      await page.setViewportSize({ width, height: 844 });
      await page.evaluate(`document.documentElement.dataset.theme = '${theme}'`);
      await settled(page);
      expect({ language, theme, width, faults: await faults(page) }).toEqual({
        language,
        theme,
        width,
        faults: [],
      });
      const sideways = await page.evaluate<number>(
        'document.documentElement.scrollWidth - document.documentElement.clientWidth',
      );
      expect(sideways).toBeLessThanOrEqual(0);
    }
    await page.context().close();
  });
});
