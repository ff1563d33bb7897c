import { rootGuesses } from '../../text/arabic-roots.ts';
import { stemEnglish } from '../../text/english.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import type { Fault } from './fault.ts';

/** The words of a side, each list divided by blanks. */
interface Words {
  said: string;
  /** By which only sources take the side: what they tell so, a summary may tell by a word that is `said`; never held against one. */
  also?: string;
  /**
   * Held against a summary in another language than its sources': what hardly means anything else, as a plane lands and a wall
   * falls. All that is said, if absent.
   */
  across?: string;
}

/**
 * Words that say the opposite of each other in either language; a summary may use neither side that its sources lack while
 * they use the other.
 */
const OPPOSITES: readonly (readonly [Words, Words])[] = [
  [
    {
      said:
        'rise rises rose risen increase increased increases climb climbed grew grow growth gained higher soared surged ' +
        'ارتفع ارتفعت ارتفاع مرتفع صعد صعدت صعود زاد زادت زياده يرتفع ترتفع قفز قفزت',
      also:
        'jump leap rally rebound expand double triple advance swell accelerate gain up ' +
        'مكاسب كسب كسبت ربح ربحت تضاعف تضاعفت نما نمت نمو انتعش انتعشت انتعاش تحسن تحسنت رفع رفعت اضاف اضافت تعافي تعافت ازداد ازدادت ازدياد تسارع تسارعت',
      across: 'rise rises rose risen increase increased increases ارتفع ارتفعت ارتفاع يرتفع ترتفع',
    },
    {
      said:
        'fall falls fell fallen falling decrease decreased decreases decline declined drop dropped dropping slid lower lowered plunged tumbled sank shrank cut cuts reduction reduced trims trimmed ' +
        'انخفض انخفضت انخفاض منخفض هبط هبطت هبوط تراجع تراجعت نقص خفض خفضت ينخفض تنخفض تقليص قلص',
      also:
        'shrink slip slump tumble plunge retreat ease slow weaken halve contract down ' +
        'خسائر خسر خسرت فقد فقدت تباطؤ تباطا تدني تدنت انكماش انكمش انكمشت ضعف ضعفت',
      across: 'decrease decreased decreases انخفض انخفضت انخفاض ينخفض تنخفض',
    },
  ],
  [
    { said: 'win won wins beat victory defeated winner فاز فازت فوز توج توجت احرز احرزت', across: '' },
    { said: 'lose lost loses defeat defeated beaten loser خسر خسرت خساره', across: '' },
  ],
  [
    {
      said: 'opened reopens reopened افتتح افتتحت افتتاح فتح فتحت',
      also: 'start began بدا بدات بدء انطلق انطلقت انطلاق دشن دشنت تدشين',
      across: '',
    },
    { said: 'close closed closes shut closure اغلق اغلقت اغلاق', across: '' },
  ],
  [
    {
      said: 'accept accepted approve approved approves approval passed adopt adopted agreed وافق وافقت اقر اقرت موافقه قبلت صادق صادقت',
    },
    { said: 'reject rejected rejects refuse refused رفض رفضت يرفض' },
  ],
  [
    { said: 'acquit acquitted acquits cleared clears acquittal برا برات تبرئه براءه' },
    { said: 'convict convicted convicts conviction guilty ادان ادانت ادانه ادين ادينت' },
  ],
  [
    { said: 'admit admitted admits اعترف اعترفت' },
    { said: 'deny denied denies denying نفي نفت ينفي تنفي انكر انكرت' },
  ],
  [
    { said: 'succeed succeeded success نجح نجحت نجاح' },
    { said: 'fail failed failure fails فشل فشلت اخفق اخفقت' },
  ],
];
interface Side {
  forms: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  roots: ReadonlySet<string>;
  across: ReadonlySet<string>;
  also: ReadonlySet<string>;
}

const SIDES = OPPOSITES.map(([one, other]) => [sideOf(one), sideOf(other)] as const);

function isLatin(form: string): boolean {
  return /^[a-z]+$/.test(form);
}

function sideOf({ said, also = '', across = said }: Words): Side {
  const [forms, further] = [listOf(said), listOf(also)];
  return {
    forms: new Set(forms),
    across: new Set(listOf(across)),
    also: new Set(further),
    stems: new Set([...forms, ...further].filter(isLatin).map(stemEnglish)),
    roots: new Set(forms.filter((form) => !isLatin(form)).flatMap(rootGuesses)),
  };
}

function listOf(words: string): string[] {
  return words.split(' ').filter(Boolean);
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
function isSaid(form: string, next: FactWord | undefined, { forms, across }: Side, isHere: boolean): boolean {
  if (form === 'won' && next?.form === 't') return false;
  return isOf(form, isHere ? forms : across);
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
