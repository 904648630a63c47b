/** The turns of a conversation as the page shows them: questions, answers in the making, and answers of the past. */
import { announce, byId, fill, h, icon, notice, problemNotice, retryButton } from './dom.js';
import { source } from './api.js';
import { sourceList } from './evidence.js';
import { moment } from './format.js';
import { Problem } from './problem.js';
import { prose } from './prose.js';
import { growthSparkline } from './sparkline.js';

const PERFORMANCE = '/api/ai/performance-analytics?';
const CHART_POINTS = 120;

export function turn(role, children) {
  return h(
    'article',
    { class: role === 'user' ? 'turn question' : 'turn answer', 'data-testid': `turn-${role}` },
    h('h3', { class: 'visually-hidden', text: role === 'user' ? 'You asked' : 'The assistant answered' }),
    ...children,
  );
}

export function questionTurn(text) {
  return turn('user', [h('p', { text })]);
}

/** An answer in the making. `onAsk` takes a suggested question. */
export function openAnswer(onAsk) {
  const tools = h('ul', { class: 'tools', 'data-testid': 'tools' });
  const text = h('div', { class: 'prose', 'data-testid': 'answer-text' });
  const doing = h('span', { text: 'Working on it' });
  const status = h('p', { class: 'thinking', 'data-testid': 'thinking' }, h('span', { class: 'dots', 'aria-hidden': 'true' }), doing);
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
    /** The answer begins, or begins anew: what was written before counts no more. */
    start() {
      written = '';
      fill(tools);
      fill(text);
      doing.textContent = 'Working on it';
    },
    tool({ title }) {
      tools.append(h('li', {}, icon('check'), title));
      announce(title);
      scrollToEnd();
    },
    delta(piece) {
      written += piece;
      doing.textContent = 'Working on it';
      frame ??= requestAnimationFrame(write);
    },
    waits(words) {
      doing.textContent = words;
      announce(words);
    },
    done(data) {
      cancelAnimationFrame(frame);
      tools.remove();
      fill(text, prose(data.response));
      end(chartOf(data.sources ?? []), sourceList(data.sources ?? []), suggestionList(data.suggestions ?? [], onAsk));
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
    cut: (retry) => failed('error', 'The connection was lost', 'The answer is not complete. Trying again goes on with the same answer.', retry),
  };
}

function suggestionList(suggestions, onAsk) {
  return suggestions.length === 0 ? null : questionButtons(suggestions, onAsk);
}

export function questionButtons(questions, onAsk) {
  return h(
    'div',
    { class: 'suggestions', role: 'group', 'aria-label': 'Suggested questions' },
    questions.map((question) =>
      h('button', { type: 'button', class: 'chip', text: question, 'data-testid': 'suggestion', on: { click: () => onAsk(question) } }),
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
      const article = place.closest('article');
      if (follow && article) keepInView(article);
    })
    // The answer stands without its picture.
    .catch((error) => {
      if (!(error instanceof Problem)) throw error;
    });
  return place;
}

export function pastTurn(past) {
  if (past.role === 'user') return questionTurn(past.text);
  return turn(
    'assistant',
    [
      h('div', { class: 'prose', 'data-testid': 'answer-text' }, prose(past.text)),
      chartOf(past.sources ?? []),
      sourceList(past.sources ?? []),
      h('p', { class: 'note', text: moment(past.timestamp) }),
    ].filter(Boolean),
  );
}

/* Scrolling */

function atEnd() {
  const turns = byId('turns');
  return turns.scrollHeight - turns.scrollTop - turns.clientHeight < 80;
}

export function scrollToEnd() {
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
