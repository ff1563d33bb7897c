import type { Command } from '../src/app/command.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { isolate, startsInDirection } from '../src/text/bidi.ts';

export default {
  name: 'help',
  description: { ar: 'ما الذي أستطيعه', en: 'What I can do' },
  words: { ar: ['مساعدة', 'المساعدة'], en: ['help'] },

  async run({ voice, chat, operator }, desk) {
    const { language, says, base } = voice;
    const lines = desk.menu
      .filter((command) => !command.hidden && (operator || !command.adminsOnly))
      .map((command) => {
        const usage = command.usage?.[language];
        const call = isolate(`/${command.name}`) + (usage ? ` ${usage}` : '');
        return startsInDirection(`${call} — ${command.description[language]}`, base);
      });
    return {
      language,
      text: joinRich(
        [
          { bold: says.helpTitle },
          lines.join('\n'),
          says.helpNumbers,
          chat.kind === 'private' ? says.helpWords : '',
        ],
        '\n\n',
      ),
      buttons: [[{ label: says.buttonLatest, command: 'latest' }]],
    };
  },
} satisfies Command;
