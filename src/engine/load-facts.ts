import type { ActionFacts, ExecutionFacts, Facts, StagePlan } from '../machine/facts.ts';
import { type ActionExecutionRow, actionsOfExecution } from '../store/action-executions.ts';
import type { Tx } from '../store/database.ts';
import { type ExecutionRow, unfinishedExecutions } from '../store/executions.ts';
import { disabledTransitions } from '../store/pipelines.ts';
import type { Declaration } from './declaration.ts';
import type { Declarations } from './declarations.ts';

/** What the machine is told, and the rows it was told it from. */
export interface Loaded {
  readonly facts: Facts;
  readonly executions: ReadonlyMap<string, LoadedExecution>;
}

export interface LoadedExecution {
  readonly row: ExecutionRow;
  readonly declaration: Declaration;
  /** All attempts, oldest first. */
  readonly actions: readonly ActionExecutionRow[];
}

export async function loadFacts(tx: Tx, pipelineId: string, declarations: Declarations): Promise<Loaded> {
  const executions = new Map<string, LoadedExecution>();
  for (const row of await unfinishedExecutions(tx, pipelineId)) {
    const declaration = await declarations.read(tx, pipelineId, row.version);
    executions.set(row.id, { row, declaration, actions: await actionsOfExecution(tx, row.id) });
  }
  const closedDoors = await disabledTransitions(tx, pipelineId);
  return { facts: { executions: [...executions.values()].map(factsOf), closedDoors }, executions };
}

function factsOf({ row, declaration, actions }: LoadedExecution): ExecutionFacts {
  return {
    id: row.id,
    mode: row.mode,
    plan: planOf(declaration),
    place: { kind: row.inside === 1 ? 'inside' : 'before', stage: row.stage },
    actions: row.inside === 1 ? latestAttempts(actions, declaration.stages[row.stage]?.name) : [],
    ending: row.ending,
  };
}

const plans = new WeakMap<Declaration, readonly StagePlan[]>();

function planOf(declaration: Declaration): readonly StagePlan[] {
  const known = plans.get(declaration);
  if (known !== undefined) return known;
  const plan = declaration.stages.map(({ name, actions }) => ({
    name,
    actions: actions.map((action) => ({ name: action.name, runOrder: action.runOrder ?? 1 })),
  }));
  plans.set(declaration, plan);
  return plan;
}

function latestAttempts(actions: readonly ActionExecutionRow[], stage: string | undefined): ActionFacts[] {
  const latest = new Map<string, ActionFacts>();
  for (const { action, status, stage: of } of actions) if (of === stage) latest.set(action, { name: action, status });
  return [...latest.values()];
}
