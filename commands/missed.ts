import { goesOn } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import { leftText } from '../src/app/ledger-view.ts';
import { placeOf } from '../src/app/request-place.ts';
import { fitting, storyButtons, storyEntry } from '../src/app/story-view.ts';
import { joinRich } from '../src/domain/rich-text.ts';

/** Stories shown of those that were left out; what was told before comes last. */
const SHOWN = 10;

export default {
  name: 'missed',
  description: { ar: 'ما لم يدخل آخر موجز', en: 'What the last briefing left out' },
  words: {
    ar: ['ماذا فاتني', 'ما الذي فاتني', 'ما فاتني', 'فاتني', 'شو فاتني', 'ايش فاتني', 'وش فاتني'],
    en: ['missed', 'what did I miss', 'what have I missed', 'did I miss anything'],
  },
  group: 'digest',
  passesOn: goesOn,

  async run(request, desk) {
    const { voice } = request;
    const { language, says, number } = voice;
    const edition = await desk.ledger.lastEdition(placeOf(request));
    if (!edition) return { language, text: joinRich([{ bold: says.missedTitle }, says.missedNone], '\n') };
    if (edition.left.length === 0) {
      return { language, text: joinRich([{ bold: says.missedTitle }, says.missedNothing], '\n') };
    }
    const told = edition.left.filter(({ why }) => why === 'told');
    const left = [...edition.left.filter(({ why }) => why !== 'told'), ...told].slice(0, SHOWN);
    const reasons = new Map(left.map(({ storyId, why }) => [storyId, why]));
    const stories = await desk.news.stories(left.map(({ storyId }) => storyId));
    const entries = fitting(
      stories.map((story, at) => {
        const why = reasons.get(story.id);
        return storyEntry(story, at + 1, voice, desk.now(), why && leftText(why, voice));
      }),
    );
    const shown = stories.slice(0, entries.length);
    const count = (many: number) => says.storyCount(many, number(many));
    const counts = [count(edition.stories.length), count(edition.left.length)] as const;
    return {
      language,
      text: joinRich(
        [
          { bold: says.missedTitle },
          shown.length < edition.left.length
            ? says.missedCountsShown(...counts, number(shown.length))
            : says.missedCounts(...counts),
          ...entries,
        ],
        '\n\n',
      ),
      buttons: storyButtons(shown, 1, voice),
      shows: { as: 'list', ids: shown.map(({ id }) => id), first: 1 },
    };
  },
} satisfies Command;
