import { ACTION_WORK } from '../../../engine/engine-rooms.ts';
import { findAction } from '../../../engine/facts/declaration.ts';
import { type Completion, completeAction } from '../../../engine/perform/complete-action.ts';
import type { ServiceError } from '../../../kernel/service-error.ts';
import { type ActionExecutionRow, findActionByToken } from '../../../store/codepipeline/action-executions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import type { Tx } from '../../../store/database.ts';
import { actionNotFound, approvalAlreadyCompleted, invalidApprovalToken, stageNotFound } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import type { PutApprovalResultInput, PutApprovalResultOutput } from '../shapes.ts';

/**
 * The token says which attempt is decided: in PARALLEL mode several may wait at once, some of them in a structure that has been
 * updated since.
 */
export async function PutApprovalResult(
  input: PutApprovalResultInput,
  call: CodePipelineCall,
): Promise<PutApprovalResultOutput> {
  const { rooms, now } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.pipelineName);
    const place = { pipelineId: pipeline.id, stage: input.stageName, action: input.actionName };
    const row = await findActionByToken(tx, place, input.token);
    if (row === undefined) throw await notFound(tx, pipeline, input, call);
    if (row.status !== 'InProgress') throw tooLate(row, input);
    await completeAction(tx, row, decision(input, call), rooms);
    // Its work waits for the deadline, days away: it finds that there is nothing left to do.
    await rooms.work.schedule(tx, ACTION_WORK, row.id);
  });
  return { approvedAt: new Date(now) };
}

/** Somebody has decided it, or it was abandoned or timed out, and AWS calls the token of an approval that has expired invalid. */
function tooLate({ updatedBy }: ActionExecutionRow, { actionName }: PutApprovalResultInput): ServiceError {
  return updatedBy === null ? invalidApprovalToken() : approvalAlreadyCompleted(actionName);
}

/** What is wrong with a decision about no attempt: the place, or the token. */
async function notFound(
  tx: Tx,
  pipeline: PipelineRow,
  { stageName, actionName }: PutApprovalResultInput,
  { rooms }: CodePipelineCall,
): Promise<ServiceError> {
  const declaration = await rooms.declarations.read(tx, pipeline.id, pipeline.version);
  if (!declaration.stages.some(({ name }) => name === stageName)) return stageNotFound(pipeline.name, stageName);
  const action = findAction(declaration, stageName, actionName);
  return action === undefined ? actionNotFound(stageName, actionName) : invalidApprovalToken();
}

function decision({ result }: PutApprovalResultInput, { principal }: CodePipelineCall): Completion {
  const { summary } = result;
  if (result.status === 'Approved') return { status: 'Succeeded', summary, updatedBy: principal.arn };
  const message = summary === '' ? 'Approval was rejected' : `Approval was rejected: ${summary}`;
  return { status: 'Failed', code: 'JobFailed', message, summary, updatedBy: principal.arn };
}
