/** One thing without which the house is not well. */
export interface Check {
  name: string;
  /** Gives the reason why it is not well, in a sentence, or nothing; a rejection is a reason too. */
  look(signal: AbortSignal): Promise<string | undefined>;
}

export interface Health {
  status: 'well' | 'unwell';
  /** For each check `well`, or why not. */
  checks: Record<string, string>;
}

/** Looks at everything at once; what gives no answer in time (milliseconds) is not well. */
export async function lookAt(
  checks: readonly Check[],
  within: number,
  timeout: (ms: number) => AbortSignal,
): Promise<Health> {
  const results = await Promise.all(
    checks.map(async ({ name, look }) => [name, (await answerOf(look, timeout(within))) ?? 'well'] as const),
  );
  return {
    status: results.every(([, said]) => said === 'well') ? 'well' : 'unwell',
    checks: Object.fromEntries(results),
  };
}

async function answerOf(look: Check['look'], signal: AbortSignal): Promise<string | undefined> {
  const late = Promise.withResolvers<string>();
  signal.addEventListener('abort', () => late.resolve('no answer in time'), { once: true });
  try {
    return await Promise.race([look(signal), late.promise]);
  } catch (error) {
    return error instanceof Error ? error.message : 'failed';
  }
}
