import type { Decision } from './decision.ts';
import type { ExecutionFacts } from './facts.ts';
import { nextActions } from './run-order.ts';
import { afterFailure } from './stage-failure.ts';

/** Inside a stage: actions start by run order; the stage ends when nothing runs and nothing more is to start. */
export function insideStage(execution: ExecutionFacts, stage: number): Decision | undefined {
  const { id, actions } = execution;
  const [start] = nextActions(execution.plan[stage]?.actions ?? [], actions);
  if (start !== undefined) return { kind: 'start-action', execution: id, stage, action: start };
  if (actions.some(({ status }) => status === 'InProgress')) return undefined;
  if (!actions.every(({ status }) => status === 'Succeeded')) return afterFailure(execution, stage);
  return { kind: 'leave-stage', execution: id, stage, outcome: 'Succeeded' };
}
