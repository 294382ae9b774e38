import { rollBack } from '../../../engine/orders/roll-back.ts';
import type { ServiceError } from '../../../kernel/service-error.ts';
import type { RollbackRefusal } from '../../../machine/rollback.ts';
import { findExecution } from '../../../store/codepipeline/executions.ts';
import { executionOutdated, pipelineExecutionNotFound, unableToRollback } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline, requireStage } from '../find.ts';
import type { PipelineDeclaration, RollbackStageInput, RollbackStageOutput } from '../shapes.ts';

/**
 * A new execution runs the stage as the target execution ran it, before all that wait, and ends there. Gaps: whether AWS lets it go
 * on to later stages is not documented, nor when it is a ConflictException: a stage that runs is UnableToRollbackStageException, whose
 * description names that cause.
 */
export async function RollbackStage(input: RollbackStageInput, call: CodePipelineCall): Promise<RollbackStageOutput> {
  const { pipelineName, stageName, targetPipelineExecutionId } = input;
  const { rooms, principal } = call;
  const pipelineExecutionId = await rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, pipelineName);
    const { declaration, index } = await requireStage(tx, call, pipeline, stageName);
    const row = await findExecution(tx, pipeline.id, targetPipelineExecutionId);
    if (row === undefined) throw pipelineExecutionNotFound(pipelineName, targetPipelineExecutionId);
    if (isV1(declaration)) throw unableToRollback(stageName, targetPipelineExecutionId);
    const mode = declaration.executionMode ?? 'SUPERSEDED';
    const request = { stage: index, name: stageName, mode, by: principal.arn };
    const answer = await rollBack({ tx, pipeline, row, rooms }, request);
    if (answer.kind === 'refused') throw refused(answer.refusal, input);
    return answer.executionId;
  });
  return { pipelineExecutionId };
}

/** Stages are rolled back in pipelines of type V2. */
function isV1({ pipelineType = 'V1' }: PipelineDeclaration): boolean {
  return pipelineType === 'V1';
}

function refused(refusal: RollbackRefusal, { stageName, targetPipelineExecutionId }: RollbackStageInput): ServiceError {
  switch (refusal) {
    case 'outdated':
      return executionOutdated(targetPipelineExecutionId);
    case 'impossible':
      return unableToRollback(stageName, targetPipelineExecutionId);
  }
}
