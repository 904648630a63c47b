/** The performance view: what the portfolio is worth, how it got there, at what risk and against which benchmark. */
import { announce, byId, fill, h, notice, problemNotice } from './dom.js';
import { holdings as fetchHoldings, performance as fetchPerformance, summary as fetchSummary } from './api.js';
import { conventions } from './conventions.js';
import { fact } from './facts.js';
import { day, direction, money, percent, plural } from './format.js';
import { chartCards, discardCharts, drawCharts } from './growth.js';
import { holdingTable, totalsCard } from './holdings.js';
import { metricGroups } from './measures.js';
import { drawdownTable, yearTable } from './periods.js';
import { Problem, isAbort } from './problem.js';
import { TIMEFRAMES, go } from './route.js';

/** The exact series has one point a day; this many keep its shape on any screen. */
const POINTS = 600;
const SAMPLE_BENCHMARK = 'SYN.INDEX';

let controller = null;
let shownPortfolio = null;

/** Fills the controls once; what they choose goes to the route. */
export function preparePerformance() {
  fill(
    byId('timeframes'),
    TIMEFRAMES.map((name) => {
      const input = h('input', {
        type: 'radio',
        name: 'timeframe',
        value: name,
        id: `timeframe-${name}`,
        'data-testid': `timeframe-${name}`,
        on: { change: () => go({ timeframe: name }) },
      });
      return h('span', { class: 'segment' }, input, h('label', { for: input.id, text: name === 'MAX' ? 'Max' : name }));
    }),
  );
  byId('benchmark').addEventListener('change', (event) => go({ benchmark: event.target.value }));
}

/** The benchmark that a route means: the reader's choice, or the sample's own index when nothing was chosen. */
export function chosenBenchmark(route, portfolio, instruments) {
  const known = (symbol) => instruments.some((instrument) => instrument.symbol === symbol);
  if (route.benchmark !== null) return known(route.benchmark) ? route.benchmark : '';
  return portfolio.sample && known(SAMPLE_BENCHMARK) ? SAMPLE_BENCHMARK : '';
}

/** Shows a portfolio. `empty()` gives what stands there while it holds nothing to measure. */
export async function showPerformance({ portfolio, route, instruments, empty }) {
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  const benchmark = chosenBenchmark(route, portfolio, instruments);
  showControls(route, instruments, benchmark);
  byId('performance-title').textContent = portfolio.name;
  fill(byId('performance-subtitle'), portfolio.sample && h('span', { class: 'badge', text: 'Synthetic sample' }), ' ', `In ${portfolio.base_currency}`);

  const body = byId('performance-body');
  if (portfolio.transaction_count === 0) {
    discard();
    byId('performance-controls').hidden = true;
    fill(body, empty());
    return;
  }
  byId('performance-controls').hidden = false;
  body.setAttribute('aria-busy', 'true');
  if (shownPortfolio !== portfolio.id) {
    discard();
    fill(body, skeleton());
  } else {
    body.classList.add('stale');
  }

  const again = () => showPerformance({ portfolio, route, instruments, empty });
  try {
    const [report, holdings, totals] = await Promise.all([
      fetchPerformance({ portfolio: portfolio.id, timeframe: route.timeframe, benchmark, points: POINTS }, { signal }),
      part(fetchHoldings(portfolio.id, null, { signal })),
      part(fetchSummary(portfolio.id, { signal })),
    ]);
    if (signal.aborted) return;
    discard();
    if (report.status === 'empty') {
      fill(body, empty());
    } else {
      fill(body, content(report, holdings, totals, again));
      drawCharts(report, route);
      shownPortfolio = portfolio.id;
      announce(spokenSummary(report));
    }
  } catch (error) {
    if (isAbort(error)) return;
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'unauthorized') return;
    discard();
    fill(body, refusal(error, again));
  } finally {
    if (!signal.aborted) {
      body.removeAttribute('aria-busy');
      body.classList.remove('stale');
    }
  }
}

/** Forgets what is shown, as after a sign-out or when the data changed. */
export function clearPerformance() {
  controller?.abort();
  discard();
  fill(byId('performance-body'));
}

/** A part of the view whose failure does not take the rest with it: the answer or the problem. */
async function part(promise) {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof Problem && error.kind !== 'unauthorized') return error;
    throw error;
  }
}

function discard() {
  discardCharts();
  shownPortfolio = null;
}

function refusal(problem, again) {
  const unmeasurable = problem.kind === 'unmeasurable';
  const element = problemNotice(problem, {
    title: unmeasurable ? 'This cannot be measured yet' : 'The performance could not be loaded',
    retry: again,
    testid: 'performance-error',
  });
  if (unmeasurable) {
    const button = h('button', {
      type: 'button',
      class: 'button small',
      text: 'Import prices',
      'data-testid': 'go-to-data',
      on: { click: () => go({ view: 'data' }) },
    });
    element.querySelector('.notice-body').append(button);
  }
  return element;
}

function showControls(route, instruments, benchmark) {
  byId(`timeframe-${route.timeframe}`).checked = true;
  // An exchange rate is stored like a price, but nobody measures a portfolio against one.
  const candidates = instruments.filter((instrument) => !/^[A-Z]{3}\/[A-Z]{3}$/.test(instrument.symbol));
  fill(
    byId('benchmark'),
    h('option', { value: '', text: candidates.length === 0 ? 'None: import prices first' : 'None' }),
    candidates.map((instrument) =>
      h('option', { value: instrument.symbol, text: instrument.symbol, selected: instrument.symbol === benchmark }),
    ),
  );
  byId('benchmark').value = benchmark;
}

function skeleton() {
  const block = (name) => h('div', { class: `skeleton ${name}` });
  return h(
    'div',
    { class: 'skeletons', 'data-testid': 'performance-loading' },
    h('p', { class: 'visually-hidden', text: 'Loading the performance' }),
    block('skeleton-headline'),
    block('skeleton-chart'),
    h('div', { class: 'cards', 'aria-hidden': 'true' }, Array.from({ length: 8 }, () => block('skeleton-card'))),
  );
}

function content(report, holdings, totals, again) {
  return [
    report.warnings.length > 0 && notice('warning', 'Read these figures with care', { list: report.warnings, testid: 'performance-warnings' }),
    headline(report),
    ...chartCards(report),
    ...metricGroups(report),
    h('div', { class: 'columns-2' }, drawdownTable(report), yearTable(report)),
    holdings instanceof Problem ? partRefused('Holdings', holdings, again) : holdingTable(holdings),
    totals instanceof Problem ? partRefused('Totals', totals, again) : totalsCard(totals),
    conventions(report),
  ];
}

function partRefused(name, problem, again) {
  return problemNotice(problem, { title: `${name} could not be loaded`, retry: again });
}

/* The headline */

function headline(report) {
  const gain = report.gain?.amount;
  const period = `${day(report.from)} to ${day(report.to)}`;
  return h(
    'section',
    { class: 'headline' },
    h(
      'div',
      {},
      h('p', { class: 'eyebrow', text: `Value on ${day(report.to)}` }),
      h('p', { class: 'value', 'data-testid': 'headline-value' }, h('data', { value: report.value?.amount ?? '', text: money(report.value, { digits: 2 }) })),
      h('p', { class: 'hint', 'data-testid': 'headline-period', text: `${period} · ${plural(report.observations, 'daily return', 'daily returns')}` }),
    ),
    h(
      'dl',
      { class: 'facts' },
      fact('Gain', money(report.gain, { digits: 2, signed: true }), { mark: direction(gain), testid: 'headline-gain', raw: gain }),
      fact('Time-weighted return', percent(report.metrics.time_weighted_return, { signed: true }), {
        mark: direction(report.metrics.time_weighted_return),
        testid: 'headline-return',
        raw: report.metrics.time_weighted_return,
      }),
      fact('Paid in', money(report.inflow, { digits: 2 }), { testid: 'headline-inflow', raw: report.inflow?.amount }),
      fact('Taken out', money(report.outflow, { digits: 2 }), { testid: 'headline-outflow', raw: report.outflow?.amount }),
    ),
  );
}

function spokenSummary(report) {
  return `Value ${money(report.value)}, return ${percent(report.metrics.time_weighted_return, { signed: true })} from ${day(report.from)} to ${day(report.to)}.`;
}
