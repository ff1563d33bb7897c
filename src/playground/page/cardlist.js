import { h } from './dom.js';
import { t } from './i18n.js';
import { createListbox } from './listbox.js';

/** Milliseconds of rest after the last letter before the bot is asked. */
const REST = 250;

/**
 * The cards that the bot offers for what is typed behind its name: a listbox that the text field drives, like that of
 * the commands.
 * @param {{ field: HTMLTextAreaElement, username: () => string | undefined,
 *   offer: (query: string) => Promise<import('./types.js').Offer>,
 *   choose: (queryId: string, resultId: string) => void, start: (parameter: string) => void }} owner
 */
export function createCardList({ field, username, offer, choose, start }) {
  const box = createListbox(field, 'cards');
  /** @type {(() => void)[]} */
  let acts = [];
  let timer = 0;
  let asked = 0;
  /** What the field drove before. @type {string | null} */
  let former = null;

  function close() {
    clearTimeout(timer);
    asked += 1;
    if (!box.close()) return;
    acts = [];
    if (former !== null) field.setAttribute('aria-controls', former);
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
    if (!box.isOpen) former = field.getAttribute('aria-controls');
    field.setAttribute('aria-controls', box.id);
    box.open(
      t('cards'),
      lines.map(({ title, description }, index) => ({
        class: 'card-option',
        choose: () => take(index),
        content: [
          h('span', { class: 'card-title', dir: 'auto' }, title),
          description !== '' && h('span', { class: 'command-words', dir: 'auto' }, description),
        ],
      })),
    );
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
    node: box.node,
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
      if (!box.isOpen || event.shiftKey) return false;
      if (event.key === 'Escape') close();
      else if (event.key === 'Enter') take(box.active);
      else if (!box.move(event.key)) return false;
      event.preventDefault();
      return true;
    },
  };
}
