import type { Command } from '../src/app/command.ts';
import { accountText, storyAccountText } from '../src/app/ledger-view.ts';
import { placeOf } from '../src/app/request-place.ts';
import { meantProblem } from '../src/app/story-meant.ts';
import { headlineText } from '../src/app/story-view.ts';
import { joinRich } from '../src/domain/rich-text.ts';

export default {
  name: 'why',
  description: { ar: 'لماذا وصل هذا ولم يصل ذاك', en: 'Why this came, and that did not' },
  usage: { ar: '[رقم]', en: '[n]' },
  words: { ar: ['لماذا', 'لم وصلني هذا'], en: ['why'] },
  group: 'digest',

  async run(request, desk) {
    const { voice, args, aboutMessage } = request;
    const { language, says } = voice;
    const place = placeOf(request);
    if (args === '' && aboutMessage === undefined) {
      const accounts = await desk.ledger.accounts(place);
      const texts = accounts.map((account) => accountText(account, voice, desk.now()));
      return {
        language,
        text: joinRich([{ bold: says.whyTitle }, ...(texts.length > 0 ? texts : [says.whyNone])], '\n\n'),
        buttons: [
          [
            texts.length > 0
              ? { label: says.missedTitle, command: 'missed' }
              : { label: says.buttonSubscribe, command: 'subscribe' },
          ],
        ],
      };
    }
    const meant = await desk.memory.meant(request, desk.news);
    if ('problem' in meant) return meantProblem(meant, request);
    const [story] = await desk.news.stories([meant.storyId]);
    if (!story) return meantProblem({ problem: 'gone' }, request);
    const account = await desk.ledger.story(place, story.id);
    return {
      language,
      text: joinRich(
        [{ bold: headlineText(story, voice) }, storyAccountText(account, desk.topics, voice)],
        '\n\n',
      ),
    };
  },
} satisfies Command;
