import type { Command } from '../src/app/command.ts';
import type { Followed } from '../src/app/following.ts';
import { placeOf } from '../src/app/request-place.ts';
import { MOST_FOLLOWS } from '../src/domain/follow.ts';
import type { Topic } from '../src/domain/topic.ts';
import { topicName } from '../src/domain/topic.ts';
import type { Voice } from '../src/i18n/voice.ts';
import { cleanControls } from '../src/text/bidi.ts';

/** Longest words that are kept as they were typed, in UTF-16 units. */
const LONGEST = 100;

export default {
  name: 'follow',
  description: { ar: 'تنبيه فوريّ إلى ما تتابعه', en: 'Hear at once of what you follow' },
  usage: { ar: 'كلمات', en: 'words' },
  words: { ar: ['تابع', 'نبهني إلى'], en: ['follow'] },
  group: 'digest',
  changes: (args) => args !== '',

  async run(request, desk) {
    const { voice } = request;
    const { language, says } = voice;
    const said = cleanControls(request.args)
      .replace(/\s+/g, ' ')
      .replace(/^["«“]|["»”]$/g, '')
      .trim();
    if (said === '') return { language, text: says.followHow };
    if (said.length > LONGEST) return { language, text: says.followTooLong };
    await desk.chats.choose(request.chat, {});
    const followed = await desk.following.follow(placeOf(request), said);
    return {
      language,
      text: sentence(followed, desk.topics, voice),
      buttons: [[{ label: says.buttonFollowing, command: 'following' }]],
    };
  },
} satisfies Command;

function sentence(followed: Followed, topics: readonly Topic[], voice: Voice): string {
  const { says } = voice;
  switch (followed.kind) {
    case 'too-many':
      return says.followTooMany(voice.number(MOST_FOLLOWS));
    case 'too-common':
      return says.followTooCommon;
    case 'too-long':
      return says.followTooLong;
    default: {
      const { kind, value } = followed.follow;
      const name = kind === 'topic' ? topicName(topics, value, voice.language) : value;
      if (followed.kind === 'known') return says.followedAlready(name);
      if (kind === 'topic') return says.followedTopic(name);
      return kind === 'source' ? says.followedSource(name) : says.followedNow(name);
    }
  }
}
