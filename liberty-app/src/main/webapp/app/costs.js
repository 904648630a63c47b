/** What the assistant costs: by user, model and day; the budgets; and the keys that a user brings for providers. */
import { announce, byId, fill, h, markFields, notice, openDialog, problemNotice, whileBusy } from './dom.js';
import { budget as fetchBudget, costs as fetchCosts, forgetKey, listUsers, providers as fetchProviders, removeBudget, setBudget, setKey } from './api.js';
import { amount, count, day, moment, percent } from './format.js';
import { Problem } from './problem.js';
import { hasRole } from './session.js';
import { table } from './tables.js';

/** `mine`, or `all` for those who run the installation. */
let whose = 'mine';

export function openCosts() {
  whose = 'mine';
  openDialog(byId('costs-dialog'));
  show();
}

async function show() {
  const body = byId('costs-body');
  fill(body, h('div', { class: 'skeleton skeleton-table', 'aria-hidden': 'true' }));
  try {
    const [report, settings, known, names] = await Promise.all([
      fetchCosts(whose),
      fetchBudget(whose),
      whose === 'mine' ? fetchProviders() : null,
      whose === 'all' && hasRole('admin') ? userNames() : null,
    ]);
    fill(body, switcher(), alerts(report), month(report), parts(report, names ?? new Map()), budgetForm(report, settings), known && providerForms(known.items));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'unauthorized') byId('costs-dialog').close();
    else fill(body, switcher(), problemNotice(error, { title: 'The costs could not be loaded', retry: show }));
  }
}

async function userNames() {
  return new Map((await listUsers()).map(({ id, username }) => [id, username]));
}

function switcher() {
  if (!hasRole('operator', 'admin')) return null;
  const option = (value, text) => {
    const input = h('input', {
      type: 'radio',
      name: 'costs-whose',
      id: `costs-${value}`,
      checked: whose === value,
      'data-testid': `costs-${value}`,
      on: {
        change: () => {
          whose = value;
          show();
        },
      },
    });
    return h('span', { class: 'segment' }, input, h('label', { for: input.id, text }));
  };
  return h(
    'fieldset',
    { class: 'segmented small' },
    h('legend', { class: 'visually-hidden', text: 'Whose costs' }),
    h('div', { class: 'segments' }, option('mine', 'Mine'), option('all', 'Everybody')),
  );
}

function alerts(report) {
  return report.alerts.map((alert) => notice('warning', alert.message));
}

function cost(value) {
  return value ? amount(value.amount, value.currency) : 'Unknown';
}

function month(report) {
  const { current_month: now, budget_status: status } = report;
  if (report.state === 'empty') {
    return h('p', { 'data-testid': 'costs-empty', text: `No language model was asked in ${now.month}, so nothing was spent. The built-in analyst costs nothing.` });
  }
  const rows = [
    ['Spent', cost(now.total_cost)],
    ['Set aside for calls under way', cost(now.reserved)],
    ['At the end of the month, if it goes on like this', cost(now.projected_cost)],
    ['Calls', count(now.requests)],
    ['Tokens', count(now.tokens)],
    now.unpriced_requests > 0 && ['Calls without a known price, in no sum', count(now.unpriced_requests)],
    now.estimated_requests > 0 && ['Calls whose cost is an estimate', count(now.estimated_requests)],
    now.budget && ['Budget', `${cost(now.budget)}, ${percent(now.usage_percentage / 100)} used (${status.status})`],
    ['Days until the budget begins anew', count(status.days_until_reset)],
  ].filter(Boolean);
  return h(
    'section',
    {},
    h('h3', { text: now.month }),
    h('dl', { class: 'figures', 'data-testid': 'costs-month' }, rows.map(([name, value]) => h('div', {}, h('dt', { text: name }), h('dd', { text: value })))),
  );
}

function parts(report, names) {
  return [
    part('By model', 'Model', report.by_model),
    part('By day', 'Day', report.by_day, day),
    report.by_user && part('By user', 'User', report.by_user, (id) => names.get(id) ?? id),
    whose === 'mine' && part('By conversation', 'Conversation', report.by_conversation, (id) => (id === 'none' ? 'Without one' : id)),
  ];
}

function part(title, name, rows, write = (text) => text) {
  if (rows.length === 0) return null;
  return h(
    'section',
    {},
    h('h3', { text: title }),
    table({
      caption: `Costs ${title.toLowerCase()}`,
      testid: `costs-${title.toLowerCase().replaceAll(' ', '-')}`,
      rows,
      columns: [
        { name, header: true, write: (row) => write(row.name) },
        { name: 'Cost', numeric: true, write: (row) => cost(row.cost) },
        { name: 'Calls', numeric: true, write: (row) => count(row.requests) },
        { name: 'Tokens', numeric: true, roomy: true, write: (row) => count(row.tokens) },
      ],
    }),
  );
}

/* Budget */

function field(id, label, attributes) {
  const input = h('input', { id, autocomplete: 'off', 'data-testid': id, ...attributes });
  return [h('div', { class: 'field' }, h('label', { for: id, text: label }), input), input];
}

function budgetForm(report, settings) {
  const currency = report.current_month.reserved.currency;
  const set = settings.monthly_budget !== null;
  const [money, monthly] = field('budget-amount', `Monthly budget in ${currency}`, { type: 'text', inputmode: 'decimal', value: set ? settings.monthly_budget.amount : '' });
  const [warn, warning] = field('budget-warning', 'Warning at per cent of it', { type: 'text', inputmode: 'decimal', value: settings.alert_thresholds?.warning ?? 80 });
  const [crit, critical] = field('budget-critical', 'Urgent warning at per cent of it', { type: 'text', inputmode: 'decimal', value: settings.alert_thresholds?.critical ?? 95 });
  const stops = h('input', { type: 'checkbox', id: 'budget-stop', checked: settings.auto_stop_enabled !== false, 'data-testid': 'budget-stop' });
  const message = h('div', { role: 'alert' });
  const save = h('button', { type: 'submit', class: 'button primary small', text: 'Save the budget', 'data-testid': 'save-budget' });
  const remove = h('button', { type: 'button', class: 'button small', text: 'Remove the budget', hidden: !set, 'data-testid': 'remove-budget' });
  const form = h(
    'form',
    { novalidate: true, 'data-testid': 'budget-form' },
    h('h3', { text: whose === 'all' ? 'Budget of the installation' : 'My budget' }),
    h('div', { class: 'field-grid' }, money, warn, crit),
    h('p', { class: 'check' }, stops, h('label', { for: 'budget-stop', text: 'Make no call that would go beyond it' })),
    message,
    h('span', { class: 'button-row tight' }, save, remove),
  );
  const act = changing(message, 'The budget was not changed');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const valid = (input) => /^\d{1,12}([.,]\d{1,6})?$/.test(input.value.trim());
    const plain = (input) => input.value.trim().replace(',', '.');
    const complete = markFields([
      [monthly, valid(monthly) ? null : 'Enter an amount such as 20 or 12.50.'],
      [warning, valid(warning) ? null : 'Enter per cent, such as 80.'],
      [critical, valid(critical) ? null : 'Enter per cent, such as 95.'],
    ]);
    if (!complete) return;
    const wanted = {
      monthly_budget: { amount: plain(monthly), currency },
      alert_thresholds: { warning: Number(plain(warning)), critical: Number(plain(critical)) },
      auto_stop_enabled: stops.checked,
    };
    act(save, () => setBudget(whose, wanted), 'The budget is saved.');
  });
  remove.addEventListener('click', () => act(remove, () => removeBudget(whose), 'The budget is removed.'));
  return form;
}

/** Gives what does a piece of work for a button, says that it is done and shows all again; a refusal stands in the message under a title. */
function changing(message, title) {
  return (button, work, said) =>
    whileBusy(button, async () => {
      try {
        await work();
        announce(said);
        await show();
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        if (error.kind === 'unauthorized') byId('costs-dialog').close();
        else fill(message, problemNotice(error, { title }));
      }
    });
}

/* Keys of one's own */

function providerForms(items) {
  if (items.length === 0) {
    return h('section', {}, h('h3', { text: 'Model providers' }), h('p', { class: 'hint', 'data-testid': 'no-providers', text: 'This installation knows no provider of language models; the built-in analyst answers.' }));
  }
  return h('section', {}, h('h3', { text: 'Model providers' }), items.map(providerForm));
}

function state(item) {
  if (item.own_key) return `Your own key since ${moment(item.own_key_since)}. Calls with it are on your account there.`;
  return item.installation_key ? 'The installation has a key; yours would take its place for your questions.' : 'Needs a key of your own.';
}

function providerForm(item) {
  const id = `key-${item.provider}`;
  const input = h('input', { id, type: 'password', autocomplete: 'off', minlength: '8', maxlength: '512', spellcheck: 'false', 'data-testid': id });
  const message = h('div', { role: 'alert' });
  const save = h('button', { type: 'submit', class: 'button primary small', text: 'Save the key', 'data-testid': `save-${id}` });
  const forget = h('button', { type: 'button', class: 'button small', text: 'Forget my key', hidden: !item.own_key, 'data-testid': `forget-${id}` });
  const form = h(
    'form',
    { novalidate: true, class: 'provider' },
    h('p', {}, h('strong', { text: item.provider }), ` · ${item.model}`),
    h('p', { class: 'hint', text: state(item) }),
    h('div', { class: 'field' }, h('label', { for: id, text: `Key for ${item.provider}` }), input),
    message,
    h('span', { class: 'button-row tight' }, save, forget),
  );
  const act = changing(message, 'The key was not changed');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const key = input.value.trim();
    if (!markFields([[input, key.length >= 8 ? null : 'A key has at least 8 characters.']])) return;
    act(save, () => setKey(item.provider, key), 'The key is saved.');
  });
  forget.addEventListener('click', () => act(forget, () => forgetKey(item.provider), 'The key is forgotten.'));
  return form;
}
