import type { Button, ShownStories } from '../domain/message.ts';
import type { StoryPage } from '../domain/ports.ts';
import type { RichText } from '../domain/rich-text.ts';
import { joinRich, plainText } from '../domain/rich-text.ts';
import type { StoryCursor } from '../domain/story.ts';
import type { Voice } from '../i18n/voice.ts';
import type { Reply } from './reply.ts';
import { fitting, LIST_UNITS, storyButtons, storyEntry } from './story-view.ts';

/** What a page of the list needs besides its stories. */
export interface ListPage {
  title: string;
  /** A line under the title, if any. */
  note?: string;
  /** Number of the first story on the page. */
  first: number;
  page: StoryPage;
  /** The command that leads to the neighbouring page; the cursor and number are added to it. */
  command: string;
  /** How many stories a page holds. */
  size: number;
}

/** A page of the list of stories with its buttons; what does not fit one message waits on the next page. */
export function listReply(list: ListPage, voice: Voice, now: number): Omit<Reply, 'place'> {
  const { page, first } = list;
  const heading: RichText = joinRich([{ bold: list.title }, list.note ?? ''], '\n');
  const entries = page.stories.map((story, index) => storyEntry(story, first + index, voice, now));
  const kept = fitting(entries, LIST_UNITS - plainText(heading).length);
  const shown = page.stories.slice(0, kept.length);
  const [newer, older] = neighbours(list, shown.length);
  const row: Button[] = [];
  if (newer) row.push({ label: voice.says.buttonNewer, command: newer });
  if (older) row.push({ label: voice.says.buttonOlder, command: older });
  const shows: ShownStories = {
    as: 'list',
    ids: shown.map((story) => story.id),
    first,
    next: older ?? null,
  };
  return {
    language: voice.language,
    text: joinRich([heading, ...kept], '\n\n'),
    buttons: [...storyButtons(shown, first, voice), ...(row.length > 0 ? [row] : [])],
    shows,
  };
}

/** The commands of the page before and of the one behind; nothing where there is none. */
function neighbours({ page, first, command, size }: ListPage, shown: number): (string | undefined)[] {
  const top = page.stories[0];
  const bottom = page.stories[shown - 1];
  const hasNewer = page.newer && first > 1;
  const hasOlder = page.older || shown < page.stories.length;
  return [
    top && hasNewer ? `${command} ${writeCursor('<', top, Math.max(1, first - size))}` : undefined,
    bottom && hasOlder ? `${command} ${writeCursor('>', bottom, first + shown)}` : undefined,
  ];
}

/** A place in the list and the number it starts at, short enough for a button: `>m1x2c3d4.5k.6`. */
export interface PageCursor {
  direction: 'older' | 'newer';
  cursor: StoryCursor;
  first: number;
}

function writeCursor(sign: '<' | '>', { sortAt, id }: StoryCursor, first: number): string {
  return `${sign}${sortAt.toString(36)}.${id.toString(36)}.${first}`;
}

/** Reads what `writeCursor` wrote; anything else is `undefined`. */
export function readCursor(text: string): PageCursor | undefined {
  const match = /^([<>])(-?[0-9a-z]{1,10})\.([0-9a-z]{1,10})\.(\d{1,6})$/.exec(text);
  if (!match) return undefined;
  const [, sign, time = '', id = '', first = ''] = match;
  return {
    direction: sign === '>' ? 'older' : 'newer',
    cursor: { sortAt: Number.parseInt(time, 36), id: Number.parseInt(id, 36) },
    first: Math.max(1, Number(first)),
  };
}
