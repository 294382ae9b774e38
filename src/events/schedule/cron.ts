import { type DayTest, parseDayOfMonth, parseDayOfWeek } from './cron-day.ts';
import { HOURS, MINUTES, MONTHS, parseField, YEARS } from './cron-field.ts';

/** `cron(minutes hours day-of-month month day-of-week year)`, in UTC. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  readonly months: ReadonlySet<number>;
  readonly years: ReadonlySet<number>;
  readonly day: DayTest;
}

/** Undefined when it is not such an expression. Exactly one of the two fields for days is `?`. */
export function parseCron(expression: string): Cron | undefined {
  const [, body = ''] = /^cron\((.*)\)$/.exec(expression) ?? [];
  const fields = body.trim().split(/\s+/);
  if (fields.length !== 6) return undefined;
  const [minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = ''] = fields;
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return undefined;
  const minutes = parseField(minute, MINUTES);
  const hours = parseField(hour, HOURS);
  const months = parseField(month, MONTHS);
  const years = parseField(year, YEARS);
  const day = dayOfMonth === '?' ? parseDayOfWeek(dayOfWeek) : parseDayOfMonth(dayOfMonth);
  if (!minutes || !hours || !months || !years || !day) return undefined;
  return { minutes: sorted(minutes), hours: sorted(hours), months, years, day };
}

function sorted(values: ReadonlySet<number>): number[] {
  return [...values].sort((one, other) => one - other);
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** The first minute after `after` (milliseconds) that counts; undefined when there is none until 2199. */
export function nextOfCron(cron: Cron, after: number): number | undefined {
  const lastYear = Math.max(...cron.years);
  for (let day = Math.floor(after / DAY_MS) * DAY_MS; ; day = nextDay(cron, day)) {
    const date = new Date(day);
    if (date.getUTCFullYear() > lastYear) return undefined;
    if (!isDay(cron, date)) continue;
    const time = timesOf(cron).find((time) => day + time > after);
    if (time !== undefined) return day + time;
  }
}

function isDay({ years, months, day }: Cron, date: Date): boolean {
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1];
  return years.has(year) && months.has(month) && day({ year, month, date: date.getUTCDate() });
}

/** Whether the minute of `at` (milliseconds) counts. */
export function isDue(cron: Cron, at: number): boolean {
  const date = new Date(at);
  const { minutes, hours } = cron;
  return minutes.includes(date.getUTCMinutes()) && hours.includes(date.getUTCHours()) && isDay(cron, date);
}

/** The next day to look at: months and years that do not count are passed over at once. */
function nextDay({ years, months }: Cron, day: number): number {
  const date = new Date(day);
  const year = date.getUTCFullYear();
  if (!years.has(year)) return Date.UTC(year + 1, 0, 1);
  if (!months.has(date.getUTCMonth() + 1)) return Date.UTC(year, date.getUTCMonth() + 1, 1);
  return day + DAY_MS;
}

/** Milliseconds after midnight, in order. */
function timesOf({ hours, minutes }: Cron): number[] {
  return hours.flatMap((hour) => minutes.map((minute) => hour * HOUR_MS + minute * MINUTE_MS));
}
