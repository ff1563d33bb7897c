import { existsSync } from 'node:fs';
import { faultText, misused, readCall, unknownWords } from '../call.ts';
import type { Config } from '../config.ts';
import { ConfigFaults, readConfig, settings } from '../config.ts';
import type { Ledger } from '../domain/outbox-store.ts';
import type { Store } from '../domain/ports.ts';
import type { SourceRecord } from '../domain/source.ts';
import { healthOf, publicUrl, sourceName } from '../domain/source.ts';
import { environment } from '../environment.ts';
import { readSourceFile } from '../feeds/source-file.ts';
import { readTopics } from '../feeds/topic-file.ts';
import { openStorage, sqliteFile } from '../storage/open.ts';
import { misspelt } from './doctor/misspelt.ts';
import type { Way } from './doctor/next-step.ts';
import { nextStep } from './doctor/next-step.ts';
import type { Finding } from './doctor/telegram.ts';
import { askTelegram } from './doctor/telegram.ts';

const USAGE = 'Usage: npm run doctor';
/** A source that failed so often on end is dead rather than unlucky. */
const DEAD_AFTER = 3;
/** A queue that has stood for so many minutes is stuck. */
const STUCK_AFTER = 60;

let faults = 0;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const mend = (line: string): void => {
  faults++;
  say(`✗ ${line}`);
};

process.exitCode = await run(process.argv.slice(2), environment());

/** Exit codes: 0 nothing needs mending, 1 something does, 2 called wrongly. */
async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const call = readCall(args, USAGE, {});
  if ('exitCode' in call) return call.exitCode;
  if (call.positionals.length > 0) return misused(USAGE, unknownWords(call.positionals));
  let config: Config;
  try {
    config = readConfig(environment, { readersStore: true });
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    say('Settings');
    for (const fault of error.faults) mend(fault);
    return 1;
  }
  sayings(config);
  for (const { name, meant } of misspelt(Object.keys(environment), Object.keys(settings.shape)))
    mend(`${name} is no setting; did you mean ${meant}?`);
  await lookAtFile(config);
  const kept = await lookAtStore(config);
  const way: Way = { ...kept, zone: config.DEFAULT_TIME_ZONE, token: 'none' };
  if (config.BOT_TOKEN) {
    say('\nTelegram');
    const { username, accepted, findings } = await askTelegram(config, config.BOT_TOKEN, Date.now());
    way.token = accepted;
    way.username = username;
    for (const { fault, line } of findings) {
      if (fault) mend(line);
      else say(`  ${line}`);
    }
  }
  say(faults === 0 ? '\nNothing needs mending.' : `\n${faults} to mend.`);
  say(`Next: ${nextStep(way)}`);
  return faults === 0 ? 0 : 1;
}

/** The settings in force; of secrets only whether they are there. */
function sayings(config: Config): void {
  say('Settings');
  for (const [name, value] of Object.entries(config)) {
    if (name === 'mode') continue;
    const text = Array.isArray(value) ? value.join(', ') : String(value ?? '');
    say(
      `  ${name} = ${/_(?:TOKEN|SECRET|KEY)$/.test(name) ? (text ? '(set)' : '(none)') : withoutPassword(text) || '(none)'}`,
    );
  }
  if (!config.BOT_TOKEN) say('  Without BOT_TOKEN `npm start` opens the playground.');
}

function withoutPassword(text: string): string {
  return text.replace(/^([a-z]+:\/\/[^:@/\s]*):[^@/\s]*@/i, '$1:…@');
}

async function lookAtFile(config: Config): Promise<void> {
  say('\nSources file');
  try {
    const entries = await readSourceFile(config.SOURCES_FILE);
    say(`  ${entries.length} sources in ${config.SOURCES_FILE}`);
    const known = new Set((await readTopics()).map(({ id }) => id));
    for (const { id, topics } of entries) {
      const strange = topics.filter((topic) => !known.has(topic));
      if (strange.length > 0) mend(`${id}: no topic of data/topics.json: ${strange.join(', ')}`);
    }
  } catch (error) {
    mend(faultText(error));
  }
}

/** What the store says of the way to the first digest. */
async function lookAtStore(config: Config): Promise<Pick<Way, 'articles' | 'digestAt' | 'sent'>> {
  say('\nStore');
  const file = sqliteFile(config.DATABASE_URL);
  if (file !== undefined && file !== ':memory:' && !existsSync(file)) {
    say(`  ${file} is not there yet; the bot makes it when it starts.`);
    return {};
  }
  let store: Store;
  try {
    ({ store } = await openStorage(config.DATABASE_URL, Date.now));
  } catch (error) {
    mend(`the store cannot be opened: ${faultText(error)}`);
    return {};
  }
  try {
    const { shape, articles, stories, sources } = await store.census();
    say(`  schema ${shape} · ${articles} articles · ${stories} stories · ${sources} sources`);
    lookAtSources(await store.sources(), Date.now());
    const ledger = await store.ledger(Date.now());
    lookAtOutbox(ledger, Date.now());
    return { articles, digestAt: await store.nextSlotDue(), sent: ledger.states.sent };
  } catch (error) {
    mend(`the store cannot be read: ${faultText(error)}`);
    return {};
  } finally {
    await store.close();
  }
}

function lookAtSources(sources: readonly SourceRecord[], now: number): void {
  if (sources.length === 0) return;
  say('\nSources');
  const before = faults;
  for (const source of sources) {
    for (const { fault, line } of findings(source, now)) {
      const text = `${source.id} (${sourceName(source.name, 'en')}, ${publicUrl(source.url)}): ${line}`;
      if (fault) mend(text);
      else say(`  ${text}`);
    }
  }
  if (faults === before) say('  all well, as far as they have been asked');
}

/** What waits, what went out and what did not. A queue that nobody works off needs a hand. */
function lookAtOutbox({ states, oldestDue, failures, paused, gone }: Ledger, now: number): void {
  say('\nOutbox');
  const counted = Object.entries(states).filter(([, count]) => count > 0);
  say(`  ${counted.map(([state, count]) => `${state} ${count}`).join(' · ') || 'empty'}`);
  for (const { reason, count } of failures) say(`  failed: ${reason} (${count})`);
  if (paused + gone > 0) say(`  chats that cannot be written to: ${paused} for now, ${gone} for good`);
  if (oldestDue === undefined) return;
  const minutes = Math.floor((now - oldestDue) / 60_000);
  const line = `the oldest message that could be sent waits since ${new Date(oldestDue).toISOString()}`;
  if (minutes >= STUCK_AFTER) mend(`${line}: is the bot running, and does Telegram answer?`);
  else say(`  ${line}`);
}

/** What stands out of a source. Slow, moving and turned over are worth knowing; the rest needs a hand. */
function findings(source: SourceRecord, now: number): Finding[] {
  const { standing, failure, slow, moving, turnedOverAt } = healthOf(source, now);
  const found: Finding[] = [];
  if (standing === 'gone') found.push({ fault: true, line: 'muted: its server says 410 Gone' });
  if (standing === 'empty') found.push({ fault: true, line: 'empty: the feed holds no items' });
  if (standing === 'failing' && failure) {
    const dead = source.state.errors >= DEAD_AFTER;
    const why = failure.status === undefined ? failure.reason : `${failure.reason} ${failure.status}`;
    const since = new Date(failure.since).toISOString();
    found.push({
      fault: dead,
      line: `${dead ? 'dead' : 'failing'}: ${why}, ${source.state.errors} times since ${since}`,
    });
  }
  if (slow) found.push({ fault: false, line: `slow: ${((source.tookMs ?? 0) / 1000).toFixed(1)} s` });
  if (moving) found.push({ fault: false, line: `moved: redirects for good to ${publicUrl(moving)}` });
  if (turnedOverAt !== undefined) {
    const at = new Date(turnedOverAt).toISOString();
    found.push({
      fault: false,
      line: `turned over completely between two checks (${at}): items may have been missed`,
    });
  }
  return found;
}
