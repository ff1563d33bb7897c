import { goesOn } from '../src/app/asking.ts';
import type { Command } from '../src/app/command.ts';

/** The word a button adds once the question has been read. */
const SURE = 'yes';

export default {
  name: 'forget',
  description: { ar: 'امحُ ما تحفظه عنّي', en: 'Delete what you keep about me' },
  words: {
    ar: ['امح بياناتي', 'امسح بياناتي', 'احذف بياناتي', 'انسني'],
    en: ['forget me', 'delete my data', 'erase my data'],
  },
  alone: { ar: [], en: ['forget'] },
  group: 'chat',
  passesOn: goesOn,
  changes: () => true,

  async run({ args, chat, voice, clientLanguage }, desk) {
    const { language, says } = voice;
    if (args !== SURE) {
      const sure = { label: says.forgetButton, command: `forget ${SURE}` };
      return { language, text: says.forgetAsk, buttons: [[sure]] };
    }
    await desk.chats.forget(chat.id);
    const fresh = desk.chats.voice({ ...chat, preferences: {} }, clientLanguage);
    return { language: fresh.language, text: fresh.says.forgotten, place: 'edit' };
  },
} satisfies Command;
