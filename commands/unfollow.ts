import { followList, followName } from '../src/app/alert-view.ts';
import type { Command } from '../src/app/command.ts';
import { placeOf } from '../src/app/request-place.ts';
import { cutAt } from '../src/text/lengths.ts';

const ALL = 'all';

export default {
  name: 'unfollow',
  description: { ar: 'إلغاء متابعة', en: 'Follow no longer' },
  usage: { ar: 'كلمات', en: 'words' },
  words: { ar: ['لا تتابع', 'ألغ متابعة', 'إلغاء متابعة'], en: ['unfollow'] },
  group: 'digest',
  changes: () => true,

  async run(request, desk) {
    const { args, voice, entry } = request;
    const { says } = voice;
    const place = placeOf(request);
    const list = async () => followList(await desk.following.all(place), desk.topics, voice);
    if (args === '') {
      const shown = await list();
      return shown.buttons ? { ...shown, text: says.unfollowWhich } : shown;
    }
    if (args === ALL) {
      await desk.following.unfollowAll(place);
      return {
        language: voice.language,
        text: says.unfollowedAll,
        place: entry === 'button' ? 'edit' : 'new',
      };
    }
    // Buttons under a story drop it and leave their message as it is; those of the list take it out of the list.
    const only = entry === 'button' ? /^(#\d+) only$/.exec(args)?.[1] : undefined;
    const dropped = await desk.following.unfollow(place, only ?? args);
    if (only) {
      const text = dropped ? says.unfollowed(followName(dropped, desk.topics, voice)) : says.unfollowedBefore;
      return { language: voice.language, text, place: 'notice' };
    }
    // A button shows the list without what it dropped; words are answered in words.
    if (entry === 'button') return { ...(await list()), place: 'edit' };
    if (!dropped) return { ...(await list()), text: says.unfollowUnknown(cutAt(args, 60)) };
    return { language: voice.language, text: says.unfollowed(followName(dropped, desk.topics, voice)) };
  },
} satisfies Command;
