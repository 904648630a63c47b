/** Bringing in CSV files: choosing or dropping one, its progress, what it brought, and every line that was refused. */
import { announce, fill, h, icon, notice, problemNotice } from './dom.js';
import { importPresets, importPrices, importTransactions } from './api.js';
import { count, day, fileSize, plural, quantity } from './format.js';
import { Problem, isAbort } from './problem.js';
import { hasRole } from './session.js';
import { table } from './tables.js';

const MEGABYTE = 1024 * 1024;

/** Files beyond this size take long enough for people to want to see the rows go by. */
const LONG = 500 * 1024;

const KINDS = {
  transactions: {
    title: 'Import transactions',
    columns: 'date,type,symbol,quantity,price,fee,amount,currency,external_id',
    hint: 'Buys, sells, dividends, deposits and so on. The same file twice changes nothing.',
    choices: true,
    largest: 100,
    send: (portfolio, file, options) => importTransactions(portfolio.id, file, options),
    done: (answer) => {
      const duplicates = answer.duplicates > 0 ? ` ${plural(answer.duplicates, 'row was', 'rows were')} already there.` : '';
      return `${plural(answer.imported, 'transaction', 'transactions')} imported from ${plural(answer.rows, 'row', 'rows')}.${duplicates}`;
    },
  },
  prices: {
    title: 'Import prices',
    columns: 'date,symbol,close[,open,high,low,volume,currency]',
    hint: 'Daily closes as traded, shared by all portfolios on this server. A later file corrects earlier days.',
    largest: 45,
    send: (_, file, options) => importPrices(file, options),
    done: (answer) =>
      answer.rows > 0 && answer.unchanged === answer.rows
        ? `${plural(answer.rows, 'price was', 'prices were')} there already. Nothing changed.`
        : `${plural(answer.imported, 'price', 'prices')} imported for ${plural(answer.instruments, 'instrument', 'instruments')}` +
      ` (${count(answer.updated)} corrected, ${count(answer.unchanged)} unchanged).`,
  },
};

/** Both drop zones for a portfolio. `onImported(kind)` is called after each file that was taken. */
export function importPanel(portfolio, { onImported }) {
  return h('div', { class: 'imports' }, zone('transactions', portfolio, onImported), zone('prices', portfolio, onImported));
}

/** A new portfolio shows the drop zones in two views at once, and an id names one element. */
let zones = 0;

function zone(kind, portfolio, onImported) {
  const { title, columns, hint } = KINDS[kind];
  const allowed = kind === 'transactions' || hasRole('adviser', 'operator', 'admin');
  const id = `file-${kind}-${++zones}`;
  const input = h('input', {
    id,
    type: 'file',
    class: 'visually-hidden',
    accept: '.csv,text/csv',
    'aria-describedby': `${id}-hint`,
    disabled: !allowed,
    'data-testid': `${kind}-file`,
  });
  const state = h('div', { class: 'import-state', 'data-testid': `${kind}-state` });
  const drop = h(
    'div',
    { class: 'drop-zone', 'data-testid': `${kind}-drop` },
    icon('upload'),
    h('div', {}, input, h('label', { for: id, class: 'button', text: `Choose a ${kind} CSV` }), h('p', { class: 'drop-hint', text: 'or drop it here' })),
  );
  const choices = KINDS[kind].choices && allowed ? choicesOf(id) : null;
  if (allowed) receive(drop, input, (files) => start(kind, portfolio, files, state, onImported, choices?.taken() ?? {}));
  return h(
    'section',
    { class: 'card import' },
    h('h2', { text: title }),
    h('p', { class: 'hint', id: `${id}-hint`, text: hint }),
    choices?.element,
    allowed ? drop : notice('info', 'Your role may not import prices', { detail: 'Ask an adviser, an operator or an administrator.' }),
    h('p', { class: 'hint columns' }, 'Header: ', h('code', {}, columns.split(/(?<=,)/).flatMap((name) => [name, h('wbr')]))),
    state,
  );
}

/** Whose file it is, and whether to look at what it would change before it changes anything. */
function choicesOf(id) {
  const preset = h('select', { id: `${id}-preset`, 'data-testid': 'import-preset' }, h('option', { value: '', text: 'Our own form (header below)' }));
  const first = h('input', { type: 'checkbox', id: `${id}-dry`, 'data-testid': 'import-dry-run' });
  importPresets()
    .then(({ items }) => preset.append(...items.map(({ name, title }) => h('option', { value: name, text: title }))))
    // Without the list our own form is still there to be used.
    .catch((error) => {
      if (!(error instanceof Problem)) throw error;
    });
  return {
    element: h(
      'div',
      { class: 'import-choices' },
      h('label', { for: preset.id, text: 'Written by' }),
      preset,
      h('label', { for: first.id, class: 'check' }, first, 'Show what would change first'),
    ),
    taken: () => ({ preset: preset.value, dryRun: first.checked }),
  };
}

function receive(drop, input, take) {
  const over = (event) => {
    event.preventDefault();
    drop.classList.add('over');
  };
  drop.addEventListener('dragenter', over);
  drop.addEventListener('dragover', over);
  drop.addEventListener('dragleave', () => drop.classList.remove('over'));
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    drop.classList.remove('over');
    take(event.dataTransfer.files);
  });
  input.addEventListener('change', () => {
    take(input.files);
    // The same file can be chosen again after it was corrected.
    input.value = '';
  });
}

async function start(kind, portfolio, files, state, onImported, choices) {
  if (state.dataset.busy) return;
  if (files.length === 0) return;
  const refusal = unfit(kind, files);
  if (refusal) {
    fill(state, refusal);
    return;
  }
  const file = files[0];
  const controller = new AbortController();
  const view = progress(file, controller);
  state.dataset.busy = 'yes';
  fill(state, view.element);
  announce(`Importing ${file.name}.`);
  try {
    const options = { ...choices, signal: controller.signal, onProgress: view.update };
    if (KINDS[kind].choices && file.size > LONG) options.onRows = view.rows;
    const answer = await KINDS[kind].send(portfolio, file, options);
    if (answer.dry_run) {
      delete state.dataset.busy;
      const go = () => start(kind, portfolio, [file], state, onImported, { ...choices, dryRun: false });
      fill(state, preview(file, answer, go, () => fill(state)));
      announce(`Nothing is imported yet. ${plural(answer.to_import, 'transaction', 'transactions')} would be.`);
      return;
    }
    const text = KINDS[kind].done(answer);
    fill(state, notice('success', `${file.name} is imported`, { detail: text, testid: `${kind}-success` }));
    announce(text);
    // The file is taken: the next one need not wait until the figures are drawn again.
    delete state.dataset.busy;
    await onImported(kind);
  } catch (error) {
    if (isAbort(error)) fill(state, notice('info', 'The upload was cancelled', { detail: 'Nothing was imported.' }));
    else if (error instanceof Problem) fill(state, refused(kind, file, error));
    else throw error;
  } finally {
    delete state.dataset.busy;
  }
}

function unfit(kind, files) {
  if (files.length > 1) return notice('error', 'One file at a time', { detail: 'Nothing was imported.' });
  if (files[0].size === 0) return notice('error', 'The file is empty', { detail: 'Nothing was imported.' });
  if (files[0].size > KINDS[kind].largest * MEGABYTE) {
    const detail = `${files[0].name} has ${fileSize(files[0].size)}; the limit is ${KINDS[kind].largest} MB. Split it and import the parts. Nothing was imported.`;
    return notice('error', 'The file is too large', { detail });
  }
  return null;
}

function progress(file, controller) {
  const meter = h('progress', { max: '1', value: '0', 'aria-label': `Upload of ${file.name}` });
  const text = h('p', { class: 'hint', text: `Uploading ${file.name} (${fileSize(file.size)})` });
  const cancel = h('button', {
    type: 'button',
    class: 'button small',
    text: 'Cancel',
    'data-testid': 'cancel-upload',
    on: { click: () => controller.abort() },
  });
  return {
    element: h('div', { class: 'progress' }, text, h('div', { class: 'progress-row' }, meter, cancel)),
    update(part) {
      if (part < 1) {
        meter.value = part;
        return;
      }
      // All bytes have left: what remains is the server's work, whose length is not known here. Cancelling now would not undo it.
      meter.removeAttribute('value');
      text.textContent = `Checking ${file.name} line by line`;
      cancel.remove();
    },
    rows(read) {
      text.textContent = `${plural(read, 'row', 'rows')} of ${file.name} read`;
    },
  };
}

/** What an import would change, and the way to do it. */
function preview(file, answer, go, leave) {
  const duplicates = answer.duplicates > 0 ? ` ${plural(answer.duplicates, 'row is', 'rows are')} already there.` : '';
  const skipped = answer.skipped > 0 ? ` ${plural(answer.skipped, 'row moves', 'rows move')} nothing.` : '';
  const span = answer.first_date ? ` from ${day(answer.first_date)} to ${day(answer.last_date)}` : '';
  const detail = `${plural(answer.to_import, 'transaction', 'transactions')}${span} would be imported.${duplicates}${skipped}`;
  const rows = [
    ...answer.cash.map(({ currency, before, after }) => ({ name: `Cash in ${currency}`, before, after })),
    ...answer.holdings.map(({ symbol, before, after }) => ({ name: symbol, before, after })),
  ];
  const more = answer.holding_changes - answer.holdings.length;
  return h(
    'div',
    { 'data-testid': 'import-preview' },
    notice('info', 'Nothing is imported yet', { detail }),
    rows.length > 0 &&
      table({
        caption: `What would change in the end${more > 0 ? `; ${count(more)} more holdings are not listed` : ''}`,
        testid: 'import-changes',
        tall: true,
        rows,
        columns: [
          { name: 'What', header: true, write: (row) => row.name },
          { name: 'Now', numeric: true, write: (row) => quantity(row.before) },
          { name: 'After', numeric: true, write: (row) => quantity(row.after) },
        ],
      }),
    h(
      'p',
      { class: 'after-table' },
      answer.to_import > 0 &&
        h('button', { type: 'button', class: 'button primary', text: `Import ${file.name}`, 'data-testid': 'import-now', on: { click: go } }),
      h('button', { type: 'button', class: 'button', text: 'Leave it', 'data-testid': 'import-leave', on: { click: leave } }),
    ),
  );
}

function hasLine(error) {
  return error.line !== undefined && error.line !== null;
}

function refused(kind, file, problem) {
  if (problem.kind === 'unauthorized') return null;
  const rows = problem.errors;
  if (!rows.some(hasLine)) {
    const unsure = problem.status === 0 || problem.status >= 500;
    const element = problemNotice(problem, { title: `${file.name} was not imported`, testid: `${kind}-refused` });
    if (unsure) {
      const more = 'It is safe to send the file again: what is there already is not imported twice.';
      element.querySelector('.notice-body').append(h('p', { text: more }));
    }
    return element;
  }
  const shown = problem.errorCount > rows.length ? ` The first ${count(rows.length)} are listed.` : '';
  const summary = `${plural(problem.errorCount, 'fault', 'faults')} in ${file.name}.${shown} Correct the file and import it again.`;
  return h(
    'div',
    { 'data-testid': `${kind}-refused` },
    notice('error', 'Nothing was imported', { detail: summary }),
    table({
      caption: `Faults in ${file.name}`,
      testid: `${kind}-errors`,
      tall: true,
      rows,
      columns: [
        { name: 'Line', numeric: true, header: true, write: (row) => (hasLine(row) ? count(row.line) : '') },
        { name: 'Column', write: (row) => row.field ?? '–' },
        { name: 'Reason', write: (row) => row.message },
      ],
    }),
  );
}
