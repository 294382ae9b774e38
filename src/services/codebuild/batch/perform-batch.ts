import { ArchiveError } from '../../../archives/archive-error.ts';
import { isServiceError } from '../../../kernel/service-error.ts';
import { type BuildBatchRow, findBuildBatch, lockBuildBatch } from '../../../store/codebuild/build-batches.ts';
import { type Conclusion, done, inTransaction } from '../../../work/work.ts';
import { batchProgressOf } from '../batch-facts.ts';
import { PhaseFailure } from '../phase-failure.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import type { BuildArtifacts } from '../shapes.ts';
import { type BatchPhaseOutcome, clientFailure, PHASE_SUCCEEDED } from './batch-phases.ts';
import { clearStaged, combineArtifacts } from './combine-artifacts.ts';
import { endBatch } from './end-batch.ts';
import { settleBatch } from './settle-batch.ts';

/** Moves a batch on, as often as one of its builds ends; combines its artifacts; clears away after its end. */
export async function performBatch(rooms: CodeBuildRooms, id: string): Promise<Conclusion> {
  const row = await rooms.database.read((reader) => findBuildBatch(reader, id));
  if (row === undefined) return done;
  if (row.ended !== null) {
    await clearStaged(rooms, row);
    return done;
  }
  const progress = batchProgressOf(row);
  if (progress.currentPhase !== 'COMBINE_ARTIFACTS' || rooms.clock.now() >= progress.deadline)
    return inTransaction((tx) => settleBatch(tx, rooms, id));
  const combined = await combine(rooms, row);
  return inTransaction(async (tx) => {
    const now = await lockBuildBatch(tx, id);
    // Stopped meanwhile.
    if (now === undefined || now.ended !== null) return done;
    const { artifacts, outcome } = combined;
    const reached = batchProgressOf(now);
    const status = outcome === PHASE_SUCCEEDED ? 'SUCCEEDED' : 'FAILED';
    await endBatch(tx, rooms, {
      row: now,
      progress: { ...reached, artifacts: { ...reached.artifacts, ...artifacts } },
      status,
      outcome,
    });
    return done;
  });
}

interface Combined {
  readonly artifacts: BuildArtifacts;
  readonly outcome: BatchPhaseOutcome;
}

/** A bucket that is gone or an archive that cannot be read fails the batch; anything else is tried again. */
async function combine(rooms: CodeBuildRooms, row: BuildBatchRow): Promise<Combined> {
  try {
    return { artifacts: await combineArtifacts(rooms, row), outcome: PHASE_SUCCEEDED };
  } catch (error) {
    if (isServiceError(error)) return { artifacts: {}, outcome: clientFailure(`${error.code}: ${error.message}`) };
    if (error instanceof ArchiveError || error instanceof PhaseFailure)
      return { artifacts: {}, outcome: clientFailure(error.message) };
    throw error;
  }
}
