import { rootGuesses } from '../../text/arabic-roots.ts';
import { stemEnglish } from '../../text/english.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import type { Fault } from './fault.ts';

/**
 * Words that say the opposite of each other in either language; a summary may use neither side that its sources lack while
 * they use the other.
 */
const OPPOSITES: readonly (readonly [string, string])[] = [
  [
    'rise rises rose risen increase increased increases climb climbed grew grow growth gained higher soared surged ' +
      'ارتفع ارتفعت ارتفاع مرتفع صعد صعدت صعود زاد زادت زياده يرتفع ترتفع قفز قفزت',
    'fall falls fell fallen falling decrease decreased decreases decline declined drop dropped dropping slid lower lowered plunged tumbled sank shrank cut cuts reduction reduced trims trimmed ' +
      'انخفض انخفضت انخفاض منخفض هبط هبطت هبوط تراجع تراجعت نقص خفض خفضت ينخفض تنخفض تقليص قلص',
  ],
  [
    'win won wins beat victory defeated winner فاز فازت فوز توج توجت احرز احرزت',
    'lose lost loses defeat defeated beaten loser خسر خسرت خساره',
  ],
  [
    'opened reopens reopened افتتح افتتحت افتتاح فتح فتحت',
    'close closed closes shut closure اغلق اغلقت اغلاق',
  ],
  [
    'accept accepted approve approved approves approval passed adopt adopted agreed وافق وافقت اقر اقرت موافقه قبلت صادق صادقت',
    'reject rejected rejects refuse refused رفض رفضت يرفض',
  ],
  [
    'acquit acquitted acquits cleared clears acquittal برا برات تبرئه براءه',
    'convict convicted convicts conviction guilty ادان ادانت ادانه ادين ادينت',
  ],
  ['admit admitted admits اعترف اعترفت', 'deny denied denies denying نفي نفت ينفي تنفي انكر انكرت'],
  ['succeed succeeded success نجح نجحت نجاح', 'fail failed failure fails فشل فشلت اخفق اخفقت'],
];
/** What turns round across languages as well: verdicts and votes, and of rise and fall what is hardly said of anything else (a plane lands, a wall falls). */
const ACROSS = new Set(
  (
    'rise rises rose risen increase increased increases decrease decreased decreases ' +
    'ارتفع ارتفعت ارتفاع يرتفع ترتفع انخفض انخفضت انخفاض ينخفض تنخفض '
  )
    .concat(OPPOSITES.slice(3).flat().join(' '))
    .split(' '),
);

interface Side {
  forms: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  roots: ReadonlySet<string>;
  /** Words by which only sources take it. */
  also: ReadonlySet<string>;
}

/**
 * Further words for a side of some rows, by row and side: what a source tells so, a summary may tell by a word of the table.
 * None of them is held against a summary.
 */
const ALSO: Readonly<Record<string, string>> = {
  '0/0':
    'jump leap rally rebound expand double triple advance swell accelerate gain up ' +
    'مكاسب كسب كسبت ربح ربحت تضاعف تضاعفت نما نمت نمو انتعش انتعشت انتعاش تحسن تحسنت رفع رفعت اضاف اضافت تعافي تعافت ازداد ازدادت ازدياد تسارع تسارعت',
  '0/1':
    'shrink slip slump tumble plunge retreat ease slow weaken halve contract down ' +
    'خسائر خسر خسرت فقد فقدت تباطؤ تباطا تدني تدنت انكماش انكمش انكمشت ضعف ضعفت',
  '2/0': 'start began بدا بدات بدء انطلق انطلقت انطلاق دشن دشنت تدشين',
};

const SIDES = OPPOSITES.map(
  ([one, other], row) => [sideOf(one, ALSO[`${row}/0`]), sideOf(other, ALSO[`${row}/1`])] as const,
);

function isLatin(form: string): boolean {
  return /^[a-z]+$/.test(form);
}

function sideOf(words: string, also = ''): Side {
  const forms = words.split(' ');
  const further = also.split(' ').filter(Boolean);
  return {
    forms: new Set(forms),
    stems: new Set([...forms, ...further].filter(isLatin).map(stemEnglish)),
    also: new Set(further),
    roots: new Set(forms.filter((form) => !isLatin(form)).flatMap(rootGuesses)),
  };
}

/** The first word of a summary whose side its sources never take, while they take the opposite one. */
export function directionFault(summary: readonly FactSentence[], facts: Facts): Fault | undefined {
  for (const [one, other] of SIDES) {
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      const taken = [...theirs.forms].filter((form) => facts.forms.has(form));
      if (taken.length === 0 || takesByRoot(facts, mine)) continue;
      for (const { words, script } of summary) {
        const isHere = taken.some((form) => isLatin(form) === (script === 'latin'));
        const found = words.find(
          ({ form }, at) => isSaid(form, words[at + 1], mine, isHere) && !isOf(form, theirs.forms),
        );
        if (found) return { check: 'polarity', what: found.raw };
      }
    }
  }
  return undefined;
}

/** “Won't” is no victory. */
function isSaid(form: string, next: FactWord | undefined, { forms }: Side, isHere: boolean): boolean {
  if (form === 'won' && next?.form === 't') return false;
  return isOf(form, forms) && (isHere || isOf(form, ACROSS));
}

/** In any form of its words. */
function takesByRoot({ forms, stems, roots }: Facts, side: Side): boolean {
  for (const form of side.also) if (forms.has(form)) return true;
  for (const stem of side.stems) if (stems.has(stem)) return true;
  for (const root of side.roots) if (roots.has(root)) return true;
  return false;
}

function isOf(form: string, forms: ReadonlySet<string>): boolean {
  return (
    forms.has(form) ||
    forms.has(form.replace(/^[وفبل]?(?:ال)?/, '')) ||
    forms.has(form.replace(/^[وف]?س?/, ''))
  );
}
