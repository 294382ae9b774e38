import type { LinkedAction, Providers } from '../../../actions/action.ts';
import type { ActionInput } from '../../../engine/facts/action-record.ts';
import type { RuleProvider } from '../../../rules/rule.ts';
import { type ActionExecutionRow, latestOfAction } from '../../../store/codepipeline/action-executions.ts';
import { findActionRevision } from '../../../store/codepipeline/action-revisions.ts';
import { type ExecutionRow, findExecution, unfinishedExecutions } from '../../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import { latestInStage, type StageExecutionRow } from '../../../store/codepipeline/stage-executions.ts';
import type { Reader } from '../../../store/database.ts';
import { pipelineNotFound } from '../errors.ts';
import { type CodePipelineCall, requirePipeline } from '../find.ts';
import { currentRevision } from '../polling/current-revision.ts';
import type {
  ActionDeclaration,
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
import { conditionStates } from '../views/condition-states.ts';
import { knownValues } from '../views/known-values.ts';
import { inboundTransitions } from '../views/transition-states.ts';
import { latestActionExecution } from '../views/views.ts';

/**
 * What the pipeline does now, stage by stage. PARALLEL executions have no common state: see ListActionExecutions. Gaps: which of a
 * queue is inboundExecution is not documented: the one that enters next.
 */
export async function GetPipelineState(
  { name }: GetPipelineStateInput,
  call: CodePipelineCall,
): Promise<GetPipelineStateOutput> {
  return call.rooms.database.read(async (reader) => {
    const pipeline = await requirePipeline(reader, call, name);
    const declaration = (await call.rooms.declarations.find(reader, pipeline.id, pipeline.version)) as
      | PipelineDeclaration
      | undefined;
    if (declaration === undefined) throw pipelineNotFound(name, call.account);
    const waiting = (await unfinishedExecutions(reader, pipeline.id)).filter(
      ({ mode, inside }) => mode !== 'PARALLEL' && inside === 0,
    );
    const transitionInto = await inboundTransitions(reader, pipeline.id);
    const stageStates: StageState[] = [];
    for (const [index, stage] of declaration.stages.entries()) {
      const inbound = waiting.filter((execution) => execution.stage === index);
      stageStates.push(
        await stageState(reader, {
          pipeline,
          stage,
          inbound,
          transitionInto,
          parallel: declaration.executionMode === 'PARALLEL',
          providers: call.rooms.providers,
          rules: call.rooms.rules,
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
  readonly transitionInto: (stage: string) => TransitionState;
  readonly parallel: boolean;
  readonly providers: Providers;
  readonly rules: readonly RuleProvider[];
}

async function stageState(reader: Reader, view: StageView): Promise<StageState> {
  const { pipeline, stage, inbound, transitionInto, parallel } = view;
  const latest = parallel ? undefined : await latestInStage(reader, pipeline.id, stage.name);
  const inboundExecutions = inbound.map(inboundExecution);
  const actionStates: ActionState[] = [];
  for (const action of stage.actions) actionStates.push(await actionState(reader, view, action));
  return {
    stageName: stage.name,
    inboundExecution: inboundExecutions[0],
    inboundExecutions,
    inboundTransitionState: transitionInto(stage.name),
    actionStates,
    latestExecution: latest && {
      pipelineExecutionId: latest.executionId,
      status: latest.status,
      type: (await findExecution(reader, pipeline.id, latest.executionId))?.type,
    },
    ...(parallel ? {} : await conditionStates(reader, pipeline, stage, view.rules)),
    retryStageMetadata: latest && retryMetadata(latest),
  };
}

async function actionState(
  reader: Reader,
  { pipeline, stage, parallel, providers }: StageView,
  action: ActionDeclaration,
): Promise<ActionState> {
  const { name: actionName } = action;
  const row = parallel ? undefined : await latestOfAction(reader, pipeline.id, stage.name, actionName);
  const provider = await providers.find(reader, pipeline, action.actionTypeId);
  const links = provider?.links?.(linkedAction(pipeline, action, row));
  if (row === undefined) return { actionName, ...links };
  const put = await findActionRevision(reader, { pipelineId: pipeline.id, stage: stage.name, action: actionName });
  return { actionName, ...links, ...currentRevision(row, put), latestExecution: latestActionExecution(row) };
}

/** As it ran last, with the values of variables; else as it is declared. */
function linkedAction(
  pipeline: PipelineRow,
  { configuration = {}, region = pipeline.region }: ActionDeclaration,
  row: ActionExecutionRow | undefined,
): LinkedAction {
  if (row === undefined) return { region, configuration: knownValues(configuration), externalExecutionId: undefined };
  const input: ActionInput = JSON.parse(row.input);
  const known = knownValues(input.resolvedConfiguration);
  return { region, configuration: known, externalExecutionId: row.externalId ?? undefined };
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
