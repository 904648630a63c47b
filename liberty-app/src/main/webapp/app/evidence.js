/** What a statement rests on: its sources, each with the figures that it cites, and the data behind a source. */
import { byId, fill, h, openDialog, problemNotice } from './dom.js';
import { source } from './api.js';
import { plural } from './format.js';
import { Problem } from './problem.js';

/** A figure's value up to this length is a number or a day, which no line may break. */
const SHORT_VALUE = 24;
const MOST_ROWS = 200;

/** The sources as a list that can be closed; null when there are none. */
export function sourceList(sources, { open = true, name = null } = {}) {
  if (sources.length === 0) return null;
  return h(
    'details',
    { class: 'sources', open, 'data-testid': 'sources' },
    h('summary', { text: name ?? plural(sources.length, 'source', 'sources') }),
    h('ol', {}, sources.map(sourceItem)),
  );
}

function sourceItem(item) {
  return h(
    'li',
    { value: item.id, 'data-testid': 'source' },
    item.href
      ? h('button', { type: 'button', class: 'link', text: item.title, 'data-testid': 'open-source', on: { click: () => openSource(item) } })
      : h('span', { text: item.title }),
    figureList(item.figures ?? []),
  );
}

function figureList(figures) {
  return figures.length === 0 ? null : h('dl', { class: 'figures' }, figures.map(figureRow));
}

function figureRow({ name, value }) {
  return h('div', {}, h('dt', { text: name }), h('dd', { class: value.length <= SHORT_VALUE ? 'nowrap' : null, text: value }));
}

/** Shows the very data that a source's figures were taken from. */
async function openSource(item) {
  byId('source-title').textContent = item.title;
  byId('source-href').textContent = item.href;
  const body = byId('source-body');
  fill(body, h('div', { class: 'skeleton skeleton-table', 'aria-hidden': 'true' }));
  const dialog = byId('source-dialog');
  if (!dialog.open) openDialog(dialog);
  try {
    const data = await source(item.href);
    fill(
      body,
      (item.figures ?? []).length > 0 && h('section', {}, h('h3', { text: 'Cited' }), figureList(item.figures)),
      h('section', { 'data-testid': 'source-shown' }, h('h3', { text: 'Shown there' }), readable(data)),
      h(
        'details',
        {},
        h('summary', { text: 'As the API gives it' }),
        h('pre', { text: JSON.stringify(data, null, 2), 'data-testid': 'source-data' }),
      ),
    );
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind === 'unauthorized') dialog.close();
    else fill(body, problemNotice(error, { retry: () => openSource(item) }));
  }
}

/* Any JSON, for people */

function readable(value) {
  if (Array.isArray(value)) return list(value);
  if (isMoney(value)) return `${value.amount} ${value.currency}`;
  if (value !== null && typeof value === 'object') return fields(value);
  return text(value);
}

function text(value) {
  return value === null || value === '' ? '–' : String(value);
}

function isMoney(value) {
  return value !== null && typeof value === 'object' && Object.keys(value).sort().join() === 'amount,currency';
}

function isPlain(value) {
  return value === null || typeof value !== 'object' || isMoney(value);
}

function fields(record) {
  const entries = Object.entries(record);
  return h(
    'div',
    { class: 'data' },
    h('dl', { class: 'figures' }, entries.filter(([, value]) => isPlain(value)).map(([name, value]) => figureRow({ name: words(name), value: String(readable(value)) }))),
    entries
      .filter(([, value]) => !isPlain(value) && Object.keys(value).length > 0)
      .map(([name, value]) => h('details', { open: Array.isArray(value) ? value.length <= MOST_ROWS / 4 : true }, h('summary', { text: words(name) }), readable(value))),
  );
}

function list(items) {
  const rows = items.slice(0, MOST_ROWS);
  const left = items.length - rows.length;
  const more = left > 0 && h('p', { class: 'hint', text: `${plural(left, 'more row is', 'more rows are')} left out here.` });
  if (rows.every(isPlain)) return h('div', {}, h('ul', {}, rows.map((row) => h('li', { text: readable(row) }))), more);
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row).filter((name) => isPlain(row[name]))))];
  return h(
    'div',
    { class: 'table-frame', role: 'group', 'aria-label': 'Rows', tabindex: '0' },
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, columns.map((name) => h('th', { scope: 'col', text: words(name) })))),
      h('tbody', {}, rows.map((row) => h('tr', {}, columns.map((name) => h('td', { text: name in row ? readable(row[name]) : '' }))))),
    ),
    more,
  );
}

function words(name) {
  return name.replaceAll('_', ' ');
}
