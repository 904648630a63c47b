/**
 * Numbers and dates for people, in the reader's locale. Amounts arrive as decimal strings and go to Intl as such, so no digit is
 * lost on the way; dates are calendar days and never shift with the time zone.
 */

const UNAVAILABLE = 'Not available';

const formats = new Map();

function numberFormat(options) {
  const key = JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, typographic(new Intl.NumberFormat(undefined, options)));
  return formats.get(key);
}

/** A minus sign as wide as the plus sign, where the locale would write a hyphen. */
function typographic(format) {
  return { format: (value) => format.format(value).replace('-', '\u2212') };
}

const missing = (value) => value === null || value === undefined || value === '' || Number.isNaN(Number(value));

/** Money as `{amount, currency}`; `digits` fixes the decimals, `signed` always shows the sign. */
export function money(value, { digits, signed = false } = {}) {
  if (!value || missing(value.amount)) return UNAVAILABLE;
  return amount(value.amount, value.currency, { digits, signed });
}

export function amount(value, currency, { digits, signed = false } = {}) {
  if (missing(value)) return UNAVAILABLE;
  const decimals = digits === undefined ? {} : { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const signDisplay = signed ? 'exceptZero' : 'negative';
  try {
    return numberFormat({ style: 'currency', currency, signDisplay, ...decimals }).format(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `${numberFormat({ signDisplay, minimumFractionDigits: 2 }).format(value)} ${currency}`;
  }
}

/** Money for an axis: short, such as $120K. */
export function shortMoney(value, currency) {
  try {
    return numberFormat({ style: 'currency', currency, notation: 'compact', maximumFractionDigits: 1 }).format(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return numberFormat({ notation: 'compact', maximumFractionDigits: 1 }).format(value);
  }
}

/** A ratio as a percentage: 0.12 is 12 %. */
export function percent(value, { digits = 1, signed = false } = {}) {
  if (missing(value)) return UNAVAILABLE;
  return numberFormat({
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(value);
}

/** A difference of two ratios, in percentage points. */
export function points(value, { digits = 1 } = {}) {
  if (missing(value)) return UNAVAILABLE;
  const number = numberFormat({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  }).format(value * 100);
  return `${number} pp`;
}

export function decimal(value, { digits = 2, signed = false } = {}) {
  if (missing(value)) return UNAVAILABLE;
  return numberFormat({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: signed ? 'exceptZero' : 'negative',
  }).format(value);
}

/** A quantity or price as it was given: no digit added, none taken away. */
export function quantity(value) {
  if (missing(value)) return UNAVAILABLE;
  return numberFormat({ maximumFractionDigits: 12 }).format(value);
}

export function count(value) {
  return missing(value) ? UNAVAILABLE : numberFormat({ maximumFractionDigits: 0 }).format(value);
}

/** `one` or `many` with the number: plural(1, 'line', 'lines') is "1 line". */
export function plural(value, one, many) {
  return `${count(value)} ${Number(value) === 1 ? one : many}`;
}

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** An ISO date such as 2025-12-31. */
export function day(value) {
  const date = new Date(`${value}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? UNAVAILABLE : dayFormat.format(date);
}

/** A point in time in the reader's own time zone. */
export function moment(value) {
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? UNAVAILABLE : momentFormat.format(date);
}

/** Bytes as kB or MB. */
export function fileSize(bytes) {
  const large = bytes >= 1_000_000;
  return numberFormat({
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large || bytes < 10_000 ? 1 : 0,
  }).format(bytes / (large ? 1_000_000 : 1_000));
}

/** The class that marks a value's direction; the sign in the text says the same without colour. */
export function direction(value) {
  const number = Number(value);
  if (missing(value) || number === 0) return '';
  return number < 0 ? 'negative' : 'positive';
}
