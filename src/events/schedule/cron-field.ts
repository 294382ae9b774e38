/** A field of a cron expression, of plain values: `*`, `a`, `a-b`, `a/n`, lists of them. */
export interface FieldRange {
  readonly min: number;
  readonly max: number;
  /** Names of the values from `min` on, such as JAN. */
  readonly names?: readonly string[];
}

export const MINUTES: FieldRange = { min: 0, max: 59 };
export const HOURS: FieldRange = { min: 0, max: 23 };
export const DAYS_OF_MONTH: FieldRange = { min: 1, max: 31 };
export const MONTHS: FieldRange = {
  min: 1,
  max: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
export const DAYS_OF_WEEK: FieldRange = { min: 1, max: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] };
export const YEARS: FieldRange = { min: 1970, max: 2199 };

/** The values a field takes; undefined when it is not a field of plain values. */
export function parseField(text: string, range: FieldRange): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const some = parsePart(part, range);
    if (some === undefined) return undefined;
    for (const value of some) values.add(value);
  }
  return values;
}

function parsePart(part: string, range: FieldRange): number[] | undefined {
  const [span = '', step, ...more] = part.split('/');
  if (more.length > 0) return undefined;
  const bounds = parseSpan(span, range, step !== undefined);
  if (bounds === undefined) return undefined;
  const every = step === undefined ? 1 : Number(/^\d{1,4}$/.test(step) ? step : Number.NaN);
  if (!(every >= 1)) return undefined;
  return valuesBetween(bounds, range, every);
}

function parseSpan(span: string, range: FieldRange, open: boolean): readonly [number, number] | undefined {
  if (span === '*') return [range.min, range.max];
  const ends = span.split('-').map((end) => fieldValue(end, range));
  const [from, to] = ends;
  if (from === undefined || ends.length > 2) return undefined;
  if (ends.length === 1) return [from, open ? range.max : from];
  return to === undefined ? undefined : [from, to];
}

/** `20-2` goes round by way of the highest value. */
function valuesBetween([from, to]: readonly [number, number], { min, max }: FieldRange, every: number): number[] {
  const count = to >= from ? to - from : max - from + 1 + to - min;
  const values: number[] = [];
  for (let index = 0; index <= count; index += every) {
    const value = from + index;
    values.push(value <= max ? value : value - (max - min + 1));
  }
  return values;
}

export function fieldValue(text: string, { min, max, names = [] }: FieldRange): number | undefined {
  const name = names.indexOf(text.toUpperCase());
  if (name >= 0) return min + name;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return value >= min && value <= max ? value : undefined;
}
