import type { ActionFacts, ExecutionFacts, Facts } from '../../machine/facts.ts';
import {
  type ActionExecutionRow,
  actionsOfExecution,
  actionsUnderWay,
} from '../../store/codepipeline/action-executions.ts';
import { type ExecutionRow, unfinishedExecutions } from '../../store/codepipeline/executions.ts';
import { findStageExecution } from '../../store/codepipeline/stage-executions.ts';
import { disabledTransitions } from '../../store/codepipeline/transitions.ts';
import type { Tx } from '../../store/database.ts';
import type { Declaration } from './declaration.ts';
import type { Declarations } from './declarations.ts';
import { conditionFacts, type LoadedCondition, loadConditions } from './load-conditions.ts';
import { planOf } from './plan.ts';

/** What the machine is told, and the rows it was told it from. */
export interface Loaded {
  readonly facts: Facts;
  readonly executions: ReadonlyMap<string, LoadedExecution>;
}

export interface LoadedExecution {
  readonly row: ExecutionRow;
  readonly declaration: Declaration;
  /** The attempts that count, oldest first; those that a rollback inherits from its target come before its own. */
  readonly actions: readonly ActionExecutionRow[];
  /** Of the stage it is inside. */
  readonly conditions: readonly LoadedCondition[];
}

export async function loadFacts(tx: Tx, pipelineId: string, declarations: Declarations): Promise<Loaded> {
  const executions = new Map<string, LoadedExecution>();
  const facts: ExecutionFacts[] = [];
  const [attempts, unfinished, closedDoors] = await Promise.all([
    actionsUnderWay(tx, pipelineId),
    unfinishedExecutions(tx, pipelineId),
    disabledTransitions(tx, pipelineId),
  ]);
  const actions = Map.groupBy(attempts, ({ executionId }) => executionId);
  for (const row of unfinished) {
    const declaration = await declarations.read(tx, pipelineId, row.version);
    const own = actions.get(row.id) ?? [];
    const conditions = await conditionsOf(tx, row, declaration);
    const inheritedAndOwn = [...(await inherited(tx, row, declaration)), ...own];
    const execution = { row, declaration, actions: inheritedAndOwn, conditions };
    executions.set(row.id, execution);
    facts.push(await factsOf(tx, execution, own));
  }
  return { facts: { executions: facts, closedDoors }, executions };
}

/** A rollback works with what its target's stages before this one have made. */
async function inherited(tx: Tx, row: ExecutionRow, { stages }: Declaration): Promise<ActionExecutionRow[]> {
  if (row.rollbackTarget === null || row.lastStage === null) return [];
  const before = new Set(stages.slice(0, row.lastStage).map(({ name }) => name));
  return (await actionsOfExecution(tx, row.rollbackTarget)).filter(({ stage }) => before.has(stage));
}

async function conditionsOf(tx: Tx, row: ExecutionRow, declaration: Declaration): Promise<LoadedCondition[]> {
  const stage = row.inside === 1 ? declaration.stages[row.stage] : undefined;
  const declared = [stage?.beforeEntry, stage?.onSuccess, stage?.onFailure].some((hook) => hook?.conditions?.length);
  return stage === undefined || !declared ? [] : loadConditions(tx, row.id, stage.name);
}

async function factsOf(
  tx: Tx,
  { row, declaration, conditions }: LoadedExecution,
  actions: readonly ActionExecutionRow[],
): Promise<ExecutionFacts> {
  const plan = planOf(declaration, row);
  const stage = row.inside === 1 ? plan[row.stage] : undefined;
  return {
    id: row.id,
    mode: row.mode,
    type: row.type,
    plan,
    place: { kind: row.inside === 1 ? 'inside' : 'before', stage: row.stage },
    actions: stage === undefined ? [] : latestAttempts(actions, stage.name),
    conditions: conditions.map(conditionFacts),
    retried: stage?.onFailure?.result === 'RETRY' && (await wasRetried(tx, row.id, stage.name)),
    ending: row.ending,
  };
}

async function wasRetried(tx: Tx, executionId: string, stage: string): Promise<boolean> {
  return ((await findStageExecution(tx, executionId, stage))?.autoRetries ?? 0) > 0;
}

function latestAttempts(actions: readonly ActionExecutionRow[], stage: string): ActionFacts[] {
  const latest = new Map<string, ActionFacts>();
  for (const { action, status, stage: of } of actions) if (of === stage) latest.set(action, { name: action, status });
  return [...latest.values()];
}
