import { existsSync } from 'node:fs';

/** The settings' source: the environment, and the file `.env` for what it does not name. */
export function environment(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return process.env;
}
