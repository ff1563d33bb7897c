/** What the page holds beside words: the files a bot sends, and boxes over the page. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { skipReason } from '../support/chromium.ts';
import type { PageDesk } from '../support/page-desk.ts';
import { openPageDesk } from '../support/page-desk.ts';
import { jsonOf } from '../support/playground.ts';
import { READER } from '../support/talk.ts';

/** One point, red. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

describe.skipIf(skipReason !== undefined)('files and boxes on the page', () => {
  let desk: PageDesk;
  beforeAll(async () => {
    desk = await openPageDesk();
  });
  afterAll(() => desk?.close());

  test('a document is kept by a press, a picture is seen, and neither stands in the state itself', async () => {
    const send = async (method: string, field: string, file: File) => {
      const form = new FormData();
      form.set('chat_id', String(READER));
      form.set(field, file);
      expect(await jsonOf(desk.upload(method, form))).toMatchObject({ ok: true });
    };
    await send('sendDocument', 'document', new File(['<opml/>'], 'مصادر.opml', { type: 'text/x-opml' }));
    await send('sendPhoto', 'photo', new File([Buffer.from(PNG, 'base64')], 'a.png', { type: 'image/png' }));
    const { page, faults, close } = await desk.open('en');
    const panel = page.getByTestId(`panel-${READER}`);
    const coming = page.waitForEvent('download');
    await panel.getByRole('link', { name: 'مصادر.opml' }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe('مصادر.opml');
    expect(await readFile(await download.path(), 'utf8')).toBe('<opml/>');
    const picture = panel.locator('img.photo');
    await picture.scrollIntoViewIfNeeded();
    await page.waitForFunction('document.querySelector("img.photo").naturalWidth === 1');
    expect(await (await fetch(`${desk.address}/playground/state`)).text()).not.toContain(PNG.slice(0, 24));
    const state = await jsonOf(fetch(`${desk.address}/playground/state`));
    const { message_id } = state.messages[READER].at(-1);
    await desk.act('send', { chat_id: READER, text: 'How red!', reply_to_message_id: message_id });
    await panel.locator('.quote-words', { hasText: 'Photo' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('what is told while a box is open is told in the box, and over its shadow', async () => {
    const { page, close } = await desk.open('en');
    await page.getByTestId('telegram').click();
    await page.getByRole('button', { name: 'Copy the command' }).click();
    const status = page.getByTestId('telegram-box').getByRole('status');
    await status.getByText(/Copied|could not/i).waitFor();
    expect(await page.getByTestId('toast').count()).toBe(1);
    const place = await status.boundingBox();
    expect(place?.width).toBeGreaterThan(1200);
    await page.keyboard.press('Escape');
    await page.getByTestId('telegram-box').waitFor({ state: 'detached' });
    expect(await page.getByTestId('toast').count()).toBe(0);
    await close();
  });
});
