import { isolate } from '../text/bidi.ts';
import type { Catalogue } from './ar.ts';
import { asking } from './en/asking.ts';
import { courtesies } from './en/courtesies.ts';
import { deliveries } from './en/deliveries.ts';
import { digests } from './en/digests.ts';
import { pleas } from './en/pleas.ts';
import { reading } from './en/reading.ts';
import { settings } from './en/settings.ts';
import { sources } from './en/sources.ts';
import { subscribing } from './en/subscribing.ts';
import { englishCount } from './plural.ts';

export const en: Catalogue = {
  languageNames: ['English', 'الإنجليزية', 'إنجليزي', 'الإنكليزية', 'إنكليزي', 'انجليزية'],
  commandWords: {},

  botName: 'Mujaz',
  botShortDescription: 'Your news desk in Telegram: one event, one story, many sources.',
  botDescription:
    'Mujaz gathers news from its sources and puts the reports of one event into one story, in Arabic and English. Press Start to see the latest news.',

  justNow: 'just now',
  undated: 'undated',
  unnamedSource: 'unnamed source',
  sourceCount: (count, written) => englishCount(count, written, { one: '1 source', other: '# sources' }),
  storyCount: (count, written) => englishCount(count, written, { one: '1 story', other: '# stories' }),
  articleCount: (count, written) => englishCount(count, written, { one: '1 article', other: '# articles' }),
  inLanguage: (language) => `in ${language}`,

  welcome: 'Welcome to Mujaz',
  welcomeText:
    'I gather news from its sources and put the reports of one event into one story, so that you read it once.',
  welcomeNow: 'The news right now:',
  welcomeNext: 'Send /latest whenever you like, or choose:',

  latestTitle: 'Latest news',
  latestIn: (topic) => `Latest news: ${topic}`,
  latestChosen: (topics) => `From your topics: ${topics}`,
  noStories: 'I have no stories yet. They will appear here as soon as the sources bring them.',
  noStoriesIn: (topic) => `No stories in “${topic}” right now.`,
  noOlderStories: 'There are no older stories.',
  listEnds: 'That was all: the list ends here.',
  unknownTopic: (words) => `I know no topic called “${isolate(words)}”. These are the topics:`,
  amountBounds: (most) => `I show between 1 and ${most} stories at a time.`,

  relatedTitle: 'Related stories',
  relatedTo: (title) => `To: ${title}`,
  noRelated: 'I know no story related to this one, and silence is better than a guess.',
  editorsChoice: 'Chosen by the original story’s editor',
  alikeText: 'Their texts are alike',
  sharedNames: (names) => `In common: ${names}`,

  searchTitle: (words, stories) => `Found for “${words}”: ${stories}`,
  searchHow:
    'Put what you look for after the command, for example: /search central bank. For an exact phrase use quotation marks.',
  searchPartly: 'What follows holds some of your words, not all:',
  searchOnlyNear: 'No story holds this word; these hold what looks like it:',
  searchOnlyPartly: 'No story holds all your words; this is the nearest I have:',
  searchNothingToFind: 'I see no word in your message to look for.',
  searchNone: (words) => `I found no story about “${words}”.`,
  searchGone: 'This search is too old. Please send its words again.',

  titleWithheld: 'Headline withheld: it speaks to programs and not to readers',
  summaryGenerated: 'Machine-made summary',
  summaryExtract: 'Extract',
  summaryNothing: 'No text of this story has reached me that could be summed up.',
  summariesOn:
    'All right: I will sum stories up by machine where I can, and call every such summary by its name.',
  summariesOff: 'All right: I will give extracts of the stories only, as their publishers wrote them.',
  buttonSummary: 'Summary',
  buttonSummaryOf: (number: string) => `Summary ${number}`,

  ...digests,
  ...reading,

  ...asking,
  ...pleas,
  ...courtesies,
  ...deliveries,

  whichStory: 'Which story do you mean? Put its number after the command, or reply to its message.',
  noListYet: 'I have not shown you any stories yet. Start with the latest news, then name a number.',
  noSuchNumber: (asked, first, last) =>
    first === last
      ? `The last list has no story ${isolate(asked)}; it holds only story ${first}.`
      : `The last list has no story ${isolate(asked)}; its numbers run from ${first} to ${last}.`,
  numberWanted: 'Give the story’s number as in the list, for example: 2.',
  storyGone: 'I no longer keep that story.',
  cutNote: 'The text arrived from its source cut short, so its last sentence is left out.',

  helpTitle: 'What I can do',
  helpNews: 'News',
  helpDigests: 'Briefings and alerts',
  helpChat: 'This chat',
  helpOperators: 'For the operators of Mujaz',
  helpNumbers:
    'Numbers in lists mean what they say: /related 2 shows what belongs to the second story. Or reply to a story’s own message.',
  helpWords: 'In a private chat plain words do as well as commands.',

  languageTitle: 'Language',
  languageNow: (name) => `I speak ${name} with you now. Choose your language:`,
  languageChosen: 'All right, I will speak English with you.',
  languageUnknown: (words, spoken) => `I do not speak “${isolate(words)}” yet. I speak ${spoken}:`,

  topicsTitle: 'Topics',
  topicsAll: 'You get all topics now. Choose those you care about:',
  topicsSome: (topics) => `You chose: ${topics}. Change what you like:`,
  topicsEvery: 'All topics',

  ...sources,
  ...subscribing,
  ...settings,

  privacyTitle: 'Your privacy',
  privacyText: [
    'Of this chat I keep its Telegram id, the language, time zone, topics and other settings chosen in it, and for thirty days which stories I showed, so that “2” means the second story.',
    'Of a briefing you ask for I keep its hours and topics, the Telegram id of whoever asked for it, and what I sent, so that nothing comes twice. Of what you follow I keep the words, or the headline of the story, until you stop following it or it is over.',
    'I do not keep your name, your phone number, your location or, once it is answered, what you write to me, and I share none of it with anyone.',
    'If this chat blocks me, removes me or is deleted, what I keep about it is deleted after thirty days; should we meet again before that, its settings are as they were.',
    'To delete all I keep about this chat, press the button or send:',
  ],
  forgetButton: 'Delete everything',
  forgetAsk:
    'I will delete all I keep about this chat: briefings, what you follow, settings and lists. No briefing will come after that. What you ordered for a channel or group stays theirs, with no trace of you. Shall I?',
  forgotten: 'Everything I kept about this chat is deleted.',

  unknownCommand: (name) => `I do not know the command ${isolate(name)}.`,
  didYouMean: (name) => `Did you mean ${isolate(name)}?`,
  plainText: 'I did not understand that. Some of what I can do:',
  onlyAdministrators: 'Only administrators may change the settings of this group.',
  mishap: 'Something went wrong on my side and your request was not finished. Please try again shortly.',

  buttonLatest: 'Latest news',
  buttonSearchFor: (words) => `Search for “${words}”`,
  buttonTopics: 'Topics',
  buttonHelp: 'Help',
  buttonMore: 'More ▸',
  buttonBefore: '◂ Back',
  buttonOlder: 'Older ▸',
  buttonNewer: '◂ Newer',
  buttonRelated: 'Related stories',
  buttonRelatedTo: (number) => `Related ${number}`,
  buttonRead: 'Read at the source',
  buttonBack: 'Back',
};
