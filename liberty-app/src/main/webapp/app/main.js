/** Puts the page together: who is signed in, which portfolio and which view. */
import { announce, byId, fill, focusOn, h, problemNotice } from './dom.js';
import { instruments as fetchInstruments, listPortfolios } from './api.js';
import { prepareAccount, showAccount, showBanner, showSignIn } from './account.js';
import { clearAssistant, prepareAssistant, setPortfolio, showChat } from './assistant.js';
import { clearData, showData } from './data.js';
import { clearHealth, offerHealth } from './health.js';
import { importPanel } from './imports.js';
import { chosenBenchmark, clearPerformance, preparePerformance, showPerformance } from './performance.js';
import { plural } from './format.js';
import { showMode } from './growth.js';
import { preparePortfolios, sampleButton, showPortfolios } from './portfolios.js';
import { Problem } from './problem.js';
import { VIEWS, current, go, onChange } from './route.js';
import { onEnd, restore, user } from './session.js';

const WIDE = window.matchMedia('(min-width: 1100px)');

let portfolios = [];
let instruments = [];
/** Whose data the desk holds; someone else gets an empty one. */
let deskOwner = null;
let account = null;

/* Screens */

function showScreen(name) {
  document.body.dataset.screen = name;
  byId('starting').hidden = name !== 'starting';
  byId('sign-in').hidden = name !== 'sign-in';
  byId('desk').hidden = name !== 'desk';
}

async function start() {
  try {
    const session = await restore();
    if (session) await enter(session);
    else signInScreen();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    signInScreen(null, error);
  }
}

function signInScreen(reason, problem) {
  showScreen('sign-in');
  document.title = 'Sign in · Quantum Leap';
  showSignIn(reason, problem, problem && (() => window.location.reload()));
}

onEnd((reason) => {
  for (const dialog of document.querySelectorAll('dialog[open]')) dialog.close();
  account.closeMenu();
  if (reason !== 'expired') clearDesk();
  signInScreen(reason);
});

function clearDesk() {
  deskOwner = null;
  portfolios = [];
  instruments = [];
  clearPerformance();
  clearHealth();
  clearData();
  clearAssistant();
  showBanner(false);
  fill(byId('portfolios-body'));
  fill(byId('portfolio-select'));
  history.replaceState(null, '', window.location.pathname);
}

async function enter({ mustChangePassword }) {
  if (deskOwner !== null && deskOwner !== user().id) clearDesk();
  deskOwner = user().id;
  showAccount();
  showBanner(mustChangePassword);
  showScreen('desk');
  await openDesk();
}

/* Portfolios */

/** Reads portfolios and instruments anew. False when they could not be had; the page then says so and `again` tries again. */
async function readLists(again) {
  const body = byId('performance-body');
  if (portfolios.length === 0) {
    byId('performance-title').textContent = 'Performance';
    byId('performance-controls').hidden = true;
    showSection('performance');
    body.setAttribute('aria-busy', 'true');
    fill(body, h('div', { class: 'skeleton skeleton-headline' }), h('div', { class: 'skeleton skeleton-chart' }));
  }
  try {
    [portfolios, instruments] = await Promise.all([listPortfolios(), fetchInstruments()]);
    return true;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    if (error.kind !== 'unauthorized') {
      showSection('performance');
      fill(body, problemNotice(error, { title: 'Your portfolios could not be loaded', retry: again, testid: 'lists-error' }));
    }
    return false;
  } finally {
    body.removeAttribute('aria-busy');
  }
}

async function openDesk() {
  if (!(await readLists(openDesk))) return;
  show(current());
  focusTitle(current());
}

function chosen(route) {
  return portfolios.find((portfolio) => portfolio.id === route.portfolio) ?? null;
}

/** The portfolio list changed on the server; `id` is the one to show, if any. */
async function portfoliosChanged(id) {
  clearPerformance();
  if (!(await readLists(() => portfoliosChanged(id)))) return;
  const moved = id !== null && go({ portfolio: id, view: 'performance', benchmark: null });
  if (!moved) show(current());
  if (id !== null) focusTitle(current());
}

/** A file came in: what was measured before is out of date. */
async function imported() {
  try {
    [portfolios, instruments] = await Promise.all([listPortfolios(), fetchInstruments()]);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    announce('The import is done, but the list of portfolios could not be read again.');
    return;
  }
  clearPerformanceUnlessShown();
  fillSwitcher(current());
  offerPerformance();
}

function clearPerformanceUnlessShown() {
  // In the performance view the import panel itself is on show, with its result; it stays until the reader moves on.
  if (current().view !== 'performance') clearPerformance();
}

/** In the empty performance view, a button leads on once there is something to measure. */
function offerPerformance() {
  const place = document.getElementById('measure-place');
  const portfolio = chosen(current());
  if (!place || !portfolio || portfolio.transaction_count === 0) return;
  byId('empty-title').textContent = 'Ready to measure';
  byId('empty-text').textContent = `${plural(portfolio.transaction_count, 'transaction is', 'transactions are')} in. Import the prices of what is held, if they are not there yet, and look.`;
  fill(
    place,
    h('button', {
      type: 'button',
      class: 'button primary',
      text: 'Show the performance',
      'data-testid': 'measure',
      on: {
        click: () => {
          show(current());
          focusTitle(current());
        },
      },
    }),
  );
}

function emptyPortfolio(portfolio) {
  return [
    h(
      'div',
      { class: 'card welcome', 'data-testid': 'empty' },
      h('h2', { id: 'empty-title', text: 'Nothing to measure yet' }),
      h('p', {
        id: 'empty-text',
        text: 'Import the transactions of this portfolio and the prices of what it holds. Both files are checked line by line first: a file with a fault changes nothing.',
      }),
      h('div', { class: 'button-row' }, h('span', { id: 'measure-place' }), portfolios.some((one) => one.sample) ? null : sampleButton()),
    ),
    importPanel(portfolio, { onImported: imported }),
  ];
}

function fillSwitcher(route) {
  const select = byId('portfolio-select');
  fill(
    select,
    portfolios.length === 0 && h('option', { value: '', text: 'No portfolio yet' }),
    portfolios.map((portfolio) => h('option', { value: portfolio.id, text: portfolio.sample ? `${portfolio.name} (synthetic)` : portfolio.name })),
  );
  select.disabled = portfolios.length === 0;
  select.value = chosen(route)?.id ?? '';
}

/* Views */

/** Where there is room the assistant stands beside the performance; elsewhere it is a view of its own. */
function shownView(view) {
  return view === 'assistant' && WIDE.matches ? 'performance' : view;
}

function showSection(view) {
  const marked = shownView(view);
  for (const name of VIEWS) byId(`view-${name}`).hidden = name !== marked;
  document.body.dataset.view = marked;
  for (const button of document.querySelectorAll('button[data-view]')) {
    if (button.dataset.view === marked) button.setAttribute('aria-current', 'page');
    else button.removeAttribute('aria-current');
  }
}

function show(route) {
  if (portfolios.length === 0) {
    fillSwitcher(route);
    setPortfolio(null);
    showSection('portfolios');
    showPortfolios(portfolios);
    showChat(route);
    document.title = 'Portfolios · Quantum Leap';
    return;
  }
  const portfolio = chosen(route);
  if (!portfolio) {
    const lost = route.portfolio !== null;
    go({ portfolio: portfolios[0].id, benchmark: null }, { replace: true });
    if (lost) announce('That portfolio is not there; another one is shown.');
    return;
  }
  fillSwitcher(route);
  setPortfolio(portfolio.id);
  showSection(route.view);
  if (route.view === 'portfolios') showPortfolios(portfolios);
  else if (route.view === 'data') showData(portfolio, { onImported: imported });
  else if (shownView(route.view) === 'performance') {
    showPerformance({ portfolio, route, instruments, empty: () => emptyPortfolio(portfolio) });
    offerHealth({ portfolio, timeframe: route.timeframe, benchmark: chosenBenchmark(route, portfolio, instruments) });
  }
  showChat(route);
  const names = { performance: 'Performance', data: 'Data', portfolios: 'Portfolios', assistant: 'Assistant' };
  document.title = `${portfolio.name} · ${names[route.view]} · Quantum Leap`;
}

function focusTitle(route) {
  if (route.view === 'assistant' && WIDE.matches) byId('question').focus();
  else focusOn(document.querySelector('#main > section:not([hidden]) h1'));
}

onChange((route, before) => {
  if (document.body.dataset.screen !== 'desk') return;
  const onlyChanged = (...names) => Object.keys(route).every((name) => names.includes(name) || route[name] === before[name]);
  if (onlyChanged('chat')) showChat(route);
  else if (onlyChanged('mode')) showMode(route);
  else {
    show(route);
    if (route.view !== before.view) focusTitle(route);
  }
});

/* Wiring */

account = prepareAccount({ onSignedIn: enter });
preparePerformance();
prepareAssistant();
preparePortfolios({
  onOpen: (portfolio) => go({ portfolio: portfolio.id, view: 'performance', benchmark: null }),
  onChanged: portfoliosChanged,
});

byId('portfolio-select').addEventListener('change', (event) => go({ portfolio: event.target.value, benchmark: null }));
for (const button of document.querySelectorAll('button[data-view]')) {
  button.addEventListener('click', () => {
    const view = button.dataset.view;
    if (current().view === view) focusTitle(current());
    else go({ view });
  });
}
byId('skip-link').addEventListener('click', (event) => {
  // The fragment is the route, so the link must not write to it.
  event.preventDefault();
  focusOn(document.querySelector('main:not([hidden])'));
});
WIDE.addEventListener('change', () => {
  if (document.body.dataset.screen === 'desk' && current().view === 'assistant') show(current());
});
// A file that misses its zone must not replace the page.
for (const type of ['dragover', 'drop']) window.addEventListener(type, (event) => event.preventDefault());

start();
