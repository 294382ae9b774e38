import type { BuildToken } from '../../../store/codebuild/begun.ts';
import { type BuildBatchRow, changeBuildBatch } from '../../../store/codebuild/build-batches.ts';
import type { Tx } from '../../../store/database.ts';
import { type BatchGroup, type BatchProgress, type BatchRetry, batchFactsOf, batchProgressOf } from '../batch-facts.ts';
import { BATCH_WORK } from '../batch-work.ts';
import { invalidInput, parameterMismatch } from '../errors.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { stepTo } from './batch-phases.ts';
import { newGroup } from './groups.ts';
import { deadlineOf } from './new-batch.ts';

export interface Retry {
  /** Locked. */
  readonly row: BuildBatchRow;
  readonly failedOnly: boolean;
  readonly token: BuildToken | undefined;
}

/** Begins a failed batch anew, once per token: at once what failed, or all from the reading of the buildspec on. */
export async function retryBatch(tx: Tx, rooms: CodeBuildRooms, { row, failedOnly, token }: Retry): Promise<void> {
  const now = rooms.clock.now();
  const before = batchProgressOf(row);
  const facts = batchFactsOf(row);
  if (isKnown(before.retry, token, now)) return;
  if (facts.pipeline !== undefined)
    throw invalidInput('Invalid input: a batch of a pipeline is retried by its pipeline');
  if (row.ended === null || row.status !== 'FAILED')
    throw invalidInput(`Invalid input: only a failed build batch can be retried: this one is ${row.status}`);
  // One that could not begin its builds reads them again.
  const onlyFailed = failedOnly && before.groups.length > 1;
  const submitted = stepTo(before, { outcome: { status: 'RETRY' }, next: 'SUBMITTED', now });
  const progress: BatchProgress = {
    ...submitted,
    groups: before.groups.map((group) =>
      onlyFailed && group.current.status === 'SUCCEEDED' ? group : anew(rooms, row, group),
    ),
    deadline: deadlineOf(facts, now),
    retry: kept(token) ?? before.retry,
  };
  await changeBuildBatch(tx, row.id, {
    status: 'IN_PROGRESS',
    progress: JSON.stringify(progress),
    waitsForRoom: 0,
    ended: null,
  });
  await rooms.work.schedule(tx, BATCH_WORK, row.id);
}

function isKnown(retry: BatchRetry | undefined, token: BuildToken | undefined, now: number): boolean {
  if (retry === undefined || token === undefined || retry.token !== token.token || retry.expires <= now) return false;
  if (retry.input !== token.input) throw parameterMismatch();
  return true;
}

function kept(token: BuildToken | undefined): BatchRetry | undefined {
  if (token?.expires === undefined) return undefined;
  return { token: token.token, input: token.input, expires: token.expires };
}

function anew(
  { ids, clock }: CodeBuildRooms,
  { projectName }: BuildBatchRow,
  { task, current, prior }: BatchGroup,
): BatchGroup {
  return newGroup({ ids }, { task, projectName, now: clock.now(), prior: [...prior, current] });
}
