import { placeWithin } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import type { Desk } from '../src/app/desk.ts';
import { hoursProblem } from '../src/app/hours-problem.ts';
import type { Reply } from '../src/app/reply.ts';
import type { Request } from '../src/app/request.ts';
import { standingWish } from '../src/app/standing-wish.ts';
import { USUAL_TIME } from '../src/app/subscribing.ts';
import { subscriptionLines } from '../src/app/subscription-view.ts';
import type { Target } from '../src/app/target.ts';
import { findTarget } from '../src/app/target.ts';
import { readZone } from '../src/app/zone-choice.ts';
import { zoneName } from '../src/app/zone-view.ts';
import type { Button } from '../src/domain/message.ts';
import { fitsButton } from '../src/domain/message.ts';
import { mayBePlace } from '../src/domain/place.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { readSubscribe } from '../src/domain/subscribe-words.ts';
import type { Subscription } from '../src/domain/subscription.ts';
import { MOST_SUBSCRIPTIONS } from '../src/domain/subscription.ts';
import { topicsWithin } from '../src/domain/topic.ts';
import { normalize } from '../src/text/normalize.ts';

/** Hours that are offered beside the usual one. */
const OTHER_TIMES = ['07:00', '13:00', '18:00', '21:00'];
/** Words for «let me choose a channel»; the first is a button's. */
const PICKER = ['channel', 'my channel', 'قناه', 'قناتي', 'لقناتي', 'القناه'];

export default {
  name: 'subscribe',
  description: { ar: 'موجز يومي في الساعة التي تختارها', en: 'A daily briefing at the hour you choose' },
  usage: { ar: '[@قناة] [08:30] [مدينة]', en: '[@channel] [08:30] [city]' },
  words: {
    ar: ['اشترك', 'اشتراك', 'الاشتراك', 'اشتركني', 'أريد الاشتراك'],
    en: ['subscribe', 'subscribe me', 'sign me up'],
  },
  group: 'digest',
  changes: () => true,
  heardIn: standingWish,
  passesOn(args, { topics }, sentence) {
    const { channel, hours, zoneWords = '' } = readSubscribe(args);
    if (channel || hours || PICKER.includes(normalize(args))) return undefined;
    const place = placeWithin(topicsWithin(topics, zoneWords).rest);
    // What begins with a topic is meant for us all the same: “subscribe to sports and gold”.
    const isFirst = placeWithin(zoneWords).split(' ')[0] === place.split(' ')[0];
    return isFirst && place !== '' && !mayBePlace(place) ? sentence : undefined;
  },

  async run(request, desk) {
    const { args, chat, voice } = request;
    const { language, says } = voice;
    if (PICKER.includes(normalize(args))) {
      if (chat.kind !== 'private') return { language, text: says.channelPickPrivate };
      return { language, text: says.channelPick, asks: { for: 'channel', label: says.buttonPickChannel } };
    }
    const { channel, hours, zoneWords = '' } = readSubscribe(args);
    const target = await findTarget(request, desk, channel);
    if ('refused' in target) return target.refused;
    const named = topicsWithin(desk.topics, zoneWords);
    const placeWords = placeWithin(named.rest);
    if (hours && !('times' in hours)) {
      const problem = hoursProblem(hours, voice, (time) => `subscribe ${target.prefix}${time}`);
      if (problem) return problem;
    }
    const times = hours && 'times' in hours ? hours.times : undefined;
    const zone =
      placeWords === '' ? undefined : readZone(placeWords, voice, (each) => zoneCommand(target, times, each));
    if (zone && 'unclear' in zone) return zone.unclear;

    const chosen = withDefaults(target, request, zone?.timeZone);
    const topics =
      named.topics.length > 0 ? named.topics.map(({ id }) => id) : (chosen.preferences.topics ?? []);
    const result = await desk.subscribing.subscribe(chosen, target.place, {
      topics,
      chatZone: desk.chats.timeZone(chosen),
      ...(zone ? { timeZone: zone.timeZone } : {}),
      ...(times ? { times } : {}),
      ...(request.senderId === undefined ? {} : { ownerId: request.senderId }),
    });
    switch (result.kind) {
      case 'full':
        return full(voice, target);
      case 'taken':
      case 'gone':
        return { language, text: says.subscriptionGone };
      default:
        return confirmation(result, target, { hourGiven: times !== undefined }, request, desk);
    }
  },
} satisfies Command;

/**
 * The chat with what a digest has to know: the language it is spoken to in, and for a channel that is set up from elsewhere
 * the zone of who does so; what the chat has chosen itself stays. A zone that is named stands for the chat until it has one.
 */
function withDefaults(
  target: Target,
  { chat, voice }: Request,
  timeZone: string | undefined,
): Target['chat'] {
  const own = target.chat.preferences;
  const zone = own.timeZone ?? timeZone ?? (target.prefix === '' ? undefined : chat.preferences.timeZone);
  return {
    ...target.chat,
    preferences: {
      ...own,
      language: own.language ?? voice.language,
      ...(zone === undefined ? {} : { timeZone: zone }),
    },
  };
}

/** The same wish with another zone, where the hours find room beside it; otherwise the zone alone. */
function zoneCommand({ prefix }: Target, times: readonly string[] | undefined, zone: string): string {
  const command = `subscribe ${prefix}${times ? `${times.join(',')} ` : ''}${zone}`;
  return fitsButton(command) ? command : `timezone ${prefix}${zone}`;
}

function full({ language, says, number }: Request['voice'], { prefix }: Target): Reply {
  return {
    language,
    text: says.subscriptionsFull(says.digestCount(MOST_SUBSCRIPTIONS, number(MOST_SUBSCRIPTIONS))),
    buttons: [[{ label: says.buttonSettings, command: `settings ${prefix}`.trim() }]],
  };
}

function confirmation(
  result: { kind: 'new' | 'changed' | 'same'; chat: Target['chat']; subscription: Subscription },
  target: Target,
  { hourGiven }: { hourGiven: boolean },
  request: Request,
  desk: Desk,
): Reply {
  const { kind, subscription } = result;
  const voice = target.prefix === '' ? desk.chats.voice(result.chat, request.clientLanguage) : request.voice;
  const { language, says } = voice;
  const zoneless = result.chat.preferences.timeZone === undefined;
  const usual = kind === 'new' && !hourGiven;
  const board = `settings ${target.prefix}s${subscription.id}`;
  const buttons: Button[][] = [
    ...(usual
      ? [OTHER_TIMES.map((time) => ({ label: voice.clock(time), command: `${board} at ${time}` }))]
      : []),
    ...(target.prefix === '' ? [[{ label: says.buttonDigestNow, command: 'digest' }]] : []),
    ...(zoneless ? [[{ label: says.buttonZone, command: `timezone ${target.prefix}`.trim() }]] : []),
    [
      { label: says.buttonHours, command: `${board} h` },
      { label: says.buttonDays, command: `${board} d` },
      { label: says.buttonSettings, command: `settings ${target.prefix}`.trim() },
    ],
    ...(request.chat.kind === 'private' && target.prefix === '' && kind === 'new'
      ? [[{ label: says.buttonForChannel, command: `subscribe ${PICKER[0]}` }]]
      : []),
  ];
  return {
    language,
    text: joinRich(
      [
        joinRich(
          [
            {
              bold: kind === 'new' ? title(target, says) : changed(kind, target, says),
            },
            ...subscriptionLines(subscription, desk.topics, voice, desk.now()),
          ],
          '\n',
        ),
        usual ? says.usualHourNote(voice.clock(USUAL_TIME)) : '',
        zoneless ? says.noZoneNote(zoneName(subscription.schedule.timeZone, voice)) : '',
      ],
      '\n\n',
    ),
    buttons,
  };
}

function changed(kind: 'changed' | 'same', { title }: Target, says: Request['voice']['says']): string {
  const text = says[kind === 'same' ? 'subscriptionSame' : 'subscriptionChanged'];
  return title === undefined ? text : `${text}: ${says.channelNamed(title)}`;
}

function title(target: Target, says: Request['voice']['says']): string {
  const { chat, place } = target;
  if (target.title !== undefined) return says.subscribedChannel(target.title);
  if (chat.kind === 'channel') return says.subscribedThisChannel;
  if (chat.kind === 'private') return says.subscribedHere;
  return place.threadId === undefined ? says.subscribedGroup : says.subscribedTopic;
}
