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

const NO_INLINE: Finding = {
  fault: false,
  line: 'inline mode is off: send /setinline to @BotFather to offer stories in any chat',
};

/** As much of Telegram's answer to getWebhookInfo as is looked at. */
interface WebhookInfo {
  url?: string;
  pending_update_count?: number;
  last_error_date?: number;
  last_error_message?: string;
}

/** What Telegram says of the token, and whose it is. */
export interface Acquaintance {
  accepted: 'good' | 'refused' | 'unknown';
  username?: string | undefined;
  findings: Finding[];
}

/** Whether the token is good, and how updates come. `now` in ms. */
export async function askTelegram(config: Config, token: string, now: number): Promise<Acquaintance> {
  const call = async <Result>(method: string) => {
    const answer = await fetch(`${config.TELEGRAM_API_ROOT}/bot${token}/${method}`, {
      signal: AbortSignal.timeout(PATIENCE),
    });
    const told = (await answer.json()) as { ok?: boolean; result?: Result; description?: string };
    return { ...told, status: answer.status };
  };
  try {
    const me = await call<{ username?: string; supports_inline_queries?: boolean }>('getMe');
    if (!me.ok) {
      const line = `Telegram does not accept BOT_TOKEN (${me.status} ${me.description ?? ''})`;
      return { accepted: 'refused', findings: [{ fault: true, line }] };
    }
    const username = me.result?.username;
    const { result: webhook = {} } = await call<WebhookInfo>('getWebhookInfo');
    const good = { fault: false, line: `the token is good: @${username}` };
    const inline = me.result?.supports_inline_queries ? [] : [NO_INLINE];
    return {
      accepted: 'good',
      username,
      findings: [good, ...inline, ...webhookFindings(config, webhook, now)],
    };
  } catch {
    // The error's own text may carry the address, and with it the token.
    const line = 'Telegram cannot be reached at TELEGRAM_API_ROOT';
    return { accepted: 'unknown', findings: [{ fault: true, line }] };
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
