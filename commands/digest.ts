import { goesOn } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import { placeOf } from '../src/app/request-place.ts';

export default {
  name: 'digest',
  description: { ar: 'موجزك القادم، الآن', en: 'Your next briefing, now' },
  words: {
    ar: ['الموجز', 'موجز', 'موجز الأخبار', 'ملخص الأخبار', 'ملخص اليوم', 'نشرة الأخبار', 'النشرة', 'موجزي'],
    en: [
      'digest',
      'briefing',
      'my digest',
      'my briefing',
      'next digest',
      'next briefing',
      'my next digest',
      'my next briefing',
      'news briefing',
      'news summary',
      'summary of the news',
    ],
  },
  group: 'digest',
  passesOn: goesOn,

  async run(request, desk) {
    const { chat, voice } = request;
    const { parts, subscribed } = await desk.previews.next(placeOf(request), chat, voice);
    const [first, ...others] = parts;
    if (!first) throw new Error('an edition without parts');
    const offer = [{ label: voice.says.buttonSubscribeHere, command: 'subscribe' }];
    const last = others.at(-1) ?? first;
    const offered = subscribed ? last : { ...last, buttons: [...(last.buttons ?? []), offer] };
    if (others.length === 0) return offered;
    return { ...first, followedBy: [...others.slice(0, -1), offered] };
  },
} satisfies Command;
