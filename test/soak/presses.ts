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

/** Feeds of invented papers, two in each language, whose news grows each time they are asked. */
export async function openPresses(pick: (n: number) => number) {
  const site = await runSite();
  const sources = Array.from({ length: PRESSES }, (_, at) => {
    const language = at % 2 === 0 ? ('ar' as const) : ('en' as const);
    const items: ServedItem[] = [];
    site.pages.set(`/${at}`, (_request, response) => {
      for (let n = 0; n < 4; n++) items.unshift(item(language, `${at}-${items.length}`, pick));
      items.length = Math.min(items.length, SHOWN);
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss(items));
    });
    const topics = [['world', 'economy', 'sports', 'science'][at]];
    return { id: `paper${at}`, name: `صحيفة ${at}`, url: `${site.origin}/${at}`, language, topics };
  });
  return { sources, close: () => site[Symbol.asyncDispose]() };
}

function item(language: 'ar' | 'en', id: string, pick: (n: number) => number): ServedItem {
  const [thing, deed, floor] = [pick(THINGS.length), pick(DEEDS.length), 2 + pick(90)];
  const shared = {
    guid: `${id}-${Date.now()}`,
    link: `https://paper.example/${id}-${Date.now()}`,
    at: Date.now(),
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
