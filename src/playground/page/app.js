import { renderChatList } from './chatlist.js';
import { t, translateShell, useLanguage } from './i18n.js';
import { startLanguages } from './languages.js';
import { openLine } from './line.js';
import { insideTarget, namedTarget } from './links.js';
import { alertBox, ask, copy, toast } from './notices.js';
import { createPanel, placePanels } from './panel.js';
import { createPresses } from './presses.js';
import { server } from './server.js';
import { createStage } from './stage.js';
import { createStore } from './store.js';
import { renderTheme, startTheme } from './theme.js';
import { createView, LIST } from './view.js';

const element = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const app = element('app');
const chatList = element('chat-list');
const connection = element('connection');
const themeButton = element('theme');

const store = createStore();
const view = createView(store, renderView);
const presses = createPresses({ send: server.press, failed: () => toast(t('pressFailed')), answered });
const stage = createStage({
  store,
  go: (chatId) => view.go(chatId),
  copy: (text) => void copy(text),
  send: (chatId, text) => actions.send(chatId, text),
  toEnd: () => {
    for (const panel of panels.values()) panel.toEnd();
  },
});
/** @type {Map<string, ReturnType<typeof createPanel>>} */
const panels = new Map();
/** @type {Map<string, number>} */
const unread = new Map();
let lastFocus = '';

/** @type {import('./panel.js').SharedActions} */
const actions = {
  async send(chatId, text, topic, replyTo) {
    const reply = replyTo === undefined ? {} : { reply_to_message_id: replyTo };
    const thread = topic === undefined ? {} : { message_thread_id: topic };
    try {
      const { message } = await server.send({ chat_id: chatId, text, ...reply, ...thread });
      if (message) store.apply({ type: 'message', chat_id: chatId, message });
      return true;
    } catch {
      toast(t('sendFailed'));
      return false;
    }
  },
  offer: (query) => server.inline(query),
  async choose(chatId, queryId, resultId, topic) {
    const thread = topic === undefined ? {} : { message_thread_id: topic };
    try {
      const card = { chat_id: chatId, query_id: queryId, result_id: resultId, ...thread };
      const { message } = await server.choose(card);
      if (message) store.apply({ type: 'message', chat_id: chatId, message });
    } catch {
      toast(t('sendFailed'));
    }
  },
  begin: (parameter) => void enter({ start: parameter }),
  press: (press) => void presses.press(press),
  isWaiting: presses.isWaiting,
  copy: (text) => void copy(text),
  notHere: () => toast(t('notHere')),
  goneMessage: () => toast(t('messageGone')),
  back: () => view.list(),
  openTopic: (chatId, topic) => view.go(chatId, topic),
  follow(address) {
    return enter(insideTarget(address, store.state));
  },
  mention(username) {
    const target = namedTarget(username, null, store.state);
    return target ? () => enter(target) : null;
  },
  async clear(chatId) {
    if (!(await ask(t('clearQuestion'), t('clearYes')))) return;
    try {
      await server.clear(chatId);
      await line.reload();
    } catch {
      toast(t('actionFailed'));
    }
  },
};

/** Goes to a place inside this page; false when there is none. @param {ReturnType<typeof insideTarget>} target */
function enter(target) {
  if (!target) return false;
  const home = store.state?.chats.find(({ type }) => type === 'private');
  if ('chatId' in target) view.go(target.chatId);
  else if (home) {
    view.go(String(home.id));
    void actions.send(home.id, `/start ${target.start}`.trim());
  }
  return true;
}

/** @param {import('./types.js').ServerEvent} answer */
function answered({ text, show_alert, url }) {
  if (text) show_alert ? alertBox(text) : toast(text);
  if (url && !actions.follow(url)) window.open(url, '_blank', 'noopener,noreferrer');
}

/** A chat keeps its panel, and with it what is being written there, for as long as it is the same kind of chat. */
function dropPanels() {
  for (const [chatId, panel] of panels) {
    if (panel.isOf(store.chat(chatId))) continue;
    panel.leave();
    panels.delete(chatId);
  }
}

function renderList() {
  renderChatList(chatList, store, view, unread);
}

function renderView() {
  for (const chatId of view.open) {
    const chat = store.chat(chatId);
    if (!chat) continue;
    const panel =
      panels.get(chatId) ?? createPanel({ chat, store, topic: () => view.topic(chatId), actions });
    panels.set(chatId, panel);
  }
  app.dataset.view = view.focus === LIST ? LIST : 'chat';
  placePanels(element('panels'), panels, view.open, view.focus);
  for (const chatId of view.open) {
    if (view.shows(chatId)) unread.delete(chatId);
    panels.get(chatId)?.refresh();
  }
  renderList();
  moveFocus();
}

/** When the reader goes to another chat the focus follows; a phone's keyboard stays down. */
function moveFocus() {
  const isFirst = lastFocus === '';
  const moved = view.focus !== lastFocus;
  const before = lastFocus;
  lastFocus = view.focus;
  if (!moved || isFirst) return;
  if (view.focus === LIST) {
    /** @type {HTMLElement | null} */ (chatList.querySelector(`[data-key="${before}"]`))?.focus();
    return;
  }
  panels.get(view.focus)?.toEnd();
  if (matchMedia('(pointer: fine)').matches) panels.get(view.focus)?.focus();
}

function renderWords() {
  translateShell();
  renderTheme(themeButton);
  stage.render();
  renderConnection();
}

store.subscribe((change) => {
  if (change.kind === 'all') dropPanels();
  if (change.kind === 'all' || change.kind === 'me') {
    const changed = useLanguage(store.state?.me.language_code);
    if (changed || change.kind === 'all') {
      renderWords();
      view.read();
    }
  } else if (change.kind === 'messages') {
    const { chatId, arrived } = change;
    if (arrived && arrived.from?.id !== store.state?.me.id && !view.shows(chatId)) {
      unread.set(chatId, (unread.get(chatId) ?? 0) + 1);
    }
    panels.get(chatId)?.renderMessages();
    if (arrived) panels.get(chatId)?.arrived(arrived);
    stage.heard();
    stage.render();
    renderList();
  } else if (change.kind === 'action') {
    panels.get(change.chatId)?.renderHead();
    renderList();
  } else if (change.kind === 'clock') {
    stage.render();
    for (const panel of panels.values()) panel.renderMessages();
    renderList();
  } else if (change.kind === 'commands') {
    for (const panel of panels.values()) panel.renderComposer();
  } else {
    for (const panel of panels.values()) panel.refresh();
    renderList();
  }
});

/** What is written anew is read out anew. */
function renderConnection() {
  const words = connection.classList.contains('lost') ? t('offline') : '';
  if (connection.textContent !== words) connection.textContent = words;
}

/** @param {boolean} lost */
function showConnection(lost) {
  connection.classList.toggle('lost', lost);
  renderConnection();
}

document.addEventListener('visibilitychange', () => {
  if (document.hidden) return;
  for (const chatId of view.open) if (view.shows(chatId)) unread.delete(chatId);
  renderList();
});
startLanguages((me) => store.apply({ type: 'me', me }));
startTheme(themeButton);
renderWords();
const line = openLine({ store, answer: presses.answer, lost: showConnection });
