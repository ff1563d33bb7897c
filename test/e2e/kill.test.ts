/** The program killed in the middle of its work: what is in the store in the end is as if nothing had happened. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { rss, runSite } from '../support/feed-server.ts';
import { runPlayground, TOKEN } from '../support/playground.ts';
import { startProgram } from '../support/program.ts';

const folder = mkdtempSync(join(tmpdir(), 'mujaz-kill-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ARTICLES = 400;
/** The program is killed when so many articles are stored (0: when the feed has just been sent), or have their story. */
const KILLED_AT: readonly { stored: number; placed: number }[] = [
  { stored: 0, placed: 0 },
  { stored: 1, placed: 0 },
  { stored: 260, placed: 0 },
  { stored: ARTICLES, placed: 1 },
  { stored: ARTICLES, placed: 300 },
];

const SUBJECTS = 'قطار جسر مدرسة سفينة متحف ملعب مصنع حديقة مكتبة سوق'.split(' ');
const EVENTS = ['افتتاح', 'تأجيل افتتاح', 'ترميم', 'حريق يصيب', 'إغلاق'];

test('SIGKILL at several points of ingest, and a restart: the same store as an undisturbed run', async () => {
  await using site = await runSite();
  await using api = await runPlayground();
  const newest = Math.floor(Date.now() / 1000) * 1000 - 3_600_000;
  const items = Array.from({ length: ARTICLES }, (_, index) => ({
    title: `${EVENTS[index % 5]} ${SUBJECTS[index % 10]} المدينة رقم ${index % 40} بعد انتظار`,
    link: `https://paper.example/${index}`,
    at: newest - index * 600_000,
    text: `روى مراسلنا تفاصيل الخبر ${index} من المكان.`,
  }));
  site.pages.set('/feed', rss(items));
  const sources = join(folder, 'sources.json');
  writeFileSync(
    sources,
    JSON.stringify([
      { id: 'paper', name: 'الصحيفة', url: `${site.origin}/feed`, language: 'ar', topics: ['world'] },
    ]),
  );
  const start = (file: string) =>
    startProgram('src/main.ts', {
      PORT: '0',
      BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: api.apiRoot,
      DATABASE_URL: `sqlite:${file}`,
      SOURCES_FILE: sources,
      ALLOW_PRIVATE_NETWORK: 'true',
    });
  const finish = async (file: string) => {
    const program = start(file);
    await program.prints('bot started');
    while (!settled(file)) await turn();
    program.child.kill('SIGTERM');
    expect((await program.ended).code).toBe(0);
  };

  const [disturbed, undisturbed] = [join(folder, 'disturbed.db'), join(folder, 'undisturbed.db')];
  await finish(undisturbed);
  const reached: number[] = [];
  for (const point of KILLED_AT) {
    const before = site.requests.length;
    const program = start(disturbed);
    const come = () => (point.stored === 0 ? site.requests.length > before : reaches(disturbed, point));
    while (!come()) await turn();
    program.child.kill('SIGKILL');
    await program.ended;
    reached.push(counted(disturbed).stored);
  }
  await finish(disturbed);

  expect(contents(disturbed)).toEqual(contents(undisturbed));
  // The kills did come in between.
  expect(reached[0]).toBeLessThan(ARTICLES);
  expect(new DatabaseSync(disturbed).prepare('pragma integrity_check').get()).toEqual({
    integrity_check: 'ok',
  });
}, 120_000);

/** The file tells nobody when it changes: it is looked at as often as leaves the program a core to work on. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 2));

function counted(file: string): { stored: number; placed: number } {
  using database = new DatabaseSync(file, { timeout: 5000 });
  const row = database.prepare('select count(*) as stored, count(story_id) as placed from articles').get();
  return { stored: Number(row?.stored), placed: Number(row?.placed) };
}

function reaches(file: string, point: { stored: number; placed: number }): boolean {
  const { stored, placed } = counted(file);
  return stored >= point.stored && placed >= point.placed;
}

/** Whether the one source was checked and every article has its story. */
function settled(file: string): boolean {
  using database = new DatabaseSync(file, { timeout: 5000 });
  const { n } = database
    .prepare(
      `select (select count(*) from articles where story_id is null)
            + (select count(*) from sources where lease_until is not null or last_ok_at is null) as n`,
    )
    .get() ?? { n: 1 };
  return n === 0;
}

/** Everything but the times at which things happened to be done. */
function contents(file: string) {
  using database = new DatabaseSync(file);
  const all = (sql: string) =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }));
  return {
    articles: all(
      `select id, key, story_id, url, title, body, summary, source_name, source_url, language, topics, published_at,
              date_precision, sort_at, image, cut, refs, source_id, former_titles from articles order by id`,
    ),
    stories: all('select id, sort_at, merged_into from stories order by id'),
    topics: all('select * from story_topics order by story_id, topic'),
    texts: all('select * from search_texts order by article_id'),
    sources: all(
      `select id, url, etag, items, lease_until, json_extract(state, '$.seen') as seen, json_extract(state, '$.errors') as errors
         from sources`,
    ),
  };
}
