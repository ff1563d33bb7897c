import { withoutClitics } from '../../text/name-tables/name-words.ts';
import { FEW_WORDS, remembering } from '../../text/word-memory.ts';
import { mattersOf } from './concepts.ts';
import type { FactWord } from './facts.ts';
import { originOf } from './facts.ts';
import { skeletonsOf } from './skeletons.ts';

/** What a word is found by in other words and in the other language: its stem and roots, the matters they belong to, its consonants. */
export function keysOf(word: FactWord): readonly string[] {
  const { form, script, name } = word;
  if (script === 'number') return [form];
  const keys = script === 'arabic' ? arabicKeys(form) : latinKeys(form);
  if (name === undefined) return keys;
  const named = namedKeys.get(word) ?? [...keys, name];
  namedKeys.set(word, named);
  return named;
}

const namedKeys = new WeakMap<FactWord, readonly string[]>();
const arabicKeys = remembering((form) => {
  const { stem, roots } = originOf(form, 'arabic');
  const own = [stem, ...roots.filter((root) => root.length > 2 || stem.length <= 4)];
  return keysFrom(own, withoutClitics(form).flatMap(plainForms), skeletonsOf({ form, script: 'arabic' }));
}, FEW_WORDS);
const latinKeys = remembering(
  (form) => keysFrom([originOf(form, 'latin').stem], [form], skeletonsOf({ form, script: 'latin' })),
  FEW_WORDS,
);

function keysFrom(
  own: readonly string[],
  readings: readonly string[],
  rows: readonly string[],
): readonly string[] {
  const matters = new Set([...readings, ...own].flatMap(mattersOf));
  const bones = matters.size > 0 ? [] : rows.filter((key) => key.length > 2);
  return [...own, ...matters, ...bones.map((bone) => `~${bone}`)];
}

/** A word without its article, what is joined behind it, and the س of what is to come; of a verb in the present, the perfect as well. */
function plainForms(form: string): string[] {
  const bare = form.replace(/^ال(?=.{3})|^س(?=[يتن].{3})/, '');
  const forms = [bare, bare.replace(/(?:ها|هم|ه|وا)$/, '')];
  if (!/^[يتن].{2}/.test(bare)) return forms;
  // يبلغ is بلغ, يجتمع اجتمع; «لم يتوف» lost the weak letter of توفي.
  const stem = bare.slice(1);
  return [...forms, stem, `ا${stem}`, `${stem}ي`];
}

/** Whether two words are found by a key in common. */
export function isAlike(one: FactWord, other: FactWord): boolean {
  const keys = keysOf(other);
  return keysOf(one).some((key) => keys.includes(key));
}

/** Whether two words are of one stem or root, whatever else is of their matter. */
export function isOneWord(one: FactWord, other: FactWord): boolean {
  if (one.script !== other.script) return isAlike(one, other);
  return one.stem === other.stem || one.roots.some((root) => root.length > 2 && other.roots.includes(root));
}
