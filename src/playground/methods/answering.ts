import * as z from 'zod';
import { badRequest } from '../errors.ts';
import { checkInlineAnswer } from '../inline-results.ts';
import * as parameter from '../parameters.ts';
import type { Method } from './method.ts';
import { method } from './method.ts';

const MAX_ANSWER = 200;

const answerCallbackQuery = method(
  z.object({
    callback_query_id: parameter.text,
    text: parameter.text.optional(),
    show_alert: parameter.flag.optional(),
    url: parameter.text.optional(),
    cache_time: parameter.integer.optional(),
  }),
  ({ world }, { callback_query_id, text, show_alert, url }) => {
    if ((text?.length ?? 0) > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
    const answer = {
      ...(text === undefined ? {} : { text }),
      ...(show_alert === undefined ? {} : { show_alert }),
      ...(url === undefined ? {} : { url }),
    };
    world.callbackQueries.answer(callback_query_id, answer);
    world.events.publish({ type: 'answer', query_id: callback_query_id, ...answer });
    return true;
  },
);

const answerInlineQuery = method(
  z.object({
    inline_query_id: parameter.text,
    results: parameter.json(z.array(z.looseObject({ type: z.string(), id: z.string() }))),
    cache_time: parameter.integer.optional(),
    is_personal: parameter.flag.optional(),
    next_offset: parameter.text.optional(),
    button: parameter.json(z.looseObject({})).optional(),
  }),
  ({ world }, { inline_query_id, results, ...rest }) => {
    checkInlineAnswer({ results, ...rest });
    world.inlineQueries.answer(inline_query_id, { results, ...rest });
    return true;
  },
);

export const answering: Record<string, Method> = { answerCallbackQuery, answerInlineQuery };
