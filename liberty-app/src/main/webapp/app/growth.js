/** The charts of the performance view: growth or value against the benchmark, and the drawdown beneath. */
import { byId, fill, h } from './dom.js';
import { lineChart } from './chart.js';
import { amount, count, day, money, percent, plural, shortMoney } from './format.js';
import { go } from './route.js';
import { table } from './tables.js';

let charts = [];
let lastReport = null;
let tableOpen = false;

/** The cards that the charts are drawn into. */
export function chartCards(report) {
  return [growthCard(report), drawdownCard()];
}

function growthCard(report) {
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
    pricingNote(report),
    h('figcaption', {}, seriesTable(report)),
  );
}

/** What the line stands on that its reader should know of; nothing when there is nothing to say. */
function pricingNote(report) {
  const { pricing } = report;
  const sentences = [staleSentence(pricing), ...pricing.cross_rates.map((rate) => crossRateSentence(rate, report.currency))].filter(Boolean);
  return (
    sentences.length > 0 &&
    h(
      'p',
      { class: 'hint', 'data-testid': 'pricing-note' },
      pricing.stale_days > 0 && h('span', { class: 'line-sample stale-span', 'aria-hidden': 'true' }),
      sentences.join(' '),
    )
  );
}

function staleSentence(pricing) {
  if (pricing.stale_days === 0) return null;
  return (
    `${count(pricing.stale_days)} of ${plural(pricing.days, 'day uses', 'days use')} a price or an exchange rate that was older than ` +
    `${plural(pricing.stale_after, 'trading day', 'trading days')}, marked at the foot of the chart; at most ` +
    `${money(pricing.most_stale_value, { digits: 2 })} stood on such prices, on ${day(pricing.most_stale_on)}.`
  );
}

function crossRateSentence(rate, base) {
  const period = rate.days === 1 ? `on ${day(rate.first)}` : `on ${plural(rate.days, 'day', 'days')} from ${day(rate.first)} to ${day(rate.last)}`;
  return `${rate.currency} was converted through ${rate.via} ${period}: there was no rate ${rate.currency}/${base}.`;
}

function drawdownCard() {
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
    discardCharts();
    drawCharts(lastReport, route);
  }
}

/** Lets go of what is drawn. */
export function discardCharts() {
  for (const chart of charts) chart.destroy();
  charts = [];
}

/** Draws into the cards, which must be on the page. */
export function drawCharts(report, route) {
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
    spans: report.pricing.stale_spans,
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
