import type { deliveries as ar } from '../ar/deliveries.ts';
import { englishCount } from '../plural.ts';

export const deliveries: typeof ar = {
  digestOfChannel: (times) => `the channel’s briefing at ${times}`,
  digestOfGroup: (times) => `the group’s briefing at ${times}`,
  digestOfPlace: (digest, id) => `${digest} (id ${id})`,
  noticeRights: (digest) =>
    `I could not send ${digest}: I may no longer write there. Give me that right back and I will go on by myself.`,
  noticeGone: (digest) =>
    `I stopped ${digest}: I can no longer reach the place it goes to. Add me there again and it will come back.`,
  noticeTopicClosed: (digest) =>
    `I stopped ${digest}: its topic was closed. It will come back when the topic is opened again.`,
  noticeTopicGone: (digest) =>
    `I stopped ${digest}: its topic was deleted. I can send it to the General topic if you like.`,
  buttonToGeneral: 'Send it to General',
  movedToGeneral: 'All right, I will send this briefing to the General topic from now on.',
  movedToGeneralNot: 'I found no stopped briefing of yours that could move to the General topic.',

  statsTitle: 'How Mujaz fares',
  statsKept: (articles, stories, sources) => `Kept: ${articles}, ${stories}, ${sources}`,
  statsOutbox: 'Messages',
  statsPending: 'waiting',
  statsSending: 'under way',
  statsUncertain: 'in doubt',
  statsSent: 'arrived',
  statsFailed: 'failed',
  statsExpired: 'too late',
  statsCancelled: 'cancelled',
  statsEmpty: 'No message has been written yet.',
  statsOldest: (age) => `The oldest one whose turn it is: ${age}`,
  statsFailures: 'Why they failed',
  statsChats: (paused, gone) => `Chats that cannot be written to: ${paused} for now, ${gone} for good`,
  statsTokens: (spent, cap) => `Model tokens today: ${spent} of ${cap}`,
  statsSummaries: (generated, extracts, refused) =>
    `Summaries since the start: ${generated} machine-made, ${extracts} extracts, ${refused} held back by the check`,

  chartTitle: 'Mujaz in thirty days',
  chartSubtitle: 'One column for each day',
  chartToday: 'today so far',
  chartGap: 'days without a record',
  chartArticles: 'Articles',
  chartStories: 'Stories',
  chartMessages: 'Messages arrived',
  chartReaders: 'Readers reached',
  chartPeak: (count) => `peak ${count}`,

  chatCount: (count, written) => englishCount(count, written, { one: '1 chat', other: '# chats' }),
  broadcastHow: 'Put what you want to announce after the command. I will show it before I send anything.',
  broadcastNobody: 'I know of no chat yet that I could send it to.',
  broadcastPreview: (chats) => `This is a preview. It will go to ${chats}, channels not included.`,
  buttonBroadcastSend: 'Send it now',
  buttonBroadcastDrop: 'Do not send it',
  buttonBroadcastStop: 'Stop sending',
  broadcastDropped: 'All right, I sent nothing.',
  broadcastGone: 'This preview is too old. Please write the message again.',
  broadcastProgress: (done, total) => `Sending: ${done} of ${total}`,
  broadcastDone: (sent, total) => `All sent: it reached ${sent} of ${total}`,
  broadcastStopped: (sent, total) => `Stopped: it reached ${sent} of ${total}`,
};
