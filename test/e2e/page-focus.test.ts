/** The page for readers who write and move by keyboard: neither their words nor their place is taken from them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipReason } from '../support/chromium.ts';
import type { PageDesk } from '../support/page-desk.ts';
import { drawn, focused, openPageDesk } from '../support/page-desk.ts';
import { CHANNEL, FORUM, READER } from '../support/talk.ts';

describe.skipIf(skipReason !== undefined)('the words and the focus of a reader', () => {
  let desk: PageDesk;
  beforeAll(async () => {
    desk = await openPageDesk();
  });
  afterAll(() => desk?.close());

  test('what is being written outlives another language and a cleared chat', async () => {
    const { page, faults, close } = await desk.open('ar');
    await page.getByTestId(`chat-${FORUM}`).click();
    const field = page.getByTestId(`panel-${FORUM}`).getByTestId('composer');
    await page.getByTestId('lang-en').click();
    await page.locator('html[lang=en]').waitFor();
    await field.fill('half a sentence');
    await page.getByTestId(`panel-${READER}`).getByRole('button', { name: 'Clear' }).click();
    const loaded = page.waitForResponse('**/playground/state');
    await page.locator('[data-testid=dialog] [value=yes]').click();
    await loaded;
    await drawn(page);
    expect(await field.inputValue()).toBe('half a sentence');
    expect(await page.evaluate('document.activeElement.title')).toMatch(/^Clear/);
    expect(faults).toEqual([]);
    await close();
  });

  test('“Start” keeps the focus while other things are drawn, and hands it to the composer', async () => {
    await desk.act('clear', {});
    const { page, close } = await desk.open('en');
    await page.getByTestId('start').focus();
    const heard = page.waitForResponse('**/playground/clock');
    await desk.act('send', { chat_id: CHANNEL, text: 'The ferry sails again' });
    await page.getByTestId(`panel-${CHANNEL}`).getByText('The ferry sails again').waitFor();
    await heard;
    await drawn(page);
    expect(await focused(page)).toBe('start');
    await page.keyboard.press('Enter');
    await page.getByTestId('start').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('composer');
    await close();
  });

  test('the tab of a topic keeps the focus, and topics are called in the page’s language everywhere', async () => {
    await desk.act('send', { chat_id: FORUM, text: 'Extra time', message_thread_id: 2 });
    const { page, close } = await desk.open('en');
    await page.getByTestId(`chat-${FORUM}`).click();
    const panel = page.getByTestId(`panel-${FORUM}`);
    await panel.locator('.topic-tab', { hasText: 'Sports' }).focus();
    await page.keyboard.press('Enter');
    await panel.locator('.topic-tab[aria-pressed=true]', { hasText: 'Sports' }).waitFor();
    expect(await focused(page)).toBe('Sports');
    await panel.locator('.topic-tab', { hasText: 'All' }).click();
    await panel.locator('.topic', { hasText: '# Sports' }).waitFor();

    await page.getByTestId('lang-ar').click();
    const list = page.locator('.chat-topic bdi');
    await list.getByText('رياضة').waitFor();
    await drawn(page);
    expect(await panel.locator('.topic-tab').allTextContents()).toEqual([
      expect.any(String),
      ...(await list.allTextContents()),
    ]);
    expect(await panel.locator('.topic').last().textContent()).toBe('# رياضة');
    await close();
  });

  test('a reply key keeps the focus while other chats speak, and gives it to the composer when it goes', async () => {
    const { page, close } = await desk.open('en');
    const reply_markup = { keyboard: [[{ text: 'Harbour' }, { text: 'Old town' }]], one_time_keyboard: true };
    await desk.call('sendMessage', { chat_id: READER, text: 'Which part of town?', reply_markup });
    const key = page.getByTestId('reply-key').filter({ hasText: 'Old town' });
    await key.focus();
    const heard = page.waitForResponse('**/playground/clock');
    await desk.act('send', { chat_id: CHANNEL, text: 'A lighthouse is painted' });
    await page.getByTestId(`panel-${CHANNEL}`).getByText('A lighthouse is painted').waitFor();
    await heard;
    await drawn(page);
    expect(await focused(page)).toBe('reply-key');
    await page.keyboard.press('Enter');
    await key.waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('composer');
    await close();
  });

  test('a clock that goes on leaves the focus on the tour’s button', async () => {
    const { page, close } = await desk.open('en');
    await desk.act('clock', { at: Date.now() + 3_600_000 });
    const line = page.getByTestId('clock-line');
    await line.waitFor();
    const before = await line.textContent();
    await page.getByTestId('tour-hide').focus();
    await desk.act('clock', { at: Date.now() + 7_200_000 });
    await expect.poll(() => line.textContent()).not.toBe(before);
    expect(await focused(page)).toBe('tour-hide');
    await close();
  });

  test('two quick presses on the clock open one box', async () => {
    const { page, close } = await desk.open('en');
    await page.evaluate('for (let press = 0; press < 2; press++) document.getElementById("clock").click()');
    await page.getByTestId('clock-box').first().waitFor();
    await drawn(page);
    expect(await page.getByTestId('clock-box').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByTestId('clock').click();
    await page.getByTestId('clock-box').waitFor();
    await close();
  });
});
