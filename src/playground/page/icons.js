const SVG = 'http://www.w3.org/2000/svg';

/** Strokes on a 24 by 24 grid. Those in FLIPPED point along the line of reading and turn with it. */
const PATHS = {
  back: 'M19 12H5m6-6-6 6 6 6',
  send: 'M4.500 12 3.500 4.500 21 12 3.500 19.500 4.500 12Zm0 0H12',
  reply: 'M9.500 6 4 11.500 9.500 17M4 11.500h9.500c4 0 6.500 2.500 6.500 6.500',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'M6 9.500l6 6 6-6',
  arrow: 'M8 16 16 8M9.500 8H16v6.500',
  copy: 'M9 9h10v10H9zM5.500 15H5V5h10v.5',
  keyboard: 'M3.500 6.500h17v11h-17zM7 10h.01M10.300 10h.01M13.700 10h.01M17 10h.01M8.500 14h7',
  clear: 'M5 7h14M10 7V5h4v2M7 7l.8 12h8.400L17 7M10.500 10.500v5M13.500 10.500v5',
  moon: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z',
  sun: 'M12 8.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7ZM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600 7 7M17 17l1.400 1.400M18.400 5.600 17 7M7 17l-1.400 1.400',
  read: 'M2.500 12.500l4 4 8-9M11 15.500l1 1 8.500-9',
  channel:
    'M5 9.500h2.500L16 5v14l-8.500-4.500H5a1 1 0 0 1-1-1v-3a1 1 0 0 1 1-1ZM8 15l1.200 4.500h2L10.300 16M19 9.500a3.600 3.600 0 0 1 0 5',
  group:
    'M9 11.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-5.500 7c0-3 2.300-4.700 5.500-4.700s5.500 1.700 5.500 4.700M15.500 5.800a2.800 2.800 0 0 1 0 5.400M16.800 14c2.300.4 3.700 2 3.700 4.500',
  file: 'M7 3.500h6.500L18 8v12.500H7zM13.500 3.500V8H18',
  clock: 'M12 3.500a8.500 8.500 0 1 0 0 17 8.500 8.500 0 0 0 0-17ZM12 7.500V12l3 2.500',
  slash: 'M7 4h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3ZM13.800 8l-3.600 8',
};
const FLIPPED = new Set(['back', 'send', 'reply', 'channel']);

/**
 * @param {keyof typeof PATHS} name
 * @param {number} [size] in CSS pixels
 */
export function icon(name, size = 22) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  svg.setAttribute('class', FLIPPED.has(name) ? 'icon flips' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', PATHS[name]);
  svg.append(path);
  return svg;
}

/** The mark of موجز: lines that grow shorter, and a full stop. */
export function mark(size = 48) {
  const drawn = /** @type {SVGElement} */ (document.querySelector('.masthead .mark')?.cloneNode(true));
  drawn.setAttribute('width', String(size));
  drawn.setAttribute('height', String(size));
  return drawn;
}
