import { byPattern, fullDate, isoDate } from './dates.js';
import { firstStrong } from './direction.js';
import { h } from './dom.js';
import { link, spoiler } from './entities.js';

/**
 * @typedef {import('./types.js').RichBlock} RichBlock
 * @typedef {import('./types.js').RichText} RichText
 * @typedef {import('./entities.js').TextActions} TextActions
 */

/** @type {Record<string, string>} */
const STYLES = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  code: 'code',
  marked: 'mark',
  subscript: 'sub',
  superscript: 'sup',
};

/**
 * Draws the blocks of a rich message (Bot API 10.1). Kinds that the page does not know show what text they hold.
 * @param {import('./types.js').RichMessage} rich
 * @param {TextActions} actions
 * @returns {HTMLElement}
 */
export function renderRich({ blocks, is_rtl: isRtl }, actions) {
  /** What a paragraph without a strong letter of its own runs in. */
  const base = isRtl ? 'rtl' : 'ltr';
  const inline = (/** @type {RichText | undefined} */ text) => renderInline(text, actions);
  const direction = (/** @type {RichText | undefined} */ text) => firstStrong(plain(text)) ?? base;

  /** @param {RichBlock[] | undefined} list @returns {HTMLElement[]} */
  const all = (list) => (Array.isArray(list) ? list.map(drawn) : []);

  /** @param {string} tag @param {RichText | undefined} text @param {string} [name] */
  const line = (tag, text, name) => h(tag, { class: name, dir: direction(text) }, ...inline(text));

  /** @param {RichText | undefined} credit */
  const credited = (credit) => credit !== undefined && line('cite', credit);

  /** @param {RichBlock} block @returns {HTMLElement} */
  function drawn(block) {
    const { text } = block;
    switch (block.type) {
      case 'heading':
        // The page's own headings are three: its name, the chat's and the day's.
        return line(`h${Math.min(6, 3 + (block.size ?? 1))}`, text, `rich-heading size-${block.size ?? 1}`);
      case 'divider':
        return h('hr');
      case 'footer':
        return line('p', text, 'rich-footer');
      case 'details':
        return h(
          'details',
          { open: block.is_open === true },
          line('summary', block.summary),
          ...all(block.blocks),
        );
      case 'blockquote':
      case 'pullquote':
      case 'expandable_blockquote':
        return h(
          'blockquote',
          { class: block.type, dir: base },
          text !== undefined && line('p', text),
          ...all(block.blocks),
          credited(block.credit),
        );
      case 'list':
        return list(block.items ?? []);
      case 'table':
        return table(block);
      case 'pre':
        return h(
          'pre',
          { dir: 'ltr', tabindex: 0, 'data-code': block.language },
          h('code', {}, ...inline(text)),
        );
      default:
        return h(
          'div',
          { dir: direction(text) },
          ...inline(text),
          ...all(block.blocks),
          block.caption !== undefined && line('p', block.caption, 'rich-footer'),
        );
    }
  }

  /** @param {NonNullable<RichBlock['items']>} items */
  function list(items) {
    const isCounted = items.some(({ value, type }) => value !== undefined || type !== undefined);
    return h(
      isCounted ? 'ol' : 'ul',
      { dir: base },
      ...items.map((item) =>
        h(
          'li',
          { value: item.value },
          item.has_checkbox === true && (item.is_checked ? '☑ ' : '☐ '),
          ...all(item.blocks),
        ),
      ),
    );
  }

  /** @param {RichBlock} block */
  function table({ cells = [], caption }) {
    const rows = cells.map((row) =>
      h(
        'tr',
        {},
        ...row.map((cell) =>
          h(
            cell.is_header ? 'th' : 'td',
            { colspan: cell.colspan, rowspan: cell.rowspan, dir: direction(cell.text) },
            ...inline(cell.text),
          ),
        ),
      ),
    );
    const head = caption !== undefined && line('caption', caption);
    return h(
      'div',
      { class: 'rich-table', tabindex: 0, role: 'group', dir: base },
      h('table', {}, head, h('tbody', {}, ...rows)),
    );
  }

  return h('div', { class: 'text rich', dir: base }, ...all(blocks));
}

/** @param {RichText | undefined} text @param {TextActions} actions @returns {(Node | string)[]} */
function renderInline(text, actions) {
  if (text === undefined || text === null) return [];
  if (typeof text === 'string') return [text];
  if (Array.isArray(text)) return text.flatMap((piece) => renderInline(piece, actions));
  const inner = renderInline(text.text, actions);
  const filled = (/** @type {{ outer: HTMLElement, inner: HTMLElement }} */ node) => {
    node.inner.append(...inner);
    return [node.outer];
  };
  switch (text.type) {
    case 'url': {
      const node = link(text.url, actions);
      node.append(...inner);
      return [node];
    }
    case 'spoiler':
      return filled(spoiler());
    case 'date_time': {
      const shown = byPattern(text.unix_time, text.date_time_format);
      const at = { datetime: isoDate(text.unix_time), title: fullDate(text.unix_time) };
      return [h('time', at, ...(shown === null ? inner : [shown]))];
    }
    case 'custom_emoji':
      return [text.alternative_text ?? ''];
    case 'mathematical_expression':
      return [h('code', {}, text.expression ?? '')];
    case 'button':
      return [text.button?.text ?? ''];
    default: {
      const tag = STYLES[text.type];
      return tag ? [h(tag, {}, ...inner)] : inner;
    }
  }
}

/** @param {RichText | undefined} text @returns {string} */
function plain(text) {
  if (text === undefined || text === null) return '';
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(plain).join('');
  return plain(text.text ?? text.alternative_text);
}
