import { type BuildBatchRow, changeBuildBatch } from '../../../store/codebuild/build-batches.ts';
import { lockBuild } from '../../../store/codebuild/builds.ts';
import type { Tx } from '../../../store/database.ts';
import { stopBuild } from '../attempt/journal.ts';
import { type BatchGroup, type BatchProgress, batchFactsOf, batchProgressOf } from '../batch-facts.ts';
import { BATCH_WORK } from '../batch-work.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { cutOff, isRunning } from './advance.ts';
import { combines } from './batch-artifacts.ts';
import { stepTo } from './batch-phases.ts';
import type { BatchEnd } from './decide.ts';
import { learn } from './learn.ts';

type Ending = BatchEnd & { readonly row: BuildBatchRow; readonly progress: BatchProgress };

/** The end of a batch, once: `row` is locked and has not ended. Whoever waits for it is woken. */
export async function endBatch(
  tx: Tx,
  rooms: CodeBuildRooms,
  { row, progress, status, outcome }: Ending,
): Promise<void> {
  const now = rooms.clock.now();
  const ended = stepTo(progress, { outcome, next: status, now });
  await changeBuildBatch(tx, row.id, { status, progress: JSON.stringify(ended), waitsForRoom: 0, ended: now });
  if (row.wakeKind !== null && row.wakeKey !== null) await rooms.work.schedule(tx, row.wakeKind, row.wakeKey);
  // What was set down to be combined is cleared away.
  if (combines(batchFactsOf(row))) await rooms.work.schedule(tx, BATCH_WORK, row.id);
}

/** StopBuildBatch: what runs is stopped, what waits is not begun. */
export async function stopBatch(tx: Tx, rooms: CodeBuildRooms, row: BuildBatchRow): Promise<void> {
  const before = batchProgressOf(row);
  await stopBuilds(tx, rooms, before.groups.filter(isRunning));
  const { progress } = await learn(tx, { ...before, groups: before.groups.map(cutOff) });
  await endBatch(tx, rooms, { row, progress, status: 'STOPPED', outcome: { status: 'STOPPED' } });
}

export async function stopBuilds(tx: Tx, rooms: CodeBuildRooms, groups: readonly BatchGroup[]): Promise<void> {
  for (const { current } of groups) {
    const build = await lockBuild(tx, current.buildId);
    if (build !== undefined && build.ended === null) await stopBuild(tx, rooms, build);
  }
}
