import { parseSchedule } from '../../events/schedule/schedule.ts';
import { SCHEDULE_WORK } from '../../events/scheduled.ts';
import type { Tx } from '../../store/database.ts';
import type { Work } from '../../work/work.ts';
import { validation } from './errors.ts';

/** When a rule of this schedule and state fires first; null when it does not. */
export function firstRun(expression: string | undefined, state: string, now: number): number | null {
  if (expression === undefined) return null;
  const schedule = parseSchedule(expression);
  if (schedule === undefined) throw validation('Parameter ScheduleExpression is not valid.');
  return state === 'DISABLED' ? null : (schedule.first(now) ?? null);
}

/** Sees to it that the rule fires then. */
export async function wakeAt(tx: Tx, ruleId: number, nextRun: number | null, work: Work): Promise<void> {
  if (nextRun !== null) await work.schedule(tx, SCHEDULE_WORK, String(ruleId), nextRun);
}
