import type { Command } from '../src/app/command.ts';
import type { Board } from '../src/app/settings/board.ts';
import { digestPage } from '../src/app/settings/digest-pages.ts';
import { addPage, homePage } from '../src/app/settings/home-page.ts';
import { languagePage, optionsPage, quietPage } from '../src/app/settings/preference-pages.ts';
import { findTarget, readReference } from '../src/app/target.ts';

export default {
  name: 'settings',
  description: {
    ar: 'الإعدادات: الساعات والأيام والموضوعات وغيرها',
    en: 'Settings: hours, days, topics and more',
  },
  usage: { ar: '[@قناة]', en: '[@channel]' },
  words: { ar: ['الإعدادات', 'إعدادات', 'الاعدادات'], en: ['settings'] },
  alone: {
    ar: ['ساعات الهدوء', 'كتم', 'التفضيلات', 'الخيارات'],
    en: ['quiet hours', 'mute', 'preferences', 'options'],
  },
  group: 'digest',
  changes: () => true,

  async run(request, desk) {
    const { reference, rest } = readReference(request.args);
    const target = await findTarget(request, desk, reference);
    if ('refused' in target) return target.refused;
    const board: Board = { target, voice: request.voice, desk, request };
    const [name = '', ...words] = rest.split(/\s+/);
    const args = words.join(' ');
    const digest = /^s(\d{1,15})$/.exec(name)?.[1];
    if (digest) return digestPage(board, Number(digest), args);
    switch (name) {
      case 'lang':
        return languagePage(board, args);
      case 'show':
      case 'send':
        return optionsPage(board, name, args);
      case 'quiet':
        return quietPage(board, args);
      case 'add':
        return addPage(board);
      case 'home':
        return homePage(board);
      default:
        // Typed, or from a button of another message, which stays as it is.
        return { ...(await homePage(board)), place: 'new' };
    }
  },
} satisfies Command;
