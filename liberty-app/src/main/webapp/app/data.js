/** The data behind a portfolio: the two imports, the transactions that are there, and what they gained lot by lot. */
import { byId, fill, h, problemNotice, whileBusy } from './dom.js';
import { exportTransactions, transactions } from './api.js';
import { amount, day, direction, plural, quantity } from './format.js';
import { clearGains, gainsCard } from './gains.js';
import { importPanel } from './imports.js';
import { Problem, isAbort } from './problem.js';
import { reversalButton } from './reversal.js';
import { table } from './tables.js';

let controller = null;

/** Shows the data view. `onImported(kind)` is told of each file that was taken, and of a transaction that was undone. */
export function showData(portfolio, { onImported }) {
  byId('data-subtitle').textContent = `What ${portfolio.name} is measured from`;
  const list = h('div', { class: 'card-body' });
  const gains = gainsCard(portfolio);
  const reversed = async () => {
    loadTransactions(portfolio, list, reversed);
    gains.reload();
    await onImported('transactions');
  };
  fill(
    byId('data-body'),
    importPanel(portfolio, {
      onImported: async (kind) => {
        if (kind === 'transactions') loadTransactions(portfolio, list, reversed);
        gains.reload();
        await onImported(kind);
      },
    }),
    h('section', { class: 'card' }, h('div', { class: 'card-head' }, h('h2', { id: 'transactions-title', text: 'Transactions' }), exportButton(portfolio)), list),
    gains.card,
  );
  loadTransactions(portfolio, list, reversed);
}

/** The ledger as a file; the token goes with the request, so a plain link would not do. */
function exportButton(portfolio) {
  const button = h('button', { type: 'button', class: 'button small', text: 'Export as CSV', 'data-testid': 'export-transactions' });
  const place = h('span', {});
  button.addEventListener('click', () =>
    whileBusy(button, async () => {
      fill(place);
      try {
        const file = URL.createObjectURL(await (await exportTransactions(portfolio.id)).blob());
        h('a', { href: file, download: `${portfolio.name.replace(/[^\p{L}\p{N}]+/gu, '-')}-transactions.csv` }).click();
        URL.revokeObjectURL(file);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        fill(place, problemNotice(error, { title: 'The file could not be made' }));
      }
    }),
  );
  return h('div', {}, button, place);
}

export function clearData() {
  controller?.abort();
  clearGains();
  fill(byId('data-body'));
}

async function loadTransactions(portfolio, list, reversed) {
  controller?.abort();
  controller = new AbortController();
  const { signal } = controller;
  fill(list, h('div', { class: 'skeleton skeleton-table', 'aria-hidden': 'true' }));
  const rows = [];
  const next = async (cursor) => {
    try {
      const page = await transactions(portfolio.id, cursor, { signal });
      rows.push(...page.items);
      fill(list, rows.length === 0 ? h('p', { class: 'hint', text: 'No transactions yet.' }) : transactionTable(portfolio, rows, reversed), more(page.next_cursor, next));
    } catch (error) {
      if (isAbort(error)) return;
      if (!(error instanceof Problem)) throw error;
      fill(list, problemNotice(error, { title: 'The transactions could not be read', retry: () => loadTransactions(portfolio, list, reversed) }));
    }
  };
  await next(null);
}

function more(cursor, next) {
  if (!cursor) return null;
  const button = h('button', { type: 'button', class: 'button small', text: 'Show more', 'data-testid': 'more-transactions' });
  button.addEventListener('click', () => whileBusy(button, () => next(cursor)));
  return h('p', { class: 'after-table' }, button);
}

const TYPES = {
  buy: 'Buy',
  sell: 'Sell',
  short: 'Short sale',
  cover: 'Cover',
  dividend: 'Dividend',
  reinvested_dividend: 'Reinvested dividend',
  interest: 'Interest',
  fee: 'Fee',
  tax: 'Tax',
  deposit: 'Deposit',
  withdrawal: 'Withdrawal',
  split: 'Split',
  spin_off: 'Spin-off',
  merger: 'Merger',
  symbol_change: 'Symbol change',
  fx: 'Exchange',
  transfer_in: 'Transfer in',
  transfer_out: 'Transfer out',
};

/** What happened, with what, and whether it still counts. */
function what(row) {
  const state = row.reversal_of ? 'reversal' : row.reversed_by ? 'reversed' : null;
  return [
    TYPES[row.type] ?? row.type,
    row.symbol && [' ', h('strong', { text: row.symbol })],
    row.to_symbol && [' → ', h('strong', { text: row.to_symbol })],
    row.to_amount && [' → ', amount(row.to_amount, row.to_currency)],
    state && [' ', h('span', { class: 'badge', text: state })],
  ].flat();
}

function transactionTable(portfolio, rows, reversed) {
  const money = (field) => (row) => (row[field] === null || row[field] === undefined ? '' : amount(row[field], row.currency));
  const number = (field) => (row) => (row[field] === null || row[field] === undefined ? '' : quantity(row[field]));
  return table({
    caption: `Transactions, newest first: ${plural(rows.length, 'row', 'rows')} shown`,
    testid: 'transaction-table',
    rows,
    columns: [
      { name: 'Date', header: true, write: (row) => day(row.date) },
      { name: 'Transaction', write: what },
      { name: 'Amount', numeric: true, write: money('amount') },
      { name: 'Quantity', numeric: true, write: number('quantity'), mark: (row) => direction(row.quantity ?? 0) === 'negative' && 'negative' },
      { name: 'Price', numeric: true, write: money('price') },
      { name: 'Fee', numeric: true, write: (row) => (Number(row.fee) === 0 ? '' : money('fee')(row)) },
      { name: 'Undo', write: (row) => reversalButton(portfolio, row, [TYPES[row.type] ?? row.type, row.symbol].filter(Boolean).join(' '), reversed) },
    ],
  });
}
