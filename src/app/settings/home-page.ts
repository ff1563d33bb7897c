import { wordedIn } from '../../domain/languages.ts';
import type { Reply } from '../reply.ts';
import { restText } from '../rest-view.ts';
import { shortText, stretchText } from '../subscription-view.ts';
import { topicButtons } from '../topic-view.ts';
import { zoneName } from '../zone-view.ts';
import type { Board } from './board.ts';
import { command, page } from './board.ts';

/** The first page: the digests of the place, and the way to everything else. */
export async function homePage(board: Board): Promise<Reply> {
  const { voice, target, desk } = board;
  const { says } = voice;
  const { preferences } = target.chat;
  const digests = await desk.subscribing.of(target.place);
  const language = desk.chats.voice(target.chat, board.request.clientLanguage).language;
  const { quiet } = preferences;
  const rests = new Set<string>();
  for (const digest of digests) {
    const rest = await desk.subscribing.rest(digest);
    if (rest !== undefined) rests.add(restText(rest, voice));
  }
  const restful = quiet && quiet.from !== quiet.to;
  return page(board, {
    title: says.settingsTitle,
    lines: [
      digests.length === 0
        ? says.settingsNoDigest
        : says.settingsDigests(says.digestCount(digests.length, voice.number(digests.length))),
      ...rests,
      says.settingsLanguage(voice.languageName(language)),
      says.settingsZone(zoneName(desk.chats.timeZone(target.chat), voice)),
      says.settingsQuiet(restful ? stretchText(quiet.from, quiet.to, voice) : says.buttonNone),
      target.place.threadId === undefined ? '' : says.settingsShared,
    ],
    buttons: [
      ...digests.map((digest) => [
        { label: `🗞 ${shortText(digest, desk.topics, voice)}`, command: command(board, `s${digest.id}`) },
      ]),
      [
        digests.length === 0
          ? { label: says.buttonSubscribe, command: `subscribe ${target.prefix}`.trim() }
          : { label: says.buttonAddDigest, command: command(board, 'add') },
      ],
      [
        { label: says.buttonLanguage, command: command(board, 'lang') },
        { label: says.buttonZone, command: `timezone ${target.prefix}`.trim() },
      ],
      [
        { label: says.buttonShow, command: command(board, 'show') },
        { label: says.buttonSend, command: command(board, 'send') },
      ],
      [{ label: says.buttonQuiet, command: command(board, 'quiet') }],
      ...(target.chat.kind === 'private'
        ? [[{ label: says.buttonForChannel, command: 'subscribe channel' }]]
        : []),
    ],
  });
}

/** Another digest beside those of the place: it needs topics of its own. */
export async function addPage(board: Board): Promise<Reply> {
  const { voice, target, desk } = board;
  const { says, language } = voice;
  return page(board, {
    title: says.buttonAddDigest,
    lines: [says.addDigestHow],
    buttons: topicButtons(
      desk.topics,
      voice,
      (topic) => `subscribe ${target.prefix}${topic.id}`,
      (topic) => wordedIn(topic.name, language),
    ),
    back: 'home',
  });
}
