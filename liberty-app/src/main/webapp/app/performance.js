/** The performance view: what the portfolio is worth, how it got there, at what risk and against which benchmark. */
import { announce, byId, fill, h, icon, notice, problemNotice } from './dom.js';
import { holdings as fetchHoldings, performance as fetchPerformance, summary as fetchSummary } from './api.js';
import { lineChart } from './chart.js';
import { amount, count, day, decimal, direction, money, percent, plural, points, quantity, shortMoney } from './format.js';
import { GROUPS } from './metrics.js';
import { Problem, isAbort } from './problem.js';
import { TIMEFRAMES, go } from './route.js';
import { bar, table } from './tables.js';

/** The exact series has one point a day; this many keep its shape on any screen. */
const POINTS = 600;
const SAMPLE_BENCHMARK = 'SYN.INDEX';

let controller = null;
let shownPortfolio = null;
let charts = [];
let tableOpen = false;

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
function chosenBenchmark(route, portfolio, instruments) {
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
  for (const chart of charts) chart.destroy();
  charts = [];
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
    chartCard(report),
    drawdownCard(report),
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

function fact(name, text, { mark, testid, note, raw } = {}) {
  const arrow = mark === 'negative' ? '▼ ' : mark === 'positive' ? '▲ ' : '';
  return h(
    'div',
    {},
    h('dt', { text: name }),
    h(
      'dd',
      { class: mark || null, 'data-testid': testid },
      arrow && h('span', { class: 'arrow', 'aria-hidden': 'true', text: arrow }),
      raw === undefined || raw === null ? text : h('data', { value: raw, text }),
      note && h('span', { class: 'note', text: note }),
    ),
  );
}

/* Charts */

function chartCard(report) {
  const against = report.benchmark;
  const modes = [
    ['return', 'Return'],
    ['value', 'Value'],
  ];
  return h(
    'figure',
    { class: 'card chart-card', 'aria-labelledby': 'growth-title' },
    h(
      'div',
      { class: 'card-head' },
      h('h2', { id: 'growth-title', text: against ? `Portfolio and ${against}` : 'Portfolio' }),
      h(
        'fieldset',
        { class: 'segmented small' },
        h('legend', { class: 'visually-hidden', text: 'What the chart shows' }),
        h(
          'div',
          { class: 'segments' },
          modes.map(([mode, name]) =>
            h(
              'span',
              { class: 'segment' },
              h('input', {
                type: 'radio',
                name: 'mode',
                value: mode,
                id: `mode-${mode}`,
                'data-testid': `mode-${mode}`,
                on: { change: () => go({ mode }, { replace: true }) },
              }),
              h('label', { for: `mode-${mode}`, text: name }),
            ),
          ),
        ),
      ),
    ),
    h('p', { id: 'growth-readout', class: 'readout', 'aria-hidden': 'true' }),
    h('div', { id: 'growth-chart', class: 'chart', role: 'img', 'data-testid': 'growth-chart' }),
    h('p', { id: 'growth-hint', class: 'hint' }),
    h('figcaption', {}, seriesTable(report)),
  );
}

function drawdownCard(report) {
  return h(
    'figure',
    { class: 'card chart-card', 'aria-labelledby': 'drawdown-title' },
    h('div', { class: 'card-head' }, h('h2', { id: 'drawdown-title', text: 'Drawdown' })),
    h('p', { id: 'drawdown-readout', class: 'readout', 'aria-hidden': 'true' }),
    h('div', { id: 'drawdown-chart', class: 'chart', role: 'img', 'data-testid': 'drawdown-chart' }),
    h('figcaption', { class: 'hint', text: 'How far below its highest point so far the portfolio stood, flows left out.' }),
  );
}

/** Redraws only what the choice between return and value changes. */
export function showMode(route) {
  if (lastReport && charts.length > 0) {
    for (const chart of charts) chart.destroy();
    charts = [];
    drawCharts(lastReport, route);
  }
}

let lastReport = null;

function drawCharts(report, route) {
  lastReport = report;
  const dates = report.series.map((point) => point.date);
  charts = [growthChart(report, dates, route.mode), drawdownChart(report, dates)];
}

function growthChart(report, dates, mode) {
  byId(`mode-${mode}`).checked = true;
  const against = report.benchmark;
  const value = mode === 'value';
  const write = value
    ? (number) => amount(number, report.currency, { digits: 0 })
    : (number) => percent(number, { digits: 1, signed: true });
  const lines = [
    {
      name: 'Portfolio',
      colour: '--series-portfolio',
      sample: 'solid',
      values: report.series.map((point) => (value ? point.value : less(point.growth))),
    },
  ];
  if (against && !value) {
    lines.push({
      name: against,
      colour: '--series-benchmark',
      sample: 'dashed',
      dash: [6, 4],
      values: report.series.map((point) => less(point.benchmark_growth)),
    });
  }
  byId('growth-hint').textContent = value
    ? 'What the portfolio was worth, deposits and withdrawals included; a benchmark has no such value.'
    : 'Growth since the start of the period, deposits and withdrawals left out.';
  const container = byId('growth-chart');
  container.setAttribute('aria-label', spoken(value ? 'Line chart of the value' : 'Line chart of the return', dates, lines, write));
  return lineChart(container, {
    dates,
    lines,
    height: 280,
    tick: value ? (number) => shortMoney(number, report.currency) : (number) => percent(number, { digits: 0 }),
    onCursor: readout(byId('growth-readout'), dates, lines, write),
  });
}

function drawdownChart(report, dates) {
  const write = (number) => percent(number, { digits: 1 });
  const lines = [
    {
      name: 'Below the peak',
      colour: '--series-drawdown',
      area: '--series-drawdown-area',
      sample: 'solid',
      values: report.series.map((point) => point.drawdown),
    },
  ];
  const container = byId('drawdown-chart');
  container.setAttribute('aria-label', spoken('Area chart of the drawdown', dates, lines, write));
  return lineChart(container, {
    dates,
    lines,
    height: 150,
    top: 0,
    tick: (number) => percent(number, { digits: 0 }),
    onCursor: readout(byId('drawdown-readout'), dates, lines, write),
  });
}

const less = (growth) => (growth === null || growth === undefined ? null : growth - 1);

/** The line above a chart: the values under the pointer, else the last ones. */
function readout(element, dates, lines, write) {
  const show = (index) => {
    const at = index ?? dates.length - 1;
    fill(
      element,
      h('span', { class: 'readout-date', text: day(dates[at]) }),
      lines.map((line) =>
        h(
          'span',
          { class: 'readout-item' },
          h('span', { class: `line-sample ${line.sample} ${line.colour.slice(2)}` }),
          `${line.name} `,
          h('strong', { text: write(line.values[at]) }),
        ),
      ),
    );
  };
  show(null);
  return show;
}

/** What a chart shows, in words. */
function spoken(kind, dates, lines, write) {
  const said = lines.map((line) => {
    const known = line.values.filter((value) => value !== null);
    if (known.length === 0) return `${line.name}: not available`;
    return `${line.name}: from ${write(known[0])} to ${write(known.at(-1))}, lowest ${write(Math.min(...known))}, highest ${write(Math.max(...known))}`;
  });
  return `${kind} from ${day(dates[0])} to ${day(dates.at(-1))}. ${said.join('. ')}.`;
}

function spokenSummary(report) {
  return `Value ${money(report.value)}, return ${percent(report.metrics.time_weighted_return, { signed: true })} from ${day(report.from)} to ${day(report.to)}.`;
}

/** The charts' points as a table, made only when it is opened. */
function seriesTable(report) {
  const details = h('details', { 'data-testid': 'series-details' }, h('summary', { text: 'Show the points as a table' }));
  const build = () => {
    tableOpen = details.open;
    if (!details.open || details.querySelector('table')) return;
    details.append(
      table({
        caption: `The points of the charts, ${day(report.from)} to ${day(report.to)}`,
        testid: 'series-table',
        tall: true,
        rows: report.series,
        columns: [
          { name: 'Date', header: true, write: (row) => day(row.date) },
          { name: 'Value', numeric: true, write: (row) => amount(row.value, report.currency, { digits: 2 }) },
          { name: 'Return', numeric: true, write: (row) => percent(less(row.growth), { digits: 2, signed: true }) },
          report.benchmark && {
            name: report.benchmark,
            numeric: true,
            write: (row) => percent(less(row.benchmark_growth), { digits: 2, signed: true }),
          },
          { name: 'Drawdown', numeric: true, write: (row) => percent(row.drawdown, { digits: 2 }) },
        ].filter(Boolean),
      }),
    );
  };
  details.addEventListener('toggle', build);
  details.open = tableOpen;
  return details;
}

/* Measures */

function metricGroups(report) {
  const reasons = new Map(report.unavailable.map((entry) => [entry.metric, entry.reason]));
  return GROUPS.map((group) => {
    if (group.needsBenchmark && !report.benchmark) return benchmarkInvitation(group);
    const title = group.needsBenchmark ? `Against ${report.benchmark}` : group.name;
    return h(
      'section',
      { class: 'metric-group' },
      h('h2', { id: `group-${group.id}`, text: title }),
      h('dl', { class: 'cards' }, group.metrics.map((metric) => card(metric, report.metrics, reasons))),
    );
  });
}

function benchmarkInvitation(group) {
  return h(
    'section',
    { class: 'metric-group' },
    h('h2', { id: `group-${group.id}`, text: group.name }),
    h('p', { class: 'hint', 'data-testid': 'no-benchmark', text: 'Choose a benchmark above to see beta, alpha, tracking error and how both compare.' }),
  );
}

function card(metric, metrics, reasons) {
  const value = metrics[metric.key];
  const absent = value === null || value === undefined;
  const tipId = `tip-${metric.key}`;
  const note = absent
    ? (reasons.get(metric.key) ?? 'The server gave no reason.')
    : [metric.unit, metric.note?.(metrics)].filter(Boolean).join(' · ');
  const tip = h('span', { id: tipId, class: 'tip', role: 'tooltip', text: metric.says });
  const help = h('button', { type: 'button', class: 'help', 'aria-label': `About ${metric.name}`, 'aria-describedby': tipId }, icon('help'));
  const element = h(
    'div',
    { class: `metric${absent ? ' absent' : ''}`, 'data-testid': `metric-${metric.key}` },
    h('dt', {}, h('span', { text: metric.name }), help),
    h(
      'dd',
      {},
      h('data', {
        class: `metric-value ${!absent && metric.signed ? direction(value) : ''}`.trim(),
        value: absent ? '' : value,
        text: absent ? 'Not available' : metric.write(value),
      }),
      note && h('span', { class: 'note', text: note }),
      tip,
    ),
  );
  explain(element, help, tip);
  return element;
}

/** Shows the explanation on hover, focus and touch; Escape hides it, and the pointer may move onto it. */
function explain(host, button, tip) {
  const show = () => {
    // It opens towards the middle of the window, so that it never leaves it.
    tip.classList.toggle('from-right', host.getBoundingClientRect().left > document.documentElement.clientWidth / 2);
    host.classList.add('explained');
  };
  const hide = () => host.classList.remove('explained');
  button.addEventListener('focus', show);
  button.addEventListener('blur', hide);
  button.addEventListener('click', show);
  button.addEventListener('mouseenter', show);
  host.addEventListener('mouseleave', () => {
    if (document.activeElement !== button) hide();
  });
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  tip.addEventListener('click', hide);
}

/* Tables */

function drawdownTable(report) {
  return h(
    'section',
    { class: 'card' },
    h('h2', { id: 'drawdowns-title', text: 'Deepest drawdowns' }),
    report.drawdowns.length === 0
      ? h('p', { class: 'hint', text: 'The portfolio never stood below an earlier peak in this period.' })
      : table({
          caption: 'Deepest drawdowns',
          testid: 'drawdown-table',
          rows: report.drawdowns,
          columns: [
            { name: 'Depth', numeric: true, header: true, write: (row) => percent(row.depth), mark: () => 'negative' },
            { name: 'Peak', write: (row) => day(row.peak_date) },
            { name: 'Low', write: (row) => day(row.trough_date) },
            { name: 'Recovered', write: (row) => (row.recovery_date ? day(row.recovery_date) : 'Not yet') },
            { name: 'Days', numeric: true, write: (row) => count(row.length_days) },
          ],
        }),
  );
}

function yearTable(report) {
  const against = report.benchmark;
  const known = (value) => value !== null && value !== undefined;
  return h(
    'section',
    { class: 'card' },
    h('h2', { id: 'years-title', text: 'Calendar years' }),
    report.calendar_years.length === 0
      ? h('p', { class: 'hint', text: 'No calendar year to show in this period.' })
      : table({
          caption: 'Returns by calendar year',
          testid: 'year-table',
          rows: [...report.calendar_years].reverse(),
          columns: [
            { name: 'Year', header: true, write: (row) => String(row.year) },
            { name: 'Portfolio', numeric: true, write: (row) => percent(row.portfolio, { signed: true }), mark: (row) => direction(row.portfolio) },
            against && { name: against, numeric: true, write: (row) => percent(row.benchmark, { signed: true }) },
            against && {
              name: 'Difference',
              numeric: true,
              write: (row) => (known(row.portfolio) && known(row.benchmark) ? points(row.portfolio - row.benchmark) : 'Not available'),
              mark: (row) => (known(row.portfolio) && known(row.benchmark) ? direction(row.portfolio - row.benchmark) : ''),
            },
          ].filter(Boolean),
        }),
  );
}

/** Cash in one currency is one row; in several, a row for all of it in the base currency and one beneath it for each. */
function cashRows(answer) {
  const total = Number(answer.total.amount);
  const value = total - answer.holdings.reduce((sum, holding) => sum + Number(holding.value.amount), 0);
  const weight = total > 0 ? value / total : null;
  if (answer.cash.length < 2) return answer.cash.map((cash) => ({ isCash: true, name: `Cash ${cash.currency}`, cash, weight }));
  const digits = /\.(\d+)/.exec(answer.total.amount)?.[1].length ?? 0;
  const all = { amount: value.toFixed(digits), currency: answer.currency };
  return [
    { isCash: true, name: 'Cash', cash: all, weight },
    ...answer.cash.map((cash) => ({ isCash: true, name: cash.currency, cash, weight: null, rowClass: 'part-of' })),
  ];
}

function holdingTable(answer) {
  const rows = [...answer.holdings].sort((one, other) => (other.weight ?? 0) - (one.weight ?? 0));
  return h(
    'section',
    { class: 'card' },
    h(
      'div',
      { class: 'card-head' },
      h('h2', { id: 'holdings-title', text: 'Holdings' }),
      h('p', { class: 'hint', text: `On ${day(answer.as_of)}, weights of the total with cash` }),
    ),
    answer.warnings.length > 0 && notice('warning', 'About these holdings', { list: answer.warnings }),
    table({
      caption: `Holdings on ${day(answer.as_of)}`,
      testid: 'holding-table',
      rows: [...rows, ...cashRows(answer)],
      columns: [
        { name: 'Holding', header: true, write: (row) => (row.isCash ? row.name : row.symbol) },
        {
          name: 'Weight',
          numeric: true,
          write: (row) => (row.weight === null ? '' : h('span', { class: 'weight' }, bar(row.weight), percent(row.weight))),
        },
        { name: 'Value', numeric: true, write: (row) => money(row.isCash ? row.cash : row.value, { digits: 2 }), mark: negativeCash },
        {
          name: 'Unrealised gain',
          numeric: true,
          write: (row) => (row.isCash ? '' : money(row.unrealised_gain, { digits: 2, signed: true })),
          mark: (row) => (row.isCash ? '' : direction(row.unrealised_gain?.amount)),
        },
        { name: 'Quantity', numeric: true, write: (row) => (row.isCash ? '' : `${row.side === 'short' ? '−' : ''}${quantity(row.quantity)}`) },
        { name: 'Price', numeric: true, write: priceCell },
      ],
    }),
  );
}

const negativeCash = (row) => (row.isCash && Number(row.cash.amount) < 0 ? 'negative' : '');

function priceCell(row) {
  if (row.isCash) return '';
  if (row.price === null || row.price === undefined) return 'Not available';
  const notes = [];
  if (row.carried_forward) notes.push(`from ${day(row.price_date)}`);
  if (row.price_source === 'trade') notes.push('last trade');
  return h('span', {}, amount(row.price, row.price_currency), notes.length > 0 && h('span', { class: 'note', text: notes.join(', ') }));
}

const TOTALS = [
  ['Paid in less taken out', 'net_contributions'],
  ['Gain', 'gain', true],
  ['Realised gain', 'realised_gain', true],
  ['Unrealised gain', 'unrealised_gain', true],
  ['Dividends', 'dividends'],
  ['Interest', 'interest'],
  ['Fees', 'fees'],
  ['Taxes', 'taxes'],
];

function totalsCard(totals) {
  return h(
    'section',
    { class: 'card' },
    h(
      'div',
      { class: 'card-head' },
      h('h2', { id: 'totals-title', text: 'Since the beginning' }),
      h('p', { class: 'hint', text: `All transactions up to ${totals.as_of ? day(totals.as_of) : 'today'}` }),
    ),
    totals.warnings.length > 0 && notice('warning', 'About these totals', { list: totals.warnings }),
    h(
      'dl',
      { class: 'totals', 'data-testid': 'totals' },
      TOTALS.map(([name, field, signed]) =>
        fact(name, money(totals[field], { digits: 2, signed }), { mark: signed ? direction(totals[field]?.amount) : '', raw: totals[field]?.amount }),
      ),
    ),
  );
}

/* How the figures are made */

function conventions(report) {
  const entries = Object.entries(report.conventions);
  return h(
    'details',
    { class: 'card conventions', 'data-testid': 'conventions' },
    h('summary', { text: 'How these figures are made' }),
    h(
      'dl',
      {},
      entries.map(([name, value]) => [h('dt', { text: sentence(name) }), h('dd', { text: plain(name, value) })]).flat(),
    ),
  );
}

const CONVENTION_NAMES = {
  cagr: 'CAGR',
  risk_free_rate: 'Risk-free rate',
  risk_free_per_period: 'Risk-free rate per period',
  time_weighted_return: 'Time-weighted return',
  money_weighted_return: 'Money-weighted return',
  sharpe: 'Sharpe ratio',
  downside: 'Downside deviation and Sortino ratio',
  calmar: 'Calmar ratio',
  tail: 'Value at risk and expected shortfall',
  moments: 'Skewness and excess kurtosis',
  omega: 'Omega ratio',
  regression: 'Beta and alpha',
};

const sentence = (name) => CONVENTION_NAMES[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

function plain(name, value) {
  if (value === null) return 'Not available';
  if (typeof value === 'number') return name.endsWith('_rate') ? percent(value, { digits: 2 }) : decimal(value, { digits: Number.isInteger(value) ? 0 : 4 });
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
