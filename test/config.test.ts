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
