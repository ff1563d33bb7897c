import type { Command } from '../src/app/command.ts';
import { statsChart } from '../src/app/stats-chart.ts';
import type { Ledger } from '../src/domain/outbox-store.ts';
import type { Census } from '../src/domain/ports.ts';
import { joinRich } from '../src/domain/rich-text.ts';
import type { SummaryTally } from '../src/domain/summary.ts';
import type { Voice } from '../src/i18n/voice.ts';
import { isolate } from '../src/text/bidi.ts';

export default {
  name: 'stats',
  description: { ar: 'حال موجز ورسائله', en: 'How Mujaz and its messages fare' },
  words: { ar: ['إحصاءات', 'الإحصاءات'], en: ['statistics'] },
  adminsOnly: true,

  async run({ voice, chat }, desk) {
    const { language, says } = voice;
    const { census, ledger } = await desk.figures();
    const fromFiles = await desk.sources.others();
    const text = joinRich(
      [
        { bold: says.statsTitle },
        kept({ ...census, sources: census.sources + fromFiles.length }, voice),
        joinRich([{ bold: says.statsOutbox }, ...messages(ledger, voice, desk.now())], '\n'),
        summaries(await desk.summaries.tally(), voice),
      ],
      '\n\n',
    );
    const chart = statsChart(await desk.days(desk.chats.timeZone(chat)), voice);
    return { language, text, ...(chart ? { followedBy: [chart] } : {}) };
  },
} satisfies Command;

function kept({ articles, stories, sources }: Census, { says, number }: Voice): string {
  return says.statsKept(
    says.articleCount(articles, number(articles)),
    says.storyCount(stories, number(stories)),
    says.sourceCount(sources, number(sources)),
  );
}

function messages(ledger: Ledger, voice: Voice, now: number): string[] {
  const { says, number } = voice;
  const names = {
    pending: says.statsPending,
    sending: says.statsSending,
    uncertain: says.statsUncertain,
    sent: says.statsSent,
    failed: says.statsFailed,
    expired: says.statsExpired,
    cancelled: says.statsCancelled,
  };
  const states = Object.entries(ledger.states) as [keyof typeof names, number][];
  const lines = states
    .filter(([, count]) => count > 0)
    .map(([state, count]) => `${names[state]}: ${isolate(number(count))}`);
  if (lines.length === 0) lines.push(says.statsEmpty);
  if (ledger.oldestDue !== undefined)
    lines.push(says.statsOldest(voice.age(ledger.oldestDue, 'instant', now)));
  if (ledger.failures.length > 0) {
    lines.push(`${says.statsFailures}:`);
    for (const { reason, count } of ledger.failures)
      lines.push(`${isolate(reason)}: ${isolate(number(count))}`);
  }
  if (ledger.paused + ledger.gone > 0)
    lines.push(says.statsChats(number(ledger.paused), number(ledger.gone)));
  return lines;
}

/** Of a house without a model there is nothing to tell. */
function summaries(tally: SummaryTally, { says, number }: Voice): string {
  if (!tally.model) return '';
  return [
    says.statsTokens(number(tally.spent), number(tally.cap)),
    says.statsSummaries(number(tally.generated), number(tally.extracts), number(tally.refused)),
  ].join('\n');
}
