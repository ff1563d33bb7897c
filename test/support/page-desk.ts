import type { Page } from 'playwright-core';
import { openHouseInBrowser } from './house-in-browser.ts';

/** The playground's bot. */
const TOKEN = '7000000001:playground-token-for-this-machine-only';

/** A house with its page, what its tests do behind the page's back, and where the focus stands. */
export async function openPageDesk() {
  const { house, browser, close } = await openHouseInBrowser();
  const address = house.page ?? '';
  const post = async (path: string, body: object) => {
    const response = await fetch(`${address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response;
  };
  return {
    address,
    close,
    /** What the page itself posts. */
    act: (path: string, body: object) => post(`/playground/${path}`, body),
    /** What a bot calls. */
    call: (method: string, body: object) => post(`/bot${TOKEN}/${method}`, body),
    upload: (method: string, body: FormData) =>
      fetch(`${address}/bot${TOKEN}/${method}`, { method: 'POST', body }),
    /** The page in one of its languages, wide enough for two chats, with what went wrong in it. */
    async open(language: 'ar' | 'en', prepare: (page: Page) => Promise<unknown> = async () => {}) {
      await post('/playground/language', { language_code: language });
      const context = await browser.newContext({ viewport: { width: 1280, height: 844 } });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      await prepare(page);
      await page.goto(address);
      await page.locator(`html[lang=${language}]`).waitFor();
      await page.getByTestId('tour').waitFor();
      return { page, faults, close: () => context.close() };
    },
  };
}

export type PageDesk = Awaited<ReturnType<typeof openPageDesk>>;

/** The name by which tests know what has the focus; the element's own where it has none. */
export const focused = (page: Page) =>
  page.evaluate<string>(
    'document.activeElement.dataset.testid ?? document.activeElement.textContent.trim().slice(0, 40) ?? ""',
  );

/** Waits until what was begun is drawn. */
export const drawn = (page: Page) =>
  page.evaluate(
    'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(null))))',
  );
