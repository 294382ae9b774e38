import { deleteExecution, forgottenExecutions } from '../store/history.ts';
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

/** Forgets executions that ended too long ago, in portions; comes back every hour. */
export async function sweepHistory({ database, clock, historyDays }: HistoryRooms): Promise<Verdict> {
  const now = clock.now();
  const before = now - historyDays * DAY_MS;
  const gone = await database.write(async (tx) => {
    const old = await forgottenExecutions(tx, before, PORTION);
    for (const id of old) await deleteExecution(tx, id);
    return old.length;
  });
  return again(gone === PORTION ? now : now + HOUR_MS);
}
