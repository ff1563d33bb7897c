import { followList } from '../src/app/alert-view.ts';
import { goesOn } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import { placeOf } from '../src/app/request-place.ts';

export default {
  name: 'following',
  description: { ar: 'ما تتابعه', en: 'What you follow' },
  words: { ar: ['متابعاتي', 'المتابعات'], en: ['following'] },
  group: 'digest',
  passesOn: goesOn,

  async run(request, desk) {
    return followList(await desk.following.all(placeOf(request)), desk.topics, request.voice);
  },
} satisfies Command;
