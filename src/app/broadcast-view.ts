import type { Content } from '../domain/message.ts';
import type { Voice } from '../i18n/voice.ts';
import type { BroadcastProgress } from './broadcasts.ts';

/** How far a broadcast has come, with the button that stops it. */
export function progressContent(
  { id, total, sent, missed, stopped }: BroadcastProgress,
  { language, says, number }: Voice,
): Content {
  const of = number(total);
  if (sent + missed < total) {
    return {
      language,
      text: says.broadcastProgress(number(sent + missed), of),
      buttons: [[{ label: says.buttonBroadcastStop, command: `broadcast stop ${id}` }]],
    };
  }
  const tell = stopped ? says.broadcastStopped : says.broadcastDone;
  return { language, text: tell(number(sent), of) };
}
