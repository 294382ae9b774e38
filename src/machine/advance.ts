import { apply } from './apply.ts';
import type { Decision } from './decision.ts';
import { endEarly } from './ending.ts';
import type { ExecutionFacts, Facts } from './facts.ts';
import { throughDoor } from './stage-door.ts';
import { insideStage } from './stage-run.ts';

/** Everything that is to be done now, in order. Empty means: wait for the facts to change. */
export function advance(facts: Facts): Decision[] {
  const decisions: Decision[] = [];
  let current = facts;
  for (let decision = next(current); decision !== undefined; decision = next(current)) {
    decisions.push(decision);
    current = apply(current, decision);
  }
  return decisions;
}

/** The first step that any execution can take, the oldest asked first. */
function next(facts: Facts): Decision | undefined {
  for (const execution of facts.executions) {
    const decision = step(facts, execution);
    if (decision !== undefined) return decision;
  }
  return undefined;
}

function step(facts: Facts, execution: ExecutionFacts): Decision | undefined {
  const { place, ending } = execution;
  if (ending !== 'none') return endEarly(execution, ending);
  return place.kind === 'inside' ? insideStage(execution, place.stage) : throughDoor(facts, execution, place.stage);
}
