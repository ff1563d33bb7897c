import { h } from './dom.js';

let lists = 0;

/**
 * A listbox that a text field drives: the field keeps the focus and names the option meant (aria-activedescendant).
 * @param {HTMLTextAreaElement} field
 * @param {string} name what it lists, for ids and tests
 */
export function createListbox(field, name) {
  lists += 1;
  const id = `${name}-${lists}`;
  const node = h('ul', { id, class: 'commands', role: 'listbox', 'data-testid': name, hidden: true });
  let active = 0;

  function point() {
    for (const [index, option] of [...node.children].entries()) {
      option.setAttribute('aria-selected', String(index === active));
      if (index === active) option.scrollIntoView({ block: 'nearest' });
    }
    field.setAttribute('aria-activedescendant', `${id}-${active}`);
  }

  return {
    node,
    id,
    get isOpen() {
      return !node.hidden;
    },
    /** Index of the option meant. */
    get active() {
      return active;
    },
    /**
     * @param {string} label
     * @param {{ class?: string, choose: () => void, content: (Node | string | false)[] }[]} options one or more
     * @param {number} [first] the option meant at first
     */
    open(label, options, first = 0) {
      active = first;
      node.setAttribute('aria-label', label);
      node.replaceChildren(
        ...options.map((option, index) => {
          const item = h(
            'li',
            {
              id: `${id}-${index}`,
              role: 'option',
              class: option.class ? `command-option ${option.class}` : 'command-option',
              onclick: option.choose,
            },
            ...option.content,
          );
          // The field keeps the focus, and on a phone the keyboard stays where it is.
          item.addEventListener('pointerdown', (event) => event.preventDefault());
          return item;
        }),
      );
      node.hidden = false;
      point();
    },
    /** Whether it was open. */
    close() {
      if (node.hidden) return false;
      node.hidden = true;
      field.removeAttribute('aria-activedescendant');
      return true;
    },
    /** Follows an arrow up or down, round the ends; true when the key was one. @param {string} key */
    move(key) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[key];
      if (step === undefined) return false;
      const { length } = node.children;
      active = (active + step + length) % length;
      point();
      return true;
    },
  };
}
