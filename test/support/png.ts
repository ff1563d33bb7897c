import { inflateSync } from 'node:zlib';

/** A PNG of 8 bits a channel, read pixel by pixel. */
export interface Pixels {
  width: number;
  height: number;
  /** Red, green and blue of a pixel, 0 to 255 each. */
  at(x: number, y: number): readonly [number, number, number];
}

/** A PNG as far as Telegram's double looks at one: signature, size and end, nothing between. */
export function emptyPng(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  const [head, end] = ['89504e470d0a1a0a0000000d49484452', '0000000049454e44ae426082'];
  return Buffer.concat([Buffer.from(head, 'hex'), size, Buffer.alloc(9), Buffer.from(end, 'hex')]);
}

/** Reads a PNG (PNG, 9.2 for the filters); only what the drawing library writes is understood: colours without palette or interlace. */
export function readPng(png: Uint8Array): Pixels {
  const bytes = Buffer.from(png);
  if (bytes.toString('hex', 0, 8) !== '89504e470d0a1a0a') throw new Error('no PNG');
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const channels = { 2: 3, 6: 4 }[bytes[25] ?? 0];
  if (bytes[24] !== 8 || channels === undefined || bytes[28] !== 0) throw new Error('a PNG of another kind');
  const packed: Buffer[] = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      packed.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  }
  const rows = unfiltered(inflateSync(Buffer.concat(packed)), width * channels, height, channels);
  const value = (at: number) => rows[at] ?? 0;
  return {
    width,
    height,
    at(x, y) {
      const start = (y * width + x) * channels;
      return [value(start), value(start + 1), value(start + 2)];
    },
  };
}

function unfiltered(data: Buffer, stride: number, height: number, channels: number): Uint8Array {
  const rows = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (stride + 1)] ?? 0;
    const from = y * (stride + 1) + 1;
    const start = y * stride;
    for (let x = 0; x < stride; x++) {
      const left = x < channels ? 0 : (rows[start + x - channels] ?? 0);
      const up = y === 0 ? 0 : (rows[start + x - stride] ?? 0);
      let guess = 0;
      if (filter === 1) guess = left;
      else if (filter === 2) guess = up;
      else if (filter === 3) guess = (left + up) >> 1;
      else if (filter === 4) {
        guess = nearest(left, up, y === 0 || x < channels ? 0 : (rows[start + x - stride - channels] ?? 0));
      }
      rows[start + x] = (data[from + x] ?? 0) + guess;
    }
  }
  return rows;
}

function nearest(left: number, up: number, corner: number): number {
  const byLeft = Math.abs(up - corner);
  const byUp = Math.abs(left - corner);
  const byCorner = Math.abs(left + up - 2 * corner);
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}

/** Of a strip of a picture the stretches of columns that hold ink (anything much darker than paper), from left to right. */
export function inkRuns({ width, at }: Pixels, from: number, to: number): [number, number][] {
  const runs: [number, number][] = [];
  for (let x = 0; x < width; x++) {
    let y = from;
    while (y < to && at(x, y)[0] >= 128) y++;
    if (y === to) continue;
    const last = runs.at(-1);
    if (last && last[1] === x) last[1] = x + 1;
    else runs.push([x, x + 1]);
  }
  return runs;
}
