import type { Command } from '../src/app/command.ts';
import { namesNoStory } from '../src/app/memory.ts';
import { relatedReason } from '../src/app/related-reason.ts';
import { meantProblem } from '../src/app/story-meant.ts';
import { fitting, headlineText, storyButtons, storyEntry } from '../src/app/story-view.ts';
import { joinRich } from '../src/domain/rich-text.ts';

/** Most related stories in an answer: beyond these likeness is thin. */
const MOST = 5;

export default {
  name: 'related',
  description: { ar: 'أخبار ذات صلة بخبر', en: 'Stories related to one' },
  usage: { ar: '[رقم]', en: '[n]' },
  words: { ar: ['أخبار ذات صلة', 'ذات صلة', 'صلة'], en: ['related stories', 'related'] },
  passesOn: (args, _, sentence) => namesNoStory(args) && sentence,

  async run(request, desk) {
    const { voice } = request;
    const { language, says } = voice;
    const meant = await desk.memory.meant(request, desk.news);
    if ('problem' in meant) return meantProblem(meant, request);
    const [story] = await desk.news.stories([meant.storyId]);
    if (!story) return meantProblem({ problem: 'gone' }, request);

    const heading = joinRich([{ bold: says.relatedTitle }, says.relatedTo(headlineText(story, voice))], '\n');
    const near = await desk.news.related(story, MOST);
    const related = near.flatMap((each) => {
      const why = relatedReason(story, each, voice);
      return why === undefined ? [] : [{ story: each.story, why }];
    });
    if (related.length === 0) return { language, text: joinRich([heading, says.noRelated], '\n\n') };
    const entries = related.map((each, index) =>
      storyEntry(each.story, index + 1, voice, desk.now(), each.why),
    );
    const kept = fitting(entries);
    const shown = related.slice(0, kept.length).map((each) => each.story);
    return {
      language,
      text: joinRich([heading, ...kept], '\n\n'),
      buttons: storyButtons(shown, 1, voice),
      shows: { as: 'list', ids: shown.map((each) => each.id), first: 1 },
    };
  },
} satisfies Command;
