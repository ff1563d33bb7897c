/** @typedef {Node | string | null | undefined | false} Child */

/**
 * Makes an element. An attribute whose name begins with "on" is a listener; null, undefined and false leave
 * an attribute or a child out.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElement}
 */
export function h(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) node.append(child);
  }
  return node;
}

/**
 * Gives `parent` exactly `wanted` as children, moving only what is out of place, so that focus, scroll position
 * and what a screen reader has already read are left alone.
 * @param {Element} parent
 * @param {Element[]} wanted
 */
export function arrange(parent, wanted) {
  const keep = new Set(wanted);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  let cursor = parent.firstElementChild;
  for (const node of wanted) {
    if (node === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(node, cursor);
  }
}

/**
 * Lets Enter and Space press an element that is not a button (a real button cannot wrap over two lines of text).
 * @param {HTMLElement} node
 * @param {(event: Event) => void} action
 */
export function pressable(node, action) {
  node.setAttribute('role', 'button');
  node.tabIndex = 0;
  node.addEventListener('click', action);
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    action(event);
  });
}
