import type { ArticleDraft } from '../../src/domain/article.ts';
import type { Chance } from './chance.ts';
import { below, seeded } from './chance.ts';
import type { Vocabulary } from './vocabulary.ts';
import { makeVocabulary } from './vocabulary.ts';

/** An article made by chance, and the event it tells. */
export interface MadeArticle {
  draft: ArticleDraft;
  event: number;
}

export interface Corpus {
  vocabulary: Vocabulary;
  /** The articles in order of time; a smaller corpus is the beginning of a larger one. */
  articles(): Generator<MadeArticle>;
  /** Questions of rare, middling and common words and of words of headlines, in turn. */
  queries(count: number): string[];
}

const WORDS = 200_000;
/** Words of a title, of the lead behind it and of the rest of a text. */
const TITLE = 9;
const LEAD = 60;
const REST = 150;
/** An event is known by these words, none of them among the commonest. */
const EVENT_TITLE = 7;
const EVENT_LEAD = 24;
const EVENT_COMMONEST = 150;
/** Share of articles that tell of something new, and how many articles back an event is still told of. */
const NEW_EVENT = 0.5;
const TOLD_FOR = 700;
const SOURCES = 40;
/** The first article's time, in milliseconds since the epoch, and articles a day. */
const START = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;
export const ARTICLES_A_DAY = 1200;

/** The present of a benchmark: after every article. */
export const NOW = Date.UTC(2100, 0, 1);

interface Event {
  id: number;
  title: number[];
  lead: number[];
}

/** News by chance over a vocabulary of Arabic letters, always the same for the same count. */
export function makeCorpus(count: number): Corpus {
  const vocabulary = makeVocabulary(WORDS);
  const written = (ranks: readonly number[]) => ranks.map((rank) => vocabulary.words[rank]).join(' ');

  function drawn(chance: Chance, many: number, from = 0): number[] {
    return Array.from({ length: many }, () => vocabulary.draw(chance, from));
  }

  /** Most of an event's words in some order, the others by chance. */
  function told(chance: Chance, words: readonly number[], length: number): number[] {
    const own = words.filter(() => chance() < 0.8).slice(0, length);
    return shuffled(chance, [...own, ...drawn(chance, length - own.length)]);
  }

  function* articles(): Generator<MadeArticle> {
    const chance = seeded(7);
    const events: Event[] = [];
    for (let at = 0; at < count; at++) {
      let event = events[events.length - 1 - below(chance, Math.min(events.length, TOLD_FOR * NEW_EVENT))];
      if (!event || chance() < NEW_EVENT) {
        event = {
          id: at,
          title: drawn(chance, EVENT_TITLE, EVENT_COMMONEST),
          lead: drawn(chance, EVENT_LEAD, EVENT_COMMONEST),
        };
        events.push(event);
        if (events.length > TOLD_FOR * 2) events.splice(0, TOLD_FOR);
      }
      const lead = told(chance, [...event.title, ...event.lead], LEAD);
      yield {
        event: event.id,
        draft: {
          key: `made:${at}`,
          title: written(told(chance, event.title, TITLE)),
          body: `${written(lead)}.\n${written(drawn(chance, REST))}.`,
          source: { name: `source ${below(chance, SOURCES)}` },
          language: 'ar',
          topics: [],
          cut: false,
          related: [],
          publishedAt: START + Math.floor((at * DAY) / ARTICLES_A_DAY),
          precision: 'instant',
        },
      };
    }
  }

  return {
    vocabulary,
    articles,
    queries(many) {
      const chance = seeded(11);
      const titles: string[] = [];
      for (const { draft } of articles()) {
        titles.push(draft.title);
        if (titles.length === 1000) break;
      }
      const kinds = [
        () => written([5000 + below(chance, 45_000), 5000 + below(chance, 45_000)]),
        () => written([500 + below(chance, 4500), 500 + below(chance, 4500), 500 + below(chance, 4500)]),
        () => written([10 + below(chance, 490), 10 + below(chance, 490)]),
        () =>
          shuffled(chance, (titles[below(chance, titles.length)] ?? '').split(' '))
            .slice(0, 5)
            .join(' '),
      ];
      return Array.from({ length: many }, (_, at) => kinds[at % kinds.length]?.() ?? '');
    },
  };
}

function shuffled<Item>(chance: Chance, items: Item[]): Item[] {
  for (let at = items.length - 1; at > 0; at--) {
    const other = below(chance, at + 1);
    [items[at], items[other]] = [items[other] as Item, items[at] as Item];
  }
  return items;
}
