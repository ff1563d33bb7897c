import type { Meant } from './memory.ts';
import type { Reply } from './reply.ts';
import type { Request } from './request.ts';

/** The sentence for a story that could not be told from what was said, with a way on. */
export function meantProblem(meant: Extract<Meant, { problem: string }>, { voice }: Request): Reply {
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
      const [asked, first, last] = [meant.asked, meant.first, meant.last].map(voice.number);
      return { language, text: says.noSuchNumber(asked ?? '', first ?? '', last ?? '') };
    }
  }
}
