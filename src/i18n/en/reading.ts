import { isolate } from '../../text/bidi.ts';
import type { reading as reference } from '../ar/reading.ts';

/** A story by itself, shared and followed; what is offered in other chats. */
export const reading: typeof reference = {
  sourcesIn: (language) => `Sources in ${language}`,
  buttonFollowStory: 'Follow this story',
  buttonShare: 'Share',
  buttonCopyLink: 'Copy link',
  buttonOpenHere: 'Open in Mujaz',

  showPictures: 'Pictures with single stories',
  showCover: 'A cover card before each briefing',

  followedStory:
    'All right, I will tell you whenever this story develops. It ends by itself once nothing has been written about it for three days.',
  followedStoryAlready: 'You follow this story already.',
  followKindStory: 'story',
  developmentTitle: 'News in a story you follow',
  developmentOf: (title) => `The story: ${title}`,
  unfollowedBefore: 'You do not follow this story.',
  buttonUnfollowStory: 'Stop following',

  inlineNone: (words) => `No story about “${isolate(words)}”. Open Mujaz`,
  inlineNothingToFind: 'No word here to look for. Open Mujaz',
  inlineGone: 'This story is no longer kept. Open Mujaz',
  inlineNoStories: 'No stories yet. Open Mujaz',
};
