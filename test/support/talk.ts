/** The real bot at a real Bot API over HTTP, and a person who talks to it. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createGrouping } from '../../src/app/grouping.ts';
import { createIngest } from '../../src/app/ingest.ts';
import { compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Log, Store } from '../../src/domain/ports.ts';
import type { StoredMessage } from '../../src/playground/messages.ts';
import type { Message } from '../../src/playground/shapes.ts';
import { openStorage } from '../../src/storage/open.ts';
import { HOUR, MORNING } from './articles.ts';
import { runPlayground, TOKEN } from './playground.ts';
import { violations } from './specification.ts';

export const READER = 1001;
export const CHANNEL = -1001000000001;
export const FORUM = -1001000000002;

/** A sources file without sources: tests name their own. */
export const NO_SOURCES = fileURLToPath(new URL('../fixtures/no-sources.json', import.meta.url));

export interface Saying {
  text: string;
  chatId?: number;
  fromId?: number;
  replyTo?: number;
  threadId?: number;
  senderChatId?: number;
}

/** What the bot did in answer: a message, an edit, or a notice over the chat. */
export type Answer = { kind: 'message' | 'edited'; message: Message } | { kind: 'notice'; text: string };

/** What the bot offers for an inline query. */
export interface Offer {
  queryId: string;
  results: {
    id: string;
    title: string;
    description: string;
    url?: string;
    thumbnail_url?: string;
    input_message_content: { message_text: string; link_preview_options: object };
    reply_markup: { inline_keyboard: { text: string; url?: string }[][] };
  }[];
  next_offset?: string;
  cache_time?: number;
  is_personal?: boolean;
  button?: { text: string; start_parameter: string };
}

export interface LogLine {
  level: string;
  event: string;
  fields: Record<string, unknown>;
}

/** Starts a bot on a store that holds these articles; `await using` stops it and removes the store. */
export async function openTalk(
  options: { articles?: readonly ArticleDraft[]; settings?: Record<string, string>; now?: () => number } = {},
) {
  const given = options.now ?? (() => MORNING);
  let passed = 0;
  const now = () => given() + passed;
  const folder = mkdtempSync(join(tmpdir(), 'mujaz-talk-'));
  const url = `sqlite:${join(folder, 'mujaz.db')}`;
  const { store } = await openStorage(url, now);
  await createIngest(store, createGrouping(store), now).take(options.articles ?? []);
  await store.close();

  const playground = await runPlayground({ now });
  const { world } = playground;
  const lines: LogLine[] = [];
  const watchers = new Set<() => void>();
  const write =
    (level: string) =>
    (event: string, fields: Record<string, unknown> = {}) => {
      lines.push({ level, event, fields });
      for (const watcher of watchers) watcher();
      watchers.clear();
    };
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  const idlers = { daily: { woken: false, wake: () => {} }, polling: { woken: false, wake: () => {} } };
  const resting = new Set<() => void>();
  let strike = () => {};
  const config = readConfig({
    PORT: '0',
    BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: playground.apiRoot,
    DATABASE_URL: url,
    SOURCES_FILE: NO_SOURCES,
    ...options.settings,
  });
  const house = await compose(config, {
    now,
    log,
    sleep: async () => {},
    // Woken by the test; a wake that comes a moment too early counts for the next wait.
    idle: (ms, signal) => {
      const kind = ms > HOUR ? idlers.daily : idlers.polling;
      return new Promise((resolve) => {
        if (kind.woken || signal.aborted) resolve();
        else kind.wake = resolve;
        kind.woken = false;
        signal.addEventListener('abort', () => resolve());
      });
    },
    // What the budget of sending asks for, a second at most, passes at once and the clock with it; longer rests end when the house is woken.
    rest: async (ms, signal) => {
      await turn();
      if (signal.aborted) return;
      if (ms <= 1000) {
        passed += ms;
        return;
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      resting.add(resolve);
      signal.addEventListener('abort', () => resolve());
      await promise;
      resting.delete(resolve);
    },
    minute: (work) => {
      strike = work;
      return { stop: async () => {} };
    },
    onFatal: (reason) => write('fatal')(reason),
  });

  // The page is shown the reader's chats alone; what others are told in private is seen where it is kept.
  const kept = new Set<(stored: StoredMessage) => void>();
  const keep = world.messages.add.bind(world.messages);
  world.messages.add = (stored) => {
    for (const watcher of kept) watcher(stored);
    return keep(stored);
  };

  /** The next thing the bot does in a chat, seen as the page would see it. */
  function next(chatId: number): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>();
    const stop = world.events.listen(({ event }) => {
      if (event.type === 'answer' && event.text) resolve({ kind: 'notice', text: event.text });
      if ((event.type !== 'message' && event.type !== 'edited') || event.chat_id !== chatId) return;
      const message = event.message as Message;
      if (message.from?.id === world.bot.id || isOwnPost(message)) resolve({ kind: event.type, message });
    });
    const watcher = ({ message, byBot }: StoredMessage) => {
      if (byBot && message.chat.id === chatId && message.chat.type === 'private' && chatId !== READER)
        resolve({ kind: 'message', message });
    };
    kept.add(watcher);
    return promise.finally(() => {
      stop();
      kept.delete(watcher);
    });
  }

  /** In a channel nobody has a name: the bot's posts are those it was asked to send. */
  function isOwnPost(message: Message): boolean {
    if (message.chat.type !== 'channel') return false;
    return world.journal.some(
      ({ method, parameters }) =>
        method === 'sendMessage' &&
        Number(parameters.chat_id) === message.chat.id &&
        parameters.text === message.text,
    );
  }

  const talk = {
    world,
    playground,
    house,
    log: lines,
    /** Lets the house look again for what is due and for articles that are old, after so much time. */
    wake(after = 0): void {
      passed += after;
      for (const go of resting) go();
      for (const each of Object.values(idlers)) {
        each.woken = true;
        each.wake();
      }
    },
    /** So much later a minute begins: what is due goes out. */
    minute(after: number): void {
      passed += after;
      strike();
    },
    /** Waits until so many lines of this event stand in the log. */
    async logged(event: string, times = 1): Promise<LogLine> {
      for (;;) {
        const found = lines.filter((line) => line.event === event)[times - 1];
        if (found) return found;
        await new Promise<void>((resolve) => watchers.add(resolve));
      }
    },
    /** The next thing the bot does in a chat of its own accord. */
    next,
    /** Says something and waits for what the bot does. */
    async ask(saying: string | Saying): Promise<Answer> {
      const {
        text,
        chatId = READER,
        fromId = READER,
        ...rest
      } = typeof saying === 'string' ? { text: saying } : saying;
      const answer = next(chatId);
      world.say({ chatId, fromId, text, ...rest });
      return answer;
    },
    /** Looks into the store beside the running bot. */
    async stored<Result>(look: (store: Store) => Promise<Result>): Promise<Result> {
      const { store: beside } = await openStorage(url, now);
      try {
        return await look(beside);
      } finally {
        await beside.close();
      }
    },
    /** What the bot does in a chat after something that nobody says: a place shared, a chat chosen. */
    async after(deed: () => unknown, chatId = READER): Promise<Answer> {
      const answer = next(chatId);
      deed();
      return answer;
    },
    /** Says something to which silence is the right answer, proven by what the bot answers next. */
    async meetsSilence(saying: Saying): Promise<boolean> {
      const { chatId = READER, fromId = READER } = saying;
      world.say({ ...saying, chatId, fromId });
      const answer = next(chatId);
      world.say({ chatId, fromId, text: '/privacy@mujaz_playground_bot' });
      return /خصوصيتك|Your privacy/.test(textOf(await answer));
    },
    /** Types something behind the bot's name, in whatever chat, and waits for what it offers. */
    async inline(query: string, asking: { fromId?: number; offset?: string } = {}): Promise<Offer> {
      const queryId = world.inlineQuery({ fromId: READER, query, ...asking });
      return { queryId, ...(await world.inlineQueries.answered(queryId)) } as unknown as Offer;
    },
    async press(message: Message, command: string | RegExp, fromId = READER): Promise<Answer> {
      const data = commandsOf(message).find((each) =>
        typeof command === 'string' ? each === command : command.test(each),
      );
      if (data === undefined) throw new Error(`no button ${command} among ${commandsOf(message).join(', ')}`);
      const answer = next(message.chat.id);
      world.press({ chatId: message.chat.id, messageId: message.message_id, fromId, data });
      return answer;
    },
    /** Calls the bot made that the Bot API's specification does not allow. */
    offences(): string[] {
      return world.journal.flatMap(({ method, parameters }) =>
        violations(method, parameters).map((violation) => `${method}: ${violation}`),
      );
    },
    async [Symbol.asyncDispose]() {
      await house.stop();
      await playground.close();
      rmSync(folder, { recursive: true });
    },
  };
  return talk;
}

export function textOf(answer: Answer): string {
  return answer.kind === 'notice' ? answer.text : (answer.message.text ?? '');
}

/** The text as its reader sees it: without the invisible marks that keep directions apart. */
export function seen(answer: Answer): string {
  return textOf(answer).replace(/[\u200e\u200f\u2066-\u2069]/g, '');
}

export function messageOf(answer: Answer): Message {
  if (answer.kind === 'notice') throw new Error(`a notice and no message: ${answer.text}`);
  return answer.message;
}

/** The commands behind a message's buttons, in the order they stand in. */
export function commandsOf(message: Message): string[] {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  return rows.flatMap((row) =>
    row.flatMap((button) => (typeof button.callback_data === 'string' ? [button.callback_data] : [])),
  );
}
