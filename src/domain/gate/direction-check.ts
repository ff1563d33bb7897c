import { rootGuesses } from '../../text/arabic-roots.ts';
import { stemEnglish } from '../../text/english.ts';
import type { FactSentence, Facts, FactWord } from './facts.ts';
import type { Fault } from './fault.ts';

/**
 * Words that say the opposite of each other in either language; a summary may use neither side that its sources lack while
 * they use the other. Opening and closing stay apart by language: what opens in one is held open in the other.
 */
const OPPOSITES: readonly (readonly [string, string])[] = [
  [
    'rise rises rose risen increase increased increases climb climbed grew grow growth gained higher soared surged ' +
      'ارتفع ارتفعت ارتفاع مرتفع صعد صعدت صعود زاد زادت زياده يرتفع ترتفع قفز قفزت',
    'fall falls fell fallen falling decrease decreased decline declined drop dropped dropping slid lower lowered plunged tumbled sank shrank cut cuts reduction reduced trims trimmed ' +
      'انخفض انخفضت انخفاض منخفض هبط هبطت هبوط تراجع تراجعت نقص خفض خفضت ينخفض تنخفض تقليص قلص',
  ],
  [
    'win won wins beat victory defeated winner فاز فازت فوز توج توجت احرز احرزت',
    'lose lost loses defeat defeated beaten loser خسر خسرت خساره هزم هزيمه',
  ],
  ['opened reopens reopened', 'close closed closes shut closure'],
  ['افتتح افتتحت افتتاح فتح فتحت', 'اغلق اغلقت اغلاق'],
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

interface Side {
  forms: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  roots: ReadonlySet<string>;
}

const SIDES = OPPOSITES.map(([one, other]) => [sideOf(one), sideOf(other)] as const);

function sideOf(words: string): Side {
  const forms = words.split(' ');
  const isLatin = (form: string) => /^[a-z]+$/.test(form);
  return {
    forms: new Set(forms),
    stems: new Set(forms.filter(isLatin).map(stemEnglish)),
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
      if (!takes(facts, theirs) || takesByRoot(facts, mine)) continue;
      for (const { words } of summary) {
        const found = words.find(
          ({ form }, at) => isSaid(form, words[at + 1], mine) && !isOf(form, theirs.forms),
        );
        // Who tells both («ارتفعت بعد أن خفض الرسوم») may put either in other words.
        if (found && !words.some(({ form }) => isOf(form, theirs.forms)))
          return { check: 'polarity', what: found.raw };
      }
    }
  }
  return undefined;
}

/** “Won't” is no victory. */
function isSaid(form: string, next: FactWord | undefined, { forms }: Side): boolean {
  return isOf(form, forms) && !(form === 'won' && next?.form === 't');
}

function takes({ forms: known }: Facts, { forms }: Side): boolean {
  for (const form of forms) if (known.has(form)) return true;
  return false;
}

/** In any form of its words. */
function takesByRoot({ stems, roots }: Facts, side: Side): boolean {
  for (const stem of side.stems) if (stems.has(stem)) return true;
  for (const root of side.roots) if (roots.has(root)) return true;
  return false;
}

function isOf(form: string, forms: ReadonlySet<string>): boolean {
  return (
    forms.has(form) || forms.has(form.replace(/^[وفبل]?(?:ال)?/, '')) || forms.has(form.replace(/^[وف]/, ''))
  );
}
