import type { Command } from '../src/app/command.ts';
import type { Reply } from '../src/app/reply.ts';
import { endsWish } from '../src/app/standing-wish.ts';
import { shortText } from '../src/app/subscription-view.ts';
import { findTarget, readReference, targetName } from '../src/app/target.ts';
import { fitsButton } from '../src/domain/message.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { normalize } from '../src/text/normalize.ts';

/** Words for «all of them»; the first is a button's. */
const ALL = ['all', 'الكل', 'كلها', 'كل الاشتراكات', 'جميعها', 'everything'];

export default {
  name: 'unsubscribe',
  description: { ar: 'أوقف الموجز اليومي', en: 'Stop the daily briefing' },
  usage: { ar: '[@قناة]', en: '[@channel]' },
  words: {
    ar: [
      'ألغ الاشتراك',
      'ألغ اشتراكي',
      'الغي الاشتراك',
      'إلغاء الاشتراك',
      'إلغاء اشتراكي',
      'إلغاء اشتراك',
      'أوقف الاشتراك',
      'وقف الاشتراك',
      'أوقف الموجز',
      'وقف الموجز',
      'إيقاف الموجز',
    ],
    en: [
      'unsubscribe',
      'stop the briefing',
      'stop the digest',
      'cancel my subscription',
      'cancel the subscription',
    ],
  },
  alone: {
    ar: [
      'توقف',
      'أوقف',
      'وقف',
      'قف',
      'إيقاف',
      'إيقاف الاشتراك',
      'أوقف الأخبار',
      'وقف الأخبار',
      'أوقف الإرسال',
      'إلغاء',
      'ألغ',
      'كفى',
      'لا ترسل لي',
      'لا ترسل',
      'لا تبعتلي',
      'ما تبعتليش',
      'بطل تبعت',
    ],
    en: [
      'stop',
      'stop it',
      'stop sending',
      'stop sending news',
      'stop the news',
      'cancel',
      'quit',
      'opt out',
      'no more news',
    ],
  },
  group: 'digest',
  changes: () => true,
  heardIn: (sentence, topics) => (endsWish(sentence, topics) ? '' : undefined),

  async run(request, desk) {
    const { voice } = request;
    const { language, says } = voice;
    const { reference, rest } = readReference(request.args);
    const target = await findTarget(request, desk, reference);
    if ('refused' in target) return target.refused;
    const { chat, place, prefix } = target;
    const known = await desk.subscribing.of(place);
    if (known.length === 0) {
      const first = { label: says.buttonSubscribe, command: `subscribe ${prefix}`.trim() };
      return { language, text: says.unsubscribeNone, buttons: [[first]] };
    }

    const named = /^s(\d+)$/.exec(rest)?.[1];
    const every = ALL.includes(normalize(rest));
    const [first, second] = known;
    // Words that name none of them stop nothing: “unsubscribe sports” may mean a topic.
    if (!named && !every && (second || rest !== '')) {
      const choices = known.map((each) => [
        { label: shortText(each, desk.topics, voice), command: `unsubscribe ${prefix}s${each.id}` },
      ]);
      const all = { label: says.allOfThem, command: `unsubscribe ${prefix}${ALL[0]}` };
      return { language, text: says.unsubscribeWhich, buttons: second ? [...choices, [all]] : choices };
    }
    const ids = named ? [Number(named)] : every ? known.map(({ id }) => id) : first ? [first.id] : [];
    const ended = await desk.subscribing.unsubscribe(chat, place, ids);
    const [only] = ended;
    if (!only) return { language, text: says.subscriptionGone };
    const name = targetName(target, says);
    const text =
      ended.length > 1
        ? says.unsubscribedAll(says.digestCount(ended.length, voice.number(ended.length)))
        : name
          ? says.unsubscribedPlace(name)
          : says.unsubscribedHere;
    const reply: Reply = {
      language,
      text,
      buttons: [[{ label: says.buttonSubscribeAgain, command: again(prefix, only) }]],
      place: request.entry === 'button' ? 'edit' : 'new',
    };
    return reply;
  },
} satisfies Command;

/** The command that brings a stopped one back: as many of its hours as a button has room for, and its topics where they fit too. */
function again(prefix: string, { schedule: { times }, topics }: Subscription): string {
  const at = (hours: readonly string[]) => `subscribe ${prefix}${hours.join(',')}`;
  const bare = at(times.filter((_, last) => fitsButton(at(times.slice(0, last + 1)))));
  const whole = [bare, ...topics].join(' ');
  return fitsButton(whole) ? whole : bare;
}
