/** Mujaz's front door: settings in, a house at work out, and a clean end on a signal. */
import { enableCompileCache } from 'node:module';

// Before anything else is loaded: compiled code is kept, and the next start takes a third of the time.
enableCompileCache();
const { serve } = await import('./serve.ts');
await serve(process.env, { playground: process.argv.includes('--playground') });
