import type { SourceRevision } from '../../../actions/action.ts';
import { exceedsLimit, MAX_OUTPUT_VARIABLES } from '../../../engine/variable-limits.ts';
import { answerJob, standingOf } from '../../../jobs/answer-job.ts';
import { isOver } from '../../../jobs/state.ts';
import type { JobRow } from '../../../store/codepipeline/jobs.ts';
import type { Tx } from '../../../store/database.ts';
import { invalidJobState, outputVariablesSizeExceeded, validation } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import type { CurrentRevision, FailureDetails, PutJobSuccessResultInput } from '../shapes.ts';

type Success = Omit<PutJobSuccessResultInput, 'jobId'>;

/** The doer's word for success, of a job whose lock the caller holds. */
export async function succeed(tx: Tx, job: JobRow, success: Success, { rooms, now }: CodePipelineCall): Promise<void> {
  const { currentRevision, continuationToken, executionDetails = {}, outputVariables } = success;
  if (continuationToken !== undefined && outputVariables !== undefined)
    throw validation('outputVariables can be given only with the last result, which has no continuationToken');
  if (exceedsLimit(outputVariables)) throw outputVariablesSizeExceeded(MAX_OUTPUT_VARIABLES);
  await requireAnswerable(tx, job, now);
  await answerJob(
    tx,
    job,
    {
      outcome: { kind: 'succeeded', revision: currentRevision && revisionOf(currentRevision), outputVariables },
      externalId: executionDetails.externalExecutionId,
      summary: executionDetails.summary,
      percentComplete: executionDetails.percentComplete,
      continuationToken,
    },
    rooms,
  );
}

export async function fail(
  tx: Tx,
  job: JobRow,
  { type, message, externalExecutionId }: FailureDetails,
  { rooms, now }: CodePipelineCall,
): Promise<void> {
  await requireAnswerable(tx, job, now);
  const outcome = { kind: 'failed', code: type, message } as const;
  await answerJob(tx, job, { outcome, externalId: externalExecutionId }, rooms);
}

async function requireAnswerable(tx: Tx, job: JobRow, now: number): Promise<void> {
  const standing = await standingOf(tx, job, now);
  // A job that workers compete for must be acknowledged before.
  if (!isOver({ status: standing }) && standing !== 'Queued' && standing !== 'Dispatched') return;
  const hasEndedWithoutIt = standing === 'Failed' && job.status !== 'Failed';
  throw invalidJobState(job.id, hasEndedWithoutIt ? 'its action is over' : `it is ${standing}`);
}

function revisionOf({ revision, changeIdentifier, created, revisionSummary }: CurrentRevision): SourceRevision {
  return { revisionId: revision, changeIdentifier, revisionSummary, created: created?.getTime() };
}
