import type { Preferences } from '../../domain/chat.ts';
import { LANGUAGES } from '../../domain/languages.ts';
import type { Catalogue } from '../../i18n/ar.ts';
import { catalogueOf } from '../../i18n/voice.ts';
import { normalize } from '../../text/normalize.ts';
import type { Reply } from '../reply.ts';
import { stretchText } from '../subscription-view.ts';
import type { Board } from './board.ts';
import { boardOf, command, marked, page, typed } from './board.ts';

/** A choice that is one press: the same press again takes it back where it is a switch. */
interface Option {
  id: string;
  label(says: Catalogue): string;
  isChosen(preferences: Preferences): boolean;
  on: Preferences;
  /** Absent: one of several, of which another is chosen instead. */
  off?: Preferences;
}

type Switch = 'leads' | 'summaries' | 'bothLanguages' | 'hijri' | 'rich' | 'pictures' | 'cover' | 'silent';

/** How it is until a chat has chosen; the same as where editions are made. */
const USUAL: Record<Switch, boolean> = {
  leads: true,
  summaries: true,
  bothLanguages: false,
  hijri: false,
  rich: false,
  pictures: false,
  cover: false,
  silent: false,
};

function switchOf(name: Switch, label: Option['label']): Option {
  return {
    id: name.toLowerCase(),
    label,
    isChosen: (preferences) => preferences[name] ?? USUAL[name],
    on: { [name]: true },
    off: { [name]: false },
  };
}

const SHOW: readonly (readonly Option[])[] = [
  [switchOf('leads', (says) => says.showLeads)],
  [switchOf('summaries', (says) => says.showSummaries)],
  [switchOf('bothLanguages', (says) => says.showBothLanguages)],
  [switchOf('pictures', (says) => says.showPictures)],
  [switchOf('cover', (says) => says.showCover)],
  [switchOf('hijri', (says) => says.showHijri), switchOf('rich', (says) => says.showRich)],
  [
    {
      id: 'latin',
      label: (says) => says.showLatinDigits,
      isChosen: ({ digits }) => digits !== 'arabic',
      on: { digits: 'latin' },
    },
    {
      id: 'arabic',
      label: (says) => says.showArabicDigits,
      isChosen: ({ digits }) => digits === 'arabic',
      on: { digits: 'arabic' },
    },
  ],
];

const SEND: readonly (readonly Option[])[] = [
  [switchOf('silent', (says) => says.sendSilent)],
  [
    {
      id: 'say',
      label: (says) => says.sendEmptySay,
      isChosen: ({ whenEmpty }) => whenEmpty !== 'silent',
      on: { whenEmpty: 'say' },
    },
    {
      id: 'still',
      label: (says) => says.sendEmptySilent,
      isChosen: ({ whenEmpty }) => whenEmpty === 'silent',
      on: { whenEmpty: 'silent' },
    },
  ],
  [
    {
      id: 'resend',
      label: (says) => says.sendUncertainResend,
      isChosen: ({ whenUncertain }) => whenUncertain !== 'drop',
      on: { whenUncertain: 'resend' },
    },
    {
      id: 'drop',
      label: (says) => says.sendUncertainDrop,
      isChosen: ({ whenUncertain }) => whenUncertain === 'drop',
      on: { whenUncertain: 'drop' },
    },
  ],
];

interface OptionsPage {
  name: string;
  title(says: Catalogue): string;
  how(says: Catalogue): string;
  rows: readonly (readonly Option[])[];
}

const PAGES: Record<'show' | 'send', OptionsPage> = {
  show: { name: 'show', title: (says) => says.showTitle, how: (says) => says.showHow, rows: SHOW },
  send: { name: 'send', title: (says) => says.sendTitle, how: (says) => says.sendHow, rows: SEND },
};

/** A page of choices, after the one that its button names (`leads off`), if any. */
export async function optionsPage(board: Board, name: keyof typeof PAGES, args: string): Promise<Reply> {
  const { title, how, rows } = PAGES[name];
  const [id, state] = args.split(' ');
  const option = rows.flat().find((each) => each.id === id);
  const change = option && (state === 'off' ? option.off : option.on);
  const now = change ? await chosen(board, change) : board;
  const { says } = now.voice;
  const { preferences } = now.target.chat;
  return page(now, {
    title: title(says),
    lines: [how(says)],
    buttons: rows.map((row) =>
      row.map((each) => {
        const on = each.isChosen(preferences);
        const next = on && each.off ? 'off' : 'on';
        return {
          label: marked(each.label(says), on),
          command: command(now, `${name} ${each.id} ${next}`),
        };
      }),
    ),
    back: 'home',
  });
}

/** The language of the chat: of its digests, and of what is said in it. */
export async function languagePage(board: Board, args: string): Promise<Reply> {
  const wanted = LANGUAGES.find((language) => language === args);
  const now = wanted ? await chosen(board, { language: wanted }) : board;
  const { says } = now.voice;
  const current = now.desk.chats.voice(now.target.chat, now.request.clientLanguage).language;
  return page(now, {
    title: says.buttonLanguage,
    lines: [says.settingsPickLanguage],
    buttons: [
      LANGUAGES.map((language) => ({
        label: marked(catalogueOf(language).languageNames[0] ?? language, language === current),
        command: command(now, `lang ${language}`),
      })),
    ],
    back: 'home',
  });
}

const QUIET_HOURS = [
  ['22:00', '06:00'],
  ['22:00', '07:00'],
  ['23:00', '07:00'],
  ['23:00', '08:00'],
  ['00:00', '08:00'],
] as const;
const NONE = 'off';

/** Hours without alerts: two hours as typed or as a button says them, or `off`. */
export async function quietPage(board: Board, args: string): Promise<Reply> {
  const hours = normalize(args).match(/\b([01]?\d|2[0-3]):[0-5]\d\b/g) ?? [];
  const [from, to] = hours.map((hour) => hour.padStart(5, '0'));
  const read = args === NONE ? { from: '00:00', to: '00:00' } : from && to && { from, to };
  const now = read ? await chosen(board, { quiet: read }) : board;
  const { voice } = now;
  const { says } = voice;
  const { quiet } = now.target.chat.preferences;
  const restful = quiet !== undefined && quiet.from !== quiet.to;
  const told = (start: string, end: string) => stretchText(start, end, voice);
  return page(now, {
    title: says.quietTitle,
    lines: [
      args !== '' && !read ? says.quietInvalid : '',
      restful ? says.quietNow(told(quiet.from, quiet.to)) : says.quietOff,
      `${says.quietHow} ${typed(now, 'quiet 22:30 06:30')}`,
    ],
    buttons: [
      ...QUIET_HOURS.map(([start, end]) => [
        {
          label: marked(told(start, end), restful && quiet.from === start && quiet.to === end),
          command: command(now, `quiet ${start} ${end}`),
        },
      ]),
      [{ label: marked(says.buttonNone, !restful), command: command(now, `quiet ${NONE}`) }],
    ],
    back: 'home',
  });
}

async function chosen(board: Board, change: Preferences): Promise<Board> {
  return boardOf(board, await board.desk.chats.choose(board.target.chat, change));
}
