import { isolate } from '../../text/bidi.ts';
import type { subscribing as arabic } from '../ar/subscribing.ts';
import { englishCount } from '../plural.ts';

export const subscribing: typeof arabic = {
  digestCount: (count, written) =>
    englishCount(count, written, { one: '1 subscription', other: '# subscriptions' }),
  allOfThem: 'all',
  digestTitle: 'Daily briefing',
  everyDay: 'every day',
  today: 'today',
  tomorrow: 'tomorrow',
  atHours: (days, hours, zone) => `${days} at ${hours}, ${zone} time`,
  dayAndHour: (day, hour) => `${day} at ${hour}`,

  subscribedHere: 'You get the daily briefing',
  subscribedGroup: 'This group gets the daily briefing',
  subscribedTopic: 'This topic of the group gets the daily briefing',
  subscribedThisChannel: 'This channel gets the daily briefing',
  subscribedChannel: (name) => `The channel “${isolate(name)}” gets the daily briefing`,
  subscriptionChanged: 'The briefing has a new time',
  subscriptionSame: 'The briefing stays as it is',
  subscriptionHours: (when) => `When: ${when}`,
  subscriptionTopics: (topics) => `Topics: ${topics}`,
  subscriptionSize: (stories) => `Size: up to ${stories}`,
  subscriptionNext: (when) => `Next briefing: ${when}`,
  restBlocked: 'This briefing is paused: I am blocked in this chat. Unblock me and it comes back.',
  restKicked:
    'This briefing is paused: I was removed from the place it goes to. Add me there again and it comes back.',
  restRights:
    'This briefing is paused: I may not write where it goes. Give me that right back and I will go on by myself.',
  restTopicClosed:
    'This briefing is paused: the topic it goes to was closed. It comes back when the topic is opened again.',
  restTopicGone:
    'This briefing is paused: the topic it goes to was deleted. Ask for it again where you want it.',
  restGone:
    'This briefing is paused: I can no longer find the chat it goes to. Add me there again and it comes back.',
  restOther: 'This briefing is paused. Ask for it again and it comes back.',
  usualHourNote: (hour) =>
    `You named no hour, so I took ${hour}. Change it with the buttons whenever you like.`,
  noZoneNote: (zone) =>
    `No time zone has been chosen yet, so I go by ${zone} time. Choose your city, and the briefing comes at your own hour.`,
  subscriptionsFull: (most) =>
    `This chat has as many as I offer: ${most}. Stop one of them before you add another; nothing was changed.`,
  subscriptionTaken: 'There is another briefing with the same topics here. Nothing was changed.',
  subscriptionGone: 'That briefing is no longer there.',

  hourInvalid: (what) =>
    `“${isolate(what)}” is no hour I understand. Write it from 00:00 to 23:59, for example 08:30 or 8pm. Nothing was changed.`,
  hourAmbiguous: (what) => `“${isolate(what)}” can mean two hours. Which one?`,
  hoursTooMany: (count, most) =>
    `You named ${count} hours, and one briefing comes at most ${most} times a day. Nothing was changed.`,

  unsubscribedHere: 'The daily briefing is stopped; you will not get it any more.',
  unsubscribedPlace: (name) => `The daily briefing is stopped in ${name}.`,
  unsubscribedAll: (count) => `All of them are stopped: ${count}.`,
  unsubscribeWhich: 'Which briefing shall I stop?',
  unsubscribeNone: 'There is no briefing here.',
  buttonSubscribeAgain: 'Subscribe again',
  buttonDigestNow: 'Show it now',
  buttonSubscribe: 'Subscribe to the daily briefing',
  buttonSubscribeAt: (hour) => `Briefing ${hour}`,

  thisChannel: 'this channel',
  thisGroup: 'this group',
  thisTopic: 'this topic of the group',
  channelNamed: (name) => `the channel “${isolate(name)}”`,
  buttonForChannel: 'A briefing for my channel',
  buttonPickChannel: 'Choose a channel',
  channelPick:
    'Press the button at the bottom and choose the channel. You see those in which you may post; if I may not post there yet, you will be asked to let me.',
  channelPickPrivate:
    'Channels are chosen in a private chat with me. Or post the same command in the channel.',
  channelUnknown: (name) =>
    `I find no channel “${isolate(name)}”, or I am no administrator there. Check the name, add me to the channel as an administrator who may post, and try again. Nothing was changed.`,
  channelNotOne: (name) =>
    `“${isolate(name)}” is no channel. If it is a group, send the command in the group itself. Nothing was changed.`,
  channelBotAbsent: (name) =>
    `I am no administrator of “${isolate(name)}”. Add me there as an administrator who may post messages, and try again. Nothing was changed.`,
  channelBotSilent: (name) =>
    `I am an administrator of “${isolate(name)}”, but I may not post there. Grant me “Post messages” and try again. Nothing was changed.`,
  channelNotAdministrator: (name) =>
    `Telegram says that you are no administrator of “${isolate(name)}”, and only its administrators may set it up. Nothing was changed.`,
  channelMayNotPost: (name) =>
    `You are an administrator of “${isolate(name)}” but may not post there, and only those who may can set up its briefing. Nothing was changed.`,
  channelNoPerson:
    'I cannot see who writes here, so I cannot check their rights. Do it in a private chat with me.',
  onlyChannelAdministrators: 'Only those who may post in this channel may change its settings.',
  forwardedCommand: 'This message was forwarded, and I only do what you write yourself.',

  universalTime: 'UTC',
  zoneTitle: 'Time zone',
  zoneNow: (zone, time) => `I go by ${zone} time; it is ${time} there now.`,
  zoneUnset: (zone, time) =>
    `No time zone has been chosen yet, so I go by ${zone} time; it is ${time} there now.`,
  zoneHow: 'Put the name of your city after the command, or choose:',
  zoneChosen: (zone, time) => `All right: I go by ${zone} time from now on; it is ${time} there now.`,
  zoneMoved: 'The hours of the briefings have moved along.',
  zoneUnknown: (words) => `I know no place and no time zone called “${isolate(words)}”. Nothing was changed.`,
  zoneNearest: 'Did you mean:',
  zoneAmbiguous: (words) => `“${isolate(words)}” is the name of more than one place. Which one?`,
  zoneByLocation:
    'Press the button at the bottom to send your location. It tells me your time zone, and I do not keep it.',
  buttonLocation: 'From my location',
  buttonSendLocation: 'Send my location',
  buttonZone: 'Time zone',
  buttonSettings: 'Settings',

  groupGreeting:
    'Hello. I am Mujaz: I gather news from its sources and put the reports of one event into one story.',
  groupGreetingHow: (latest, subscribe, settings) =>
    `Anyone here may ask for the latest news: ${latest}. Only administrators may order a daily briefing for the group or one of its topics: ${subscribe}, and change the settings: ${settings}.`,
};
