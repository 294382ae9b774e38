import { type Completion, completeAction } from '../../../engine/complete-action.ts';
import { findAction } from '../../../engine/declaration.ts';
import { ACTION_WORK } from '../../../engine/engine-rooms.ts';
import { findActionByToken } from '../../../store/action-executions.ts';
import { actionNotFound, approvalAlreadyCompleted, invalidApprovalToken, stageNotFound } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import type { PutApprovalResultInput, PutApprovalResultOutput } from '../shapes.ts';

/** The token says which attempt is decided: in PARALLEL mode several may wait at once. */
export async function PutApprovalResult(
  input: PutApprovalResultInput,
  call: CodePipelineCall,
): Promise<PutApprovalResultOutput> {
  const { rooms, now } = call;
  await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.pipelineName);
    const declaration = await rooms.declarations.read(tx, pipeline.id, pipeline.version);
    if (!declaration.stages.some(({ name }) => name === input.stageName))
      throw stageNotFound(pipeline.name, input.stageName);
    if (findAction(declaration, input.stageName, input.actionName) === undefined) {
      throw actionNotFound(input.stageName, input.actionName);
    }
    const place = { pipelineId: pipeline.id, stage: input.stageName, action: input.actionName };
    const row = await findActionByToken(tx, place, input.token);
    if (row === undefined) throw invalidApprovalToken();
    if (row.status !== 'InProgress') throw approvalAlreadyCompleted(input.actionName);
    await completeAction(tx, row, decision(input, call), rooms);
    // Its work waits for the deadline, days away: it finds that there is nothing left to do.
    await rooms.work.schedule(tx, ACTION_WORK, row.id);
  });
  return { approvedAt: new Date(now) };
}

function decision({ result }: PutApprovalResultInput, { principal }: CodePipelineCall): Completion {
  const { summary } = result;
  if (result.status === 'Approved') return { status: 'Succeeded', summary, updatedBy: principal.arn };
  const message = summary === '' ? 'Approval was rejected' : `Approval was rejected: ${summary}`;
  return { status: 'Failed', code: 'JobFailed', message, summary, updatedBy: principal.arn };
}
