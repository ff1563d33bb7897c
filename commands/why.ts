import type { Command } from '../src/app/command.ts';
import type { Account, StoryAccount } from '../src/app/ledger.ts';
import { accountText, storyAccountText } from '../src/app/ledger-view.ts';
import { namesNoStory } from '../src/app/memory.ts';
import type { Request } from '../src/app/request.ts';
import { placeOf } from '../src/app/request-place.ts';
import { meantProblem } from '../src/app/story-meant.ts';
import { headlineText } from '../src/app/story-view.ts';
import type { Button } from '../src/domain/message.ts';
import { joinRich } from '../src/domain/rich-text.ts';

export default {
  name: 'why',
  description: { ar: 'لماذا وصل هذا ولم يصل ذاك', en: 'Why this came, and that did not' },
  usage: { ar: '[رقم]', en: '[n]' },
  words: {
    ar: ['لماذا', 'لم وصلني هذا', 'لماذا وصلني هذا', 'ليش وصلني هذا', 'ليش', 'ليه'],
    en: ['why', 'why did I get this'],
  },
  passesOn: namesNoStory,
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
        buttons: [[nextButton(accounts, says)]],
      };
    }
    const meant = await desk.memory.meant(request, desk.news);
    if ('problem' in meant) return meantProblem(meant, request);
    const [story] = await desk.news.stories([meant.storyId]);
    if (!story) return meantProblem({ problem: 'gone' }, request);
    const account = await desk.ledger.story(place, story.id);
    const title = { bold: headlineText(story, voice) };
    const accounts = isUnheard(account) ? await desk.ledger.accounts(place) : [];
    if (isUnheard(account) && !accounts.some(({ last }) => last)) {
      const ahead = accounts.map((each) => accountText(each, voice, desk.now()));
      return {
        language,
        text: joinRich([title, says.whyStoryAsked, ...(ahead.length > 0 ? ahead : [says.whyNone])], '\n\n'),
        buttons: [[nextButton(accounts, says)]],
      };
    }
    return {
      language,
      text: joinRich([title, storyAccountText(account, desk.topics, voice)], '\n\n'),
    };
  },
} satisfies Command;

/** Neither told, left out nor matched here. */
function isUnheard({ told, hit, left }: StoryAccount): boolean {
  return !told && !hit && !left;
}

/** Of a first digest that is still to come nothing was left out. */
function nextButton(accounts: readonly Account[], says: Request['voice']['says']): Button {
  if (accounts.length === 0) return { label: says.buttonSubscribe, command: 'subscribe' };
  if (accounts.some(({ last }) => last)) return { label: says.missedTitle, command: 'missed' };
  return { label: says.buttonDigestNow, command: 'digest' };
}
