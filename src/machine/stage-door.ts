import type { Decision } from './decision.ts';
import type { ExecutionFacts, Facts } from './facts.ts';

/** Before a stage: who may enter, who waits, and who has waited in vain because something newer came. */
export function throughDoor(facts: Facts, execution: ExecutionFacts, stage: number): Decision | undefined {
  const plan = execution.plan[stage];
  if (plan === undefined) return { kind: 'end-execution', execution: execution.id, outcome: 'Succeeded' };

  const newer = supersededBy(facts, execution, plan.name);
  if (newer !== undefined) {
    return { kind: 'end-execution', execution: execution.id, outcome: 'Superseded', supersededBy: newer.id };
  }
  if (!doorIsOpen(facts, execution, stage)) return undefined;
  if (execution.mode !== 'PARALLEL' && (isLocked(facts, plan.name) || isBehindAnother(facts, execution, plan.name)))
    return undefined;
  return { kind: 'enter-stage', execution: execution.id, stage };
}

/** In SUPERSEDED mode there is one place before a stage, and the newest takes it. */
function supersededBy(facts: Facts, execution: ExecutionFacts, stage: string): ExecutionFacts | undefined {
  if (execution.mode !== 'SUPERSEDED') return undefined;
  return facts.executions
    .slice(facts.executions.indexOf(execution) + 1)
    .findLast((other) => other.mode === 'SUPERSEDED' && other.ending === 'none' && waitsBefore(other, stage));
}

/** A stage is locked while an execution is inside it; PARALLEL executions hold no locks. */
function isLocked(facts: Facts, stage: string): boolean {
  return facts.executions.some(
    (other) =>
      other.mode !== 'PARALLEL' && other.place.kind === 'inside' && other.plan[other.place.stage]?.name === stage,
  );
}

/** Those who wait before a stage enter in the order they were started. */
function isBehindAnother(facts: Facts, execution: ExecutionFacts, stage: string): boolean {
  return facts.executions
    .slice(0, facts.executions.indexOf(execution))
    .some((older) => older.mode !== 'PARALLEL' && older.ending === 'none' && waitsBefore(older, stage));
}

function waitsBefore(execution: ExecutionFacts, stage: string): boolean {
  return execution.place.kind === 'before' && execution.plan[execution.place.stage]?.name === stage;
}

/** A transition is disabled on either side of it: into this stage, or out of the one before. */
function doorIsOpen(facts: Facts, execution: ExecutionFacts, stage: number): boolean {
  const into = execution.plan[stage]?.name;
  const outOf = execution.plan[stage - 1]?.name;
  return !facts.closedDoors.some(
    (door) => (door.side === 'Inbound' && door.stage === into) || (door.side === 'Outbound' && door.stage === outOf),
  );
}
