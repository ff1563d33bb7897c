import { h } from './dom.js';
import { t } from './i18n.js';
import { createListbox } from './listbox.js';

/**
 * The list of commands above the composer: an ARIA listbox that the text field drives by aria-activedescendant.
 * @param {{ field: HTMLTextAreaElement, commands: () => import('./types.js').Command[],
 *   complete: (command: string) => void, send: (text: string) => void, toggled: (open: boolean) => void }} owner
 */
export function createCommandList({ field, commands, complete, send, toggled }) {
  const box = createListbox(field, 'commands');
  /** @type {import('./types.js').Command[]} */
  let found = [];

  function close() {
    if (!box.close()) return;
    found = [];
    toggled(false);
  }

  /** @param {string} typed what follows the slash */
  function open(typed) {
    found = commands().filter(({ command }) => command.startsWith(typed.toLowerCase()));
    if (found.length === 0) return close();
    const typedWhole = found.findIndex(({ command }) => command === typed.toLowerCase());
    box.open(
      t('commands'),
      found.map(({ command, description }) => ({
        choose() {
          close();
          send(`/${command}`);
        },
        content: [
          h('bdi', { class: 'command-name', dir: 'ltr' }, `/${command}`),
          h('span', { class: 'command-words', dir: 'auto' }, description),
        ],
      })),
      Math.max(0, typedWhole),
    );
    toggled(true);
  }

  return {
    node: box.node,
    id: box.id,
    close,
    get isOpen() {
      return box.isOpen;
    },
    toggle() {
      if (!box.isOpen) open('');
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
      if (!box.isOpen) return false;
      const chosen = found[box.active];
      if (event.key === 'Escape') close();
      else if ((event.key === 'Enter' && !event.shiftKey) || (event.key === 'Tab' && !event.shiftKey)) {
        if (!chosen || (event.key === 'Enter' && field.value === `/${chosen.command}`)) return false;
        close();
        complete(`/${chosen.command} `);
      } else if (!box.move(event.key)) return false;
      event.preventDefault();
      return true;
    },
  };
}
