/** The tables of the performance view over parts of its period. */
import { h } from './dom.js';
import { count, day, direction, percent, points } from './format.js';
import { table } from './tables.js';

/** The deepest falls, each with its days. */
export function drawdownTable(report) {
  return h(
    'section',
    { class: 'card' },
    h('h2', { id: 'drawdowns-title', text: 'Deepest drawdowns' }),
    report.drawdowns.length === 0
      ? h('p', { class: 'hint', text: 'The portfolio never stood below an earlier peak in this period.' })
      : table({
          caption: 'Deepest drawdowns',
          testid: 'drawdown-table',
          rows: report.drawdowns,
          columns: [
            { name: 'Depth', numeric: true, header: true, write: (row) => percent(row.depth), mark: () => 'negative' },
            { name: 'Peak', write: (row) => day(row.peak_date) },
            { name: 'Low', write: (row) => day(row.trough_date) },
            { name: 'Recovered', write: (row) => (row.recovery_date ? day(row.recovery_date) : 'Not yet') },
            { name: 'Days', numeric: true, write: (row) => count(row.length_days) },
          ],
        }),
  );
}

/** The return of each calendar year, beside the benchmark's. */
export function yearTable(report) {
  const against = report.benchmark;
  const known = (value) => value !== null && value !== undefined;
  return h(
    'section',
    { class: 'card' },
    h('h2', { id: 'years-title', text: 'Calendar years' }),
    report.calendar_years.length === 0
      ? h('p', { class: 'hint', text: 'No calendar year to show in this period.' })
      : table({
          caption: 'Returns by calendar year',
          testid: 'year-table',
          rows: [...report.calendar_years].reverse(),
          columns: [
            { name: 'Year', header: true, write: (row) => String(row.year) },
            { name: 'Portfolio', numeric: true, write: (row) => percent(row.portfolio, { signed: true }), mark: (row) => direction(row.portfolio) },
            against && { name: against, numeric: true, write: (row) => percent(row.benchmark, { signed: true }) },
            against && {
              name: 'Difference',
              numeric: true,
              write: (row) => (known(row.portfolio) && known(row.benchmark) ? points(row.portfolio - row.benchmark) : 'Not available'),
              mark: (row) => (known(row.portfolio) && known(row.benchmark) ? direction(row.portfolio - row.benchmark) : ''),
            },
          ].filter(Boolean),
        }),
  );
}
