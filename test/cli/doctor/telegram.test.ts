import { expect, test } from 'vitest';
import { askTelegram } from '../../../src/cli/doctor/telegram.ts';
import { readConfig } from '../../../src/config.ts';
import { runPlayground, START, TOKEN } from '../../support/playground.ts';

const HOUR = 3_600_000;

test('the doctor tells how updates come, and why they did not', async () => {
  await using api = await runPlayground();
  const WEBHOOK_URL = 'http://127.0.0.1:9/hook';
  const settings = { BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: api.apiRoot };
  const ask = async (given: Record<string, string> = {}, now = START) =>
    (await askTelegram(readConfig({ ...settings, ...given }), TOKEN, now)).findings
      .slice(1)
      .map(({ fault, line }) => `${fault ? '✗ ' : ''}${line}`);

  expect(await ask()).toEqual(['updates are fetched; 0 updates wait']);
  expect(await ask({ WEBHOOK_URL })).toEqual([
    'no webhook is set yet, 0 updates wait; the bot sets WEBHOOK_URL when it starts',
  ]);
  await api.call('setWebhook', { url: 'https://elsewhere.example/hook' });
  expect(await ask()).toEqual([
    'updates are brought to https://elsewhere.example/hook; the bot fetches them itself as soon as it starts',
  ]);
  expect(await ask({ WEBHOOK_URL })).toEqual([
    '✗ updates are brought to https://elsewhere.example/hook instead of WEBHOOK_URL; 0 updates wait',
  ]);
  await api.call('setWebhook', { url: WEBHOOK_URL });
  api.world.updates.trouble = { date: START / 1000, message: 'Connection refused' };
  const failed = `an update could not be brought at ${new Date(START).toISOString()}: Connection refused`;
  const well = 'updates are brought to WEBHOOK_URL; 0 updates wait';
  expect(await ask({ WEBHOOK_URL }, START + HOUR - 1)).toEqual([well, `✗ ${failed}`]);
  expect(await ask({ WEBHOOK_URL }, START + HOUR)).toEqual([well, failed]);
});
