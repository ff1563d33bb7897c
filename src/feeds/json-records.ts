import type { ValueScanner } from './json-text.ts';
import { scanValue } from './json-text.ts';

/** A record of a file, or why there is none, with the line (from 1) on which it begins. */
export type RecordEntry = { line: number; value: unknown } | { line: number; fault: string };

/** Longest record, in UTF-16 units: no more of a file than this is ever held at once. */
const LONGEST = 4_000_000;

/** Where another record may begin: `}, {"` on the same line, or a brace on a new one. */
const NEXT = /\}[ \t]*,[ \t]*\{[ \t]*"|\n([ \t]*)(?:\}[ \t]*,[ \t]*)?\{/g;
/** Kept of a text in which nothing was found, so that a beginning cut in two is found with the next chunk. */
const OVERLAP = 100;

/**
 * Reads the records of a JSON array, of a single object or of objects in a row, in constant memory. A record that is not
 * JSON is told by its line, and reading goes on at the next one: at `}, {"` or at a `{` that begins a line no deeper than
 * the broken record did.
 */
export async function* readJsonRecords(chunks: AsyncIterable<string>): AsyncGenerator<RecordEntry> {
  const text = createWindow();
  let inList: boolean | undefined;
  let ended = false;
  let current: { scanner: ValueScanner; line: number; column: number } | undefined;
  let seeking: { column: number } | undefined;

  function* advance(): Generator<RecordEntry> {
    for (;;) {
      if (seeking) {
        const found = nextRecord(text.held(), 0, seeking.column);
        if (found === undefined) return text.drop(overlapStart(text.held()));
        text.drop(found);
        seeking = undefined;
      }
      if (!current) {
        text.drop(text.held().search(/[^\s,]|$/));
        const first = text.held()[0];
        if (first === undefined) return;
        if (inList === undefined) {
          inList = first === '[';
          if (inList) {
            text.drop(1);
            continue;
          }
        }
        if (first === ']' || first === '}') {
          ended ||= first === ']';
          text.drop(1);
          continue;
        }
        if (!/[{[\w-]/.test(first)) {
          yield fault({ line: text.line() }, 'it does not begin with a brace');
          seeking = { column: text.column() };
          text.drop(1);
          continue;
        }
        current = { scanner: scanValue(0), line: text.line(), column: text.column() };
      }
      const result = current.scanner.scan(text.held());
      if (result.kind === 'more') {
        if (text.held().length < LONGEST) return;
        yield fault(current, `is longer than ${LONGEST} characters`);
        text.drop(text.held().length - OVERLAP);
        seeking = { column: current.column };
      } else if (result.kind === 'value') {
        yield parseRecord(text.held().slice(0, result.end), current.line);
        text.drop(result.end);
      } else {
        const there = text.lineAt(result.at);
        yield fault(current, there === current.line ? result.why : `${result.why} (line ${there})`);
        const found = nextRecord(text.held().slice(0, result.at + 1), 1, current.column);
        if (found !== undefined) text.drop(found);
        else if (text.held()[result.at] === '{' && result.at > 0) text.drop(result.at);
        else {
          seeking = { column: current.column };
          const newline = text.held().lastIndexOf('\n', result.at);
          text.drop(newline > 0 ? newline : Math.max(1, result.at));
        }
      }
      current = undefined;
    }
  }

  for await (const chunk of chunks) {
    text.add(chunk);
    yield* advance();
  }
  if (current) yield fault(current, 'the file ends in the middle of it');
  else if (inList && !ended && !seeking)
    yield { line: text.line(), fault: 'the list is not closed: the file may have been cut off' };
}

/** Reads one JSON record a line. */
export async function* readNdjson(chunks: AsyncIterable<string>): AsyncGenerator<RecordEntry> {
  let rest = '';
  let line = 1;
  let skipping = false;
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) {
      if (!skipping && text.trim()) yield parseRecord(text, line);
      skipping = false;
      line++;
    }
    if (rest.length > LONGEST) {
      if (!skipping) yield { line, fault: `the record is longer than ${LONGEST} characters` };
      skipping = true;
    }
    if (skipping) rest = '';
  }
  if (!skipping && rest.trim()) yield parseRecord(rest, line);
}

function parseRecord(text: string, line: number): RecordEntry {
  try {
    return { line, value: JSON.parse(text) };
  } catch (error) {
    const why =
      error instanceof Error ? error.message.replace(/,? ?(in|is not valid) JSON.*|^.*\.\.\. */gs, '') : '';
    return { line, fault: `the record is not JSON${why ? `: ${why}` : ''}` };
  }
}

function fault(record: { line: number }, why: string): RecordEntry {
  return { line: record.line, fault: `the record is not JSON: ${why}` };
}

/** The place of the next `{` that looks like the beginning of a record, from `from` on. */
function nextRecord(text: string, from: number, column: number): number | undefined {
  NEXT.lastIndex = from;
  for (let match = NEXT.exec(text); match; match = NEXT.exec(text)) {
    const [found, indent] = match;
    if ((indent?.length ?? 0) <= column) return match.index + found.indexOf('{');
  }
  return undefined;
}

/** Everything before this can hold no beginning of a record any more. */
function overlapStart(text: string): number {
  const newline = text.lastIndexOf('\n');
  return Math.max(0, text.length - OVERLAP, text.length - newline < OVERLAP ? newline : 0);
}

/** The part of a text that is still needed, and where in the file it begins. */
function createWindow() {
  let held = '';
  let line = 1;
  let column = 0;
  return {
    held: () => held,
    line: () => line,
    column: () => column,
    add(chunk: string) {
      held += chunk;
    },
    drop(count: number) {
      for (let at = held.indexOf('\n'); at !== -1 && at < count; at = held.indexOf('\n', at + 1)) {
        line++;
        column = -at - 1;
      }
      column += count;
      held = held.slice(count);
    },
    lineAt: (place: number) => line + (held.slice(0, place).match(/\n/g)?.length ?? 0),
  };
}
