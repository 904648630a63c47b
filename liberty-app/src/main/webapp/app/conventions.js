/** How the figures of the performance view are made. */
import { h } from './dom.js';
import { decimal, percent } from './format.js';

/** The conventions of a report, folded away until somebody asks. */
export function conventions(report) {
  const entries = Object.entries(report.conventions);
  return h(
    'details',
    { class: 'card conventions', 'data-testid': 'conventions' },
    h('summary', { text: 'How these figures are made' }),
    h(
      'dl',
      {},
      entries.map(([name, value]) => [h('dt', { text: sentence(name) }), h('dd', { text: plain(name, value) })]).flat(),
    ),
  );
}

const CONVENTION_NAMES = {
  cagr: 'CAGR',
  risk_free_rate: 'Risk-free rate',
  risk_free_per_period: 'Risk-free rate per period',
  time_weighted_return: 'Time-weighted return',
  money_weighted_return: 'Money-weighted return',
  sharpe: 'Sharpe ratio',
  downside: 'Downside deviation and Sortino ratio',
  calmar: 'Calmar ratio',
  tail: 'Value at risk and expected shortfall',
  moments: 'Skewness and excess kurtosis',
  omega: 'Omega ratio',
  regression: 'Beta and alpha',
};

const sentence = (name) => CONVENTION_NAMES[name] ?? name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ');

function plain(name, value) {
  if (value === null) return 'Not available';
  if (typeof value === 'number') return name.endsWith('_rate') ? percent(value, { digits: 2 }) : decimal(value, { digits: Number.isInteger(value) ? 0 : 4 });
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
