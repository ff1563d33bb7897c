import { wordedIn } from '../domain/languages.ts';
import type { Button } from '../domain/message.ts';
import type { Topic } from '../domain/topic.ts';
import type { Voice } from '../i18n/voice.ts';
import { inRows } from './story-view.ts';

const PER_ROW = 3;

/** One button per topic; `label` may mark the chosen ones. */
export function topicButtons(
  topics: readonly Topic[],
  voice: Voice,
  command: (topic: Topic) => string,
  label: (topic: Topic) => string = (topic) => wordedIn(topic.name, voice.language),
): Button[][] {
  return inRows(
    topics.map((topic) => ({ label: label(topic), command: command(topic) })),
    PER_ROW,
  );
}
