import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { LANGUAGES } from './domain/languages.ts';
import { webhookFault } from './webhook-address.ts';

/** `a, b, c` as a list; empty entries do not count. */
const commaList = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean),
);
const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);
const OWN_API_ROOT = 'https://api.telegram.org';
const webLink = z
  .string()
  .refine((text) => /^https?:$/.test(URL.parse(text)?.protocol ?? ''), 'must be an http(s) URL');
const timeZone = z.string().refine((zone) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
}, 'must be an IANA time zone such as Asia/Riyadh');

/** Every setting: name, rule, default. `.env.example` lists the same names. */
export const settings = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]{5,}$/, 'must look like 123456:ABC-DEF, as BotFather gives it')
    .optional(),
  TELEGRAM_API_ROOT: webLink.default(OWN_API_ROOT),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|postgres(ql)?:\/\/.+)$/, 'must be sqlite:FILE or postgres://…')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).prefault('8080'),
  WEBHOOK_URL: webLink.optional(),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1 to 256 of the letters A-Z, a-z, 0-9, _ and -')
    .optional(),
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, `must be ${LANGUAGES.join(' or ')}`).default('ar'),
  DEFAULT_TIME_ZONE: timeZone.default('UTC'),
  SOURCES_FILE: z.string().default('data/sources.json'),
  POLL_MINUTES: wholeNumber(1, 1440).prefault('10'),
  RETENTION_DAYS: wholeNumber(1, 36_500).prefault('90'),
  ALLOW_PRIVATE_NETWORK: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((value) => value === 'true')
    .prefault('false'),
  MESSAGES_PER_SECOND: wholeNumber(1, 1000).prefault('25'),
  PAID_BROADCAST: z
    .enum(['true', 'false'], 'must be true or false')
    .transform((value) => value === 'true')
    .prefault('false'),
  ADMIN_IDS: commaList
    .pipe(z.array(z.string().regex(/^\d+$/, 'must be Telegram user ids, comma separated').transform(Number)))
    .prefault(''),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: webLink.optional(),
  OPENAI_MODEL: z.string().optional(),
  SUMMARY_DAILY_TOKENS: wholeNumber(0, 1_000_000_000).prefault('200000'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
});

type Settings = z.output<typeof settings>;

/** The settings with what follows from them. */
export interface Config extends Settings {
  /** Without a token (or when asked) the bot runs in the playground. */
  mode: 'playground' | 'telegram';
  DATABASE_URL: string;
}

/** Every fault of the settings at once, a line each, led by the variable's name. */
export class ConfigFaults extends Error {
  override name = 'ConfigFaults';
  readonly faults: string[];

  constructor(faults: string[]) {
    super(['these settings need mending:', ...faults.map((fault) => `  ${fault}`)].join('\n'));
    this.faults = faults;
  }
}

export interface ConfigOptions {
  /** The playground even where there is a token. */
  playground?: boolean;
  /** The store that readers see even where there is no token: for tools that put news into it. */
  readersStore?: boolean;
  /** The machine's own zone, which is that of whoever sits at the playground's page: it stands in for a default that is not set. */
  machineTimeZone?: string;
}

/**
 * Reads the settings from an environment; an empty value counts as absent.
 * Throws `ConfigFaults` naming every malformed variable. Values are never quoted: some are secrets.
 */
export function readConfig(
  environment: Record<string, string | undefined>,
  options: ConfigOptions = {},
): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = settings.safeParse(given);
  const faults = (parsed.error?.issues ?? []).map(
    (issue) => `${issue.path[0]?.toString()}: ${issue.message}`,
  );
  const hook = webLink.safeParse(given.WEBHOOK_URL);
  const telegram = [undefined, OWN_API_ROOT].includes(given.TELEGRAM_API_ROOT);
  const fault = hook.success && webhookFault(hook.data, { telegram });
  if (fault) faults.push(`WEBHOOK_URL: ${fault}`);
  if (!parsed.success || faults.length > 0) throw new ConfigFaults(faults);
  const mode = options.playground || !parsed.data.BOT_TOKEN ? 'playground' : 'telegram';
  const usual =
    mode === 'playground' && !options.readersStore ? 'sqlite:data/playground.db' : 'sqlite:data/mujaz.db';
  const own = timeZone.safeParse(options.machineTimeZone);
  return {
    ...parsed.data,
    mode,
    DATABASE_URL: parsed.data.DATABASE_URL ?? usual,
    ...webhookSecret(parsed.data),
    ...(mode === 'playground' && !given.DEFAULT_TIME_ZONE && own.success
      ? { DEFAULT_TIME_ZONE: own.data }
      : {}),
  };
}

/** Where none is set, every process makes the same of the token; the token cannot be made of it. */
function webhookSecret({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret, BOT_TOKEN: token }: Settings) {
  if (secret || !url || !token) return {};
  return { WEBHOOK_SECRET: createHmac('sha256', token).update('mujaz webhook').digest('base64url') };
}
