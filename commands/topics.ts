import type { Command } from '../src/app/command.ts';
import { echoed } from '../src/app/echo.ts';
import type { Reply } from '../src/app/reply.ts';
import { topicButtons } from '../src/app/topic-view.ts';
import { wordedIn } from '../src/domain/languages.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import type { Topic } from '../src/domain/topic.ts';
import { findTopic, topicName } from '../src/domain/topic.ts';
import type { Voice } from '../src/i18n/voice.ts';

const ALL = 'all';

export default {
  name: 'topics',
  description: { ar: 'الموضوعات التي تهمّك', en: 'The topics you care about' },
  usage: { ar: '[موضوع]', en: '[topic]' },
  words: { ar: ['الموضوعات', 'موضوعات', 'المواضيع', 'مواضيع'], en: ['topics'] },
  changes: (args) => args !== '',
  passesOn: (args, { topics }, sentence) =>
    args === '' || args === ALL || findTopic(topics, args) ? undefined : sentence,

  async run({ args, chat, voice, entry }, desk) {
    const chosen = new Set(chat.preferences.topics ?? []);
    if (args === '') return menu(desk.topics, chosen, voice);
    const topic = findTopic(desk.topics, args);
    if (args === ALL) chosen.clear();
    else if (!topic)
      return { ...menu(desk.topics, chosen, voice), text: voice.says.unknownTopic(echoed(args)) };
    else if (!chosen.delete(topic.id)) chosen.add(topic.id);
    await desk.subscribing.chooseTopics(chat, [...chosen]);
    return { ...menu(desk.topics, chosen, voice), place: entry === 'button' ? 'edit' : 'new' };
  },
} satisfies Command;

function menu(topics: readonly Topic[], chosen: ReadonlySet<string>, voice: Voice): Reply {
  const { says, language } = voice;
  const names = [...chosen].map((id) => topicName(topics, id, language));
  const every = {
    label: chosen.size === 0 ? `✓ ${says.topicsEvery}` : says.topicsEvery,
    command: `topics ${ALL}`,
  };
  return {
    language,
    text: joinRich(
      [{ bold: says.topicsTitle }, names.length > 0 ? says.topicsSome(voice.list(names)) : says.topicsAll],
      '\n',
    ),
    buttons: [
      ...topicButtons(
        topics,
        voice,
        (topic) => `topics ${topic.id}`,
        (topic) =>
          chosen.has(topic.id) ? `✓ ${wordedIn(topic.name, language)}` : wordedIn(topic.name, language),
      ),
      [every, { label: says.buttonLatest, command: 'latest' }],
    ],
  };
}
