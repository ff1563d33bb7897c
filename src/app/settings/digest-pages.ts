import { wordedIn } from '../../domain/languages.ts';
import { readHours } from '../../domain/reading-hours.ts';
import type { Subscription } from '../../domain/subscription.ts';
import { EDITION_SIZES } from '../../domain/subscription.ts';
import type { Reply } from '../reply.ts';
import { subscriptionLines, topicsText } from '../subscription-view.ts';
import { topicButtons } from '../topic-view.ts';
import type { Board } from './board.ts';
import { command, marked, page } from './board.ts';
import { changed, missing } from './digest-change.ts';
import { homePage } from './home-page.ts';
import { daysPage, hoursPage } from './schedule-pages.ts';

const EVERY = 'all';

/** The pages of one digest: `args` is the page's letter and what its button changes. */
export async function digestPage(board: Board, id: number, args: string): Promise<Reply> {
  const digest = (await board.desk.subscribing.of(board.target.place)).find((each) => each.id === id);
  if (!digest) return missing(board);
  const [letter = '', ...rest] = args.split(' ');
  const words = rest.join(' ');
  switch (letter) {
    case 'at':
      return hoursSet(board, digest, words);
    case 'h':
      return hoursPage(board, digest, words);
    case 'd':
      return daysPage(board, digest, words);
    case 't':
      return topicsPage(board, digest, words);
    case 'n':
      return sizePage(board, digest, words);
    case 'x':
      return stopPage(board, digest, words);
    default:
      return summaryPage(board, digest);
  }
}

async function summaryPage(board: Board, digest: Subscription): Promise<Reply> {
  const { voice, desk } = board;
  const rest = await desk.subscribing.rest(digest);
  const { says } = voice;
  const to = (letter: string) => command(board, `s${digest.id} ${letter}`);
  return page(board, {
    title: says.digestTitle,
    lines: subscriptionLines(digest, desk.topics, voice, desk.now(), rest),
    buttons: [
      [
        { label: says.buttonHours, command: to('h') },
        { label: says.buttonDays, command: to('d') },
      ],
      [
        { label: says.buttonTopics, command: to('t') },
        { label: says.buttonSize, command: to('n') },
      ],
      [{ label: says.buttonStopDigest, command: to('x') }],
    ],
    back: 'home',
  });
}

/** Sets exactly these hours, from the buttons under a confirmation. */
async function hoursSet(board: Board, digest: Subscription, words: string): Promise<Reply> {
  const read = readHours(words);
  if (!('times' in read)) return hoursPage(board, digest, '');
  return changed(board, digest, { times: read.times }, summaryPage);
}

async function topicsPage(board: Board, digest: Subscription, words: string): Promise<Reply> {
  const { voice, desk } = board;
  const { says, language } = voice;
  const { topics } = digest;
  if (words !== '') {
    const [, sign, id] = /^([+-])([a-z-]+)$/.exec(words) ?? [];
    const known = desk.topics.some((topic) => topic.id === id);
    if (words !== EVERY && !(id && known)) return topicsPage(board, digest, '');
    const others = topics.filter((each) => each !== id);
    const wanted = words === EVERY || !id ? [] : sign === '+' ? [...others, id] : others;
    return changed(board, digest, { topics: wanted }, (now, fresh) => topicsPage(now, fresh, ''));
  }
  const choose = (what: string) => command(board, `s${digest.id} t ${what}`);
  return page(board, {
    title: says.digestTopicsTitle,
    lines: [
      says.subscriptionTopics(topics.length === 0 ? says.allOfThem : topicsText(topics, desk.topics, voice)),
      says.digestTopicsHow,
    ],
    buttons: [
      ...topicButtons(
        desk.topics,
        voice,
        ({ id }) => choose(`${topics.includes(id) ? '-' : '+'}${id}`),
        ({ id, name }) => marked(wordedIn(name, language), topics.includes(id)),
      ),
      [{ label: marked(says.topicsEvery, topics.length === 0), command: choose(EVERY) }],
    ],
    back: `s${digest.id}`,
  });
}

async function sizePage(board: Board, digest: Subscription, words: string): Promise<Reply> {
  const { voice } = board;
  const { says } = voice;
  const wanted = EDITION_SIZES.find((size) => String(size) === words);
  if (wanted !== undefined) {
    return changed(board, digest, { size: wanted }, (now, fresh) => sizePage(now, fresh, ''));
  }
  return page(board, {
    title: says.digestSizeTitle,
    lines: [says.digestSizeHow],
    buttons: [
      EDITION_SIZES.map((size) => ({
        label: marked(voice.number(size), size === digest.size),
        command: command(board, `s${digest.id} n ${size}`),
      })),
    ],
    back: `s${digest.id}`,
  });
}

async function stopPage(board: Board, digest: Subscription, words: string): Promise<Reply> {
  const { says } = board.voice;
  if (words === 'yes') {
    const { chat, place } = board.target;
    await board.desk.subscribing.unsubscribe(chat, place, [digest.id]);
    return homePage(board);
  }
  const { desk, voice } = board;
  const rest = await desk.subscribing.rest(digest);
  return page(board, {
    title: says.digestStopAsk,
    lines: subscriptionLines(digest, desk.topics, voice, desk.now(), rest),
    buttons: [[{ label: says.buttonStopSure, command: command(board, `s${digest.id} x yes`) }]],
    back: `s${digest.id}`,
  });
}
