import type { Command } from '../src/app/command.ts';
import addsource from './addsource.ts';
import broadcast from './broadcast.ts';
import digest from './digest.ts';
import follow from './follow.ts';
import following from './following.ts';
import forget from './forget.ts';
import general from './general.ts';
import help from './help.ts';
import language from './language.ts';
import latest from './latest.ts';
import missed from './missed.ts';
import privacy from './privacy.ts';
import related from './related.ts';
import removesource from './removesource.ts';
import search from './search.ts';
import settings from './settings.ts';
import sources from './sources.ts';
import start from './start.ts';
import stats from './stats.ts';
import subscribe from './subscribe.ts';
import summary from './summary.ts';
import timezone from './timezone.ts';
import topics from './topics.ts';
import unfollow from './unfollow.ts';
import unsubscribe from './unsubscribe.ts';
import why from './why.ts';

/** Every command, in the order in which /help and the menu show them. */
export const commands: readonly Command[] = [
  latest,
  related,
  summary,
  search,
  topics,
  sources,
  subscribe,
  unsubscribe,
  digest,
  settings,
  follow,
  following,
  unfollow,
  why,
  missed,
  timezone,
  language,
  privacy,
  forget,
  help,
  addsource,
  removesource,
  stats,
  broadcast,
  start,
  general,
];
