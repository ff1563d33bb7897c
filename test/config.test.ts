import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ConfigFaults, readConfig, settings } from '../src/config.ts';

describe('the settings', () => {
  test('without any: the playground, on this machine, in Arabic', () => {
    expect(readConfig({})).toMatchObject({
      mode: 'playground',
      DATABASE_URL: 'sqlite:data/playground.db',
      HOST: '127.0.0.1',
      PORT: 8080,
      DEFAULT_LANGUAGE: 'ar',
      DEFAULT_TIME_ZONE: 'UTC',
      ADMIN_IDS: [],
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
    });
  });

  test('with a token: Telegram, and a store of its own', () => {
    expect(readConfig({ BOT_TOKEN: '123456:ABC-def_ghi', ADMIN_IDS: '7, 8' })).toMatchObject({
      mode: 'telegram',
      DATABASE_URL: 'sqlite:data/mujaz.db',
      ADMIN_IDS: [7, 8],
    });
    expect(readConfig({ BOT_TOKEN: '123456:ABC-def_ghi' }, { playground: true }).mode).toBe('playground');
  });

  test('tools that bring news work on the store that readers see, token or not', () => {
    expect(readConfig({}, { readersStore: true }).DATABASE_URL).toBe('sqlite:data/mujaz.db');
    expect(readConfig({ DATABASE_URL: 'sqlite:x.db' }, { readersStore: true }).DATABASE_URL).toBe(
      'sqlite:x.db',
    );
  });

  test('the playground goes by the machine’s zone unless one is set; on Telegram the default stands', () => {
    const machineTimeZone = 'Africa/Cairo';
    const zone = (given: Record<string, string>, machine = machineTimeZone) =>
      readConfig(given, { machineTimeZone: machine }).DEFAULT_TIME_ZONE;
    expect(zone({})).toBe('Africa/Cairo');
    expect(zone({ DEFAULT_TIME_ZONE: 'Asia/Riyadh' })).toBe('Asia/Riyadh');
    expect(zone({ BOT_TOKEN: '123456:ABC-def_ghi' })).toBe('UTC');
    expect(zone({}, 'Etc/Unknown-Zone')).toBe('UTC');
  });

  test('an empty value is no value', () => {
    expect(readConfig({ BOT_TOKEN: '  ', PORT: '' })).toMatchObject({ mode: 'playground', PORT: 8080 });
  });

  test('all faults are told at once, by variable, and no value is repeated', () => {
    const given = {
      BOT_TOKEN: 'hush-hush',
      TELEGRAM_API_ROOT: 'ftp://x',
      DATABASE_URL: 'mysql://user:secret@host',
      PORT: '99999',
      ADMIN_IDS: '7,seven',
      DEFAULT_LANGUAGE: 'klingon',
      DEFAULT_TIME_ZONE: 'Mars/Olympus',
      LOG_LEVEL: 'loud',
    };
    const faults = () => readConfig(given);
    expect(faults).toThrow(ConfigFaults);
    try {
      faults();
    } catch (error) {
      const lines = (error as ConfigFaults).faults;
      for (const name of Object.keys(given))
        expect(lines.filter((line) => line.startsWith(`${name}: `))).toHaveLength(1);
      for (const value of Object.values(given)) expect(lines.join('\n')).not.toContain(value);
    }
  });

  test('an address for updates is https where Telegram itself comes, and never where something else answers', () => {
    const faults = (WEBHOOK_URL: string, given: Record<string, string> = {}) => {
      try {
        readConfig({ BOT_TOKEN: '123456:ABC-def_ghi', WEBHOOK_URL, ...given });
        return '';
      } catch (error) {
        return (error as ConfigFaults).faults.join('\n');
      }
    };
    const own = { TELEGRAM_API_ROOT: 'http://127.0.0.1:8081' };
    for (const good of ['https://bot.example/telegram', 'https://bot.example:8443/', 'https://bot.example'])
      expect(faults(good)).toBe('');
    for (const near of [
      '127.0.0.1:9',
      'localhost',
      '[::1]:9',
      '10.0.0.7',
      '172.20.0.2',
      '192.168.1.9',
      '[fd00::1]',
      'mujaz',
    ])
      expect(faults(`http://${near}/telegram`, own)).toBe('');
    for (const far of ['bot.example', '8.8.8.8', '172.32.0.1', '[2001:db8::1]'])
      expect(faults(`http://${far}/telegram`, own)).toContain('WEBHOOK_URL: must begin with https://');
    expect(faults('http://127.0.0.1/telegram')).toContain('must begin with https://');
    expect(faults('https://bot.example:9000/x')).toContain('port 443, 80, 88 or 8443');
    expect(faults('https://bot.example:9000/x', own)).toBe('');
    expect(faults('https://bot.example/metrics')).toContain('where health and figures are');
    expect(faults('https://me:hush@bot.example/x')).toMatch(
      /^WEBHOOK_URL: must not hold a name and password/,
    );
    expect(faults('bot.example')).toBe('WEBHOOK_URL: must be an http(s) URL');
    expect(faults('https://bot.example/x', { WEBHOOK_SECRET: 'blank blank' })).toMatch(
      /^WEBHOOK_SECRET: must be/,
    );
    expect(faults('https://bot.example/metrics', { PORT: 'x' }).split('\n')).toHaveLength(2);
  });

  test('where no secret is set, every process makes the same of the token, and another of another', () => {
    const secret = (token: string, given: Record<string, string> = {}) =>
      readConfig({ BOT_TOKEN: token, WEBHOOK_URL: 'https://bot.example/x', ...given }).WEBHOOK_SECRET;
    const made = secret('123456:ABC-def_ghi');
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(secret('123456:ABC-def_ghi')).toBe(made);
    expect(secret('123456:ABC-def_ghj')).not.toBe(made);
    expect(secret('123456:ABC-def_ghi', { WEBHOOK_SECRET: 'my-own_1' })).toBe('my-own_1');
    expect(readConfig({ BOT_TOKEN: '123456:ABC-def_ghi' }).WEBHOOK_SECRET).toBeUndefined();
  });

  test('.env.example names each of them, with its default', () => {
    const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
    const lines = example.split('\n').filter((line) => line && !line.startsWith('#'));
    const shown = new Map(
      lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
    );
    expect([...shown.keys()].sort()).toEqual(Object.keys(settings.shape).sort());
    const defaults: Record<string, unknown> = settings.parse({});
    for (const [name, value] of shown) {
      const standing = defaults[name];
      const written =
        standing === undefined || (Array.isArray(standing) && standing.length === 0) ? '' : String(standing);
      expect(`${name}=${value}`).toBe(`${name}=${written}`);
    }
  });
});
