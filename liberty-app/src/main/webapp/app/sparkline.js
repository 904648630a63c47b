/** A small chart that stands in a text: one line or two, their ends in words. It needs no axes, since the words carry the figures. */
import { h } from './dom.js';
import { day, percent } from './format.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 84;
const MARGIN = 3;

/**
 * Draws growth over time. `points` are `{date, growth, benchmark_growth}` with 1 at the start; `name` and `against` name the
 * lines.
 */
export function growthSparkline(points, { name, against }) {
  const own = points.map((point) => point.growth);
  const other = against ? points.map((point) => point.benchmark_growth) : [];
  const known = [...own, ...other].filter((value) => Number.isFinite(value));
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const lines = [
    { values: own, style: 'own', label: name },
    ...(other.some(Number.isFinite) ? [{ values: other, style: 'other', label: against }] : []),
  ];
  const words = lines.map(({ values, label }) => `${label} ${percent(last(values) - 1, { signed: true })}`);
  const period = `${day(points[0].date)} to ${day(points.at(-1).date)}`;
  const svg = shape('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': `Growth from ${period}: ${words.join(', ')}`, class: 'sparkline' });
  const y = (value) => HEIGHT - MARGIN - ((value - low) / span) * (HEIGHT - 2 * MARGIN);
  if (low <= 1 && low + span >= 1) svg.append(shape('line', { class: 'start', x1: 0, x2: WIDTH, y1: y(1), y2: y(1) }));
  for (const { values, style } of lines) {
    const step = WIDTH / Math.max(1, values.length - 1);
    const path = values.map((value, index) => (Number.isFinite(value) ? `${(index * step).toFixed(1)},${y(value).toFixed(1)}` : null)).filter(Boolean);
    svg.append(shape('polyline', { class: style, points: path.join(' ') }));
  }
  return h(
    'figure',
    { class: 'answer-chart', 'data-testid': 'answer-chart' },
    svg,
    h(
      'figcaption',
      {},
      lines.map(({ style, label, values }) =>
        h('span', { class: 'legend' }, h('span', { class: `swatch ${style}`, 'aria-hidden': 'true' }), `${label} ${percent(last(values) - 1, { signed: true })}`),
      ),
      h('span', { text: period }),
    ),
  );
}

function last(values) {
  return values.findLast((value) => Number.isFinite(value));
}

function shape(tag, attributes) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
