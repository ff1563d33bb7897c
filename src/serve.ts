import { complain, faultText } from './call.ts';
import { compose } from './compose.ts';
import type { Config } from './config.ts';
import { ConfigFaults, readConfig } from './config.ts';
import type { House } from './house.ts';
import { createLog } from './logging.ts';

/** Runs the house until a signal ends it. Exit codes: 0 after a signal, 1 when it cannot start or go on. */
export async function serve(
  environment: NodeJS.ProcessEnv,
  options: { playground: boolean; live: boolean },
): Promise<void> {
  const config = read(environment, options);
  if (!config) {
    process.exitCode = 1;
    return;
  }
  const secrets = [config.BOT_TOKEN, config.OPENAI_API_KEY, config.WEBHOOK_SECRET].filter(
    (secret) => secret !== undefined,
  );
  const log = createLog(config.LOG_LEVEL, secrets);
  const ended = Promise.withResolvers<{ code: number; reason?: string }>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => ended.resolve({ code: 0 }));

  let house: House;
  try {
    const building = compose(config, {
      now: Date.now,
      log,
      live: options.live,
      onFatal: (reason) => ended.resolve({ code: 1, reason }),
    });
    const early = await Promise.race([building.then(() => undefined), ended.promise]);
    // A start that waits for Telegram has nothing in hand yet, and may wait for hours.
    if (early) {
      if (early.reason) process.stderr.write(`Mujaz stops: ${early.reason}\n`);
      process.exit(early.code);
    }
    house = await building;
  } catch (error) {
    process.exitCode = complain(`Mujaz cannot start: ${faultText(error)}`);
    return;
  }
  if (house.page) process.stdout.write(`موجز — Mujaz playground: ${house.page}\n`);
  else log.info('bot started', { bot: house.botName });

  const { code, reason } = await ended.promise;
  if (reason) process.stderr.write(`Mujaz stops: ${reason}\n`);
  await house.stop();
  process.exitCode = code;
}

/** The settings, or nothing once every fault has been told on standard error. */
function read(environment: NodeJS.ProcessEnv, options: { playground: boolean }): Config | undefined {
  try {
    const machineTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return readConfig(environment, { ...options, machineTimeZone });
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    complain(`Mujaz cannot start: ${error.message}`);
    return undefined;
  }
}
