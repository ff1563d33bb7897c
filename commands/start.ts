import { goesOn } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import { languageButtons } from '../src/app/menu.ts';
import { storyCard } from '../src/app/story-card.ts';
import { meantProblem } from '../src/app/story-meant.ts';
import { storyEntry } from '../src/app/story-view.ts';
import type { Button } from '../src/domain/message.ts';
import { readReference } from '../src/domain/reference.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { headline } from '../src/domain/story.ts';

const HEADLINES = 3;
/** Hours at which a digest is offered. */
const DIGEST_TIMES = ['08:00', '13:00', '20:00'];

export default {
  name: 'start',
  description: { ar: 'البداية', en: 'Begin' },
  words: { ar: ['ابدأ', 'البداية'], en: ['start', 'begin'] },
  alone: {
    ar: ['من أنت', 'مين أنت', 'ما أنت', 'من تكون', 'ما هذا البوت', 'شو هالبوت', 'من صنعك', 'هل أنت روبوت'],
    en: [
      'who are you',
      'what are you',
      'what is this bot',
      'who made you',
      'are you a robot',
      'are you a bot',
    ],
  },
  group: 'chat',
  passesOn: (args, desk, sentence) => (readReference(args) ? undefined : goesOn(args, desk, sentence)),

  async run(request, desk) {
    const { voice } = request;
    const { language, says } = voice;
    const reference = readReference(request.args);
    if (reference) {
      const story = await desk.news.find(reference);
      if (!story) return meantProblem({ problem: 'gone' }, request);
      const lead = await desk.news.article(headline(story, language).id);
      return storyCard(story, lead?.body ?? '', { chat: request.chat, bot: desk.bot() }, voice);
    }

    const own = await desk.news.latest({ limit: HEADLINES, language });
    const { stories } = own.stories.length > 0 ? own : await desk.news.latest({ limit: HEADLINES });
    const entries = stories.map((story, index) => storyEntry(story, index + 1, voice, desk.now()));
    const buttons: Button[][] = [
      [
        { label: says.buttonLatest, command: 'latest' },
        { label: says.buttonTopics, command: 'topics' },
      ],
      DIGEST_TIMES.map((time) => ({
        label: says.buttonSubscribeAt(voice.clock(time)),
        command: `subscribe ${time}`,
      })),
      [{ label: says.buttonHelp, command: 'help' }, ...languageButtons(language)],
    ];
    return {
      language,
      text: joinRich(
        [
          joinRich([{ bold: says.welcome }, says.welcomeText], '\n'),
          ...(entries.length > 0 ? [{ bold: says.welcomeNow }, ...entries] : [says.noStories]),
          says.welcomeNext,
        ],
        '\n\n',
      ),
      buttons,
      shows: { as: 'list', ids: stories.map((story) => story.id), first: 1 },
    };
  },
} satisfies Command;
