/** Mujaz's front door: settings in, a house at work out, and a clean end on a signal. */
import { misused, readCall, unknownWords } from './call.ts';
import { environment } from './environment.ts';
import { serve } from './serve.ts';

const USAGE = 'Usage: npm start, or npm run playground -- [--live]';
const call = readCall(process.argv.slice(2), USAGE, {
  playground: { type: 'boolean', default: false },
  live: { type: 'boolean', default: false },
});
if ('exitCode' in call) process.exitCode = call.exitCode;
else if (call.positionals.length > 0) process.exitCode = misused(USAGE, unknownWords(call.positionals));
else await serve(environment(), call.values);
