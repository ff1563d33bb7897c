import { storyAskedFor } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import type { Desk } from '../src/app/desk.ts';
import { namesNoStory } from '../src/app/memory.ts';
import type { Reply } from '../src/app/reply.ts';
import type { Request } from '../src/app/request.ts';
import { meantProblem } from '../src/app/story-meant.ts';
import { SUMMARY_UNITS, summaryDraft, summaryReply } from '../src/app/summary-view.ts';
import { normalize } from '../src/text/normalize.ts';

const LONGEST_LIST = 99;
/** Words that switch machine-made summaries on and off, normalised. */
const SWITCH: ReadonlyMap<string, boolean> = new Map([
  ['on', true],
  ['off', false],
  ['تشغيل', true],
  ['ايقاف', false],
]);

export default {
  name: 'summary',
  description: { ar: 'ملخص خبر', en: 'Summary of a story' },
  usage: { ar: '[رقم]', en: '[n]' },
  words: { ar: ['ملخص', 'ملخّص', 'لخّص', 'لخص'], en: ['summary', 'summary of', 'summarise', 'summarize'] },
  alone: { ar: ['تفاصيل', 'التفاصيل', 'اشرح أكثر'], en: ['details', 'more details'] },

  changes: (args) => SWITCH.has(normalize(args)),
  heardIn: storyOfList,
  passesOn: (args) => (SWITCH.has(normalize(args)) ? undefined : namesNoStory(args)),

  async run(request, desk) {
    const { voice, chat } = request;
    const wanted = SWITCH.get(normalize(request.args));
    if (wanted !== undefined) return switched(wanted, request, desk);

    const meant = await desk.memory.meant(request, desk.news);
    if ('problem' in meant) return meantProblem(meant, request);
    const [story] = await desk.news.stories([meant.storyId]);
    if (!story) return meantProblem({ problem: 'gone' }, request);
    const { language } = voice;
    const summary =
      chat.preferences.summaries === false
        ? await desk.summaries.extract(story, language, SUMMARY_UNITS)
        : await desk.summaries.summarize(story, language, SUMMARY_UNITS, {
            ...(request.draft ? { onText: (text) => request.draft?.(summaryDraft(story, text, voice)) } : {}),
          });
    return summaryReply(story, summary, voice, desk.now());
  },
} satisfies Command;

async function switched(wanted: boolean, { chat, voice }: Request, desk: Desk): Promise<Reply> {
  await desk.chats.choose(chat, { summaries: wanted });
  return { language: voice.language, text: wanted ? voice.says.summariesOn : voice.says.summariesOff };
}

/** A number alone, «الخبر الثاني»: the story of that place in a list, which is never so long that a year could be meant. */
function storyOfList(sentence: string): string | undefined {
  const number = storyAskedFor(sentence);
  return number !== undefined && number <= LONGEST_LIST ? String(number) : undefined;
}
