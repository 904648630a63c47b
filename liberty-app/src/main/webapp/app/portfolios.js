/** The list of portfolios, and making, renaming and deleting one. */
import { announce, byId, fill, h, icon, markFields, openDialog, problemNotice, whileBusy } from './dom.js';
import { createPortfolio, deletePortfolio, loadSample, renamePortfolio } from './api.js';
import { count, day } from './format.js';
import { Problem } from './problem.js';
import { table } from './tables.js';

let actions = null;
let editing = null;

/** `onOpen(portfolio)` shows one; `onChanged(id)` is called after the list on the server changed. */
export function preparePortfolios({ onOpen, onChanged }) {
  actions = { onOpen, onChanged };
  byId('portfolio-form').addEventListener('submit', submitPortfolio);
}

export function showPortfolios(portfolios) {
  const body = byId('portfolios-body');
  const sampled = portfolios.some((portfolio) => portfolio.sample);
  fill(byId('portfolios-controls'), portfolios.length > 0 && newButton(), portfolios.length > 0 && !sampled && sampleButton());
  if (portfolios.length === 0) {
    fill(body, welcome());
    return;
  }
  fill(
    body,
    h('div', { class: 'card' }, table({
      caption: 'Portfolios',
      testid: 'portfolio-table',
      rows: portfolios,
      columns: [
        { name: 'Name', header: true, write: nameCell },
        { name: 'Currency', write: (row) => row.base_currency },
        { name: 'Transactions', numeric: true, roomy: true, write: (row) => count(row.transaction_count) },
        { name: 'From', roomy: true, write: (row) => (row.first_date ? day(row.first_date) : 'No data yet') },
        { name: 'To', roomy: true, write: (row) => (row.last_date ? day(row.last_date) : '') },
        { name: 'Actions', write: rowActions },
      ],
    })),
  );
}

/** What a user without any portfolio sees first. */
function welcome() {
  return h(
    'div',
    { class: 'card welcome', 'data-testid': 'welcome' },
    h('h2', { text: 'Start with a portfolio' }),
    h('p', {
      text: 'Create one and import its transactions and prices from CSV files, or look around with ten years of sample data first.',
    }),
    h('div', { class: 'button-row' }, newButton('primary'), sampleButton()),
    h('p', { class: 'hint', text: SAMPLE_HINT }),
  );
}

const SAMPLE_HINT =
  'The sample is synthetic: a seeded simulation with invented companies, made to be explored. It is no record of any market and no forecast.';

/** A button that loads the sample portfolio; refusals appear next to it. */
export function sampleButton() {
  const button = h(
    'button',
    { type: 'button', class: 'button', title: SAMPLE_HINT, 'data-testid': 'load-sample' },
    h('span', { text: 'Load the sample portfolio' }),
    h('span', { class: 'badge', text: 'Synthetic' }),
  );
  const place = h('div', { class: 'message-slot' });
  button.addEventListener('click', () =>
    whileBusy(button, async () => {
      fill(place);
      announce('Loading the sample portfolio.');
      try {
        const portfolio = await loadSample();
        await actions.onChanged(portfolio.id);
        announce('The sample portfolio is loaded.');
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        fill(place, problemNotice(error, { title: 'The sample portfolio was not loaded' }));
      }
    }),
  );
  return h('div', { class: 'with-message' }, button, place);
}

function newButton(style) {
  return h(
    'button',
    {
      type: 'button',
      class: `button ${style ?? ''}`.trim(),
      'data-testid': 'new-portfolio',
      on: { click: () => openForm(null) },
    },
    icon('plus'),
    h('span', { text: 'New portfolio' }),
  );
}

function nameCell(portfolio) {
  return h(
    'span',
    { class: 'name-cell' },
    h('button', {
      type: 'button',
      class: 'link',
      text: portfolio.name,
      'data-testid': 'open-portfolio',
      on: { click: () => actions.onOpen(portfolio) },
    }),
    portfolio.sample && h('span', { class: 'badge', text: 'Synthetic sample' }),
  );
}

function rowActions(portfolio) {
  return h(
    'span',
    { class: 'button-row tight' },
    smallButton('edit', `Rename ${portfolio.name}`, 'rename-portfolio', () => openForm(portfolio)),
    smallButton('trash', `Delete ${portfolio.name}`, 'delete-portfolio', () => confirmDelete(portfolio)),
  );
}

function smallButton(symbol, name, testid, click) {
  return h('button', { type: 'button', class: 'button icon-only', 'aria-label': name, title: name, 'data-testid': testid, on: { click } }, icon(symbol));
}

/** Opens the form: empty for a new portfolio, or to rename the one given. */
export function openForm(portfolio) {
  editing = portfolio;
  byId('portfolio-dialog-title').textContent = portfolio ? 'Rename portfolio' : 'New portfolio';
  byId('portfolio-currency-field').hidden = portfolio !== null;
  byId('portfolio-form').reset();
  byId('portfolio-form').querySelector('[type=submit]').textContent = portfolio ? 'Rename' : 'Create';
  byId('portfolio-name').value = portfolio?.name ?? '';
  fill(byId('portfolio-message'));
  markFields([
    [byId('portfolio-name'), null],
    [byId('portfolio-currency'), null],
  ]);
  openDialog(byId('portfolio-dialog'));
  byId('portfolio-name').select();
}

function submitPortfolio(event) {
  event.preventDefault();
  const name = byId('portfolio-name');
  const currency = byId('portfolio-currency');
  const complete = markFields([
    [name, name.value.trim() ? null : 'Give the portfolio a name.'],
    [currency, editing || /^[A-Za-z]{3}$/.test(currency.value.trim()) ? null : 'Enter a currency code of three letters, such as USD.'],
  ]);
  if (!complete) return;
  whileBusy(event.target.querySelector('[type=submit]'), async () => {
    try {
      const saved = editing
        ? await renamePortfolio(editing.id, name.value.trim())
        : await createPortfolio(name.value.trim(), currency.value.trim().toUpperCase());
      byId('portfolio-dialog').close();
      const renamed = editing !== null;
      await actions.onChanged(renamed ? null : saved.id);
      // The button that opened the dialog was redrawn with the list.
      if (document.activeElement === document.body) byId('portfolios-title').focus();
      announce(renamed ? 'The portfolio is renamed.' : `The portfolio ${saved.name} is created.`);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      refuse(error, name, currency);
    }
  });
}

function refuse(problem, name, currency) {
  if (problem.kind === 'unauthorized') {
    byId('portfolio-dialog').close();
    return;
  }
  const said = (field) => problem.errors.find((error) => error.field === field)?.message ?? null;
  const explained = !markFields([
    [name, said('name')],
    [currency, said('base_currency')],
  ]);
  fill(byId('portfolio-message'), explained ? null : problemNotice(problem));
}

function confirmDelete(portfolio) {
  byId('confirm-title').textContent = 'Delete this portfolio?';
  byId('confirm-text').textContent =
    `“${portfolio.name}” and its ${count(portfolio.transaction_count)} transactions are deleted for good. Prices stay.`;
  fill(byId('confirm-message'));
  const dialog = byId('confirm-dialog');
  const yes = byId('confirm-yes');
  yes.onclick = () =>
    whileBusy(yes, async () => {
      try {
        await deletePortfolio(portfolio.id);
        dialog.close();
        await actions.onChanged(null);
        announce(`The portfolio ${portfolio.name} is deleted.`);
        byId('portfolios-title').focus();
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.kind === 'unauthorized') dialog.close();
        else fill(byId('confirm-message'), problemNotice(error));
      }
    });
  openDialog(dialog);
}
