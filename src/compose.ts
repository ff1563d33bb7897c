import { setImmediate as nextTurn } from 'node:timers/promises';
import { commands } from '../commands/index.ts';
import search from '../commands/search.ts';
import { tellProgress } from './app/broadcast-progress.ts';
import { createBroadcasts } from './app/broadcasts.ts';
import { createChats } from './app/chats.ts';
import { createInline } from './app/inline.ts';
import { createMemory } from './app/memory.ts';
import { createPress } from './app/press.ts';
import { createReception } from './app/reception.ts';
import { runRetention } from './app/retention.ts';
import type { BotIdentity } from './app/story-links.ts';
import { composeDesk } from './compose-desk.ts';
import { composeGathering } from './compose-gathering.ts';
import { composeOperations } from './compose-operations.ts';
import { composeReceiving } from './compose-receiving.ts';
import { composeSending } from './compose-sending.ts';
import type { Config } from './config.ts';
import { readSamples } from './feeds/samples.ts';
import { readSourceFile } from './feeds/source-file.ts';
import { readTopics } from './feeds/topic-file.ts';
import { HOLDER, isGone } from './holder.ts';
import type { House, Surroundings } from './house.ts';
import { catalogueOf } from './i18n/voice.ts';
import { everyMinute } from './minute.ts';
import { after, idling, napping } from './naps.ts';
import { createDrawer } from './pictures/drawer.ts';
import { createMovableClock } from './playground/clock.ts';
import { openStage } from './playground/stage.ts';
import { openStorage } from './storage/open.ts';
import { openSummarizer } from './summarize/open.ts';
import { startBot } from './telegram/bot.ts';
import { createPictures } from './telegram/pictures.ts';

const DATA = new URL('../data/', import.meta.url);
/** The playground's bot needs a token only in form: it never leaves this machine. */
const PLAYGROUND_TOKEN = '7000000001:playground-token-for-this-machine-only';

/** Builds the house from its settings and starts it; whatever was started is stopped again on failure. */
export async function compose(
  config: Config,
  {
    now: real,
    log: written,
    sleep = napping,
    idle = idling,
    rest = idling,
    minute = everyMinute,
    live = false,
    onFatal,
  }: Surroundings,
): Promise<House> {
  await using opened = new AsyncDisposableStack();
  /** Only the playground's page has a hand on it. */
  const clock = createMovableClock(real);
  const { now } = clock;
  const { log, ...operations } = composeOperations(config, { now: real, log: written });
  const { store, cache } = await openStorage(config.DATABASE_URL, now, log);
  opened.defer(() => store.close());

  const pause = () => nextTurn();
  await store.releaseLeases(isGone);
  const gathering = composeGathering(config, { store, now, pause, idle, log });
  opened.defer(() => gathering.close());
  const { ingest, feeds } = gathering;
  const polls = config.mode === 'telegram' || live;
  const topics = await readTopics();
  if (polls) await store.syncSources(await readSourceFile(config.SOURCES_FILE), now());

  const memory = createMemory({ cache, store, now });
  const chats = createChats(store, { language: config.DEFAULT_LANGUAGE, timeZone: config.DEFAULT_TIME_ZONE });
  const summarizer = openSummarizer(config, {
    store,
    cache,
    now,
    chance: Math.random,
    after,
    timeout: (ms) => AbortSignal.timeout(ms),
    log,
  });
  opened.defer(() => summarizer.close());
  const seen = { store, summaries: summarizer };
  let wakeSender = (): void => {};
  /** Known once Telegram has told it. */
  let identity: BotIdentity = { name: '', inline: false };
  const press = createPress({
    store,
    chats,
    summarizer,
    topics,
    defaultLanguage: config.DEFAULT_LANGUAGE,
    botName: () => identity.name,
    now,
    pause,
    log,
    holder: HOLDER,
    onQueued: () => wakeSender(),
  });
  const broadcasts = createBroadcasts({ store, cache, now, log, onQueued: () => wakeSender() });
  const desk = composeDesk({
    store,
    chats,
    memory,
    summarizer,
    press,
    broadcasts,
    feeds,
    topics,
    bot: () => identity,
    now,
    keptDays: config.RETENTION_DAYS,
    onSource: gathering.ask,
  });
  if (!polls) await ingest.settle();

  let { TELEGRAM_API_ROOT: apiRoot, BOT_TOKEN: token } = config;
  let page: string | undefined;
  let minutely = press.minute;
  if (config.mode === 'playground' || token === undefined) {
    token = PLAYGROUND_TOKEN;
    const playground = await openStage({
      host: config.HOST,
      port: config.PORT,
      token,
      clock,
      store,
      cache,
      readSamples: (day, at) =>
        readSamples(new URL(day === 'first' ? 'samples/' : 'samples/second-day/', DATA), at),
      take: ingest.take,
      publishDue: () => press.minute().then(wakeSender),
      log,
      pageDirectory: new URL('./playground/page/', import.meta.url),
      routes: operations.routes(seen),
    });
    opened.defer(() => playground.close());
    minutely = playground.minute;
    page = playground.url;
    apiRoot = playground.apiRoot;
  }

  const drawer = createDrawer({ now });
  opened.defer(() => drawer.close());
  const sending = composeSending(config, { store, chats, token, apiRoot, drawer, now, log, onFatal });
  opened.defer(() => sending.close());
  const { delivery, presence } = sending;
  wakeSender = delivery.wake;

  const bot = await startBot({
    token,
    apiRoot,
    menu: commands,
    memory,
    presence,
    inline: createInline(desk),
    reception: (bot) => {
      identity = bot;
      return createReception({ commands, otherwise: search, operators: config.ADMIN_IDS }, desk, bot.name);
    },
    says: catalogueOf,
    defaultLanguage: config.DEFAULT_LANGUAGE,
    operators: config.ADMIN_IDS,
    pictures: createPictures(drawer),
    log,
    sleep,
    budget: delivery.budget,
    onAnswer: operations.onAnswer,
    onFatal,
  });

  const closing = new AbortController();
  const receiving = composeReceiving(config, {
    store,
    bot,
    now,
    idle: rest,
    log,
    onUpdate: operations.onUpdate,
  });
  const ongoing = [
    receiving.run(closing.signal),
    delivery.run(rest, closing.signal),
    tellProgress({ broadcasts, chats, edit: bot.edit, log }, rest, closing.signal),
  ];
  opened.defer(async () => {
    closing.abort();
    await Promise.all(ongoing);
  });

  if (!page) opened.use(await operations.serve(seen, receiving.door));
  await receiving.announce();

  await store.releaseSubscriptions(isGone);
  const minutes = minute(() => void minutely());
  opened.defer(async () => {
    await minutes.stop();
    await press.stop();
  });
  void press.minute();

  await store.releaseSources(isGone);
  // The playground has no sources of its own, but asks those that somebody added to it.
  if (polls || (await store.sources()).some(({ origin }) => origin === 'admin')) gathering.ask();
  if (polls) {
    const stopping = new AbortController();
    const retention = { store, now, pause, log, days: config.RETENTION_DAYS };
    const running = runRetention(retention, idle, stopping.signal);
    opened.defer(() => {
      stopping.abort();
      return running;
    });
  }

  const house = opened.move();
  return { botName: bot.username, ...(page ? { page } : {}), stop: () => house.disposeAsync() };
}
