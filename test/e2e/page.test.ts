/** The playground's page in a real browser, with the real bot behind it. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { House } from '../../src/house.ts';
import { skipReason } from '../support/chromium.ts';
import type { HouseInBrowser } from '../support/house-in-browser.ts';
import { openHouseInBrowser } from '../support/house-in-browser.ts';
import { READER } from '../support/talk.ts';

if (skipReason) console.warn(`page tests skipped: ${skipReason}`);

describe.skipIf(skipReason !== undefined)("the playground's page", () => {
  let opened: HouseInBrowser;
  let house: House;
  let browser: Browser;
  beforeAll(async () => {
    opened = await openHouseInBrowser();
    ({ house, browser } = opened);
  });
  afterAll(() => opened?.close());

  async function open(width: number, height: number): Promise<{ page: Page; faults: string[] }> {
    const page = await browser.newPage({ viewport: { width, height } });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    page.on('request', (request) => {
      if (!request.url().startsWith(house.page ?? '')) faults.push(`asks ${request.url()}`);
    });
    await page.goto(house.page ?? '');
    return { page, faults };
  }

  const lastMessage = (page: Page) => page.getByTestId(`panel-${READER}`).getByTestId('message').last();

  test('greets, lists, pages and relates, and speaks the other language when asked', async () => {
    const { page, faults } = await open(1280, 800);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.getByTestId('start').click();
    await lastMessage(page).getByText('أهلًا بك في موجز').waitFor();

    const composer = page.getByTestId(`panel-${READER}`).getByTestId('composer');
    await composer.fill('/latest');
    await composer.press('Escape');
    await composer.press('Enter');
    await lastMessage(page).getByText('آخر الأخبار').first().waitFor();
    await lastMessage(page).getByTestId('inline-button').filter({ hasText: 'الأقدم' }).click();
    await lastMessage(page).getByText('6. ').first().waitFor();
    await lastMessage(page).getByTestId('inline-button').filter({ hasText: 'صلة 7' }).click();
    await lastMessage(page).getByText('أخبار ذات صلة').first().waitFor();

    await composer.fill('/language en');
    await composer.press('Escape');
    await composer.press('Enter');
    await lastMessage(page).getByText('I will speak English').waitFor();
    await page.getByTestId('lang-en').click();
    await page.locator('html[dir=ltr]').waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('offers commands on a slash, completed by keyboard', async () => {
    const { page, faults } = await open(1280, 800);
    const composer = page.getByTestId(`panel-${READER}`).getByTestId('composer');
    await composer.fill('/sou');
    await page.getByTestId('commands').getByText('/sources').waitFor();
    await composer.press('Enter');
    const value = await composer.inputValue();
    if (value.trim() !== '') await composer.press('Enter');
    await lastMessage(page)
      .getByText(/المصادر|Sources/)
      .first()
      .waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('offers cards behind the name of the bot, and sends the chosen one by keyboard', async () => {
    const { page, faults } = await open(1280, 800);
    const composer = page.getByTestId(`panel-${READER}`).getByTestId('composer');
    const cards = page.getByTestId(`panel-${READER}`).getByTestId('cards');
    await composer.fill('@mujaz_playground_bot ');
    await cards.getByRole('option').nth(3).waitFor();
    await composer.press('ArrowDown');
    const title = await cards.locator('[aria-selected=true] .card-title').innerText();
    await composer.press('Enter');
    await lastMessage(page).getByText('@mujaz_playground_bot').waitFor();
    expect(await lastMessage(page).innerText()).toContain(title);
    expect(await composer.inputValue()).toBe('');

    await lastMessage(page)
      .getByTestId('inline-button')
      .filter({ hasText: /افتح في موجز|Open in Mujaz/ })
      .click();
    await lastMessage(page)
      .getByTestId('inline-button')
      .filter({ hasText: /شارك|Share/ })
      .click();
    await cards.getByRole('option').first().waitFor();
    expect(await cards.getByRole('option').count()).toBe(1);
    await composer.press('Escape');
    expect(await cards.isVisible()).toBe(false);

    await composer.fill('@mujaz_playground_bot qqzzxxww');
    await cards.getByText('qqzzxxww').waitFor();
    await composer.press('Enter');
    await lastMessage(page)
      .getByText(/أهلًا بك في موجز|Welcome to Mujaz/)
      .waitFor();
    expect(faults).toEqual([]);
    await page.close();
  });

  test('fits a phone without scrolling sideways', async () => {
    const { page, faults } = await open(390, 844);
    const sideways = await page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(sideways).toBeLessThanOrEqual(0);
    expect(faults).toEqual([]);
    await page.close();
  });
});
