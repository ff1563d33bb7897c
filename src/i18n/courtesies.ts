/** What people say to be polite, and what is polite to answer. */
export type CourtesyKind = 'thanks' | 'peace' | 'greeting' | 'morning' | 'evening' | 'farewell' | 'agreement';

/** Words that are a courtesy when nothing else is said with them, and the answer, to which what can be asked for is added. */
export type Courtesies = Readonly<Record<CourtesyKind, { words: readonly string[]; answer: string }>>;
