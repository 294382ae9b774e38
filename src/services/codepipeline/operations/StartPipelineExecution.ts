import { startExecution } from '../../../engine/start-execution.ts';
import type { Tx } from '../../../store/database.ts';
import { unfinishedExecutions } from '../../../store/executions.ts';
import type { PipelineRow } from '../../../store/pipelines.ts';
import { concurrentExecutionsLimitExceeded, validation } from '../errors.ts';
import { type CodePipelineCall, requireLockedPipeline } from '../find.ts';
import type {
  PipelineDeclaration,
  SourceRevisionOverrideList,
  StartPipelineExecutionInput,
  StartPipelineExecutionOutput,
} from '../shapes.ts';
import { variableValues } from '../variable-values.ts';

const MAX_CONCURRENT = 50;

export async function StartPipelineExecution(
  input: StartPipelineExecutionInput,
  call: CodePipelineCall,
): Promise<StartPipelineExecutionOutput> {
  const trigger = { triggerType: 'StartPipelineExecution', triggerDetail: call.principal.arn };
  const pipelineExecutionId = await call.rooms.database.write(async (tx) => {
    const pipeline = await requireLockedPipeline(tx, call, input.name);
    return start(tx, { pipeline, input, trigger, call });
  });
  return { pipelineExecutionId };
}

export interface Start {
  readonly pipeline: PipelineRow;
  readonly input: StartPipelineExecutionInput;
  readonly trigger: { readonly triggerType: string; readonly triggerDetail: string | null };
  readonly call: Pick<CodePipelineCall, 'rooms'>;
}

/** Starts a pipeline whose lock the caller holds, once everything asked for has been found possible. */
export async function start(tx: Tx, { pipeline, input, trigger, call: { rooms } }: Start): Promise<string> {
  const declaration = (await rooms.declarations.read(tx, pipeline.id, pipeline.version)) as PipelineDeclaration;
  const variables = variableValues(declaration.variables, input.variables);
  const overrides = input.sourceRevisions ?? [];
  checkOverrides(declaration, overrides);
  await checkConcurrency(tx, pipeline, declaration);
  return startExecution(
    tx,
    pipeline,
    { ...trigger, variables, overrides, clientToken: input.clientRequestToken ?? null },
    rooms,
  );
}

function checkOverrides({ stages }: PipelineDeclaration, overrides: SourceRevisionOverrideList): void {
  const sources = new Set(stages[0]?.actions.map(({ name }) => name));
  const unknown = overrides.find(({ actionName }) => !sources.has(actionName));
  if (unknown !== undefined) throw validation(`The pipeline has no source action '${unknown.actionName}'`);
}

async function checkConcurrency(tx: Tx, pipeline: PipelineRow, { executionMode }: PipelineDeclaration): Promise<void> {
  if (executionMode === undefined || executionMode === 'SUPERSEDED') return;
  const running = await unfinishedExecutions(tx, pipeline.id);
  if (running.length >= MAX_CONCURRENT) throw concurrentExecutionsLimitExceeded(pipeline.name, MAX_CONCURRENT);
}
