/** The page and its line to the server: a line that is down for a while, and messages that cannot be drawn. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipReason } from '../support/chromium.ts';
import type { PageDesk } from '../support/page-desk.ts';
import { drawn, openPageDesk } from '../support/page-desk.ts';
import { CHANNEL, FORUM, READER } from '../support/talk.ts';

describe.skipIf(skipReason !== undefined)('the line of the page', () => {
  let desk: PageDesk;
  beforeAll(async () => {
    desk = await openPageDesk();
  });
  afterAll(() => desk?.close());

  /** A line that ends at once until it is let up; `tries` counts how often the page has asked for it. */
  function shakyLine() {
    const line = { isUp: false, tries: 0 };
    const prepare = (page: Page) =>
      page.route('**/playground/events', (route) => {
        line.tries += 1;
        if (line.isUp) return route.continue();
        if (line.tries > 1) return route.abort();
        return route.fulfill({ contentType: 'text/event-stream', body: 'retry: 60\n\n' });
      });
    return { line, prepare };
  }

  test('what came while it was down is new, and its loss is said once', async () => {
    for (let number = 1; number <= 40; number += 1)
      await desk.call('sendMessage', { chat_id: READER, text: `Tide table, page ${number}` });
    const { line, prepare } = shakyLine();
    const { page, close } = await desk.open('en', prepare);
    const panel = page.getByTestId(`panel-${READER}`);
    await panel.getByText('Tide table, page 40').first().waitFor();
    await panel.locator('.log').hover();
    await page.mouse.wheel(0, -1500);
    await panel.locator('.to-end').waitFor();

    await page.locator('.connection.lost').waitFor();
    await page.evaluate(`
      said = 0;
      new MutationObserver(() => { said += 1; }).observe(document.getElementById('connection'), {
        childList: true, characterData: true, subtree: true,
      })`);
    const tried = line.tries;
    await expect.poll(() => line.tries).toBeGreaterThan(tried + 2);
    expect(await page.evaluate('said')).toBe(0);

    await desk.call('sendMessage', { chat_id: FORUM, text: 'The harbour opens' });
    await desk.call('sendMessage', { chat_id: READER, text: 'The pier is closed' });
    expect(await page.getByText('The harbour opens').count()).toBe(0);
    line.isUp = true;
    await page.getByTestId(`chat-${FORUM}`).getByText('The harbour opens').waitFor();
    expect(await page.locator('.connection.lost').count()).toBe(0);
    expect(await page.getByTestId(`chat-${FORUM}`).locator('.badge').textContent()).toMatch(/^1/);
    expect(await page.getByTestId(`chat-${CHANNEL}`).locator('.badge').count()).toBe(0);
    expect(await panel.locator('.to-end-words').textContent()).toBe('New message');
    await close();
  });

  test('a message that cannot be drawn stands in plain words, and the page goes on', async () => {
    await desk.act('clear', {});
    const texts = ['The first bell', 'At a time out of reach', 'The last bell'];
    for (const text of texts) await desk.call('sendMessage', { chat_id: READER, text });
    const wrong = [
      [{ type: 'bold', offset: 0, length: 3 }],
      [{ type: 'date_time', offset: 0, length: 2, unix_time: 1e15, date_time_format: 'D' }],
      [null],
    ];
    let asked = 0;
    const { page, faults, close } = await desk.open('en', (page) =>
      page.route('**/playground/state', async (route) => {
        asked += 1;
        const response = await route.fetch();
        const state = await response.json();
        for (const [at, entities] of wrong.entries()) state.messages[READER][at].entities = entities;
        await route.fulfill({ response, json: state });
      }),
    );
    const panel = page.getByTestId(`panel-${READER}`);
    await panel.getByText('The last bell').waitFor();
    expect(await panel.locator('.text strong').allTextContents()).toEqual(['The']);
    await panel.getByText('a time out of reach').waitFor();
    await expect.poll(() => faults.length).toBeGreaterThan(0);
    expect(faults.filter((fault) => !fault.includes('null'))).toEqual([]);

    await desk.call('sendMessage', { chat_id: READER, text: 'News goes on' });
    await panel.getByText('News goes on').waitFor();
    await drawn(page);
    expect(asked).toBeLessThanOrEqual(2);
    await close();
  });
});
