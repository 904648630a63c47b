/** The routes of the server that this page uses, one function each. docs/http-api.md is the contract. */
import { send, upload } from './session.js';

const PAGE_SIZE = 200;
const MOST_PAGES = 20;

async function json(path, options) {
  return (await send(path, options)).json();
}

/** All items of a cursor-paged list, up to 4,000. */
async function all(path, options) {
  const items = [];
  let cursor = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ limit: PAGE_SIZE });
    if (cursor) query.set('cursor', cursor);
    const answer = await json(`${path}?${query}`, options);
    items.push(...answer.items);
    cursor = answer.next_cursor;
    if (!cursor) break;
  }
  return items;
}

const portfolio = (id) => `/api/portfolio/${encodeURIComponent(id)}`;

export const listPortfolios = (options) => all('/api/portfolio', options);
export const createPortfolio = (name, baseCurrency) =>
  json('/api/portfolio', { method: 'POST', json: { name, base_currency: baseCurrency } });
export const loadSample = () => json('/api/portfolio/sample', { method: 'POST' });
export const renamePortfolio = (id, name) => json(portfolio(id), { method: 'PATCH', json: { name } });
export const deletePortfolio = (id) => send(portfolio(id), { method: 'DELETE' });

export const holdings = (id, asOf, options) => json(`${portfolio(id)}/holdings${asOf ? `?as_of=${asOf}` : ''}`, options);
export const summary = (id, options) => json(`${portfolio(id)}/summary`, options);
export function transactions(id, cursor, options) {
  const query = new URLSearchParams({ limit: 25 });
  if (cursor) query.set('cursor', cursor);
  return json(`${portfolio(id)}/transactions?${query}`, options);
}

export const reverseTransaction = (id, transaction, reason) =>
  json(`${portfolio(id)}/transactions/${encodeURIComponent(transaction)}/reversal`, { method: 'POST', json: { reason } });
export function gains(id, cursor, options) {
  const query = new URLSearchParams({ limit: 50 });
  if (cursor) query.set('cursor', cursor);
  return json(`${portfolio(id)}/gains?${query}`, options);
}
export const lots = (id, options) => json(`${portfolio(id)}/lots`, options);

export const importPresets = (options) => json('/api/portfolio/import-presets', options);
export function importTransactions(id, file, { preset, dryRun, ...options } = {}) {
  const query = new URLSearchParams();
  if (preset) query.set('preset', preset);
  if (dryRun) query.set('dry_run', 'true');
  return upload(`${portfolio(id)}/transactions/import${query.size > 0 ? `?${query}` : ''}`, file, options);
}
export const exportTransactions = (id, options) => send(`${portfolio(id)}/transactions/export`, { ...options, accept: 'text/csv' });
export const importPrices = (file, options) => upload('/api/market/prices/import', file, options);
export const instruments = (options) => all('/api/market/instruments', options);

export function performance({ portfolio: id, timeframe, benchmark, points }, options) {
  const question = { portfolio_id: id, timeframe, points };
  if (benchmark) question.benchmark = benchmark;
  return json('/api/ai/performance-analytics', { ...options, method: 'POST', json: question });
}

/** Scores, findings and suggestions, each with its evidence. */
export function analyse({ portfolio: id, timeframe, benchmark }, options) {
  const question = { portfolio_id: id, timeframe };
  if (benchmark) question.benchmark = benchmark;
  return json('/api/ai/analysis/comprehensive', { ...options, method: 'POST', json: question });
}

/**
 * The answer's stream: the raw response, whose events `events.js` reads. The same question under the same key is answered once;
 * `last` is the number of the last event that came.
 */
export const ask = ({ message, conversation, portfolio: id }, { key, last, ...options }) =>
  send('/api/ai/chat', {
    ...options,
    method: 'POST',
    accept: 'text/event-stream',
    headers: { 'Idempotency-Key': key, ...after(last) },
    json: { message, conversation_id: conversation, portfolio_id: id },
  });
const exchange = (id) => `/api/ai/chat/exchanges/${encodeURIComponent(id)}`;
const after = (last) => (last === null ? {} : { 'Last-Event-ID': last });
export const exchangeEvents = (id, { last, ...options }) =>
  send(`${exchange(id)}/events`, { ...options, accept: 'text/event-stream', headers: after(last) });
export const stopExchange = (id) => send(exchange(id), { method: 'DELETE' });
export const conversations = (options) => json('/api/ai/chat/conversations?limit=50', options);
export const conversation = (id, options) => json(`/api/ai/chat/conversations/${encodeURIComponent(id)}`, options);
export const deleteConversation = (id) => send(`/api/ai/chat/conversations/${encodeURIComponent(id)}`, { method: 'DELETE' });

export const renameConversation = (id, title) =>
  json(`/api/ai/chat/conversations/${encodeURIComponent(id)}`, { method: 'PATCH', json: { title } });
export const exportConversation = (id) =>
  send(`/api/ai/chat/conversations/${encodeURIComponent(id)}/export?format=markdown`, { accept: 'text/markdown' });

/** Costs and budgets are `mine`, or of `all` for those who run the installation. */
const COSTS = { mine: '/api/ai/cost-tracking', all: '/api/ops/costs' };
export const costs = (whose) => json(COSTS[whose]);
export const budget = (whose) => json(`${COSTS[whose]}/budget`);
export const setBudget = (whose, wanted) => json(`${COSTS[whose]}/budget`, { method: 'POST', json: wanted });
export const removeBudget = (whose) => send(`${COSTS[whose]}/budget`, { method: 'DELETE' });
export const providers = () => json('/api/ai/providers');
export const setKey = (provider, key) => json(`/api/ai/providers/${encodeURIComponent(provider)}/key`, { method: 'PUT', json: { key } });
export const forgetKey = (provider) => send(`/api/ai/providers/${encodeURIComponent(provider)}/key`, { method: 'DELETE' });
export const listUsers = () => all('/api/users');

export const changePassword = (current, next) =>
  send('/api/auth/password', { method: 'POST', json: { current_password: current, new_password: next } });

export const secondFactor = () => json('/api/auth/second-factor');
export const beginSecondFactor = (password) =>
  json('/api/auth/second-factor', { method: 'POST', json: { current_password: password } });
export const confirmSecondFactor = (code) => json('/api/auth/second-factor/confirmation', { method: 'POST', json: { code } });
export const removeSecondFactor = (code) => send('/api/auth/second-factor/removal', { method: 'POST', json: { code } });

/** What stands behind a source of an answer; only paths of this server's own API are followed. */
export function source(href) {
  const url = new URL(href, window.location.origin);
  if (url.origin !== window.location.origin || !url.pathname.startsWith('/api/')) {
    throw new Error('A source may only point to this server');
  }
  return json(url.pathname + url.search);
}
