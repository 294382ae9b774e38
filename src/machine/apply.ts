import type { Decision } from './decision.ts';
import type { ActionFacts, ExecutionFacts, Facts } from './facts.ts';
import { keptByRetry } from './retry.ts';

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

function applyTo(execution: ExecutionFacts, decision: Exclude<Decision, { kind: 'end-execution' }>): ExecutionFacts {
  const { actions } = execution;
  switch (decision.kind) {
    case 'enter-stage':
      return { ...execution, place: { kind: 'inside', stage: decision.stage }, actions: [], retried: false };
    case 'start-action':
      return { ...execution, actions: withAction(actions, { name: decision.action, status: 'InProgress' }) };
    case 'abandon-action':
      return { ...execution, actions: withAction(actions, { name: decision.action, status: 'Abandoned' }) };
    case 'retry-stage':
      return { ...execution, actions: keptByRetry(actions, decision.mode), retried: true };
    case 'leave-stage':
      return { ...execution, place: { kind: 'before', stage: decision.stage + 1 }, actions: [], retried: false };
  }
}

function withAction(actions: readonly ActionFacts[], changed: ActionFacts): ActionFacts[] {
  return [...actions.filter(({ name }) => name !== changed.name), changed];
}
