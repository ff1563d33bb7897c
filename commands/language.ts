import type { Command } from '../src/app/command.ts';
import { echoed } from '../src/app/echo.ts';
import type { Language } from '../src/domain/languages.ts';
import { LANGUAGES } from '../src/domain/languages.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import { catalogueOf } from '../src/i18n/voice.ts';
import { normalize } from '../src/text/normalize.ts';

/** What people call a language the bot speaks: the first is the name on the button, the code what the button says. */
const namesOf = (language: Language) => [...catalogueOf(language).languageNames, language];
const CODES = `[${LANGUAGES.join('|')}]`;

export default {
  name: 'language',
  description: { ar: 'اللغة التي أكلّمك بها', en: 'The language I speak with you' },
  usage: { ar: CODES, en: CODES },
  words: {
    ar: ['اللغة', 'لغة', 'غير اللغة', 'غير اللغة إلى', 'بدل اللغة', 'تغيير اللغة'],
    en: [
      'language',
      'change language',
      'change the language',
      'change language to',
      'change the language to',
      'switch language',
    ],
  },
  group: 'chat',
  changes: (args) => args !== '',
  heardIn: languageAskedFor,
  passesOn: (args, _, sentence) => (args === '' || languageCalled(args) ? undefined : sentence),

  async run(request, desk) {
    const { args, chat, voice } = request;
    const buttons = [
      LANGUAGES.map((language) => ({
        label: namesOf(language)[0] ?? language,
        command: `language ${language}`,
      })),
    ];
    if (normalize(args) === '') {
      const text = voice.says.languageNow(voice.languageName(voice.language));
      return {
        language: voice.language,
        text: joinRich([{ bold: voice.says.languageTitle }, text], '\n'),
        buttons,
      };
    }
    const language = languageCalled(args);
    if (!language) {
      const spoken = voice.list(LANGUAGES.map(voice.languageName));
      return {
        language: voice.language,
        text: voice.says.languageUnknown(echoed(args), spoken),
        buttons,
      };
    }
    const changed = await desk.chats.choose(chat, { language });
    const { says } = desk.chats.voice(changed);
    return {
      language,
      text: joinRich([{ bold: says.languageTitle }, says.languageChosen], '\n'),
      buttons: [...buttons, [{ label: says.buttonLatest, command: 'latest' }]],
    };
  },
} satisfies Command;

function languageCalled(words: string): Language | undefined {
  const wanted = normalize(words);
  return LANGUAGES.find((code) => namesOf(code).some((name) => normalize(name) === wanted));
}

/** “In English please”, «كلمني بالعربي»: the language that is all of what is said. Its bare name with «ال» may be a newspaper's. */
function languageAskedFor(sentence: string): string | undefined {
  const said = normalize(sentence)
    .replace(/[.!؟?,،]+/g, ' ')
    .trim();
  const named =
    /^(?:(?:speak|in|use|switch to|تكلم|تحدث|كلمني|احكي) )*(.*?)(?: (?:please|pls|من فضلك|لو سمحت))?$/.exec(
      said,
    )?.[1];
  const name = named?.replace(/^بال(?=..)/, '');
  if (!name || /^ال/.test(said)) return undefined;
  const bare = (each: string) => normalize(each).replace(/^ال(?=..)/, '');
  return LANGUAGES.find((code) => namesOf(code).some((each) => bare(each) === bare(name)));
}
