import type { Command } from '../src/app/command.ts';
import { echoed } from '../src/app/echo.ts';
import { shownName } from '../src/app/source-view.ts';
import { fitting } from '../src/app/story-view.ts';
import type { RichText } from '../src/domain/rich-text.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { isolate, startsInDirection } from '../src/text/bidi.ts';
import { normalize } from '../src/text/normalize.ts';

export default {
  name: 'removesource',
  description: { ar: 'حذف مصدر أخبار', en: 'Remove a news source' },
  usage: { ar: '[رقم أو معرّف أو عنوان]', en: '[n, id or URL]' },
  words: { ar: ['احذف مصدر', 'احذف المصدر'], en: ['remove source'] },
  adminsOnly: true,

  async run({ voice, args }, desk) {
    const { language, says, base } = voice;
    if (args === '') {
      const sources = await desk.sources.list();
      if (sources.length === 0) {
        const others = await desk.sources.others();
        return { language, text: others.length === 0 ? says.sourcesNone : says.sourcesNotPolled };
      }
      const lines = sources.map((source, index): RichText => {
        const line = `${voice.number(index + 1)}. ${isolate(shownName(source, voice))} — ${isolate(source.id)}`;
        return startsInDirection(line, base);
      });
      return { language, text: joinRich([says.removeSourceHow, joinRich(fitting(lines), '\n')], '\n\n') };
    }
    // Numbers may be typed in any digits; ids and addresses are taken as they are.
    const number = normalize(args);
    const removed = await desk.sources.remove(/^\d+$/.test(number) ? number : args);
    const text = removed ? says.sourceRemoved(shownName(removed, voice)) : says.sourceNotFound(echoed(args));
    return { language, text };
  },
} satisfies Command;
