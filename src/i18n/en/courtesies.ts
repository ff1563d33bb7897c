import type { courtesies as reference } from '../ar/courtesies.ts';

/** English courtesies. Case, punctuation and drawn-out letters do not matter. */
export const courtesies: typeof reference = {
  courtesies: {
    thanks: {
      words: [
        'thanks',
        'thank you',
        'thank you very much',
        'thank you so much',
        'thanks a lot',
        'many thanks',
        'thanks so much',
        'thx',
        'ty',
        'cheers',
        'well done',
        'good job',
        'good bot',
      ],
      answer: 'You are welcome.',
    },
    peace: {
      words: ['salam', 'salaam', 'assalamu alaikum', 'as salamu alaykum', 'salam alaikum', 'salamu alaikum'],
      answer: 'Peace be upon you, too.',
    },
    greeting: {
      words: [
        'hi',
        'hello',
        'hey',
        'hi there',
        'hello there',
        'hey there',
        'hello bot',
        'hi bot',
        'how are you',
        "what's up",
        'how are you doing',
      ],
      answer: 'Hello.',
    },
    morning: { words: ['good morning', 'morning'], answer: 'Good morning.' },
    evening: { words: ['good evening', 'good afternoon', 'evening'], answer: 'Good day to you.' },
    farewell: {
      words: ['bye', 'bye bye', 'goodbye', 'good bye', 'good night', 'see you'],
      answer: 'Until next time.',
    },
    agreement: {
      words: [
        'ok',
        'okay',
        'k',
        'yes',
        'no',
        'fine',
        'great',
        'nice',
        'cool',
        'good',
        'perfect',
        'awesome',
        'all right',
      ],
      answer: 'I am here whenever you need me.',
    },
  },
  courtesyNext: 'Send /latest for the news, or /search and the words to look for.',
};
