import type { Command } from '../src/app/command.ts';
import type { Desk } from '../src/app/desk.ts';
import type { Found } from '../src/app/finding.ts';
import { highlighted, tellingSentence } from '../src/app/highlight.ts';
import type { Reply } from '../src/app/reply.ts';
import type { Request } from '../src/app/request.ts';
import { bylineText, displayTitle, fitting, storyButtons, toldAgo } from '../src/app/story-view.ts';
import type { Button } from '../src/domain/message.ts';
import { fitsButton } from '../src/domain/message.ts';
import type { RichText } from '../src/domain/rich-text.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import type { SearchQuery } from '../src/domain/search.ts';
import { readQuery } from '../src/domain/search.ts';
import type { Voice } from '../src/i18n/voice.ts';
import { isolate, isolateForeign, MARK, startsInDirection } from '../src/text/bidi.ts';
import { cutAt } from '../src/text/lengths.ts';

const PAGE = 5;
/** Longest sentence shown under a headline that does not hold the words itself, in UTF-16 units. */
const SENTENCE_UNITS = 220;
const QUERY_UNITS = 80;

export default {
  name: 'search',
  description: { ar: 'ابحث في الأخبار', en: 'Search the news' },
  usage: { ar: 'كلمات', en: 'words' },
  words: {
    ar: [
      'ابحث عن',
      'ابحث',
      'بحث',
      'ابحث لي عن',
      'فتش عن',
      'دور على',
      'دور لي على',
      'دورلي على',
      'ماذا عن',
      'شو عن',
      'ايش عن',
      'وش عن',
      'حدثني عن',
      'أخبرني عن',
      'خبرني عن',
      'احك لي عن',
      'قل لي عن',
      'معلومات عن',
    ],
    en: [
      'search for',
      'search',
      'find',
      'find me',
      'look for',
      'look up',
      'tell me about',
      'what about',
      'anything about',
      'anything on',
      'information about',
    ],
  },

  async run(request, desk) {
    const { voice } = request;
    const { language, says } = voice;
    const turned = request.entry === 'button' ? readTurn(request.args) : undefined;
    const asked = turned === undefined ? request.args : ((await desk.memory.queryOf(request)) ?? '');
    if (turned !== undefined && asked === '') return { language, text: says.searchGone };
    if (asked.trim() === '') return { language, text: says.searchHow };
    const query = readQuery(asked);
    if (!query) return { language, text: says.searchNothingToFind };

    const from = turned ?? 0;
    const { found, total, whole } = await desk.finding.find(query, { from, size: PAGE });
    if (found.length === 0) return nothingFound(query, asked, desk, request);
    const entries = found.map((each, at) => entry(each, from + at + 1, query, voice, desk.now()));
    const kept = fitting(entries);
    const shown = found.slice(0, kept.length).map(({ story }) => story);
    const counted = whole || total;
    const heading = says.searchTitle(shownQuery(asked), says.storyCount(counted, voice.number(counted)));
    const full = Math.min(Math.max(0, whole - from), kept.length);
    const none = query.terms.length > 1 ? says.searchOnlyPartly : says.searchOnlyNear;
    const next = from + shown.length < total ? `search >${from + shown.length}` : null;
    const partly = full < kept.length ? [{ bold: whole > 0 ? says.searchPartly : none }] : [];
    return {
      language,
      text: joinRich([{ bold: heading }, ...kept.slice(0, full), ...partly, ...kept.slice(full)], '\n\n'),
      buttons: [...storyButtons(shown, from + 1, voice), ...pageButtons(from, next, voice)],
      shows: { as: 'list', ids: shown.map((story) => story.id), first: from + 1, query: asked, next },
      place: turned === undefined ? 'new' : 'edit',
    };
  },
} satisfies Command;

/** The words as they stand between our own quotation marks: a phrase brings none of its own. */
function shownQuery(asked: string): string {
  const words = asked.trim();
  const phrase = /^["«“„]([^"«»“”„]+)["»”“]$/.exec(words)?.[1]?.trim();
  return isolate(cutAt(phrase || words, QUERY_UNITS));
}

/** Buttons say `>5`: from the sixth on. The words themselves are remembered with the message. */
function readTurn(args: string): number | undefined {
  const match = /^>(\d{1,4})$/.exec(args);
  return match ? Number(match[1]) : undefined;
}

function pageButtons(from: number, next: string | null, { says }: Voice): Button[][] {
  const row: Button[] = [];
  if (from > 0) row.push({ label: says.buttonBefore, command: `search >${Math.max(0, from - PAGE)}` });
  if (next) row.push({ label: says.buttonMore, command: next });
  return row.length > 0 ? [row] : [];
}

/** The headline with the words found in bold, and, when it holds none of them, the sentence that does. */
function entry(
  { story, article }: Found,
  number: number,
  query: SearchQuery,
  voice: Voice,
  now: number,
): RichText {
  const title = highlighted(displayTitle(article.title, voice), query);
  const bare =
    typeof title === 'string' || (Array.isArray(title) && title.every((part) => typeof part === 'string'));
  const sentence = bare ? tellingSentence(article.body || article.summary || '', query) : undefined;
  const shown = sentence && isolateForeign(cutAt(sentence, SENTENCE_UNITS), voice.base);
  return joinRich(
    [
      [
        `${MARK[voice.base]}${voice.number(number)}. `,
        article.url ? { link: title, url: article.url } : title,
      ],
      startsInDirection(bylineText(story, voice, toldAgo(story, voice, now)), voice.base),
      shown ? { quote: highlighted(shown, query) } : '',
    ],
    '\n',
  );
}

async function nothingFound(
  query: SearchQuery,
  asked: string,
  desk: Desk,
  { voice }: Request,
): Promise<Reply> {
  const { language, says } = voice;
  const nearest = await desk.finding.nearestWord(query);
  const command = nearest && `search ${nearest}`;
  const buttons: Button[][] = [[{ label: says.buttonLatest, command: 'latest' }]];
  if (nearest && command && fitsButton(command)) buttons.unshift([{ label: nearest, command }]);
  const text = says.searchNone(shownQuery(asked));
  return { language, text: nearest ? `${text}\n${says.didYouMean(nearest)}` : text, buttons };
}
