/**
 * The measures that the page shows, with what each means in plain words. `kind` says how the number is written and `better`
 * whether its sign carries a judgement worth a colour.
 */
import { decimal, percent, day } from './format.js';

const returns = (digits) => (value) => percent(value, { digits, signed: true });
const share = (digits) => (value) => percent(value, { digits });
const number = (digits) => (value) => decimal(value, { digits });

function drawdownDates(metrics) {
  const { max_drawdown_peak_date: peak, max_drawdown_trough_date: trough, max_drawdown_recovery_date: recovery } = metrics;
  if (!peak || !trough) return null;
  return `${day(peak)} to ${day(trough)}, ${recovery ? `recovered ${day(recovery)}` : 'not yet recovered'}`;
}

const RETURN = [
  {
    key: 'time_weighted_return',
    name: 'Time-weighted return',
    write: returns(1),
    signed: true,
    says: 'What the investments earned over the whole period, leaving out the effect of money added or taken out. This is the figure to compare with a benchmark.',
  },
  {
    key: 'money_weighted_return',
    name: 'Money-weighted return',
    unit: 'per year',
    write: returns(1),
    signed: true,
    says: 'The yearly rate that this money actually earned, with every deposit and withdrawal counted on its date. It differs from the time-weighted return when the timing of deposits helped or hurt.',
  },
  {
    key: 'cagr',
    name: 'Annual growth (CAGR)',
    unit: 'per year',
    write: returns(1),
    signed: true,
    says: 'The steady yearly rate that would have given the same time-weighted return over the period.',
  },
  {
    key: 'best_day',
    name: 'Best day',
    write: returns(2),
    signed: true,
    says: 'The largest gain on a single day.',
  },
  {
    key: 'worst_day',
    name: 'Worst day',
    write: returns(2),
    signed: true,
    says: 'The largest loss on a single day.',
  },
];

const RISK = [
  {
    key: 'volatility',
    name: 'Volatility',
    unit: 'per year',
    write: share(1),
    says: 'How much returns swing around their average, as a yearly figure. In roughly two years out of three, the return lies within this distance of its average.',
  },
  {
    key: 'max_drawdown',
    name: 'Maximum drawdown',
    write: returns(1),
    signed: true,
    note: drawdownDates,
    says: 'The deepest fall from a peak to the low that followed: what the unluckiest investor of the period would have gone through.',
  },
  {
    key: 'current_drawdown',
    name: 'Current drawdown',
    write: returns(1),
    signed: true,
    says: 'How far the portfolio stands below its highest point so far. Zero means that it is at its peak.',
  },
  {
    key: 'var_95',
    name: 'Value at risk, 95 %',
    unit: 'per day',
    write: returns(2),
    signed: true,
    says: 'On 19 days out of 20 the result was better than this; on the twentieth it was as bad or worse. Taken from what actually happened, not from a bell curve.',
  },
  {
    key: 'expected_shortfall_95',
    name: 'Expected shortfall, 95 %',
    unit: 'per day',
    write: returns(2),
    signed: true,
    says: 'The average result of the worst days, those at or beyond the value at risk: how bad a bad day was.',
  },
  {
    key: 'downside_deviation',
    name: 'Downside deviation',
    unit: 'per year',
    write: share(1),
    says: 'Like volatility, but only losses count. Swings upwards are not held against the portfolio.',
  },
  {
    key: 'ulcer_index',
    name: 'Ulcer index',
    write: share(1),
    says: 'How deep and how long the portfolio stayed below its earlier peaks, in one number. Lower is calmer.',
  },
  {
    key: 'skewness',
    name: 'Skewness',
    write: number(2),
    says: 'Below zero: large losses were more common than large gains of the same size. Above zero: the other way round.',
  },
  {
    key: 'excess_kurtosis',
    name: 'Excess kurtosis',
    write: number(2),
    says: 'Above zero: extreme days were more common than a bell curve would have it. Daily share returns almost always are.',
  },
  {
    key: 'positive_days',
    name: 'Days with a gain',
    write: share(1),
    says: 'The share of days on which the portfolio rose. A little over half is usual for shares.',
  },
];

const RATIOS = [
  {
    key: 'sharpe',
    name: 'Sharpe ratio',
    write: number(2),
    says: 'Return above the risk-free rate for each unit of volatility. Higher is better; above 1 over many years is rare.',
  },
  {
    key: 'sortino',
    name: 'Sortino ratio',
    write: number(2),
    says: 'Return above the target for each unit of downside deviation: the Sharpe ratio with only losses counted as risk.',
  },
  {
    key: 'calmar',
    name: 'Calmar ratio',
    write: number(2),
    says: 'Yearly growth divided by the maximum drawdown: how well the return paid for the deepest fall.',
  },
  {
    key: 'omega',
    name: 'Omega ratio',
    write: number(2),
    says: 'All gains divided by all losses, both counted from the risk-free rate. Above 1, the gains were larger.',
  },
];

const BENCHMARK = [
  {
    key: 'benchmark_return',
    name: 'Benchmark return',
    write: returns(1),
    signed: true,
    says: 'What the benchmark earned over the same days.',
  },
  {
    key: 'benchmark_cagr',
    name: 'Benchmark growth (CAGR)',
    unit: 'per year',
    write: returns(1),
    signed: true,
    says: 'The benchmark’s steady yearly rate over the same days.',
  },
  {
    key: 'beta',
    name: 'Beta',
    write: number(2),
    says: 'How strongly the portfolio moved with the benchmark. At 1 it moved one for one; at 0.5, half as much.',
  },
  {
    key: 'alpha',
    name: 'Alpha',
    unit: 'per year',
    write: returns(2),
    signed: true,
    says: 'The return that the portfolio’s beta does not explain. Above zero, it earned more than its market risk alone would have brought.',
  },
  {
    key: 'correlation',
    name: 'Correlation',
    write: number(2),
    says: 'How closely the two moved together, from −1 (opposite) over 0 (unrelated) to 1 (in step).',
  },
  {
    key: 'r_squared',
    name: 'R-squared',
    write: number(2),
    says: 'The share of the portfolio’s ups and downs that the benchmark’s explain. Below about 0.7, read alpha and beta with care.',
  },
  {
    key: 'tracking_error',
    name: 'Tracking error',
    unit: 'per year',
    write: share(1),
    says: 'How far the portfolio’s returns strayed from the benchmark’s. An index fund has almost none.',
  },
  {
    key: 'information_ratio',
    name: 'Information ratio',
    write: number(2),
    says: 'Return above the benchmark for each unit of tracking error: whether straying from it paid.',
  },
  {
    key: 'benchmark_volatility',
    name: 'Benchmark volatility',
    unit: 'per year',
    write: share(1),
    says: 'How much the benchmark’s returns swung over the same days.',
  },
  {
    key: 'benchmark_max_drawdown',
    name: 'Benchmark max. drawdown',
    write: returns(1),
    signed: true,
    says: 'The benchmark’s deepest fall over the same days.',
  },
];

export const GROUPS = [
  { id: 'return', name: 'Return', metrics: RETURN },
  { id: 'risk', name: 'Risk', metrics: RISK },
  { id: 'ratios', name: 'Return for the risk taken', metrics: RATIOS },
  { id: 'benchmark', name: 'Against the benchmark', metrics: BENCHMARK, needsBenchmark: true },
];
