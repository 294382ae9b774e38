import { type ExecutionFact, isUnfinished, type Snapshot } from '../snapshot.ts';
import { type Invariant, nameOf } from './invariant.ts';

export type WaitsFor = 'an action' | 'a rule' | 'a door' | 'the stage' | 'its turn' | 'nothing';

/** Every unfinished execution waits for something that can be named, after every commit. */
export const waitsForSomething: Invariant = ({ after }) =>
  [...after.executions.values()]
    .filter((execution) => isUnfinished(execution) && waitsFor(after, execution) === 'nothing')
    .map((execution) => `${nameOf(after, execution.id)} waits for nothing`);

/** Told without the machine: what keeps this execution where it is. */
export function waitsFor(snapshot: Snapshot, execution: ExecutionFact): WaitsFor {
  const stages = snapshot.stagesOf(execution);
  const stage = stages[execution.stage]?.name;
  if (execution.inside === 1 && runsRule(snapshot, execution, stage)) return 'a rule';
  if (execution.inside === 1) return runsAction(snapshot, execution, stage) ? 'an action' : 'nothing';
  if (execution.ending !== 'none' || stage === undefined) return 'nothing';
  const isRollback = execution.type === 'ROLLBACK';
  if (!isRollback && isClosed(snapshot, execution, stage, stages[execution.stage - 1]?.name)) return 'a door';
  if (execution.mode === 'PARALLEL') return 'nothing';
  const others = [...snapshot.executions.values()].filter(
    (other) => other.pipelineId === execution.pipelineId && other.mode !== 'PARALLEL' && isUnfinished(other),
  );
  const here = others.filter((other) => snapshot.stagesOf(other)[other.stage]?.name === stage);
  if (here.some(({ inside }) => inside === 1)) return 'the stage';
  if (isRollback) return 'nothing';
  return here.some(({ sequence }) => sequence < execution.sequence) ? 'its turn' : 'nothing';
}

function runsAction(snapshot: Snapshot, { id }: ExecutionFact, stage: string | undefined): boolean {
  return [...snapshot.actions.values()].some(
    (action) => action.executionId === id && action.stage === stage && action.status === 'InProgress',
  );
}

/** Of a condition that is looked at: what goes on after it counts no more. */
function runsRule(snapshot: Snapshot, { id }: ExecutionFact, stage: string | undefined): boolean {
  return [...snapshot.rules.values()].some(
    (rule) =>
      rule.executionId === id &&
      rule.stage === stage &&
      rule.status === 'InProgress' &&
      snapshot.conditions.get(rule.conditionId)?.status === 'InProgress',
  );
}

function isClosed(
  { doors }: Snapshot,
  { pipelineId }: ExecutionFact,
  into: string,
  outOf: string | undefined,
): boolean {
  return doors.some(
    (door) =>
      door.pipelineId === pipelineId &&
      ((door.side === 'Inbound' && door.stage === into) || (door.side === 'Outbound' && door.stage === outOf)),
  );
}
