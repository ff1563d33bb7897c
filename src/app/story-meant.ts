import { cutAt } from '../text/lengths.ts';
import { normalize } from '../text/normalize.ts';
import type { Meant } from './memory.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** The sentence for a story that could not be told from what was said, with a way on. */
export function meantProblem(meant: Extract<Meant, { problem: string }>, { voice, args }: Request): Reply {
  const { says, language } = voice;
  const latest = [[{ label: says.buttonLatest, command: 'latest' }]];
  switch (meant.problem) {
    case 'none':
      return { language, text: says.whichStory };
    case 'no-list':
      return { language, text: says.noListYet, buttons: latest };
    case 'gone':
      return { language, text: says.storyGone, buttons: latest };
    case 'not-a-number':
      return { language, text: says.numberWanted };
    case 'out-of-range': {
      const said = cutAt(normalize(args), 12);
      const asked = /^\d+$/.test(said) ? voice.number(Number(said)) : said;
      return {
        language,
        text: says.noSuchNumber(asked, voice.number(meant.first), voice.number(meant.last)),
      };
    }
  }
}
