import { withCondition } from './conditions.ts';
import type { Decision } from './decision.ts';
import type { ActionFacts, ExecutionFacts, Facts } from './facts.ts';
import { conditionsKeptByRetry, keptByRetry } from './retry.ts';

/** The facts as they are once the decision is carried out. */
export function apply(facts: Facts, decision: Decision): Facts {
  if (decision.kind === 'end-execution') {
    return { ...facts, executions: facts.executions.filter(({ id }) => id !== decision.execution) };
  }
  const executions = facts.executions.map((execution) =>
    execution.id === decision.execution ? applyTo(execution, decision) : execution,
  );
  return { ...facts, executions };
}

/** Nothing is known of a stage that was just entered or left. */
const CLEAN = { actions: [], conditions: [], retried: false };

function applyTo(execution: ExecutionFacts, decision: Exclude<Decision, { kind: 'end-execution' }>): ExecutionFacts {
  const { actions, conditions } = execution;
  switch (decision.kind) {
    case 'enter-stage':
      return { ...execution, ...CLEAN, place: { kind: 'inside', stage: decision.stage } };
    case 'begin-condition':
    case 'end-condition':
      return { ...execution, conditions: withCondition(execution, decision) };
    case 'start-action':
      return { ...execution, actions: withAction(actions, { name: decision.action, status: 'InProgress' }) };
    case 'abandon-action':
      return { ...execution, actions: withAction(actions, { name: decision.action, status: 'Abandoned' }) };
    case 'retry-stage':
      return {
        ...execution,
        actions: keptByRetry(actions, decision.mode),
        conditions: conditionsKeptByRetry(conditions, decision.mode),
        retried: true,
      };
    case 'leave-stage':
      return { ...execution, ...CLEAN, place: { kind: 'before', stage: decision.stage + 1 } };
  }
}

function withAction(actions: readonly ActionFacts[], changed: ActionFacts): ActionFacts[] {
  return [...actions.filter(({ name }) => name !== changed.name), changed];
}
