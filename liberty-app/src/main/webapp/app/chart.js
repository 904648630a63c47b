/** Line charts on canvas (uPlot) in the page's colours, which follow the light, dark and print schemes. */
import uPlot from '/webjars/uplot/1.6.30/dist/uPlot.esm.js';

const DAY = 86_400;
const charts = new Set();

const toSeconds = (date) => Date.parse(`${date}T00:00:00Z`) / 1000;

/**
 * Draws lines over dates into `container`.
 * `lines` are `{values, colour, dash, area}` with the colour the name of a CSS custom property; `tick` writes a value on the
 * axis; `onCursor` hears the index under the pointer, or null when it leaves; `spans` are `{from, to}` that are marked beneath the lines.
 */
export function lineChart(container, { dates, lines, tick, height, onCursor, top, spans = [] }) {
  const times = dates.map(toSeconds);
  let plot = null;

  function draw() {
    plot?.destroy();
    const colours = palette(container);
    const options = {
      width: Math.max(200, container.clientWidth),
      height,
      padding: [10, 8, 0, 0],
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, sync: { key: 'performance' }, points: { size: 7 } },
      scales: { x: { time: true }, y: { range: (_, low, high) => range(low, high, top) } },
      axes: [
        { ...axis(colours), size: 30, space: tickSpace, incrs: tickIncrements, values: (_, splits, __, ___, increment) => splits.map((split) => dateTick(split, increment)) },
        { ...axis(colours), size: 58, space: 34, values: (_, splits) => splits.map(tick) },
      ],
      series: [
        {},
        ...lines.map((line) => ({
          stroke: colours(line.colour),
          width: line.dash ? 1.5 : 2,
          dash: line.dash,
          fill: line.area ? colours(line.area) : undefined,
          points: { show: dates.length < 3 },
          spanGaps: false,
        })),
      ],
      hooks: { draw: [(u) => markSpans(u, spans, colours('--muted'))], setCursor: [(u) => onCursor(u.cursor.idx ?? null)] },
    };
    plot = new uPlot(options, [times, ...lines.map((line) => line.values)], container);
  }

  const observer = new ResizeObserver(() => {
    const width = container.clientWidth;
    if (plot && width > 0 && Math.abs(width - plot.width) > 1) plot.setSize({ width, height });
  });

  draw();
  observer.observe(container);
  const chart = {
    draw,
    destroy() {
      observer.disconnect();
      charts.delete(chart);
      plot.destroy();
    },
  };
  charts.add(chart);
  return chart;
}

for (const query of ['(prefers-color-scheme: dark)', 'print']) {
  window.matchMedia(query).addEventListener('change', () => {
    for (const chart of charts) chart.draw();
  });
}

function palette(element) {
  const style = getComputedStyle(element);
  return (name) => style.getPropertyValue(name).trim();
}

/** A thin bar at the foot of the chart for each span; one day is wide enough to be seen. */
function markSpans(u, spans, colour) {
  const ratio = u.pxRatio ?? window.devicePixelRatio;
  const thickness = 4 * ratio;
  const { left, top, width, height } = u.bbox;
  u.ctx.save();
  u.ctx.fillStyle = colour;
  for (const span of spans) {
    const start = Math.max(left, u.valToPos(toSeconds(span.from), 'x', true));
    const end = Math.min(left + width, u.valToPos(toSeconds(span.to), 'x', true));
    u.ctx.fillRect(start, top + height - thickness, Math.max(2 * ratio, end - start), thickness);
  }
  u.ctx.restore();
}

function axis(colours) {
  return {
    stroke: colours('--muted'),
    font: '12px Inter, system-ui, sans-serif',
    grid: { stroke: colours('--grid'), width: 1 },
    ticks: { show: false },
    border: { show: false },
  };
}

function range(low, high, top) {
  if (low === null || high === null) return [0, 1];
  const margin = (high - low || Math.abs(high) || 1) * 0.06;
  return [low - margin, top === undefined ? high + margin : top];
}

const MONTH = 30 * DAY;
const YEAR = 365 * DAY;
const YEARS = [1, 2, 5, 10, 25, 50].map((years) => years * YEAR);
const INCREMENTS = [...[1, 2, 3, 5, 7, 10, 15].map((days) => days * DAY), ...[1, 2, 3, 4, 6].map((months) => months * MONTH), ...YEARS];

const long = (low, high) => high - low > 5 * YEAR;

/** Long periods are labelled by years alone, which are short enough to stand close. */
function tickIncrements(_, __, low, high) {
  return long(low, high) ? YEARS : INCREMENTS;
}

function tickSpace(_, __, low, high) {
  return long(low, high) ? 44 : 76;
}

const tickFormats = {
  year: new Intl.DateTimeFormat(undefined, { year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(undefined, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
};

function dateTick(seconds, increment) {
  const unit = increment >= YEAR ? 'year' : increment >= MONTH ? 'month' : 'day';
  return tickFormats[unit].format(new Date(seconds * 1000));
}
