import type { Config } from '../../config.ts';

/** Telegram is given up after so many milliseconds. */
const PATIENCE = 10_000;
/** A delivery that failed longer ago than this, in ms, is past. */
const PAST = 3_600_000;

/** What stands out; a fault needs a hand. */
export interface Finding {
  fault: boolean;
  line: string;
}

/** As much of Telegram's answer to getWebhookInfo as is looked at. */
interface WebhookInfo {
  url?: string;
  pending_update_count?: number;
  last_error_date?: number;
  last_error_message?: string;
}

/** Whether the token is good, and how updates come. `now` in ms. */
export async function askTelegram(config: Config, token: string, now: number): Promise<Finding[]> {
  const call = async <Result>(method: string) => {
    const answer = await fetch(`${config.TELEGRAM_API_ROOT}/bot${token}/${method}`, {
      signal: AbortSignal.timeout(PATIENCE),
    });
    const told = (await answer.json()) as { ok?: boolean; result?: Result; description?: string };
    return { ...told, status: answer.status };
  };
  try {
    const me = await call<{ username?: string }>('getMe');
    if (!me.ok)
      return [
        { fault: true, line: `Telegram does not accept BOT_TOKEN (${me.status} ${me.description ?? ''})` },
      ];
    const { result: webhook = {} } = await call<WebhookInfo>('getWebhookInfo');
    return [
      { fault: false, line: `the token is good: @${me.result?.username}` },
      ...webhookFindings(config, webhook, now),
    ];
  } catch {
    // The error's own text may carry the address, and with it the token.
    return [{ fault: true, line: 'Telegram cannot be reached at TELEGRAM_API_ROOT' }];
  }
}

function webhookFindings({ WEBHOOK_URL: wanted }: Config, info: WebhookInfo, now: number): Finding[] {
  const found: Finding[] = [];
  const add = (fault: boolean, line: string) => void found.push({ fault, line });
  const waiting = `${info.pending_update_count ?? 0} updates wait`;
  if (wanted === undefined) {
    if (info.url)
      add(false, `updates are brought to ${info.url}; the bot fetches them itself as soon as it starts`);
    else add(false, `updates are fetched; ${waiting}`);
  } else if (!info.url)
    add(false, `no webhook is set yet, ${waiting}; the bot sets WEBHOOK_URL when it starts`);
  else if (info.url !== wanted)
    add(true, `updates are brought to ${info.url} instead of WEBHOOK_URL; ${waiting}`);
  else add(false, `updates are brought to WEBHOOK_URL; ${waiting}`);
  if (info.last_error_date !== undefined) {
    const at = info.last_error_date * 1000;
    add(
      now - at < PAST,
      `an update could not be brought at ${new Date(at).toISOString()}: ${info.last_error_message}`,
    );
  }
  return found;
}
