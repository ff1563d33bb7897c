import { createCardList } from './cardlist.js';
import { createCommandList } from './commandlist.js';
import { h } from './dom.js';
import { t } from './i18n.js';
import { icon } from './icons.js';
import { replyKeyboardOf, replyKeyboardRows } from './keyboard.js';
import { createReplyBar } from './replybar.js';

/**
 * @param {{ chat: import('./types.js').Chat, store: import('./store.js').Store,
 *   send: (text: string, replyTo?: number) => Promise<boolean>, topicName: () => string | undefined,
 *   offer: (query: string) => Promise<import('./types.js').Offer>, enter: (parameter: string) => void,
 *   choose: (queryId: string, resultId: string) => void }} panel
 *   `send` answers whether the text was taken; if not, it comes back into the field
 */
export function createComposer({ chat, store, send, topicName, offer, choose, enter }) {
  const chatId = String(chat.id);
  const field = /** @type {HTMLTextAreaElement} */ (
    h('textarea', {
      class: 'field',
      'data-testid': 'composer',
      rows: 1,
      dir: 'auto',
      enterkeyhint: 'send',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
    })
  );
  const menu = h('button', { type: 'button', class: 'icon-button menu' }, icon('slash'));
  const keys = h('button', { type: 'button', class: 'icon-button' }, icon('keyboard'));
  const submit = /** @type {HTMLButtonElement} */ (
    h('button', { type: 'submit', class: 'send', 'data-testid': 'send' }, icon('send'))
  );
  const keyboard = h('div', { class: 'reply-keyboard', dir: 'ltr', role: 'group', hidden: true });
  const reply = createReplyBar(() => field.focus());
  /** Which message's keyboard the reader has put away, or has used up. */
  let folded = 0;
  let drawnKeys = 'null';

  const commands = createCommandList({
    field,
    commands: () => store.commands(chatId),
    complete(text) {
      field.value = text;
      field.focus();
      grow();
    },
    send: (text) => void dispatch(text),
    toggled: (open) => menu.setAttribute('aria-expanded', String(open)),
  });
  const cards = createCardList({
    field,
    username: () => store.state?.bot.username,
    offer,
    choose(queryId, resultId) {
      field.value = '';
      grow();
      choose(queryId, resultId);
    },
    start(parameter) {
      field.value = '';
      grow();
      enter(parameter);
    },
  });
  menu.setAttribute('aria-haspopup', 'listbox');
  menu.setAttribute('aria-expanded', 'false');
  menu.setAttribute('aria-controls', commands.id);
  field.setAttribute('aria-controls', commands.id);

  function grow() {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
    submit.disabled = field.value.trim() === '';
  }

  /** @param {string} text @param {boolean} [keepField] the text came from elsewhere; what is being written stays */
  async function dispatch(text, keepField = false) {
    const replyTo = reply.messageId;
    const held = field.value;
    if (!keepField) field.value = '';
    reply.clear();
    commands.close();
    cards.close();
    grow();
    if (await send(text, replyTo)) return;
    if (field.value === '') field.value = held || text;
    grow();
  }

  function submitField() {
    const text = field.value.trim();
    if (text !== '') void dispatch(text);
  }

  field.addEventListener('input', () => {
    grow();
    commands.follow();
    cards.follow();
  });
  field.addEventListener('blur', () => {
    commands.close();
    cards.close();
  });
  field.addEventListener('keydown', (event) => {
    // 229: the Enter that ends a composition, as older engines report it.
    if (event.isComposing || event.keyCode === 229 || commands.key(event) || cards.key(event)) return;
    if (event.key === 'Escape' && reply.messageId !== undefined) reply.clear();
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    submitField();
  });
  menu.addEventListener('pointerdown', (event) => event.preventDefault());
  menu.addEventListener('click', () => {
    // On a phone the focus would raise the keyboard over the list.
    if (!matchMedia('(pointer: coarse)').matches) field.focus();
    commands.toggle();
  });
  const gone = new AbortController();
  document.addEventListener(
    'pointerdown',
    ({ target }) => {
      if (target instanceof Node && !form.contains(target)) commands.close();
    },
    { signal: gone.signal },
  );
  keys.addEventListener('click', () => {
    const current = replyKeyboardOf(store.messages(chatId))?.messageId ?? 0;
    folded = folded === current ? 0 : current;
    render();
  });

  const form = h(
    'form',
    { class: 'composer' },
    commands.node,
    cards.node,
    reply.node,
    h('div', { class: 'composer-row' }, menu, field, keys, submit),
    keyboard,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submitField();
  });

  function render() {
    const isChannel = chat.type === 'channel';
    const topic = topicName();
    const shown = replyKeyboardOf(store.messages(chatId));
    const isFolded = shown === null || folded === shown.messageId;
    const label = isChannel
      ? t('writeAs', { title: store.title(chat) })
      : topic
        ? t('writeIn', { name: topic })
        : t('write');
    field.setAttribute('aria-label', label);
    field.placeholder = (shown && !isFolded && shown.placeholder) || label;
    name(menu, t('commands'));
    name(submit, t('send'));
    menu.hidden = store.commands(chatId).length === 0;
    keys.hidden = shown === null;
    keys.setAttribute('aria-expanded', String(!isFolded));
    name(keys, t(isFolded ? 'showKeyboard' : 'hideKeyboard'));
    keyboard.setAttribute('aria-label', t('replyKeyboard'));
    renderKeys(isFolded ? null : shown);
    reply.translate();
    grow();
  }

  /** The keys stay the same nodes for as long as they are the same keys. @param {ReturnType<typeof replyKeyboardOf>} shown */
  function renderKeys(shown) {
    const wanted = JSON.stringify(shown?.rows ?? null);
    if (wanted === drawnKeys) return;
    drawnKeys = wanted;
    const had = keyboard.contains(document.activeElement);
    const use = (/** @type {string} */ text) => {
      const current = replyKeyboardOf(store.messages(chatId));
      if (current?.once) folded = current.messageId;
      void dispatch(text, true).then(render);
    };
    keyboard.hidden = shown === null;
    keyboard.replaceChildren(...(shown ? replyKeyboardRows(shown.rows, use) : []));
    // The pressed key is gone; a phone's own keyboard stays down.
    if (had && matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true });
  }

  return {
    node: form,
    render,
    focus: () => field.focus({ preventScroll: true }),
    /** For the panel that is given up: nothing of it listens any more. */
    leave: () => gone.abort(),
    /** Asks the bot for cards, as if its name and these words had been typed. @param {string} query */
    ask(query) {
      field.value = `@${store.state?.bot.username ?? ''} ${query}`;
      field.focus();
      grow();
      cards.follow();
    },
    /** @param {import('./types.js').Message} message @param {string} name @param {string} words */
    replyTo(message, name, words) {
      reply.show(message, name, words);
      field.focus();
    },
    /** @param {Set<number>} present forgets a reply to a message that is gone */
    keepReply: reply.keep,
  };
}

/** @param {HTMLElement} button @param {string} words */
function name(button, words) {
  button.setAttribute('aria-label', words);
  button.title = words;
}
