import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { newSource } from '../../src/domain/polling.ts';
import type { FinishedCheck } from '../../src/domain/ports.ts';
import { sourceEntryShape } from '../../src/domain/source.ts';
import { openStorage } from '../../src/storage/open.ts';
import { draft } from '../support/articles.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import { startProgram } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mujaz-doctor-'));
afterAll(() => rmSync(folder, { recursive: true }));
const SOURCES_FILE = 'test/fixtures/no-sources.json';
const examine = (settings: Record<string, string>) => startProgram('src/cli/doctor.ts', settings).ended;

describe('npm run doctor', () => {
  test('finds nothing to mend before the first start, and makes no store', async () => {
    const DATABASE_URL = `sqlite:${join(folder, 'none.db')}`;
    const { code, output } = await examine({ DATABASE_URL, SOURCES_FILE });
    expect(output).toContain('is not there yet');
    expect(output).toContain('0 sources in test/fixtures/no-sources.json');
    expect(output).toContain('Nothing needs mending.');
    expect(output).toContain('Next: send /newbot to @BotFather');
    expect(output).toContain('SUMMARY_DAILY_TOKENS = 200000');
    expect(code).toBe(0);
    expect((await examine({ DATABASE_URL, SOURCES_FILE })).output).toContain('is not there yet');
  });

  test('names each faulty setting, a missing sources file and a broken one, and ends with 1', async () => {
    const settings = await examine({ PORT: 'eighty' });
    expect([settings.code, settings.output]).toEqual([1, expect.stringContaining('✗ PORT: must be')]);
    const missing = await examine({
      DATABASE_URL: 'sqlite::memory:',
      SOURCES_FILE: join(folder, 'none.json'),
    });
    expect([missing.code, missing.output]).toEqual([
      1,
      expect.stringMatching(/✗ SOURCES_FILE: .* is not there/),
    ]);
    const broken = join(folder, 'broken.json');
    writeFileSync(broken, JSON.stringify([{ id: 'A b', name: 'x', url: 'ftp://x' }]));
    const { code, output } = await examine({ DATABASE_URL: 'sqlite::memory:', SOURCES_FILE: broken });
    expect(code).toBe(1);
    expect(output).toMatch(/entry 0\.id: must be of a-z[\s\S]*entry 0\.url: must be an http\(s\) URL/);
    const entry = { id: 'paper', name: 'x', url: 'https://paper.example/feed', language: 'en' };
    writeFileSync(broken, JSON.stringify([{ ...entry, topics: ['sport', 'economy'] }]));
    const strange = await examine({ DATABASE_URL: 'sqlite::memory:', SOURCES_FILE: broken });
    expect([strange.code, strange.output]).toEqual([
      1,
      expect.stringContaining('✗ paper: no topic of data/topics.json: sport\n'),
    ]);
  });

  test('names a setting whose name is misspelt, and no other variable', async () => {
    const wrong = {
      POLL_MINUTE: '5',
      admin_ids: '7',
      DATABSE_URL: 'sqlite:x.db',
      VHOST: 'box',
      HOSTNAME: 'box',
    };
    const { code, output } = await examine({ DATABASE_URL: 'sqlite::memory:', SOURCES_FILE, ...wrong });
    expect(output.match(/^✗ .*/gm)).toEqual([
      '✗ POLL_MINUTE is no setting; did you mean POLL_MINUTES?',
      '✗ admin_ids is no setting; did you mean ADMIN_IDS?',
      '✗ DATABSE_URL is no setting; did you mean DATABASE_URL?',
    ]);
    expect(code).toBe(1);
  });

  test('counts what is kept, names what ails the sources, and tells no secrets', async () => {
    await using api = await runPlayground();
    const file = join(folder, 'full.db');
    const { store } = await openStorage(`sqlite:${file}`, Date.now);
    const [article] = await store.putArticles([draft(), draft()], Date.now());
    await store.assign([{ articleId: article?.id ?? 0, storyId: -1 }]);
    const ids = ['dead', 'gone', 'empty', 'slow', 'moved', 'turned', 'well'];
    const now = Date.now();
    await store.syncSources(
      ids.map((id) => sourceEntryShape.parse({ id, name: id, url: `https://name:hush@${id}.example/feed` })),
      now,
    );
    const claimed = await store.claimSources({ now, until: now + 60_000, holder: 'test/1', limit: 10 });
    const ok = { at: now, tookMs: 10, validators: {}, items: 3 };
    const checks: Record<string, Partial<FinishedCheck>> = {
      dead: {
        state: { ...newSource, errors: 5 },
        result: { failure: { since: now, reason: 'http', status: 500 } },
      },
      gone: { state: { ...newSource, muted: 'gone' } },
      empty: { result: { ...ok, items: 0 } },
      slow: { result: { ...ok, tookMs: 12_340 } },
      moved: { state: { ...newSource, moving: { to: 'https://new.example/feed', since: now, fetches: 2 } } },
      turned: { state: { ...newSource, turnedOverAt: now } },
    };
    await store.finishChecks(
      claimed.map(({ id, lease }) => ({
        id,
        lease,
        state: newSource,
        nextAt: now,
        result: ok,
        ...checks[id],
      })),
    );
    await store.close();
    const { code, output } = await examine({
      DATABASE_URL: `sqlite:${file}`,
      SOURCES_FILE,
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.apiRoot,
    });
    expect(output).toMatch(/schema \d+ · 2 articles · 1 stories · 7 sources/);
    expect(output).toMatch(/✗ dead .*dead: http 500, 5 times since/);
    expect(output).toMatch(/✗ gone .*muted/);
    expect(output).toMatch(/✗ empty .*empty/);
    expect(output).toMatch(/ {2}slow .*slow: 12\.3 s/);
    expect(output).toMatch(/ {2}moved .*redirects for good to https:\/\/new\.example\/feed/);
    expect(output).toMatch(/ {2}turned .*items may have been missed/);
    expect(output).not.toMatch(/^.*well \(/m);
    expect(output).toContain('the token is good: @mujaz_playground_bot');
    expect(output).toContain(
      'Next: with `npm start` running, send @mujaz_playground_bot the hour of your digest',
    );
    expect(output).not.toContain(TOKEN);
    expect(output).not.toContain('hush');
    expect(output).toContain('3 to mend.');
    expect(code).toBe(1);
  });

  test('says that a token is wrong without repeating it', async () => {
    await using api = await runPlayground();
    const { code, output } = await examine({
      DATABASE_URL: 'sqlite::memory:',
      SOURCES_FILE,
      BOT_TOKEN: '7000000001:not-the-token-at-all',
      TELEGRAM_API_ROOT: api.apiRoot,
    });
    expect(output).toContain('✗ Telegram does not accept BOT_TOKEN (401');
    expect(output).not.toContain('not-the-token');
    expect(output).toContain('Next: copy the token anew');
    expect(code).toBe(1);
  });
});
