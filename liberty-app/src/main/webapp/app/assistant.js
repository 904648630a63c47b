/**
 * The assistant: questions, answers as they are written, the tools at work, the sources with their figures, and earlier
 * conversations. Screen readers hear what is being done and then the whole answer once, not every piece of it.
 */
import { announce, byId, disclosure, fill, h, icon, notice, openDialog, problemNotice, retryButton, whileBusy } from './dom.js';
import { ask, conversation, conversations, deleteConversation, source } from './api.js';
import { moment, plural } from './format.js';
import { eventsOf } from './events.js';
import { Problem, isAbort } from './problem.js';
import { prose } from './prose.js';
import { current, go } from './route.js';
import { growthSparkline } from './sparkline.js';

const PERFORMANCE = '/api/ai/performance-analytics?';
const CHART_POINTS = 120;

/** A figure's value up to this length is a number or a day, which no line may break. */
const SHORT_VALUE = 24;
const FIRST_QUESTIONS = [
  'What is my biggest holding and how risky is it?',
  'How has it performed this year?',
  'How does it compare with the benchmark?',
  'What were the worst drawdowns?',
  'What can you answer?',
];

let portfolioId = null;
let chatId = null;
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
  byId('stop').addEventListener('click', () => running?.abort());
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
  running?.abort();
  chatId = route.chat;
  if (chatId) await load(chatId);
  else showGreeting();
}

export function clearAssistant() {
  running?.abort();
  chatId = null;
  list.close();
  byId('question').value = '';
  byId('assistant-model').hidden = true;
  fill(byId('turns'));
  fill(byId('conversations'));
}

function startNew() {
  running?.abort();
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
      questionButtons(FIRST_QUESTIONS),
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

async function put(text) {
  const turns = byId('turns');
  turns.querySelector('.greeting')?.remove();
  for (const old of turns.querySelectorAll('.suggestions, .turn-action')) old.remove();
  turns.append(turn('user', [h('p', { text })]));
  const answer = openAnswer();
  turns.append(answer.element);
  scrollToEnd();
  running = new AbortController();
  const mine = running;
  showRunning(true);
  announce('The assistant is answering.');
  try {
    await receive(await ask({ message: text, conversation: chatId, portfolio: portfolioId }, { signal: mine.signal }), answer);
  } catch (error) {
    if (isAbort(error)) answer.stopped(() => again(text, answer));
    else if (error instanceof Problem) answer.refused(error, () => again(text, answer));
    else if (error instanceof TypeError || error instanceof SyntaxError) answer.cut(() => again(text, answer));
    else throw error;
  } finally {
    if (running === mine) {
      running = null;
      showRunning(false);
    }
  }
}

/** Asks the same once more, in the place of the answer that failed. */
function again(text, answer) {
  if (running) return;
  answer.element.previousElementSibling?.remove();
  answer.element.remove();
  put(text);
  byId('question').focus();
}

async function receive(response, answer) {
  if ((response.headers.get('Content-Type') ?? '').startsWith('application/json')) {
    finish(await response.json(), answer);
    return;
  }
  for await (const { event, data } of eventsOf(response)) {
    // The conversation that a start names is stored with its first answer, so it counts only when that is done.
    if (event === 'start') showModel(data.model);
    else if (event === 'tool') answer.tool(data);
    else if (event === 'delta') answer.delta(data.text);
    else if (event === 'done') {
      finish(data, answer);
      return;
    } else if (event === 'error') throw Problem.of(data.status ?? 500, data);
  }
  throw new TypeError('The stream ended before the answer was complete');
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

/* Turns */

function turn(role, children) {
  return h(
    'article',
    { class: role === 'user' ? 'turn question' : 'turn answer', 'data-testid': `turn-${role}` },
    h('h3', { class: 'visually-hidden', text: role === 'user' ? 'You asked' : 'The assistant answered' }),
    ...children,
  );
}

/** An answer in the making. */
function openAnswer() {
  const tools = h('ul', { class: 'tools', 'data-testid': 'tools' });
  const text = h('div', { class: 'prose', 'data-testid': 'answer-text' });
  const status = h('p', { class: 'thinking', 'data-testid': 'thinking' }, h('span', { class: 'dots', 'aria-hidden': 'true' }), 'Working on it');
  const element = turn('assistant', [tools, text, status]);
  let written = '';
  let frame = null;
  const write = () => {
    frame = null;
    const follow = atEnd();
    fill(text, prose(written));
    if (follow) keepInView(element);
  };
  const end = (...children) => {
    cancelAnimationFrame(frame);
    status.remove();
    const follow = atEnd();
    element.append(...children.filter(Boolean));
    if (follow) keepInView(element);
  };
  const failed = (kind, title, detail, retry) => {
    if (written) fill(text, prose(written));
    end(h('div', { class: 'turn-action' }, notice(kind, title, { detail, action: retryButton(retry), testid: 'answer-failed' })));
  };
  return {
    element,
    tool({ title }) {
      tools.append(h('li', {}, icon('check'), title));
      announce(title);
      scrollToEnd();
    },
    delta(piece) {
      written += piece;
      frame ??= requestAnimationFrame(write);
    },
    done(data) {
      cancelAnimationFrame(frame);
      tools.remove();
      fill(text, prose(data.response));
      end(chartOf(data.sources ?? []), sourceList(data.sources ?? []), suggestionList(data.suggestions ?? []));
    },
    refused(problem, retry) {
      if (problem.kind === 'unauthorized') {
        failed('warning', 'The session ended before the answer came', 'Your question is kept.', retry);
        return;
      }
      if (written) fill(text, prose(written));
      end(h('div', { class: 'turn-action' }, problemNotice(problem, { title: 'There is no answer', retry, testid: 'answer-failed' })));
    },
    stopped: (retry) => failed('info', 'Stopped', written ? 'The answer above is not complete.' : null, retry),
    cut: (retry) => failed('error', 'The connection was lost', 'The answer is not complete.', retry),
  };
}

function suggestionList(suggestions) {
  return suggestions.length === 0 ? null : questionButtons(suggestions);
}

function questionButtons(questions) {
  return h(
    'div',
    { class: 'suggestions', role: 'group', 'aria-label': 'Suggested questions' },
    questions.map((question) =>
      h('button', {
        type: 'button',
        class: 'chip',
        text: question,
        'data-testid': 'suggestion',
        on: {
          click: () => {
            if (running) return;
            byId('question').focus();
            put(question);
          },
        },
      }),
    ),
  );
}

/** The growth that a source measured, drawn; the figures of the chart are those of the source. */
function chartOf(sources) {
  const measured = sources.find(({ href }) => href?.startsWith(PERFORMANCE));
  if (!measured) return null;
  const place = h('div', {});
  source(`${measured.href}&points=${CHART_POINTS}`)
    .then((report) => {
      if (report.series.length < 2) return;
      const follow = atEnd();
      fill(place, growthSparkline(report.series, { name: 'Portfolio', against: report.benchmark }));
      const turn = place.closest('article');
      if (follow && turn) keepInView(turn);
    })
    // The answer stands without its picture.
    .catch((error) => {
      if (!(error instanceof Problem)) throw error;
    });
  return place;
}

function sourceList(sources) {
  if (sources.length === 0) return null;
  return h(
    'details',
    { class: 'sources', open: true, 'data-testid': 'sources' },
    h('summary', { text: plural(sources.length, 'source', 'sources') }),
    h('ol', {}, sources.map(sourceItem)),
  );
}

function sourceItem(item) {
  return h(
    'li',
    { value: item.id, 'data-testid': 'source' },
    item.href
      ? h('button', {
          type: 'button',
          class: 'link',
          text: item.title,
          'data-testid': 'open-source',
          on: { click: () => openSource(item) },
        })
      : h('span', { text: item.title }),
    (item.figures ?? []).length > 0 &&
      h('dl', { class: 'figures' }, item.figures.map(figureRow)),
  );
}

function figureRow({ name, value }) {
  return h('div', {}, h('dt', { text: name }), h('dd', { class: value.length <= SHORT_VALUE ? 'nowrap' : null, text: value }));
}

/** Shows the very data that a source's figures were taken from. */
async function openSource(item) {
  byId('source-title').textContent = item.title;
  byId('source-href').textContent = item.href;
  const body = byId('source-body');
  fill(body, h('div', { class: 'skeleton skeleton-table', 'aria-hidden': 'true' }));
  const dialog = byId('source-dialog');
  if (!dialog.open) openDialog(dialog);
  try {
    fill(body, h('pre', { text: JSON.stringify(await source(item.href), null, 2), 'data-testid': 'source-data' }));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'unauthorized') dialog.close();
    else fill(body, problemNotice(error, { retry: () => openSource(item) }));
  }
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

function pastTurn(past) {
  if (past.role === 'user') return turn('user', [h('p', { text: past.text })]);
  return turn('assistant', [
    h('div', { class: 'prose', 'data-testid': 'answer-text' }, prose(past.text)),
    chartOf(past.sources ?? []),
    sourceList(past.sources ?? []),
    h('p', { class: 'note', text: moment(past.timestamp) }),
  ].filter(Boolean));
}

async function showConversations() {
  const panel = byId('conversations');
  fill(panel, h('p', { class: 'menu-head', text: 'Loading' }));
  try {
    const page = await conversations();
    if (page.items.length === 0) {
      fill(panel, h('p', { class: 'menu-head', text: 'No conversations yet.' }));
      return;
    }
    fill(
      panel,
      h('ul', { class: 'conversation-list' }, page.items.map(conversationItem)),
      page.next_cursor && h('p', { class: 'menu-head', text: 'Only the newest are listed.' }),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind !== 'unauthorized') fill(panel, problemNotice(error, { title: 'The history could not be loaded', retry: showConversations }));
  }
}

function conversationItem(item) {
  const remove = h(
    'button',
    { type: 'button', class: 'button icon-only', 'aria-label': `Delete the conversation ${item.title}`, 'data-testid': 'delete-conversation' },
    icon('trash'),
  );
  const place = h('div', {});
  remove.addEventListener('click', () =>
    whileBusy(remove, async () => {
      try {
        await deleteConversation(item.id);
        announce('The conversation is deleted.');
        byId('conversations-button').focus();
        if (item.id === chatId) startNew();
        else await showConversations();
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        fill(place, problemNotice(error, { title: 'The conversation was not deleted' }));
      }
    }),
  );
  return h(
    'li',
    { 'data-testid': 'conversation' },
    h(
      'button',
      {
        type: 'button',
        class: 'conversation-open',
        'aria-current': item.id === chatId ? 'true' : null,
        'data-testid': 'open-conversation',
        on: {
          click: () => {
            list.close();
            byId('question').focus();
            go({ chat: item.id });
            showChat(current());
          },
        },
      },
      h('span', { class: 'conversation-title', text: item.title }),
      h('span', { class: 'note', text: `${moment(item.updated_at)} · ${plural(item.turn_count, 'turn', 'turns')}` }),
    ),
    remove,
    place,
  );
}

/* Scrolling */

function atEnd() {
  const turns = byId('turns');
  return turns.scrollHeight - turns.scrollTop - turns.clientHeight < 80;
}

function scrollToEnd() {
  const turns = byId('turns');
  turns.scrollTop = turns.scrollHeight;
}

/** Follows an answer to its end, but not so far that its beginning leaves the view. */
function keepInView(element) {
  const turns = byId('turns');
  scrollToEnd();
  const hidden = turns.getBoundingClientRect().top - element.getBoundingClientRect().top;
  if (hidden > 0) turns.scrollTop -= hidden;
}
