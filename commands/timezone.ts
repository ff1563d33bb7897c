import type { Command } from '../src/app/command.ts';
import type { Desk } from '../src/app/desk.ts';
import type { Reply } from '../src/app/reply.ts';
import type { Request } from '../src/app/request.ts';
import { slotText } from '../src/app/subscription-view.ts';
import type { Target } from '../src/app/target.ts';
import { findTarget, readReference, targetName } from '../src/app/target.ts';
import { commonZones, readZone } from '../src/app/zone-choice.ts';
import { clockIn, zoneName } from '../src/app/zone-view.ts';
import { zoneAt } from '../src/domain/nearest-place.ts';
import { mayBePlace } from '../src/domain/place.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { normalize } from '../src/text/normalize.ts';

/** A button's word for «by my location». */
const HERE = 'here';
/** A location, as the messenger brings it: degrees north and east. */
const POINT = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/;

export default {
  name: 'timezone',
  description: { ar: 'المنطقة الزمنية', en: 'Time zone' },
  usage: { ar: '[مدينة]', en: '[city]' },
  words: {
    ar: ['المنطقة الزمنية', 'منطقتي الزمنية', 'التوقيت', 'توقيت', 'توقيتي', 'أعيش في', 'أسكن في'],
    en: ['time zone', 'timezone', 'my time zone', 'my time zone is', 'set my time zone to', 'I live in'],
  },
  group: 'chat',
  changes: (args) => args !== '',
  passesOn(args, _, sentence) {
    const { rest } = readReference(args);
    return rest === '' || rest === HERE || mayBePlace(rest) ? undefined : sentence;
  },

  async run(request, desk) {
    const { reference, rest } = readReference(request.args);
    const target = await findTarget(request, desk, reference);
    if ('refused' in target) return target.refused;
    const { voice } = request;
    const { language, says } = voice;
    if (rest === '') return menu(target, request, desk);
    if (rest === HERE) {
      if (request.chat.kind !== 'private' || target.prefix !== '') return menu(target, request, desk);
      return {
        language,
        text: says.zoneByLocation,
        asks: { for: 'location', label: says.buttonSendLocation },
      };
    }
    const point = POINT.exec(normalize(rest));
    const read = point
      ? { timeZone: zoneAt(Number(point[1]), Number(point[2])).zone }
      : readZone(rest, voice, (zone) => `timezone ${target.prefix}${zone}`);
    if ('unclear' in read) return read.unclear;
    return moved(target, read.timeZone, request, desk);
  },
} satisfies Command;

function menu(target: Target, { chat, voice }: Request, desk: Desk): Reply {
  const { language, says } = voice;
  const { timeZone: chosen } = target.chat.preferences;
  const zone = desk.chats.timeZone(target.chat);
  const now = (chosen === undefined ? says.zoneUnset : says.zoneNow)(
    zoneName(zone, voice),
    clockIn(zone, voice, desk.now()),
  );
  const title = targetName(target, says);
  return {
    language,
    text: joinRich(
      [{ bold: title ? `${says.zoneTitle}: ${title}` : says.zoneTitle }, now, says.zoneHow],
      '\n',
    ),
    buttons: [
      ...commonZones(voice, (each) => `timezone ${target.prefix}${each}`, chosen),
      ...(chat.kind === 'private' && target.prefix === ''
        ? [[{ label: says.buttonLocation, command: `timezone ${HERE}` }]]
        : []),
    ],
  };
}

async function moved(target: Target, timeZone: string, request: Request, desk: Desk): Promise<Reply> {
  const { chat, moved: digests } = await desk.subscribing.move(target.chat, timeZone);
  // Managed from elsewhere, the channel's zone is not the one in which its manager reads.
  const voice = target.prefix === '' ? desk.chats.voice(chat, request.clientLanguage) : request.voice;
  const { language, says } = voice;
  const now = desk.now();
  const [first] = digests > 0 ? await desk.subscribing.of(target.place) : [];
  return {
    language,
    text: joinRich(
      [
        { bold: targetName(target, says) ?? '' },
        says.zoneChosen(zoneName(timeZone, voice), clockIn(timeZone, voice, now)),
        digests > 0 ? says.zoneMoved : '',
        first?.next ? says.subscriptionNext(slotText(first.next, timeZone, voice, now)) : '',
      ],
      '\n',
    ),
    buttons: [[{ label: says.buttonSettings, command: `settings ${target.prefix}`.trim() }]],
    place: request.entry === 'button' ? 'edit' : 'new',
  };
}
