import { goesOn } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { isolate } from '../src/text/bidi.ts';

export default {
  name: 'privacy',
  description: { ar: 'ما أحفظه عنك', en: 'What I keep about you' },
  words: { ar: ['الخصوصية', 'خصوصية'], en: ['privacy'] },
  group: 'chat',
  passesOn: goesOn,

  async run({ voice }) {
    const { language, says } = voice;
    return {
      language,
      text: joinRich(
        [
          { bold: says.privacyTitle },
          ...says.privacyText.slice(0, -1),
          `${says.privacyText.at(-1)} ${isolate('/forget')}`,
        ],
        '\n\n',
      ),
      buttons: [[{ label: says.forgetButton, command: 'forget' }]],
    };
  },
} satisfies Command;
