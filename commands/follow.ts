import type { Command } from '../src/app/command.ts';
import type { Desk } from '../src/app/desk.ts';
import type { Followed } from '../src/app/following.ts';
import type { Reply } from '../src/app/reply.ts';
import type { Request } from '../src/app/request.ts';
import { placeOf } from '../src/app/request-place.ts';
import { meantProblem } from '../src/app/story-meant.ts';
import { MOST_FOLLOWS } from '../src/domain/follow.ts';
import type { Button } from '../src/domain/message.ts';
import type { Reference } from '../src/domain/reference.ts';
import { readReference } from '../src/domain/reference.ts';
import { headline } from '../src/domain/story.ts';
import type { Topic } from '../src/domain/topic.ts';
import { topicName } from '../src/domain/topic.ts';
import type { Voice } from '../src/i18n/voice.ts';
import { cleanControls } from '../src/text/bidi.ts';
import { cutAt } from '../src/text/lengths.ts';

/** Longest words that are kept as they were typed, in UTF-16 units. */
const LONGEST = 100;

export default {
  name: 'follow',
  description: { ar: 'تنبيه فوريّ إلى ما تتابعه', en: 'Hear at once of what you follow' },
  usage: { ar: 'كلمات', en: 'words' },
  words: {
    ar: ['تابع', 'تابع لي', 'نبهني إلى', 'نبهني عن', 'نبهني على'],
    en: ['follow', 'alert me about', 'alert me on', 'notify me about'],
  },
  group: 'digest',
  changes: (args) => args !== '',

  async run(request, desk) {
    const { voice } = request;
    const { language, says } = voice;
    // Buttons name stories; people type words, and «A380» is one.
    const reference = request.entry === 'button' ? readReference(request.args) : undefined;
    if (reference) return followStory(reference, request, desk);
    const said = cleanControls(request.args)
      .replace(/\s+/g, ' ')
      .replace(/^["«“]|["»”]$/g, '')
      .trim();
    if (!/[\p{L}\p{N}]/u.test(said)) return { language, text: says.followHow };
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

async function followStory(reference: Reference, request: Request, desk: Desk): Promise<Reply> {
  const { voice, chat } = request;
  const { language, says } = voice;
  const story = await desk.news.find(reference);
  if (!story) return meantProblem({ problem: 'gone' }, request);
  await desk.chats.choose(chat, {});
  const title = cutAt(cleanControls(headline(story, language).title), LONGEST);
  const followed = await desk.following.followStory(placeOf(request), story, title);
  const mine: Button = { label: says.buttonFollowing, command: 'following' };
  if (followed.kind === 'too-many') {
    return { language, text: says.followTooMany(voice.number(MOST_FOLLOWS)), buttons: [[mine]] };
  }
  const { id } = followed.follow;
  return {
    language,
    text: followed.kind === 'added' ? says.followedStory : says.followedStoryAlready,
    buttons: [[{ label: says.buttonUnfollowStory, command: `unfollow #${id} only` }, mine]],
    shows: { as: 'card', ids: [story.id], first: 1 },
  };
}

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
