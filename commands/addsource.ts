import type { Command } from '../src/app/command.ts';
import type { Addition } from '../src/app/source-book.ts';
import { shownName, troubleText } from '../src/app/source-view.ts';
import type { Voice } from '../src/i18n/voice.ts';

export default {
  name: 'addsource',
  description: { ar: 'إضافة مصدر أخبار', en: 'Add a news source' },
  usage: { ar: 'عنوان', en: 'URL' },
  words: { ar: ['أضف مصدر', 'أضف مصدرا'], en: ['add source'] },
  adminsOnly: true,

  async run({ voice, args }, desk) {
    const { language, says } = voice;
    if (args === '') return { language, text: says.addSourceHow };
    return { language, text: sentence(await desk.sources.add(args), voice) };
  },
} satisfies Command;

function sentence(addition: Addition, voice: Voice): string {
  const { says } = voice;
  switch (addition.kind) {
    case 'added': {
      const name = shownName(addition.source, voice);
      const { items } = addition;
      return items === 0
        ? says.sourceAddedEmpty(name)
        : says.sourceAdded(name, says.articleCount(items, voice.number(items)));
    }
    case 'known':
      return says.sourceKnown(shownName(addition.source, voice));
    case 'not-a-link':
      return says.sourceNotALink;
    case 'private-address':
      return says.sourcePrivate;
    case 'no-feed':
      return says.sourceNoFeed;
    case 'unreadable':
      return says.sourceUnreadable;
    case 'refused':
      return says.sourceRefused(voice.number(addition.status));
    case 'unreachable':
      return says.sourceUnreachable(troubleText(addition, voice));
  }
}
