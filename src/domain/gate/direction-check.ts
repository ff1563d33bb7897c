import { rootGuesses } from '../../text/arabic-roots.ts';
import { stemEnglish } from '../../text/english.ts';
import type { FactSentence, Facts } from './facts.ts';
import type { Fault } from './fault.ts';

/** Words that say the opposite of each other, as stems; a summary may use neither side that its sources lack while they use the other. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  [
    'rise rises rose risen increase increased increases climb climbed grew grow growth gained higher up soared surged',
    'fall falls fell fallen decrease decreased decline declined drop dropped slid lower lowered down sank shrank cut cuts reduction reduced trims trimmed',
  ],
  ['win won wins beat victory defeated winner', 'lose lost loses defeat defeated beaten loser'],
  [
    'accept accepted approve approved approves approval passed adopt adopted',
    'reject rejected rejects refuse refused turned',
  ],
  ['open opened opens reopens reopened', 'close closed closes shut closure'],
  [
    'ارتفع ارتفعت ارتفاع مرتفع صعد صعود زاد زادت زياده يرتفع',
    'انخفض انخفضت انخفاض منخفض هبط هبوط تراجع تراجعت نقص خفض خفضت ينخفض تقليص قلص',
  ],
  ['فاز فازت فوز توج توجت احرز احرزت', 'خسر خسرت خساره هزم هزيمه'],
  ['وافق وافقت اقر اقرت موافقه قبل', 'رفض رفضت يرفض'],
  ['افتتح افتتحت افتتاح فتح فتحت', 'اغلق اغلقت اغلاق'],
];
interface Side {
  forms: ReadonlySet<string>;
  stems: ReadonlySet<string>;
  roots: ReadonlySet<string>;
}

const SIDES = OPPOSITES.map(([one, other]) => [sideOf(one), sideOf(other)] as const);

function sideOf(words: string): Side {
  const forms = words.split(' ');
  const arabic = /[^a-z]/.test(forms[0] ?? '');
  return {
    forms: new Set(forms),
    stems: new Set(arabic ? [] : forms.map(stemEnglish)),
    roots: new Set(arabic ? forms.flatMap(rootGuesses) : []),
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
        const found = words.find(({ form }) => isOf(form, mine.forms) && !isOf(form, theirs.forms));
        if (found) return { check: 'polarity', what: found.raw };
      }
    }
  }
  return undefined;
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
