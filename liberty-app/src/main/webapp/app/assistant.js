/**
 * The assistant: questions, answers as they are written, the tools at work, the sources with their figures, and earlier
 * conversations. Screen readers hear what is being done and then the whole answer once, not every piece of it.
 */
import { announce, byId, disclosure, fill, h, notice, problemNotice } from './dom.js';
import { conversation } from './api.js';
import { listConversations } from './conversations.js';
import { LostLine, newKey, openExchange } from './exchange.js';
import { Problem, isAbort } from './problem.js';
import { current, go } from './route.js';
import { openAnswer, pastTurn, questionButtons, questionTurn, scrollToEnd } from './turns.js';

const FIRST_QUESTIONS = [
  'What is my biggest holding and how risky is it?',
  'How has it performed this year?',
  'How does it compare with the benchmark?',
  'What were the worst drawdowns?',
  'What can you answer?',
];

let portfolioId = null;
let chatId = null;
/** The exchange that is shown while it goes on, with the answer in the making. */
let running = null;
let list = null;

export function prepareAssistant() {
  byId('ask').addEventListener('submit', (event) => {
    event.preventDefault();
    submit();
  });
  byId('question').addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    submit();
  });
  byId('stop').addEventListener('click', stop);
  byId('assistant').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !running || event.defaultPrevented) return;
    stop();
  });
  byId('new-conversation').addEventListener('click', () => {
    startNew();
    byId('question').focus();
  });
  list = disclosure(byId('conversations-button'), byId('conversations'), { onOpen: showConversations });
}

/** The portfolio that questions are about. */
export function setPortfolio(id) {
  portfolioId = id;
}

/** Shows the conversation that the route names, or a new one. */
export async function showChat(route) {
  if (route.chat === chatId && byId('turns').childElementCount > 0) return;
  leave();
  chatId = route.chat;
  if (chatId) await load(chatId);
  else showGreeting();
}

export function clearAssistant() {
  leave();
  chatId = null;
  list.close();
  byId('question').value = '';
  byId('assistant-model').hidden = true;
  fill(byId('turns'));
  fill(byId('conversations'));
}

/** The reader goes elsewhere; an answer in the making is completed and stands in the history. */
function leave() {
  running?.exchange.leave();
  settle(running);
}

function startNew() {
  leave();
  chatId = null;
  list.close();
  go({ chat: null }, { replace: true });
  showGreeting();
}

function showGreeting() {
  fill(
    byId('turns'),
    h(
      'div',
      { class: 'greeting' },
      h('p', { text: 'Ask about holdings, performance, risk, drawdowns, the benchmark or cash flows. Answers name the figures they rest on.' }),
      questionButtons(FIRST_QUESTIONS, suggest),
    ),
  );
}

/* Asking */

function submit() {
  const field = byId('question');
  const text = field.value.trim();
  if (text === '' || running) return;
  field.value = '';
  put(text);
}

function suggest(question) {
  if (running) return;
  byId('question').focus();
  put(question);
}

async function put(text, key = newKey()) {
  const turns = byId('turns');
  turns.querySelector('.greeting')?.remove();
  for (const old of turns.querySelectorAll('.suggestions, .turn-action')) old.remove();
  turns.append(questionTurn(text));
  const answer = openAnswer(suggest);
  turns.append(answer.element);
  scrollToEnd();
  const exchange = openExchange({ message: text, conversation: chatId, portfolio: portfolioId }, key);
  const mine = { exchange, answer, text };
  running = mine;
  showRunning(true);
  announce('The assistant is answering.');
  try {
    await receive(exchange, answer);
  } catch (error) {
    if (exchange.stopped || isAbort(error)) return;
    if (error instanceof LostLine) answer.cut(() => again(mine, key));
    else if (error instanceof Problem) answer.refused(error, () => again(mine, error.status === 0 ? key : undefined));
    else if (error instanceof TypeError || error instanceof SyntaxError) answer.cut(() => again(mine, key));
    else throw error;
  } finally {
    settle(mine);
  }
}

function settle(mine) {
  if (mine === null || running !== mine) return;
  running = null;
  showRunning(false);
}

function stop() {
  const mine = running;
  if (mine === null) return;
  mine.exchange.stop().catch((error) => {
    // It may have ended meanwhile, and an answer that cannot be stopped is in the history.
    if (!(error instanceof Problem)) throw error;
  });
  mine.answer.stopped(() => again(mine));
  announce('Stopped.');
  settle(mine);
}

/** Asks the same once more, in the place of the answer that failed; under the same key where it may still be on its way. */
function again({ text, answer }, key) {
  if (running) return;
  answer.element.previousElementSibling?.remove();
  answer.element.remove();
  put(text, key);
  byId('question').focus();
}

async function receive(exchange, answer) {
  const events = exchange.events({
    onLost: () => answer.waits('The connection was lost. Trying to go on'),
    onWait: () => answer.waits('Waiting for another answer of this conversation'),
  });
  for await (const { event, data } of events) {
    // The conversation that a start names is stored with its first answer, so it counts only when that is done.
    if (event === 'start') {
      answer.start();
      showModel(data.model);
    } else if (event === 'tool') answer.tool(data);
    else if (event === 'delta') answer.delta(data.text);
    else if (event === 'done') finish(data, answer);
    else if (event === 'error') throw Problem.of(data.status ?? 500, data);
  }
}

function remember(id) {
  if (!id || id === chatId) return;
  chatId = id;
  go({ chat: id }, { replace: true });
}

function finish(data, answer) {
  remember(data.conversation_id);
  showModel(data.model);
  answer.done(data);
  announce(`The assistant says: ${data.response}`);
}

function showRunning(yes) {
  byId('stop').hidden = !yes;
  byId('send').hidden = yes;
  byId('turns').setAttribute('aria-busy', String(yes));
  if (!yes && document.activeElement === document.body) byId('question').focus();
}

function showModel(name) {
  const badge = byId('assistant-model');
  badge.hidden = !name;
  badge.textContent = name ?? '';
}

/* Conversations */

async function load(id) {
  const turns = byId('turns');
  fill(turns, h('div', { class: 'skeleton skeleton-table', 'aria-hidden': 'true' }));
  try {
    const past = await conversation(id);
    if (chatId !== id) return;
    fill(turns, past.turns.map(pastTurn));
    showModel(past.turns.findLast((one) => one.role === 'assistant')?.model);
    scrollToEnd();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'unauthorized' || chatId !== id) return;
    if (error.status === 404) {
      startNew();
      turns.prepend(notice('info', 'That conversation is no longer there', { detail: 'This is a new one.' }));
    } else {
      fill(turns, problemNotice(error, { title: 'The conversation could not be loaded', retry: () => load(id) }));
    }
  }
}

function showConversations() {
  return listConversations({
    shown: chatId,
    onOpen: (id) => {
      list.close();
      byId('question').focus();
      go({ chat: id });
      showChat(current());
    },
    onGone: startNew,
  });
}
