import { goesOn } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import { spokenOf } from '../src/app/menu.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { isolate, startsInDirection } from '../src/text/bidi.ts';

const GROUPS = [
  { id: 'news', title: 'helpNews' },
  { id: 'digest', title: 'helpDigests' },
  { id: 'chat', title: 'helpChat' },
  { id: 'operators', title: 'helpOperators' },
] as const;

export default {
  name: 'help',
  description: { ar: 'ما الذي أستطيعه', en: 'What I can do' },
  words: { ar: ['مساعدة', 'المساعدة'], en: ['help'] },
  alone: {
    ar: [
      'ساعدني',
      'الأوامر',
      'القائمة',
      'ماذا تفعل',
      'ماذا تستطيع أن تفعل',
      'ماذا يمكنك أن تفعل',
      'كيف أستخدمك',
      'كيف أستعملك',
      'كيف أستخدم البوت',
      'كيف تعمل',
      'كيف أشترك',
      'كيف ألغي الاشتراك',
      'كيف أغير اللغة',
      'ازاي اشترك',
      'شو بتعمل',
      'ايش تسوي',
      'وش تسوي',
      'بتعمل ايه',
    ],
    en: [
      'help me',
      'commands',
      'menu',
      'what can you do',
      'what do you do',
      'how do you work',
      'how does this work',
      'how do I use this',
      'how to use this',
      'how do I subscribe',
      'how to subscribe',
      'how do I unsubscribe',
      'how to unsubscribe',
      'how do I change the language',
    ],
  },
  group: 'chat',
  passesOn: goesOn,

  async run({ voice, chat, operator }, desk) {
    const { language, says, base } = voice;
    const shown = desk.menu.filter((command) => !command.hidden && (operator || !command.adminsOnly));
    const groups = GROUPS.map(({ id, title }) => {
      const lines = shown
        .filter((command) => (command.adminsOnly ? 'operators' : (command.group ?? 'news')) === id)
        .map((command) => {
          const { usage, description } = spokenOf(command, language);
          const call = isolate(`/${command.name}`) + (usage ? ` ${usage}` : '');
          return startsInDirection(`${call} — ${description}`, base);
        });
      return lines.length === 0 ? '' : joinRich([{ bold: says[title] }, lines.join('\n')], '\n');
    });
    return {
      language,
      text: joinRich(
        [
          { bold: says.helpTitle },
          ...groups,
          says.helpNumbers,
          chat.kind === 'private' ? says.helpWords : '',
        ],
        '\n\n',
      ),
      buttons: [[{ label: says.buttonLatest, command: 'latest' }]],
    };
  },
} satisfies Command;
