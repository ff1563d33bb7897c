import { isolate } from '../../text/bidi.ts';
import type { sources as arabic } from '../ar/sources.ts';

export const sources: typeof arabic = {
  sourcesTitle: 'Sources',
  sourcesText: (sources, articles) => `${sources}, ${articles} kept.`,
  sourcesNone: 'I have no sources yet.',
  sourcesNotPolled: 'The news here came from files, so there is no feed to remove. Add one: /addsource',
  sourcesNoFeeds: 'The news here came from files, so its sources have no feeds to list.',
  sourcesMore: (count) => `And more: ${count}.`,
  sourcesImported: 'And from imported files:',
  sourcesFileButton: 'The list as a file (OPML)',
  sourcesFileCaption: (count) => `The list of sources in OPML: ${count}.`,

  healthFresh: 'not visited yet',
  healthFailing: (age, why) => `cannot be read (first failure ${age}): ${why}`,
  healthGone: 'closed for good by its server (410), so I no longer visit it',
  healthEmpty: 'answers, but holds no news',
  healthOff: 'switched off in the list of sources',
  healthSlow: 'slow to answer',
  healthMoving: (site) => `moving to ${isolate(site)}`,
  healthTurnedOver: (age) => `turned over completely between two visits (${age}): items may have been missed`,
  troubleStatus: (status) => `its server answered ${status}`,
  troubleName: 'there is no site of that name',
  troubleConnection: 'its server does not respond',
  troubleSecurity: 'the site’s security certificate is not valid',
  troubleTime: 'it took too long to answer',
  troublePrivate: 'its address is on a private network',
  troubleFeed: 'there is no readable feed any more',
  troubleChallenge: 'it asks visitors to prove that they are human',
  troubleOther: 'for an unknown reason',

  onlyOperators: 'This command is for the operators of Mujaz only.',
  addSourceHow:
    'Put the address of a feed (RSS or Atom) or of its site after the command, for example: https://example.org/feed',
  sourceAdded: (name, articles) =>
    `Added the source “${isolate(name)}”, which holds ${articles} now. Its news will arrive shortly.`,
  sourceAddedEmpty: (name) => `Added the source “${isolate(name)}”, which holds no news at the moment.`,
  sourceKnown: (name) => `The source “${isolate(name)}” is already there.`,
  sourceNotALink: 'That is not a valid address. Send a whole one, for example: https://example.org/feed',
  sourcePrivate: 'That address is on a private network, and I visit public sites only. Nothing was added.',
  sourceNoFeed: 'I opened the page, but found no feed (RSS or Atom) in it and no link to one.',
  sourceUnreachable: (why) => `I could not reach the site: ${why}. Nothing was added.`,
  sourceRefused: (status) =>
    `The server answered ${status} instead of a feed. Check the address or try again later; nothing was added.`,
  sourceUnreadable: 'I got the file, but could not read it as a feed. Nothing was added.',
  removeSourceHow: 'Which source shall I remove? Put its number, id or address after the command:',
  sourceRemoved: (name) => `Removed the source “${isolate(name)}”. The news kept from it stays.`,
  sourceNotFound: (words) => `I find no source that fits “${isolate(words)}”.`,
};
