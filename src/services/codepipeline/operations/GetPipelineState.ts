import { latestOfAction } from '../../../store/action-executions.ts';
import { findActionRevision } from '../../../store/action-revisions.ts';
import type { Reader } from '../../../store/database.ts';
import { type ExecutionRow, findExecution, unfinishedExecutions } from '../../../store/executions.ts';
import { type DisabledTransition, disabledTransitions, type PipelineRow } from '../../../store/pipelines.ts';
import { latestInStage, type StageExecutionRow } from '../../../store/stage-executions.ts';
import { currentRevision } from '../current-revision.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import type {
  ActionState,
  GetPipelineStateInput,
  GetPipelineStateOutput,
  PipelineDeclaration,
  RetryStageMetadata,
  StageDeclaration,
  StageExecution,
  StageState,
  TransitionState,
} from '../shapes.ts';
import { latestActionExecution } from '../views.ts';

/** What the pipeline does now, stage by stage. PARALLEL executions have no common state: see ListActionExecutions. */
export async function GetPipelineState(
  { name }: GetPipelineStateInput,
  call: CodePipelineCall,
): Promise<GetPipelineStateOutput> {
  return call.rooms.database.read(async (reader) => {
    const pipeline = await requirePipeline(reader, call, name);
    const declaration = (await call.rooms.declarations.read(
      reader,
      pipeline.id,
      pipeline.version,
    )) as PipelineDeclaration;
    const waiting = (await unfinishedExecutions(reader, pipeline.id)).filter(
      ({ mode, inside }) => mode !== 'PARALLEL' && inside === 0,
    );
    const transitions = await disabledTransitions(reader, pipeline.id);
    const stageStates: StageState[] = [];
    for (const [index, stage] of declaration.stages.entries()) {
      const inbound = waiting.filter((execution) => execution.stage === index);
      stageStates.push(
        await stageState(reader, {
          pipeline,
          stage,
          inbound,
          transitions,
          parallel: declaration.executionMode === 'PARALLEL',
        }),
      );
    }
    return {
      pipelineName: name,
      pipelineVersion: pipeline.version,
      stageStates,
      created: new Date(pipeline.created),
      updated: new Date(pipeline.updated),
    };
  });
}

interface StageView {
  readonly pipeline: PipelineRow;
  readonly stage: StageDeclaration;
  readonly inbound: readonly ExecutionRow[];
  readonly transitions: readonly DisabledTransition[];
  readonly parallel: boolean;
}

async function stageState(reader: Reader, view: StageView): Promise<StageState> {
  const { pipeline, stage, inbound, transitions, parallel } = view;
  const latest = parallel ? undefined : await latestInStage(reader, pipeline.id, stage.name);
  const inboundExecutions = inbound.map(inboundExecution);
  const actionStates: ActionState[] = [];
  for (const action of stage.actions) actionStates.push(await actionState(reader, view, action.name));
  return {
    stageName: stage.name,
    inboundExecution: inboundExecutions.at(-1),
    inboundExecutions,
    inboundTransitionState: transitionState(transitions, stage.name),
    actionStates,
    latestExecution: latest && {
      pipelineExecutionId: latest.executionId,
      status: latest.status,
      type: (await findExecution(reader, pipeline.id, latest.executionId))?.type,
    },
    retryStageMetadata: latest && retryMetadata(latest),
  };
}

async function actionState(
  reader: Reader,
  { pipeline, stage, parallel }: StageView,
  actionName: string,
): Promise<ActionState> {
  const row = parallel ? undefined : await latestOfAction(reader, pipeline.id, stage.name, actionName);
  if (row === undefined) return { actionName };
  const put = await findActionRevision(reader, { pipelineId: pipeline.id, stage: stage.name, action: actionName });
  return { actionName, ...currentRevision(row, put), latestExecution: latestActionExecution(row) };
}

function retryMetadata({ autoRetries, manualRetries, latestRetry }: StageExecutionRow): RetryStageMetadata | undefined {
  if (latestRetry === null) return undefined;
  return {
    autoStageRetryAttempt: autoRetries || undefined,
    manualStageRetryAttempt: manualRetries || undefined,
    latestRetryTrigger: latestRetry,
  };
}

function inboundExecution(row: ExecutionRow): StageExecution {
  return {
    pipelineExecutionId: row.id,
    status: row.status === 'Stopping' ? 'Stopping' : 'InProgress',
    type: row.type,
  };
}

function transitionState(transitions: readonly DisabledTransition[], stage: string): TransitionState {
  const disabled = transitions.find((transition) => transition.stage === stage && transition.side === 'Inbound');
  if (disabled === undefined) return { enabled: true };
  return {
    enabled: false,
    lastChangedBy: disabled.changedBy,
    lastChangedAt: new Date(disabled.changedAt),
    disabledReason: disabled.reason,
  };
}
