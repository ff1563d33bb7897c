import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { Lettering, Weight } from '../domain/drawing/lettering.ts';
import { escaped, FONT } from '../domain/drawing/svg.ts';
import { glyphsOf } from './glyphs.ts';

/** What turns SVG into pixels, with its letters. */
export interface Easel {
  lettering: Lettering;
  png(svg: string): Uint8Array;
}

const DRAWER = '@resvg/resvg-wasm/index_bg.wasm';
const FONTS = '@expo-google-fonts/ibm-plex-sans-arabic';
/** Both weights hold the same letters. */
const FACES = ['400Regular', '700Bold'] as const;
/** Letters are measured at this size, in pixels. */
const MEASURED = 100;

/** Loads the drawing library and its fonts, 3 MB; once in a thread. */
export async function openEasel(): Promise<Easel> {
  const [wasm, ...fontBuffers] = await Promise.all([
    readFile(place(DRAWER)),
    ...FACES.map((face) => readFile(place(`${FONTS}/${face}/IBMPlexSansArabic_${face}.ttf`))),
  ]);
  await initWasm(wasm);
  const font = { fontBuffers, loadSystemFonts: false, defaultFontFamily: FONT };
  const [regular] = fontBuffers;
  if (!regular) throw new Error('there is no font');

  function width(text: string, weight: Weight): number {
    const line = `<text font-family="${FONT}" font-size="${MEASURED}" font-weight="${weight}">${escaped(text)}</text>`;
    const svg = new Resvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1">${line}</svg>`, {
      font,
    });
    const box = svg.getBBox();
    const measured = box ? box.width / MEASURED : 0;
    box?.free();
    svg.free();
    return measured;
  }

  return {
    lettering: { has: glyphsOf(regular), width },
    png(svg) {
      const drawn = new Resvg(svg, { font });
      const image = drawn.render();
      const png = image.asPng();
      image.free();
      drawn.free();
      return png;
    },
  };
}

function place(name: string): string {
  return fileURLToPath(import.meta.resolve(name));
}
