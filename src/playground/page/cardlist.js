import { h } from './dom.js';
import { t } from './i18n.js';

/** Milliseconds of rest after the last letter before the bot is asked. */
const REST = 250;
let lists = 0;

/**
 * The cards that the bot offers for what is typed behind its name: a listbox that the text field drives, like that of
 * the commands.
 * @param {{ field: HTMLTextAreaElement, username: () => string | undefined,
 *   offer: (query: string) => Promise<import('./types.js').Offer>,
 *   choose: (queryId: string, resultId: string) => void, start: (parameter: string) => void }} owner
 */
export function createCardList({ field, username, offer, choose, start }) {
  lists += 1;
  const id = `cards-${lists}`;
  const node = h('ul', { id, class: 'commands', role: 'listbox', 'data-testid': 'cards', hidden: true });
  /** @type {(() => void)[]} */
  let acts = [];
  let active = 0;
  let timer = 0;
  let asked = 0;
  /** What the field drove before. @type {string | null} */
  let former = null;

  function point() {
    for (const [index, option] of [...node.children].entries()) {
      option.setAttribute('aria-selected', String(index === active));
      if (index === active) option.scrollIntoView({ block: 'nearest' });
    }
    field.setAttribute('aria-activedescendant', `${id}-${active}`);
  }

  function close() {
    clearTimeout(timer);
    asked += 1;
    if (node.hidden) return;
    node.hidden = true;
    acts = [];
    if (former !== null) field.setAttribute('aria-controls', former);
    field.removeAttribute('aria-activedescendant');
  }

  /** @param {import('./types.js').Offer} offered */
  function open({ query_id: queryId, results, button }) {
    const lines = results.map(({ id: resultId, title, description }) => ({
      title,
      description,
      act: () => choose(queryId, resultId),
    }));
    if (button) {
      const parameter = button.start_parameter;
      lines.unshift({ title: button.text, description: '', act: () => start(parameter) });
    }
    if (lines.length === 0) return close();
    acts = lines.map(({ act }) => act);
    active = 0;
    node.setAttribute('aria-label', t('cards'));
    node.replaceChildren(
      ...lines.map(({ title, description }, index) => {
        const item = h(
          'li',
          {
            id: `${id}-${index}`,
            role: 'option',
            class: 'command-option card-option',
            onclick: () => take(index),
          },
          h('span', { class: 'card-title', dir: 'auto' }, title),
          description && h('span', { class: 'command-words', dir: 'auto' }, description),
        );
        // The field keeps the focus, and on a phone the keyboard stays where it is.
        item.addEventListener('pointerdown', (event) => event.preventDefault());
        return item;
      }),
    );
    if (node.hidden) former = field.getAttribute('aria-controls');
    field.setAttribute('aria-controls', id);
    node.hidden = false;
    point();
  }

  /** @param {number} index */
  function take(index) {
    const act = acts[index];
    close();
    act?.();
  }

  /** What is asked behind the bot's name; null when its name does not stand first. */
  function typed() {
    const name = username();
    const [first = '', ...rest] = field.value.split(/(?<=^\S+)\s/);
    if (!name || rest.length === 0 || first.toLowerCase() !== `@${name.toLowerCase()}`) return null;
    return rest.join(' ');
  }

  return {
    node,
    close,
    /** Follows what stands in the field. */
    follow() {
      const query = typed();
      clearTimeout(timer);
      if (query === null) return close();
      asked += 1;
      const mine = asked;
      timer = setTimeout(async () => {
        try {
          const offered = await offer(query.slice(0, 256));
          if (mine === asked) open(offered);
        } catch {
          if (mine === asked) close();
        }
      }, REST);
    },
    /** Takes a key of the field; true when the key was the list's. @param {KeyboardEvent} event */
    key(event) {
      if (node.hidden || event.shiftKey) return false;
      if (event.key === 'ArrowDown') active = (active + 1) % acts.length;
      else if (event.key === 'ArrowUp') active = (active + acts.length - 1) % acts.length;
      else if (event.key === 'Escape') close();
      else if (event.key === 'Enter') take(active);
      else return false;
      event.preventDefault();
      if (!node.hidden) point();
      return true;
    },
  };
}
