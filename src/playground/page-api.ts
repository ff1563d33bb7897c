import type { Hono } from 'hono';
import * as z from 'zod';
import { GENERAL_TOPIC } from './chats.ts';
import { WorldError } from './errors.ts';
import { eventStream } from './event-stream.ts';
import { MOST_TEXT } from './formatted-text.ts';
import { act } from './page-act.ts';
import type { ClockHands } from './page-clock.ts';
import { pageClock, registerPageClock } from './page-clock.ts';
import { pageMessage, pageState } from './page-view.ts';
import { answerRequest } from './requests.ts';
import type { World } from './world.ts';

const sendBody = z.object({
  chat_id: z.int(),
  text: z.string().refine((text) => text.trim() !== '', 'text is empty'),
  reply_to_message_id: z.int().optional(),
  message_thread_id: z.int().optional(),
});
const pressBody = z.object({ chat_id: z.int(), message_id: z.int(), data: z.string().min(1) });
const languageBody = z.object({ language_code: z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/) });
const clearBody = z.object({ chat_id: z.int().optional() });

/** What the chat page asks for: its state, what happens, and what the reader does. */
export function registerPageApi<Env extends object>(
  app: Hono<Env>,
  world: World,
  closing: AbortSignal,
  hands?: ClockHands,
): void {
  app.get('/playground/state', async (c) => {
    const clock = hands ? { clock: await pageClock(world, hands) } : {};
    return c.json({ ...pageState(world), ...clock }, 200, { 'cache-control': 'no-store' });
  });
  if (hands) registerPageClock(app, world, hands);
  app.get('/playground/events', (c) => {
    const after = c.req.header('last-event-id');
    return eventStream(world.events, after === undefined ? undefined : Number(after), closing);
  });
  app.post('/playground/send', (c) =>
    act(c, sendBody, ({ chat_id, text, reply_to_message_id, message_thread_id }) => {
      const given = answerRequest(world, chat_id, text);
      if (given) return { message: pageMessage(world, world.message(chat_id, given.message_id)) };
      const threadId = message_thread_id === GENERAL_TOPIC ? undefined : message_thread_id;
      const [first] = split(text).map((part) =>
        world.say({
          chatId: chat_id,
          fromId: world.reader.id,
          text: part,
          replyTo: reply_to_message_id,
          threadId,
        }),
      );
      if (first === undefined) throw new WorldError('nothing to send');
      return { message: pageMessage(world, world.message(chat_id, first.message_id)) };
    }),
  );
  app.post('/playground/press', (c) =>
    act(c, pressBody, ({ chat_id, message_id, data }) => ({
      query_id: world.press({ chatId: chat_id, messageId: message_id, fromId: world.reader.id, data }),
    })),
  );
  app.post('/playground/language', (c) =>
    act(c, languageBody, ({ language_code }) => {
      world.setLanguage(language_code);
      const { id, first_name } = world.reader;
      return { me: { id, first_name, language_code } };
    }),
  );
  app.post('/playground/clear', (c) =>
    act(c, clearBody, ({ chat_id }) => {
      world.clear(chat_id);
      return { ok: true };
    }),
  );
}

/** What a client makes of a long text: parts of at most one message, cut at a line end or a space where there is one in the second half. */
function split(text: string): string[] {
  const parts: string[] = [];
  let rest = text.trim();
  while (rest.length > MOST_TEXT) {
    const window = rest.slice(0, MOST_TEXT);
    const gap = Math.max(window.lastIndexOf('\n'), window.lastIndexOf(' '));
    let end = gap > MOST_TEXT / 2 ? gap : MOST_TEXT;
    if (/[\ud800-\udbff]/.test(rest[end - 1] ?? '')) end -= 1;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}
