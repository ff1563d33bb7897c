import type { ServedItem } from '../support/feed-server.ts';
import { rss, runSite } from '../support/feed-server.ts';

const THINGS = ['الميناء', 'المطار الجديد', 'الجسر', 'المستشفى', 'السوق', 'البنك المركزي', 'القطار'] as const;
const DEEDS = ['افتتاح', 'تأجيل افتتاح', 'توسعة', 'إغلاق', 'عودة العمل في', 'خلاف على'] as const;
const IN_ENGLISH = [
  'harbour',
  'new airport',
  'bridge',
  'hospital',
  'market',
  'central bank',
  'railway',
] as const;
const DONE = ['opens', 'is delayed', 'grows', 'closes', 'works again', 'divides the council'] as const;
/** Items a feed shows at once. */
const SHOWN = 30;
const PRESSES = 4;
/** Items that a feed has for each time it is asked, and how often that is, in minutes: the program's default. */
const FRESH = 4;
export const ASKED_EVERY = 10;
/** Days of news that the papers had before: longer than a story is remembered. */
const BEFORE_DAYS = 2;
const MINUTE = 60_000;

/** Feeds of invented papers, two in each language, whose news grows each time they are asked; `before` is what they told until now. */
export async function openPresses(pick: (n: number) => number) {
  const site = await runSite();
  const sources = Array.from({ length: PRESSES }, (_, at) => {
    const language = languageOf(at);
    const items: ServedItem[] = [];
    site.pages.set(`/${at}`, (_request, response) => {
      for (let n = 0; n < FRESH; n++) items.unshift(item(language, `${at}-${n}`, Date.now(), pick));
      items.length = Math.min(items.length, SHOWN);
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(items));
    });
    const topics = [['world', 'economy', 'sports', 'science'][at]];
    return { id: `paper${at}`, name: nameOf(at), url: `${site.origin}/${at}`, language, topics };
  });
  return { sources, before: [...newsBefore(pick)], close: () => site[Symbol.asyncDispose]() };
}

/** What the papers told in the days before, as records to import, oldest first. */
function* newsBefore(pick: (n: number) => number) {
  for (let ago = BEFORE_DAYS * 24 * 60; ago > 0; ago -= ASKED_EVERY)
    for (let at = 0; at < PRESSES; at++)
      for (let n = 0; n < FRESH; n++) {
        const language = languageOf(at);
        const told = item(language, `${at}-${n}`, Date.now() - ago * MINUTE, pick);
        yield {
          title: told.title,
          body: told.text,
          url: told.link,
          publishedAt: new Date(told.at).toISOString(),
          source: { name: nameOf(at) },
          language,
        };
      }
}

const languageOf = (at: number) => (at % 2 === 0 ? ('ar' as const) : ('en' as const));
const nameOf = (at: number) => `صحيفة ${at}`;

function item(
  language: 'ar' | 'en',
  id: string,
  at: number,
  pick: (n: number) => number,
): ServedItem & { at: number; link: string } {
  const [thing, deed, floor] = [pick(THINGS.length), pick(DEEDS.length), 2 + pick(90)];
  const shared = {
    guid: `${id}-${at}`,
    link: `https://paper.example/${id}-${at}`,
    at,
  };
  return language === 'ar'
    ? {
        ...shared,
        title: `${DEEDS[deed]} ${THINGS[thing]} في الحي ${floor}`,
        text: `قال المجلس إن ${DEEDS[deed]} ${THINGS[thing]} سيعني ${floor} ألف ساكن. وأضاف أن العمل يستمر أسابيع.`,
      }
    : {
        ...shared,
        title: `The ${IN_ENGLISH[thing]} ${DONE[deed]} in district ${floor}`,
        text: `The council said that the ${IN_ENGLISH[thing]} serves ${floor} thousand people. Work goes on for weeks.`,
      };
}
