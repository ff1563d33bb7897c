import { misused, readCall } from '../call.ts';
import {
  measureDates,
  measureRelated,
  measureSearch,
  measureStories,
  measureSummaries,
} from './evaluation/kinds.ts';
import { LabelledDataFault } from './evaluation/labelled.ts';

const USAGE =
  'Usage: npm run evaluate -- search|related|stories|summary|dates --data FOLDER [--baseline] [--json]';
const BM25 = 'plain BM25 over raw words';
/** What can be measured, and what plain thing beside it. */
const KINDS: Record<
  string,
  { measure(folder: string, baseline: boolean): Promise<object>; baseline?: string }
> = {
  search: { measure: measureSearch, baseline: BM25 },
  related: { measure: measureRelated, baseline: BM25 },
  stories: { measure: measureStories },
  summary: { measure: measureSummaries, baseline: 'the first sentences' },
  dates: { measure: measureDates },
};

process.exitCode = await run(process.argv.slice(2));

/** Exit codes: 0 measured, 1 the data is at fault, 2 called wrongly. */
async function run(args: string[]): Promise<number> {
  const call = readCall(args, USAGE, {
    data: { type: 'string' },
    baseline: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  if ('exitCode' in call) return call.exitCode;
  const { positionals, values } = call;
  const [name = ''] = positionals;
  const kind = KINDS[name];
  if (!kind || !values.data) return misused(USAGE);
  try {
    const measured = await kind.measure(values.data, false);
    if (values.json && !values.baseline)
      process.stdout.write(`${JSON.stringify({ kind: name, ...measured })}\n`);
    else show(name, measured);
    if (values.baseline && kind.baseline)
      show(`${name}, ${kind.baseline}`, await kind.measure(values.data, true));
    return 0;
  } catch (error) {
    if (!(error instanceof LabelledDataFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function show(title: string, measured: object): void {
  process.stdout.write(`${title}\n`);
  for (const [name, value] of flat(measured)) process.stdout.write(`  ${name.padEnd(20)} ${value}\n`);
}

function flat(measured: object, prefix = ''): [string, string][] {
  return Object.entries(measured).flatMap(([name, value]): [string, string][] => {
    if (typeof value === 'object' && value !== null)
      return flat(value, `${prefix}${name === 'byLanguage' ? '' : `${name} `}`);
    return [[`${prefix}${name}`, Number.isInteger(value) ? String(value) : Number(value).toFixed(3)]];
  });
}
