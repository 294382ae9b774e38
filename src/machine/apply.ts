import type { Decision, LeaveStage } from './decision.ts';
import type { ActionFacts, ExecutionFacts, Facts } from './facts.ts';

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
  switch (decision.kind) {
    case 'enter-stage':
      return { ...execution, place: { kind: 'inside', stage: decision.stage }, actions: [] };
    case 'start-action':
      return { ...execution, actions: withAction(execution.actions, { name: decision.action, status: 'InProgress' }) };
    case 'abandon-action':
      return { ...execution, actions: withAction(execution.actions, { name: decision.action, status: 'Abandoned' }) };
    case 'leave-stage':
      return { ...execution, place: placeAfter(decision), actions: [] };
  }
}

function placeAfter({ outcome, stage }: LeaveStage): ExecutionFacts['place'] {
  return outcome === 'Succeeded' ? { kind: 'before', stage: stage + 1 } : { kind: 'out', outcome };
}

function withAction(actions: readonly ActionFacts[], changed: ActionFacts): ActionFacts[] {
  return [...actions.filter(({ name }) => name !== changed.name), changed];
}
