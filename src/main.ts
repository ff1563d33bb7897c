/** Mujaz's front door: settings in, a house at work out, and a clean end on a signal. */
import { environment } from './environment.ts';
import { serve } from './serve.ts';

const asked = new Set(process.argv.slice(2));
await serve(environment(), { playground: asked.has('--playground'), live: asked.has('--live') });
