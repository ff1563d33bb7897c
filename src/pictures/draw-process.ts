import { chartSvg } from '../domain/drawing/chart.ts';
import { coverSvg } from '../domain/drawing/cover.ts';
import type { Drawing } from '../domain/drawing.ts';
import type { Easel } from './easel.ts';
import { openEasel } from './easel.ts';

/** One answer to each drawing, in order. */
export type DrawAnswer = { png: Uint8Array } | { failure: string };

const easel = openEasel();

async function answer(drawing: Drawing): Promise<DrawAnswer> {
  try {
    return { png: draw(drawing, await easel) };
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) };
  }
}

function draw(drawing: Drawing, { lettering, png }: Easel): Uint8Array {
  return png(drawing.kind === 'cover' ? coverSvg(drawing, lettering) : chartSvg(drawing, lettering));
}

// A signal to stop reaches the whole group of processes; this one is ended by the house, when its last picture is sent.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});

// The house is gone, and did not find the time to end it.
process.on('disconnect', () => process.exit());

let queue = Promise.resolve();
process.on('message', (drawing: Drawing) => {
  queue = queue.then(async () => void process.send?.(await answer(drawing)));
});
