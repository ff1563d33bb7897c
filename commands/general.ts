import type { Command } from '../src/app/command.ts';

/** The button under the notice that a topic was deleted; only who set the digest up may press it. */
export default {
  name: 'general',
  description: { ar: 'إرسال الموجز إلى الموضوع العامّ', en: 'Send a digest to the General topic' },
  words: { ar: [], en: [] },
  hidden: true,

  async run({ voice, args, chat, administersChat }, desk) {
    const { language, says } = voice;
    const moved =
      chat.kind === 'private' && (await desk.toGeneral(Number(args) || 0, chat.id, administersChat));
    return { language, text: moved ? says.movedToGeneral : says.movedToGeneralNot, place: 'edit' };
  },
} satisfies Command;
