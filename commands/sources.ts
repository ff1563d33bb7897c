import { goesOn } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import type { Desk } from '../src/app/desk.ts';
import type { Reply } from '../src/app/reply.ts';
import { sourceEntry } from '../src/app/source-view.ts';
import { fitting, LIST_UNITS } from '../src/app/story-view.ts';
import type { SourceTally } from '../src/domain/ports.ts';
import type { RichText } from '../src/domain/rich-text.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { topicName } from '../src/domain/topic.ts';
import type { Voice } from '../src/i18n/voice.ts';
import { cleanControls, isolate, startsInDirection } from '../src/text/bidi.ts';

/** Sources named in one answer; the rest are counted. */
const MOST = 40;
const FILE_NAME = 'mujaz-sources.opml';

export default {
  name: 'sources',
  description: { ar: 'من أين تأتي الأخبار', en: 'Where the news comes from' },
  usage: { ar: '[opml]', en: '[opml]' },
  words: { ar: ['المصادر', 'مصادر'], en: ['sources'] },
  alone: {
    ar: [
      'مصادرك',
      'ما مصادرك',
      'كم مصدر عندك',
      'من أين تأتي بالأخبار',
      'من أين أخبارك',
      'من وين تجيب الأخبار',
      'من وين أخبارك',
      'بتجيب الأخبار منين',
    ],
    en: ['your sources', 'where do you get your news', 'where do you get the news', 'where is the news from'],
  },

  passesOn: (args, desk, sentence) =>
    args.toLowerCase() === 'opml' ? undefined : goesOn(args, desk, sentence),

  async run({ voice, args }, desk) {
    const { language, says } = voice;
    if (args.toLowerCase() === 'opml') return listFile(desk, voice);
    const [known, others] = [await desk.sources.list(), await desk.sources.others()];
    const total = known.length + others.length;
    if (total === 0) return { language, text: says.sourcesNone };
    const articles = [...known, ...others].reduce((sum, source) => sum + source.articles, 0);
    const heading = joinRich(
      [
        { bold: says.sourcesTitle },
        says.sourcesText(
          says.sourceCount(total, voice.number(total)),
          says.articleCount(articles, voice.number(articles)),
        ),
      ],
      '\n\n',
    );
    const entries = known.map((source, index) =>
      sourceEntry(source, `${voice.number(index + 1)}.`, voice, desk.now()),
    );
    const lines = fitting([...entries, ...others.map((other) => otherEntry(other, voice))], LIST_UNITS).slice(
      0,
      MOST,
    );
    const [own, imported] = [lines.slice(0, known.length), lines.slice(known.length)];
    const rest = total - lines.length;
    return {
      language,
      text: joinRich(
        [
          heading,
          joinRich(own, '\n'),
          own.length > 0 && imported.length > 0 ? says.sourcesImported : '',
          joinRich(imported, '\n'),
          rest > 0 ? says.sourcesMore(voice.number(rest)) : '',
        ],
        '\n\n',
      ),
      ...(known.length > 0
        ? { buttons: [[{ label: says.sourcesFileButton, command: 'sources opml' }]] }
        : {}),
    };
  },
} satisfies Command;

function otherEntry(tally: SourceTally, voice: Voice): RichText {
  const name = isolate(cleanControls(tally.name));
  const tongues = voice.list(tally.languages.map((code) => voice.languageName(code)));
  const about = ` — ${voice.says.articleCount(tally.articles, voice.number(tally.articles))} · ${tongues}`;
  return [startsInDirection('• ', voice.base), tally.url ? { link: name, url: tally.url } : name, about];
}

async function listFile(desk: Desk, voice: Voice): Promise<Reply> {
  const { language, says } = voice;
  const sources = await desk.sources.list();
  if (sources.length === 0) {
    const nothing = (await desk.sources.others()).length === 0;
    return { language, text: nothing ? says.sourcesNone : says.sourcesNoFeeds };
  }
  const folder = (topic: string) => topicName(desk.topics, topic, language);
  return {
    language,
    text: says.sourcesFileCaption(says.sourceCount(sources.length, voice.number(sources.length))),
    document: {
      name: FILE_NAME,
      text: await desk.sources.opml(`${says.botName} — ${says.sourcesTitle}`, language, folder),
    },
  };
}
