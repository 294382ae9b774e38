import { deleteExecution, forgottenExecutions } from '../store/codepipeline/history.ts';
import { forgetLoneEvents } from '../store/kept-events.ts';
import { again, type Verdict } from '../work/work.ts';
import type { EngineRooms } from './engine-rooms.ts';

/** Kind of the durable work that forgets old executions; its only key is `all`. */
export const HISTORY_WORK = 'codepipeline.history';

const HOUR_MS = 3600_000;
const DAY_MS = 24 * HOUR_MS;
/** Executions of one transaction: other writers wait no longer than that takes. */
const PORTION = 100;

export interface HistoryRooms extends Pick<EngineRooms, 'database' | 'clock'> {
  /** How long executions are kept after their end. */
  readonly historyDays: number;
}

/** How long events are kept that are of no execution. */
const LONE_EVENTS_MS = DAY_MS;

/** Forgets executions that ended too long ago with their events, and the events of none, in portions; comes back every hour. */
export async function sweepHistory({ database, clock, historyDays }: HistoryRooms): Promise<Verdict> {
  const now = clock.now();
  const before = now - historyDays * DAY_MS;
  const gone = await database.write(async (tx) => {
    const old = await forgottenExecutions(tx, before, PORTION);
    for (const id of old) await deleteExecution(tx, id);
    return Math.max(old.length, await forgetLoneEvents(tx, now - LONE_EVENTS_MS, PORTION));
  });
  return again(gone === PORTION ? now : now + HOUR_MS);
}
