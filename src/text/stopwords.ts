import { hashBetween } from './hash.ts';
import { wordTable } from './word-table.ts';

/** Words that tell nothing of a text's subject, in normalised spelling. Words of the news (مليار, عام, اليوم, بسبب) are not among them. */
const ARABIC = `
و ف ب ل ك في من الي علي عن مع ان او ثم لا ما لم لن قد لقد سوف هل بل كل بعض هذا هذه ذلك تلك هؤلاء اولئك هو هي هم هما هن نحن انا انت انتم
الذي التي الذين اللذين اللتين اللواتي كان كانت كانوا يكون تكون ليس ليست اذا اذ لو كما لكن لكنه لكنها حتي منذ عند لدي بين دون غير
حيث حين كي كم لان بان فيه فيها منه منها عليه عليها اليه اليها عنه عنها له لها لهم به بها بهم انه انها انهم ايضا كذلك قبل بعد خلال
نحو حول اي ايه اين كيف متي لماذا ماذا بماذا ماهو ماهي مين لمن ممن عما عمن الا اما انما فقط ذات هناك هنا مما فيما بما كانه وهو وهي
`;

const ENGLISH = `
a an the and or but if then so than as of at by for from in into on onto to with without about over under between through
is are was were be been being am do does did done have has had having will would shall should can could may might must
i me my we us our you your he him his she her it its they them their this that these those there here who whom whose which
what whats when where wheres why how hows whos not no nor only also just very too such own same both each any all some more most other s t
dont doesnt didnt isnt arent wasnt werent wont cant couldnt wouldnt hasnt havent
`;

const stopWords = wordTable(`${ARABIC} ${ENGLISH}`.trim().split(/\s+/));

/** Whether a normalised word carries no subject; Arabic ones with a joined و or ف count too (وفي, فان). */
export function isStopword(word: string): boolean {
  if (isListed(word, 0)) return true;
  const first = word[0];
  return (first === 'و' || first === 'ف') && word.length >= 3 && isListed(word, 1);
}

function isListed(word: string, from: number): boolean {
  return stopWords.find(word, from, word.length, hashBetween(word, from, word.length)) !== undefined;
}
