import type { Decision } from './decision.ts';
import type { ExecutionFacts, Facts } from './facts.ts';

/** Before a stage: who may enter, who waits, and who has waited in vain because something newer came. */
export function throughDoor(facts: Facts, execution: ExecutionFacts, stage: number): Decision | undefined {
  const plan = execution.plan[stage];
  if (plan === undefined) return { kind: 'end-execution', execution: execution.id, outcome: 'Succeeded' };
  if (execution.type === 'ROLLBACK') return takeBack(facts, execution, stage, plan.name);

  const newer = supersededBy(facts, execution, plan.name);
  if (newer !== undefined) {
    return { kind: 'end-execution', execution: execution.id, outcome: 'Superseded', supersededBy: newer.id };
  }
  if (!doorIsOpen(facts, execution, stage)) return undefined;
  if (execution.mode !== 'PARALLEL' && (isLocked(facts, plan.name) || isBehindAnother(facts, execution, plan.name)))
    return undefined;
  return { kind: 'enter-stage', execution: execution.id, stage };
}

/** A rollback brings the stage back before anybody else enters: it passes no transition and stands in no line. */
function takeBack(facts: Facts, { id, mode }: ExecutionFacts, stage: number, name: string): Decision | undefined {
  if (mode !== 'PARALLEL' && isLocked(facts, name)) return undefined;
  return { kind: 'enter-stage', execution: id, stage };
}

/** In SUPERSEDED mode there is one place before a stage, and the newest change takes it. */
function supersededBy(facts: Facts, execution: ExecutionFacts, stage: string): ExecutionFacts | undefined {
  if (execution.mode !== 'SUPERSEDED') return undefined;
  return facts.executions
    .slice(facts.executions.indexOf(execution) + 1)
    .findLast((other) => other.mode === 'SUPERSEDED' && standsInLine(other, stage));
}

/** A stage is locked while an execution is inside it; PARALLEL executions hold no locks. */
function isLocked(facts: Facts, stage: string): boolean {
  return facts.executions.some(
    (other) =>
      other.mode !== 'PARALLEL' && other.place.kind === 'inside' && other.plan[other.place.stage]?.name === stage,
  );
}

/** Those who wait before a stage enter in the order they were started, after a rollback that is about to. */
function isBehindAnother(facts: Facts, execution: ExecutionFacts, stage: string): boolean {
  const own = facts.executions.indexOf(execution);
  return facts.executions.some(
    (other, index) =>
      (index < own && other.mode !== 'PARALLEL' && standsInLine(other, stage)) ||
      (other.type === 'ROLLBACK' && other.ending === 'none' && waitsBefore(other, stage)),
  );
}

/** Whether it waits to go on into the stage. */
function standsInLine(execution: ExecutionFacts, stage: string): boolean {
  return execution.type === 'STANDARD' && execution.ending === 'none' && waitsBefore(execution, stage);
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
