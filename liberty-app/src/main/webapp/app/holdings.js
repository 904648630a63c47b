/** What is owned today, and the totals since the beginning. */
import { h, notice } from './dom.js';
import { amount, day, direction, money, percent, quantity } from './format.js';
import { fact } from './facts.js';
import { bar, table } from './tables.js';

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

/** The holdings by weight, then the cash. */
export function holdingTable(answer) {
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

/** What came in, what it earned and what it cost. */
export function totalsCard(totals) {
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
