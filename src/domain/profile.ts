import type { Chat } from './chat.ts';
import type { Profile } from './edition.ts';
import type { Language } from './languages.ts';
import type { Subscription } from './subscription.ts';

/** What a chat's edition looks like: its own choices, else the operator's defaults. */
export function profileOf(
  chat: Chat,
  subscription: Pick<Subscription, 'schedule' | 'topics' | 'size'>,
  defaultLanguage: Language,
): Profile {
  const { preferences } = chat;
  return {
    language: preferences.language ?? defaultLanguage,
    bothLanguages: preferences.bothLanguages ?? false,
    topics: subscription.topics,
    size: subscription.size,
    timeZone: subscription.schedule.timeZone,
    digits: preferences.digits ?? 'latin',
    leads: preferences.leads ?? true,
    summaries: preferences.summaries ?? true,
    hijri: preferences.hijri ?? false,
    rich: preferences.rich ?? false,
    cover: preferences.cover ?? false,
    channel: chat.kind === 'channel',
  };
}
