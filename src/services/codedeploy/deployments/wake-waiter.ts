import type { Moving } from './moving.ts';

/** Wakes the pipeline that waits for the deployment: something about it is new. */
export async function wakeWaiter({ tx, rooms, deployment: { wakeKind, wakeKey } }: Moving): Promise<void> {
  if (wakeKind !== null && wakeKey !== null) await rooms.work.schedule(tx, wakeKind, wakeKey);
}
