import { progressContent } from '../src/app/broadcast-view.ts';
import type { Command } from '../src/app/command.ts';
import { MOST_UNITS } from '../src/domain/message-parts.ts';

/** `broadcast send|stop|drop ID` stands behind the buttons; everything else is a text to be shown first. */
const BUTTON = /^(send|stop|drop) ([0-9a-z]{1,12})$/;

export default {
  name: 'broadcast',
  description: { ar: 'إبلاغ كلّ المحادثات برسالة', en: 'Send a message to every chat' },
  usage: { ar: 'نصّ', en: 'text' },
  words: { ar: [], en: [] },
  adminsOnly: true,

  async run({ voice, args, entry, chat, aboutMessage }, desk) {
    const { language, says } = voice;
    const { broadcasts } = desk;
    const [, deed, id = ''] = entry === 'button' ? (BUTTON.exec(args) ?? []) : [];
    if (deed === 'drop') {
      await broadcasts.drop(id);
      return { language, text: says.broadcastDropped, place: 'edit' };
    }
    if (deed === 'stop') return { ...progressContent(await broadcasts.stop(id), voice), place: 'edit' };
    if (deed === 'send' && aboutMessage !== undefined) {
      const progress = await broadcasts.begin(id, language, chat, aboutMessage);
      if (!progress) return { language, text: says.broadcastGone, place: 'edit' };
      return { ...progressContent(progress, voice), place: 'edit' };
    }
    if (args === '') return { language, text: says.broadcastHow };
    const draft = await broadcasts.draft(args, chat);
    if (draft.chats === 0) return { language, text: says.broadcastNobody };
    const chats = says.chatCount(draft.chats, voice.number(draft.chats));
    const heading = { bold: says.broadcastPreview(chats) };
    const buttons = [
      [
        { label: says.buttonBroadcastSend, command: `broadcast send ${draft.id}` },
        { label: says.buttonBroadcastDrop, command: `broadcast drop ${draft.id}` },
      ],
    ];
    // A text that fills a message leaves no room for what is asked about it.
    return args.length > MOST_UNITS
      ? { language, text: args, followedBy: [{ language, text: heading, buttons }] }
      : { language, text: [heading, '\n\n', args], buttons };
  },
} satisfies Command;
