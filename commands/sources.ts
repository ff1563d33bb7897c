import type { Command } from '../src/app/command.ts';
import type { RichText } from '../src/app/rich-text.ts';
import { joinRich } from '../src/app/rich-text.ts';
import { cleanControls, isolate, startsInDirection } from '../src/text/bidi.ts';

/** Sources named in one answer; the rest are counted. */
const MOST = 40;

export default {
  name: 'sources',
  description: { ar: 'من أين تأتي الأخبار', en: 'Where the news comes from' },
  words: { ar: ['المصادر', 'مصادر'], en: ['sources'] },

  async run({ voice }, desk) {
    const { language, says, base } = voice;
    const tallies = await desk.news.sources();
    if (tallies.length === 0) return { language, text: says.sourcesNone };
    const articles = tallies.reduce((sum, tally) => sum + tally.articles, 0);
    const lines: RichText[] = tallies.slice(0, MOST).map((tally) => {
      const name = isolate(cleanControls(tally.name));
      const tongues = voice.list(tally.languages.map((code) => voice.languageName(code)));
      const about = ` — ${says.articleCount(tally.articles, voice.number(tally.articles))} · ${tongues}`;
      const mark = startsInDirection('• ', base);
      return [mark, tally.url ? { link: name, url: tally.url } : name, about];
    });
    const rest = tallies.length - lines.length;
    return {
      language,
      text: joinRich(
        [
          { bold: says.sourcesTitle },
          says.sourcesText(
            says.sourceCount(tallies.length, voice.number(tallies.length)),
            says.articleCount(articles, voice.number(articles)),
          ),
          joinRich(lines, '\n'),
          rest > 0 ? says.sourcesMore(voice.number(rest)) : '',
        ],
        '\n\n',
      ),
    };
  },
} satisfies Command;
