/** The measures of the performance view, each with its explanation, or the reason why it cannot be had. */
import { h, icon } from './dom.js';
import { direction } from './format.js';
import { GROUPS } from './metrics.js';

/** A section for each group of measures. */
export function metricGroups(report) {
  const reasons = new Map(report.unavailable.map((entry) => [entry.metric, entry.reason]));
  return GROUPS.map((group) => {
    if (group.needsBenchmark && !report.benchmark) return benchmarkInvitation(group);
    const title = group.needsBenchmark ? `Against ${report.benchmark}` : group.name;
    return h(
      'section',
      { class: 'metric-group' },
      h('h2', { id: `group-${group.id}`, text: title }),
      h('dl', { class: 'cards' }, group.metrics.map((metric) => card(metric, report.metrics, reasons))),
    );
  });
}

function benchmarkInvitation(group) {
  return h(
    'section',
    { class: 'metric-group' },
    h('h2', { id: `group-${group.id}`, text: group.name }),
    h('p', { class: 'hint', 'data-testid': 'no-benchmark', text: 'Choose a benchmark above to see beta, alpha, tracking error and how both compare.' }),
  );
}

function card(metric, metrics, reasons) {
  const value = metrics[metric.key];
  const absent = value === null || value === undefined;
  const tipId = `tip-${metric.key}`;
  const note = absent
    ? (reasons.get(metric.key) ?? 'The server gave no reason.')
    : [metric.unit, metric.note?.(metrics)].filter(Boolean).join(' · ');
  const tip = h('span', { id: tipId, class: 'tip', role: 'tooltip', text: metric.says });
  const help = h('button', { type: 'button', class: 'help', 'aria-label': `About ${metric.name}`, 'aria-describedby': tipId }, icon('help'));
  const element = h(
    'div',
    { class: `metric${absent ? ' absent' : ''}`, 'data-testid': `metric-${metric.key}` },
    h('dt', {}, h('span', { text: metric.name }), help),
    h(
      'dd',
      {},
      h('data', {
        class: `metric-value ${!absent && metric.signed ? direction(value) : ''}`.trim(),
        value: absent ? '' : value,
        text: absent ? 'Not available' : metric.write(value),
      }),
      note && h('span', { class: 'note', text: note }),
      tip,
    ),
  );
  explain(element, help, tip);
  return element;
}

/** Shows the explanation on hover, focus and touch; Escape hides it, and the pointer may move onto it. */
function explain(host, button, tip) {
  const show = () => {
    // It opens towards the middle of the window, so that it never leaves it.
    tip.classList.toggle('from-right', host.getBoundingClientRect().left > document.documentElement.clientWidth / 2);
    host.classList.add('explained');
  };
  const hide = () => host.classList.remove('explained');
  button.addEventListener('focus', show);
  button.addEventListener('blur', hide);
  button.addEventListener('click', show);
  button.addEventListener('mouseenter', show);
  host.addEventListener('mouseleave', () => {
    if (document.activeElement !== button) hide();
  });
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
  tip.addEventListener('click', hide);
}
