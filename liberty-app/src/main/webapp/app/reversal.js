/** Undoing a transaction that was wrong: the reason is asked for, and the ledger keeps both. */
import { announce, byId, fill, h, icon, markFields, openDialog, problemNotice, whileBusy } from './dom.js';
import { reverseTransaction } from './api.js';
import { day } from './format.js';
import { Problem } from './problem.js';

/** The button for a row of the ledger, or nothing where there is nothing to undo. */
export function reversalButton(portfolio, row, what, onReversed) {
  if (row.reversal_of || row.reversed_by) return null;
  const name = `Undo ${what} of ${day(row.date)}`;
  return h(
    'button',
    { type: 'button', class: 'button icon-only', 'aria-label': name, title: name, 'data-testid': 'reverse-transaction', on: { click: () => ask(portfolio, row, what, onReversed) } },
    icon('retry'),
  );
}

function ask(portfolio, row, what, onReversed) {
  byId('reversal-text').textContent =
    `${what} of ${day(row.date)} no longer counts: holdings, cash, gains and measures are as if it had not happened. The ledger keeps it, with the reversal and your reason.`;
  const reason = byId('reversal-reason');
  const form = byId('reversal-form');
  form.reset();
  clearMessages(reason);
  form.onsubmit = (event) => {
    event.preventDefault();
    reverse(portfolio, row, reason, onReversed);
  };
  openDialog(byId('reversal-dialog'));
}

function clearMessages(reason) {
  fill(byId('reversal-message'));
  markFields([[reason, null]]);
}

function reverse(portfolio, row, reason, onReversed) {
  clearMessages(reason);
  if (!markFields([[reason, reason.value.trim() === '' ? 'Say why, for whoever reads the ledger later.' : null]])) return;
  const dialog = byId('reversal-dialog');
  whileBusy(byId('reversal-yes'), async () => {
    try {
      await reverseTransaction(portfolio.id, row.id, reason.value.trim());
      dialog.close();
      announce('The transaction is undone.');
      await onReversed();
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.kind === 'unauthorized') dialog.close();
      else fill(byId('reversal-message'), problemNotice(error, { title: 'The transaction stays' }));
    }
  });
}
