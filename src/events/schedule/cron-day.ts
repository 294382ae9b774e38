import { DAYS_OF_MONTH, DAYS_OF_WEEK, fieldValue, parseField } from './cron-field.ts';

/** Whether a day counts, by its date in UTC. */
export type DayTest = (day: Day) => boolean;

export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly date: number;
}

/** Days of the month: plain values, `L` (the last), `L-3` (three before it) and `15W` (the weekday nearest to the 15th). */
export function parseDayOfMonth(text: string): DayTest | undefined {
  return anyOf(text, (part) => {
    const [, before] = /^L(?:-(\d{1,2}))?$/.exec(part) ?? [];
    if (part === 'L' || before !== undefined) return (day) => day.date === lastDate(day) - Number(before ?? 0);
    if (part === 'LW') return (day) => day.date === nearestWeekday(day, lastDate(day));
    const [, wanted] = /^(\d{1,2})W$/.exec(part) ?? [];
    if (wanted !== undefined) {
      const value = fieldValue(wanted, DAYS_OF_MONTH);
      return value === undefined
        ? undefined
        : (day) => value <= lastDate(day) && day.date === nearestWeekday(day, value);
    }
    const values = parseField(part, DAYS_OF_MONTH);
    return values === undefined ? undefined : (day) => values.has(day.date);
  });
}

/** Days of the week, Sunday is 1: plain values, `L` (Saturday), `6L` (the last Friday) and one `3#2` (the second Tuesday). */
export function parseDayOfWeek(text: string): DayTest | undefined {
  if (text.split('#').length > 2) return undefined;
  return anyOf(text, (part) => {
    if (part === 'L') return (day) => weekday(day) === 7;
    const [, lastOf] = /^(\w+)L$/.exec(part) ?? [];
    if (lastOf !== undefined) {
      const value = fieldValue(lastOf, DAYS_OF_WEEK);
      return value === undefined ? undefined : (day) => weekday(day) === value && day.date + 7 > lastDate(day);
    }
    const [, nthOf, nth] = /^(\w+)#([1-5])$/.exec(part) ?? [];
    if (nthOf !== undefined) {
      const value = fieldValue(nthOf, DAYS_OF_WEEK);
      return value === undefined
        ? undefined
        : (day) => weekday(day) === value && Math.ceil(day.date / 7) === Number(nth);
    }
    const values = parseField(part, DAYS_OF_WEEK);
    return values === undefined ? undefined : (day) => values.has(weekday(day));
  });
}

function anyOf(text: string, parse: (part: string) => DayTest | undefined): DayTest | undefined {
  const tests: DayTest[] = [];
  for (const part of text.split(',')) {
    const test = parse(part);
    if (test === undefined) return undefined;
    tests.push(test);
  }
  return (day) => tests.some((test) => test(day));
}

function lastDate({ year, month }: Day): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 for Sunday to 7 for Saturday. */
function weekday({ year, month, date }: Day): number {
  return new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 1;
}

/** Within the same month: the Monday after a Sunday, the Friday before a Saturday, unless that is another month's. */
function nearestWeekday(day: Day, date: number): number {
  const at = weekday({ ...day, date });
  if (at === 7) return date === 1 ? date + 2 : date - 1;
  if (at === 1) return date === lastDate(day) ? date - 2 : date + 1;
  return date;
}
