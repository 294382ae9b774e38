import { nextOfCron, parseCron } from './cron.ts';
import { parseRate } from './rate.ts';

/** When a scheduled rule fires. */
export interface Schedule {
  /** The first time for a rule set up at `now`: with a rate one period later. Undefined when there will be none. */
  first(now: number): number | undefined;
  /** The time after `due`; times missed until `now` are passed over. */
  following(due: number, now: number): number | undefined;
}

/** Undefined when the expression is neither `rate(...)` nor `cron(...)` as AWS takes them. */
export function parseSchedule(expression: string): Schedule | undefined {
  const period = parseRate(expression);
  if (period !== undefined) {
    return {
      first: (now) => now + period,
      following: (due, now) => due + period * (Math.max(0, Math.floor((now - due) / period)) + 1),
    };
  }
  const cron = parseCron(expression);
  if (cron === undefined) return undefined;
  return {
    first: (now) => nextOfCron(cron, now),
    following: (due, now) => nextOfCron(cron, Math.max(due, now)),
  };
}
