import type { Subscription } from '../../domain/subscription.ts';
import type { Reply } from '../reply.ts';
import type { Change } from '../subscribing.ts';
import type { Board } from './board.ts';
import { command, notice } from './board.ts';

/** Stores a change and shows the page as it is now; the stored digest is what is shown. */
export async function changed(
  board: Board,
  digest: Subscription,
  change: Change,
  show: (board: Board, digest: Subscription) => Reply | Promise<Reply>,
): Promise<Reply> {
  const { chat, place } = board.target;
  const result = await board.desk.subscribing.change(chat, place, digest.id, change);
  if (result.kind === 'taken') return notice(board, board.voice.says.subscriptionTaken);
  if (!('subscription' in result)) return missing(board);
  return show(board, result.subscription);
}

/** For a digest that has been stopped while its page stood there. */
export function missing(board: Board): Reply {
  const { voice } = board;
  return {
    language: voice.language,
    text: voice.says.subscriptionGone,
    buttons: [[{ label: voice.says.buttonSettings, command: command(board, 'home') }]],
  };
}
