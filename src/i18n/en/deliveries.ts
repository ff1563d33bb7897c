import type { deliveries as ar } from '../ar/deliveries.ts';

export const deliveries: typeof ar = {
  digestOfChannel: (times) => `the channel’s digest at ${times}`,
  digestOfGroup: (times) => `the group’s digest at ${times}`,
  noticeRights: (digest) =>
    `I could not send ${digest}: I may no longer write there. Give me that right back and I will go on by myself.`,
  noticeGone: (digest) =>
    `I stopped ${digest}: I can no longer reach the place it goes to. Add me there again and it will come back.`,
  noticeTopicClosed: (digest) =>
    `I stopped ${digest}: its topic was closed. It will come back when the topic is opened again.`,
  noticeTopicGone: (digest) =>
    `I stopped ${digest}: its topic was deleted. I can send it to the General topic if you like.`,
  buttonToGeneral: 'Send it to General',
  movedToGeneral: 'All right, I will send this digest to the General topic from now on.',
  movedToGeneralNot: 'I found no stopped digest of yours that could move to the General topic.',
};
