import { subjectOf, withoutToday } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import type { Desk } from '../src/app/desk.ts';
import { echoed } from '../src/app/echo.ts';
import type { PageCursor } from '../src/app/latest-list.ts';
import { listReply, readCursor } from '../src/app/latest-list.ts';
import { MOST_STORIES, newsWish, topicsNamed } from '../src/app/news-wish.ts';
import type { Reply } from '../src/app/reply.ts';
import type { Request } from '../src/app/request.ts';
import { topicButtons } from '../src/app/topic-view.ts';
import { wordedIn } from '../src/domain/languages.ts';
import type { Button } from '../src/domain/message.ts';
import { fitsButton } from '../src/domain/message.ts';
import type { Topic } from '../src/domain/topic.ts';
import { topicName } from '../src/domain/topic.ts';
import type { Voice } from '../src/i18n/voice.ts';
import { normalize } from '../src/text/normalize.ts';

/** Stories on a page, unless told. */
const USUAL = 5;
/** Stands for «no topic» in the commands of buttons, which are read by position. */
const ANY_TOPIC = '-';

/** `[topic] [n]`, in either order and any digits, and a cursor at the end when a button says it. */
interface Asked {
  topicWords: string;
  amount: number | undefined;
  cursor: PageCursor | undefined;
}

export default {
  name: 'latest',
  description: { ar: 'آخر الأخبار', en: 'Latest news' },
  usage: { ar: '[موضوع] [عدد]', en: '[topic] [n]' },
  words: {
    ar: [
      'آخر الأخبار',
      'آخر أخبار',
      'الأخبار',
      'أخبار',
      'أخبار عن',
      'خبر عن',
      'ما الجديد في',
      'ما الجديد',
      'الجديد في',
      'الجديد',
      'جديد',
      'أهم الأخبار',
      'أهم أخبار',
      'أبرز الأخبار',
      'أبرز أخبار',
      'أحدث الأخبار',
      'أحدث أخبار',
      'الأخبار العاجلة',
      'عاجل',
      'آخر المستجدات',
      'المستجدات',
      'الأنباء',
      'أنباء عن',
      'ماذا حدث',
      'ماذا حدث في',
      'ماذا حصل',
      'ماذا حصل في',
      'ماذا يحدث',
      'ماذا يحدث في',
      'ماذا جرى',
      'ماذا جرى في',
      'ماذا يجري',
      'ماذا يجري في',
      'شو صار',
      'شو صار في',
      'شو صار ب',
      'شو صاير',
      'شو صاير في',
      'شو عم يصير',
      'شو عم يصير في',
      'شو عم بيصير',
      'شو عم بيصير في',
      'ايش صار',
      'ايش صار في',
      'وش صار',
      'وش صار في',
      'ايش صاير',
      'ايش صاير في',
      'وش صاير',
      'وش صاير في',
      'شنو صار',
      'شنو صار في',
      'شكو ماكو',
      'آش كاين',
      'واش كاين جديد',
      'ايه اللي حصل',
      'ايه اللي حصل في',
      'حصل ايه',
      'حصل ايه في',
    ],
    en: [
      'latest news',
      'latest news about',
      'latest news on',
      'latest',
      'latest on',
      'latest in',
      'news',
      'news of',
      'news about',
      'news on',
      'news in',
      'news from',
      'headlines',
      'top headlines',
      'top stories',
      'top news',
      'breaking news',
      "today's news",
      "today's headlines",
      'what is new in',
      'what is new',
      "what's new in",
      "what's new",
      'anything new in',
      'anything new',
      'what happened in',
      'what happened to',
      'what happened with',
      'what happened',
      'what is happening in',
      'what is happening',
      "what's happening in",
      "what's happening",
      'what is going on in',
      'what is going on',
      "what's going on in",
      "what's going on",
    ],
  },

  heardIn: newsWish,
  passesOn(args, desk) {
    return topicsNamed(readAsked(args).topicWords, desk.topics) ? undefined : subjectOf(args);
  },

  async run(request, desk) {
    const { voice } = request;
    const asked = readAsked(request.args);
    const topics = topicsNamed(asked.topicWords, desk.topics);
    if (!topics) return unknownTopic(request, desk, asked.topicWords);

    const size = Math.min(MOST_STORIES, Math.max(1, asked.amount ?? USUAL));
    const ids = topics.map(({ id }) => id);
    const chosen = ids.length > 0 ? ids : (request.chat.preferences.topics ?? []);
    const pageAt = (cursor?: PageCursor) =>
      desk.news.latest({
        limit: size,
        ...(chosen.length > 0 ? { topics: chosen } : {}),
        ...(cursor?.direction === 'older' ? { after: cursor.cursor } : {}),
        ...(cursor?.direction === 'newer' ? { before: cursor.cursor } : {}),
      });
    let { cursor } = asked;
    let page = await pageAt(cursor);
    if (page.stories.length === 0 && cursor?.direction === 'newer') {
      // What stood before is gone: the list begins here.
      cursor = undefined;
      page = await pageAt();
    }
    if (page.stories.length === 0) return nothing(request, desk, topics, cursor);

    const names = chosen.map((id) => topicName(desk.topics, id, voice.language));
    const notes = [
      asked.amount === undefined || asked.amount === size
        ? ''
        : voice.says.amountBounds(voice.number(MOST_STORIES)),
      ids.length === 0 && names.length > 0 ? voice.says.latestChosen(voice.list(names)) : '',
    ];
    const list = listReply(
      {
        title: ids.length > 0 ? voice.says.latestIn(voice.list(names)) : voice.says.latestTitle,
        note: notes.filter(Boolean).join('\n'),
        first: cursor?.first ?? 1,
        page,
        command: `latest ${ids.join(' ') || ANY_TOPIC} ${size}`,
        size,
      },
      voice,
      desk.now(),
    );
    return { ...list, place: asked.cursor ? 'edit' : 'new' };
  },
} satisfies Command;

function readAsked(args: string): Asked {
  const parts = withoutToday(args.replace(/[?؟!.]+$/, ''))
    .split(' ')
    .filter(Boolean);
  const cursor = readCursor(parts.at(-1) ?? '');
  if (cursor) parts.pop();
  const numberAt = parts.findIndex((part) => /^[+-]?\d+$/.test(normalize(part)));
  const amount = numberAt < 0 ? undefined : Number(normalize(parts.splice(numberAt, 1)[0] ?? ''));
  const topicWords = parts.filter((part) => part !== ANY_TOPIC).join(' ');
  return { topicWords, amount, cursor };
}

function unknownTopic({ voice }: Request, desk: Desk, words: string): Reply {
  return {
    language: voice.language,
    text: voice.says.unknownTopic(echoed(words)),
    buttons: [
      ...searchButton(words, voice),
      ...topicButtons(desk.topics, voice, (topic) => `latest ${topic.id}`),
    ],
  };
}

/** What is no topic may still stand in the news. */
function searchButton(words: string, { says }: Voice): Button[][] {
  const command = `search ${words}`;
  return fitsButton(command) ? [[{ label: says.buttonSearchFor(words), command }]] : [];
}

function nothing({ voice }: Request, desk: Desk, topics: readonly Topic[], cursor?: PageCursor): Reply {
  const { says, language } = voice;
  if (cursor) return { language, text: says.noOlderStories };
  if (topics.length === 0) return { language, text: says.noStories };
  return {
    language,
    text: says.noStoriesIn(voice.list(topics.map(({ name }) => wordedIn(name, language)))),
    buttons: [
      [{ label: says.buttonLatest, command: 'latest' }],
      ...topicButtons(
        desk.topics.filter((other) => !topics.includes(other)),
        voice,
        (other) => `latest ${other.id}`,
      ),
    ],
  };
}
