import { arabicConsonants, latinConsonants } from './name-tables/consonants.ts';
import { normalize } from './normalize.ts';

const LEAST_CONSONANTS = 3;
const ARTICLE = /^(?:al|el|ul|ar|as|ash|at|an|ad|az|adh)[-'’]/;

/**
 * A rough skeleton of consonants that a proper name has in common with its usual spelling in the other script (`سلمى` and
 * `Salma` are both `slm`), or nothing for fewer than three consonants. Weak evidence: حسن and حسين, محمد and محمود coincide.
 */
export function transliterationKey(word: string): string | undefined {
  const form = normalize(word);
  const arabic = /\p{sc=Arabic}/u.test(form);
  // The article has a bare alif: ألبرت keeps its own letters.
  const bare =
    arabic && /^\P{L}*ال/u.test(word) && form.length > 4
      ? form.replace(/^.*?ال/u, '')
      : form.replace(ARTICLE, '');
  const key = (arabic ? arabicConsonants(bare) : latinConsonants(bare)).replace(/(.)\1+/g, '$1');
  return key.length >= LEAST_CONSONANTS ? key : undefined;
}
