/** What a portfolio gained, lot by lot: realised by sales, and not yet realised in the lots that are open. */
import { fill, h, notice, problemNotice } from './dom.js';
import { gains as fetchGains, lots as fetchLots } from './api.js';
import { count, day, direction, money, plural, quantity } from './format.js';
import { Problem, isAbort } from './problem.js';
import { table } from './tables.js';

/** More rows than this nobody reads on a page; the API gives all of them. */
const MOST_ROWS = 200;

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
    const [realised, open] = await Promise.all([fetchGains(portfolio.id, { signal }), fetchLots(portfolio.id, { signal })]);
    if (signal.aborted) return;
    fill(body, realisedPart(realised), openPart(open));
  } catch (error) {
    if (isAbort(error)) return;
    if (!(error instanceof Problem)) throw error;
    fill(body, problemNotice(error, { title: 'The gains could not be told', retry: again }));
  }
}

const TERMS = { long: 'Long-term', short: 'Short-term' };

const directionOf = (field) => (row) => direction(row[field]?.amount ?? 0);

function realisedPart(view) {
  const rows = view.items.slice(-MOST_ROWS).reverse();
  const washed = view.items.filter((row) => row.may_be_wash_sale).length;
  return [
    h('h3', { text: 'Realised' }),
    view.items.length === 0
      ? h('p', { class: 'hint', text: 'Nothing has been sold yet.' })
      : h('p', { class: 'hint', text: `${money(view.gain_in_base, { signed: true })} in all, ${leftOut(view.items.length, 'lot', 'lots')}.` }),
    washed > 0 &&
      notice('warning', `${plural(washed, 'loss', 'losses')} may be a wash sale`, {
        detail: 'Units of the same instrument were bought within 30 days before or after. The figures are not adjusted for it.',
      }),
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

function openPart(view) {
  const rows = view.items.slice(0, MOST_ROWS);
  return [
    h('h3', { text: 'Not realised' }),
    rows.length === 0
      ? h('p', { class: 'hint', text: 'No lot is open.' })
      : h('p', { class: 'hint', text: `At the closes of ${day(view.as_of)}, ${leftOut(view.items.length, 'open lot', 'open lots')}.` }),
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

function leftOut(all, one, many) {
  return all > MOST_ROWS ? `${count(MOST_ROWS)} of ${plural(all, one, many)} shown` : plural(all, one, many);
}
