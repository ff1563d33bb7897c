import { h } from './dom.js';
import { t } from './i18n.js';

let lists = 0;

/**
 * The list of commands above the composer: an ARIA listbox that the text field drives by aria-activedescendant.
 * @param {{ field: HTMLTextAreaElement, commands: () => import('./types.js').Command[],
 *   complete: (command: string) => void, send: (text: string) => void, toggled: (open: boolean) => void }} owner
 */
export function createCommandList({ field, commands, complete, send, toggled }) {
  lists += 1;
  const id = `commands-${lists}`;
  const node = h('ul', { id, class: 'commands', role: 'listbox', 'data-testid': 'commands', hidden: true });
  /** @type {import('./types.js').Command[]} */
  let found = [];
  let active = 0;

  function point() {
    for (const [index, option] of [...node.children].entries()) {
      option.setAttribute('aria-selected', String(index === active));
      if (index === active) option.scrollIntoView({ block: 'nearest' });
    }
    field.setAttribute('aria-activedescendant', `${id}-${active}`);
  }

  function close() {
    if (node.hidden) return;
    node.hidden = true;
    found = [];
    field.removeAttribute('aria-activedescendant');
    toggled(false);
  }

  /** @param {string} typed what follows the slash */
  function open(typed) {
    found = commands().filter(({ command }) => command.startsWith(typed.toLowerCase()));
    if (found.length === 0) return close();
    active = Math.max(
      0,
      found.findIndex(({ command }) => command === typed.toLowerCase()),
    );
    node.setAttribute('aria-label', t('commands'));
    node.replaceChildren(...found.map(option));
    node.hidden = false;
    toggled(true);
    point();
  }

  /** @param {import('./types.js').Command} entry @param {number} index */
  function option({ command, description }, index) {
    const choose = () => {
      close();
      send(`/${command}`);
    };
    const item = h(
      'li',
      { id: `${id}-${index}`, role: 'option', class: 'command-option', onclick: choose },
      h('bdi', { class: 'command-name', dir: 'ltr' }, `/${command}`),
      h('span', { class: 'command-words', dir: 'auto' }, description),
    );
    // The field keeps the focus, and on a phone the keyboard stays where it is.
    item.addEventListener('pointerdown', (event) => event.preventDefault());
    return item;
  }

  return {
    node,
    id,
    close,
    get isOpen() {
      return !node.hidden;
    },
    toggle() {
      if (node.hidden) open('');
      else close();
    },
    /** Follows what stands in the field. */
    follow() {
      const typed = /^\/(\w*)$/.exec(field.value)?.[1];
      if (typed === undefined) close();
      else open(typed);
    },
    /**
     * Takes a key of the field; true when the key was the list's. Enter on a command typed to its last letter is
     * left to the composer, which sends it.
     * @param {KeyboardEvent} event
     */
    key(event) {
      if (node.hidden) return false;
      const chosen = found[active];
      if (event.key === 'ArrowDown') active = (active + 1) % found.length;
      else if (event.key === 'ArrowUp') active = (active + found.length - 1) % found.length;
      else if (event.key === 'Escape') close();
      else if ((event.key === 'Enter' && !event.shiftKey) || (event.key === 'Tab' && !event.shiftKey)) {
        if (!chosen || (event.key === 'Enter' && field.value === `/${chosen.command}`)) return false;
        close();
        complete(`/${chosen.command} `);
      } else return false;
      event.preventDefault();
      if (!node.hidden) point();
      return true;
    },
  };
}
