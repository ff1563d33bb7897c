import { z } from 'zod';
import { normalize } from '../text/normalize.ts';
import type { Language } from './languages.ts';
import { wordedIn } from './languages.ts';

/** A topic readers can choose, with the words by which they may call it in either language. */
export const topicShape = z.object({
  id: z.string().regex(/^[a-z][a-z-]{1,20}$/),
  name: z.object({ ar: z.string().min(1), en: z.string().min(1) }),
  words: z.object({ ar: z.array(z.string()), en: z.array(z.string()) }),
});

export type Topic = z.infer<typeof topicShape>;

/** The topic a reader means by a word or phrase in either language, blind to spelling and «ال». */
export function findTopic(topics: readonly Topic[], words: string): Topic | undefined {
  const wanted = bare(words);
  if (!wanted) return undefined;
  return topics.find((topic) => namesOf(topic).has(wanted));
}

const known = new WeakMap<Topic, ReadonlySet<string>>();

/** All that a topic is called, bare; made once. */
function namesOf(topic: Topic): ReadonlySet<string> {
  const { id, name, words } = topic;
  const names = known.get(topic) ?? new Set([id, name.ar, name.en, ...words.ar, ...words.en].map(bare));
  known.set(topic, names);
  return names;
}

/** The name of a topic in a language; an unknown id stands for itself. */
export function topicName(topics: readonly Topic[], id: string, language: Language): string {
  const topic = topics.find((one) => one.id === id);
  return topic ? wordedIn(topic.name, language) : id;
}

function bare(words: string): string {
  return normalize(words)
    .split(' ')
    .map((word) => word.replace(/^ال(?=..)/, ''))
    .join(' ');
}

const JOINING: ReadonlySet<string> = new Set(['and', '&', 'و']);
/** Longest name of a topic, in words. */
const MOST_WORDS = 3;

/** Topics named anywhere in a text, in either language and joined by commas, “and” or «و», and the words that are left. */
export function topicsWithin(topics: readonly Topic[], text: string): { topics: Topic[]; rest: string } {
  const words = text.split(/[\s,،]+/).filter(Boolean);
  const found = new Set<Topic>();
  const rest: string[] = [];
  let behindTopic = false;
  for (let at = 0; at < words.length; ) {
    const match = topicAt(topics, words, at);
    const word = words[at] ?? '';
    if (match) found.add(match.topic);
    else if (!behindTopic || !JOINING.has(word.toLowerCase())) rest.push(word);
    behindTopic = match !== undefined;
    at += match?.length ?? 1;
  }
  // Words that name no topic keep the commas between them: "Tripoli, Lebanon".
  return { topics: [...found], rest: found.size === 0 ? text.trim() : rest.join(' ') };
}

function topicAt(
  topics: readonly Topic[],
  words: readonly string[],
  at: number,
): { topic: Topic; length: number } | undefined {
  for (let length = MOST_WORDS; length > 0; length--) {
    if (at + length > words.length) continue;
    const phrase = words.slice(at, at + length).join(' ');
    const topic = findTopic(topics, phrase) ?? findTopic(topics, phrase.replace(/^و/, ''));
    if (topic) return { topic, length };
  }
  return undefined;
}
