/**
 * The health check of a portfolio: scores with their formulas, what stands out, what would change it, and a summary in words. It
 * runs when it is asked for, since a model may word the summary, and that may cost.
 */
import { announce, byId, fill, h, problemNotice, whileBusy } from './dom.js';
import { analyse } from './api.js';
import { sourceList } from './evidence.js';
import { day, decimal } from './format.js';
import { Problem, isAbort } from './problem.js';
import { prose } from './prose.js';

const NAMES = {
  overall_score: 'Overall',
  performance_score: 'Performance',
  diversification_score: 'Diversification',
  risk_score: 'Risk (higher is safer)',
};

let question = null;
let controller = null;

/** Offers the check for what the page shows; a result of something else goes. */
export function offerHealth({ portfolio, timeframe, benchmark }) {
  const next = { portfolio: portfolio.id, timeframe, benchmark };
  const place = byId('health');
  place.hidden = portfolio.transaction_count === 0;
  if (JSON.stringify(next) === JSON.stringify(question)) return;
  question = next;
  controller?.abort();
  fill(place, head(), h('p', { class: 'hint', text: 'Scores of performance, diversification and risk, what stands out and what would change it, each with the figures behind it.' }));
}

export function clearHealth() {
  controller?.abort();
  question = null;
  const place = byId('health');
  place.hidden = true;
  fill(place);
}

function head() {
  const button = h('button', { type: 'button', class: 'button small', text: 'Check now', 'data-testid': 'check-health' });
  button.addEventListener('click', () => whileBusy(button, check));
  return h('div', { class: 'card-head' }, h('h2', { text: 'Health check' }), button);
}

async function check() {
  const place = byId('health');
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  place.setAttribute('aria-busy', 'true');
  announce('Checking the health of the portfolio.');
  try {
    const analysis = await analyse(question, { signal });
    if (signal.aborted) return;
    fill(place, head(), result(analysis));
    announce(`Overall score ${score(analysis.overall_score)}. Level of risk: ${analysis.risk_level}.`);
  } catch (error) {
    if (isAbort(error) || signal.aborted) return;
    if (!(error instanceof Problem)) throw error;
    if (error.kind !== 'unauthorized') fill(place, head(), problemNotice(error, { title: 'The portfolio could not be checked', retry: check, testid: 'health-error' }));
  } finally {
    place.removeAttribute('aria-busy');
  }
}

function score(value) {
  return value === null || value === undefined ? 'not available' : `${decimal(value, { digits: 1 })} of 100`;
}

function result(analysis) {
  return h(
    'div',
    { class: 'health', 'data-testid': 'health-result' },
    h(
      'p',
      { class: 'subtitle' },
      `${day(analysis.from)} to ${day(analysis.to)}. Level of risk: `,
      h('strong', { text: analysis.risk_level, 'data-testid': 'risk-level' }),
    ),
    h('ul', { class: 'scores' }, analysis.scores.map(scoreItem)),
    h('div', { class: 'prose', 'data-testid': 'health-summary' }, prose(analysis.summary)),
    h('p', { class: 'note', text: analysis.fallback ? 'No model could word this; these are the findings themselves.' : `Worded by ${analysis.model}.` }),
    statements('What stands out', analysis.findings, 'finding'),
    statements('What would change it', analysis.suggestions, 'health-suggestion'),
    h(
      'details',
      {},
      h('summary', { text: 'How the scores are made' }),
      h('ul', { class: 'notes' }, analysis.notes.map((text) => h('li', { text }))),
    ),
  );
}

function scoreItem(item) {
  return h(
    'li',
    { 'data-testid': 'score' },
    h('span', { class: 'score-name', text: NAMES[item.name] ?? item.name }),
    h('span', { class: 'score-value', text: score(item.value) }),
    item.value !== null && meter(item.value),
    h('p', { class: 'note', text: item.formula }),
    sourceList(item.evidence, { open: false, name: 'Evidence' }),
  );
}

function meter(value) {
  const inner = h('span', { class: 'bar-fill' });
  inner.style.width = `${Math.min(100, Math.max(0, value))}%`;
  return h('span', { class: 'bar', 'aria-hidden': 'true' }, inner);
}

function statements(title, items, testid) {
  if (items.length === 0) return null;
  return h(
    'section',
    {},
    h('h3', { text: title }),
    h(
      'ul',
      { class: 'statements' },
      items.map((item) =>
        h(
          'li',
          { 'data-testid': testid },
          h('p', {}, item.level !== 'info' && h('span', { class: `badge level-${item.level}`, text: item.level }), ' ', item.statement),
          sourceList(item.evidence, { open: false, name: 'Evidence' }),
        ),
      ),
    ),
  );
}
