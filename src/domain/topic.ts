import { z } from 'zod';
import { normalize } from '../text/normalize.ts';
import type { Language } from './chat.ts';

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
  return topics.find((topic) =>
    [topic.id, topic.name.ar, topic.name.en, ...topic.words.ar, ...topic.words.en].some(
      (word) => bare(word) === wanted,
    ),
  );
}

/** The name of a topic in a language; an unknown id stands for itself. */
export function topicName(topics: readonly Topic[], id: string, language: Language): string {
  return topics.find((topic) => topic.id === id)?.name[language] ?? id;
}

function bare(words: string): string {
  return normalize(words)
    .split(' ')
    .map((word) => word.replace(/^ال(?=..)/, ''))
    .join(' ');
}
