/**
 * Where the reader is, kept in the URL's fragment so that a reload, a bookmark and the back button keep it: the view, the
 * portfolio, the timeframe, the benchmark and the conversation.
 */

export const VIEWS = ['performance', 'data', 'portfolios', 'assistant'];
export const TIMEFRAMES = ['1M', '3M', '6M', 'YTD', '1Y', '3Y', '5Y', 'MAX'];

const DEFAULTS = { view: 'performance', portfolio: null, timeframe: 'MAX', benchmark: null, mode: 'return', chat: null };

export function current() {
  const given = Object.fromEntries(new URLSearchParams(window.location.hash.slice(1)));
  return {
    view: VIEWS.includes(given.view) ? given.view : DEFAULTS.view,
    portfolio: given.portfolio || null,
    timeframe: TIMEFRAMES.includes(given.timeframe) ? given.timeframe : DEFAULTS.timeframe,
    // An empty benchmark is a choice ("none"); an absent one leaves the choice to the page.
    benchmark: given.benchmark ?? DEFAULTS.benchmark,
    mode: given.mode === 'value' ? 'value' : DEFAULTS.mode,
    chat: given.chat || null,
  };
}

/** Changes part of the route; false when nothing changed. `replace` leaves no entry in the history. */
export function go(change, { replace = false } = {}) {
  const next = { ...current(), ...change };
  const entries = Object.entries(next).filter(([name, value]) => value !== null && value !== DEFAULTS[name]);
  const hash = `#${new URLSearchParams(entries)}`;
  if (hash === (window.location.hash || '#')) return false;
  if (replace) history.replaceState(null, '', hash);
  else history.pushState(null, '', hash);
  notify();
  return true;
}

const listeners = [];
let last = current();

/** Calls back with the new and the old route whenever it changes. */
export function onChange(listener) {
  listeners.push(listener);
}

function notify() {
  const now = current();
  const before = last;
  if (JSON.stringify(now) === JSON.stringify(before)) return;
  last = now;
  for (const listener of listeners) listener(now, before);
}

window.addEventListener('popstate', notify);
window.addEventListener('hashchange', notify);
