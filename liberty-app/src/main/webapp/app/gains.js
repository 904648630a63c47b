/** What a portfolio gained, lot by lot: realised by sales, and not yet realised in the lots that are open. */
import { fill, h, notice, problemNotice, whileBusy } from './dom.js';
import { gains as fetchGains, lots as fetchLots } from './api.js';
import { amount, count, day, direction, money, plural, quantity } from './format.js';
import { Problem, isAbort } from './problem.js';
import { table } from './tables.js';

/** More open lots than this nobody reads on a page; the API gives all of them. */
const MOST_OPEN_LOTS = 200;

let controller = null;

/** The card; it loads itself, and anew when `reload` of the returned object is called. */
export function gainsCard(portfolio) {
  const body = h('div', { class: 'card-body', 'data-testid': 'gains' });
  const card = h('section', { class: 'card' }, h('div', { class: 'card-head' }, h('h2', { text: 'Gains by lot' })), body);
  const reload = () => load(portfolio, body, reload);
  reload();
  return { card, reload };
}

/** Nothing that is still on its way is shown any more. */
export function clearGains() {
  controller?.abort();
}

async function load(portfolio, body, again) {
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  fill(body, h('div', { class: 'skeleton skeleton-table', 'aria-hidden': 'true' }));
  try {
    const [realised, open] = await Promise.all([fetchGains(portfolio.id, null, { signal }), fetchLots(portfolio.id, { signal })]);
    if (signal.aborted) return;
    const part = h('div');
    fill(body, part, openPart(open));
    showRealised(portfolio, part, realised, realised.items, again);
  } catch (error) {
    refuse(error, body, again);
  }
}

/** The gains so far and, while there are more, a button that asks for the next page; the totals are those of all. */
function showRealised(portfolio, part, view, rows, again) {
  const next = async () => {
    const { signal } = controller;
    try {
      const page = await fetchGains(portfolio.id, view.next_cursor, { signal });
      if (!signal.aborted) showRealised(portfolio, part, page, [...rows, ...page.items], again);
    } catch (error) {
      refuse(error, part, again);
    }
  };
  fill(part, realisedPart(view, rows), view.next_cursor && more(next));
}

function more(next) {
  const button = h('button', { type: 'button', class: 'button small', text: 'Show more', 'data-testid': 'more-gains' });
  button.addEventListener('click', () => whileBusy(button, next));
  return h('p', { class: 'after-table' }, button);
}

function refuse(error, place, again) {
  if (isAbort(error)) return;
  if (!(error instanceof Problem)) throw error;
  fill(place, problemNotice(error, { title: 'The gains could not be told', retry: again }));
}

const TERMS = { long: 'Long-term', short: 'Short-term' };

const directionOf = (field) => (row) => direction(row[field]?.amount ?? 0);

function realisedPart(view, rows) {
  const washed = view.wash_sale_count;
  return [
    h('h3', { text: 'Realised' }),
    view.count === 0
      ? h('p', { class: 'hint', text: 'Nothing has been sold yet.' })
      : h('p', { class: 'hint', 'data-testid': 'gains-total', text: `${money(view.gain_in_base, { signed: true })} in all, ${shown(rows.length, view.count, 'lot', 'lots')}.` }),
    washed > 0 &&
      notice('warning', `${plural(washed, 'loss', 'losses')} may be a wash sale`, {
        detail: 'Units of the same instrument were bought within 30 days before or after. The figures are not adjusted for it.',
      }),
    view.years.length > 0 && yearTable(view),
    rows.length > 0 &&
      table({
        caption: `Realised gains, newest first: ${plural(rows.length, 'lot', 'lots')}`,
        testid: 'realised-gains',
        rows,
        tall: true,
        columns: [
          { name: 'Sold', header: true, write: (row) => day(row.date) },
          { name: 'Instrument', write: (row) => h('strong', { text: row.symbol }) },
          { name: 'Quantity', numeric: true, write: (row) => quantity(row.quantity) },
          { name: 'Acquired', write: (row) => day(row.acquired) },
          { name: 'Held', write: held },
          { name: 'Proceeds', numeric: true, roomy: true, write: (row) => money(row.proceeds) },
          { name: 'Cost', numeric: true, roomy: true, write: (row) => money(row.cost) },
          { name: 'Gain', numeric: true, write: (row) => money(row.gain ?? row.gain_in_base, { signed: true }), mark: (row) => direction((row.gain ?? row.gain_in_base).amount) },
          { name: 'Mark', write: (row) => row.may_be_wash_sale && h('span', { class: 'badge', text: 'wash sale?' }) },
        ],
      }),
  ];
}

/** Whatever was gained in a currency by the lots that were sold in a year, of all lots and not only of those that are shown. */
function yearTable(view) {
  const rows = view.years.flatMap((year) => year.totals.map((total) => ({ year: year.year, ...total }))).reverse();
  const gain = (field) => (row) => amount(row[field], row.currency, { signed: true });
  return (
    rows.length > 0 &&
    table({
      caption: 'Realised gains by year and currency, the latest year first',
      testid: 'gains-by-year',
      rows,
      columns: [
        { name: 'Year', header: true, write: (row) => String(row.year) },
        { name: 'Currency', write: (row) => row.currency },
        { name: 'Short-term', numeric: true, write: gain('short_term_gain'), mark: (row) => direction(row.short_term_gain) },
        { name: 'Long-term', numeric: true, write: gain('long_term_gain'), mark: (row) => direction(row.long_term_gain) },
        { name: 'Gain', numeric: true, write: gain('gain'), mark: (row) => direction(row.gain) },
      ],
    })
  );
}

function openPart(view) {
  const rows = view.items.slice(0, MOST_OPEN_LOTS);
  return [
    h('h3', { text: 'Not realised' }),
    rows.length === 0
      ? h('p', { class: 'hint', text: 'No lot is open.' })
      : h('p', { class: 'hint', text: `At the closes of ${day(view.as_of)}, ${shown(rows.length, view.items.length, 'open lot', 'open lots')}.` }),
    rows.length > 0 &&
      table({
        caption: `Open lots by instrument, oldest first: ${plural(rows.length, 'lot', 'lots')}`,
        testid: 'open-lots',
        rows,
        tall: true,
        columns: [
          { name: 'Instrument', header: true, write: (row) => row.symbol },
          { name: 'Quantity', numeric: true, write: (row) => (row.side === 'short' ? `${quantity(row.quantity)} owed` : quantity(row.quantity)) },
          { name: 'Acquired', write: (row) => day(row.acquired) },
          { name: 'Held', write: held },
          { name: 'Cost', numeric: true, roomy: true, write: (row) => money(row.cost) },
          { name: 'Value', numeric: true, roomy: true, write: (row) => money(row.value) },
          { name: 'Gain', numeric: true, write: (row) => money(row.unrealised_gain, { signed: true }), mark: directionOf('unrealised_gain') },
        ],
      }),
  ];
}

function held(row) {
  return `${plural(row.days_held, 'day', 'days')}, ${TERMS[row.term].toLowerCase()}`;
}

function shown(some, all, one, many) {
  return some < all ? `${count(some)} of ${plural(all, one, many)} shown` : plural(all, one, many);
}
