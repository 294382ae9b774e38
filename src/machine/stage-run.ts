import { judge } from './conditions.ts';
import type { Decision } from './decision.ts';
import type { ExecutionFacts } from './facts.ts';
import { nextActions } from './run-order.ts';
import { afterFailure, engage } from './stage-failure.ts';

/**
 * Inside a stage: the condition of entry comes first, then actions start by run order; when nothing runs and nothing more is to
 * start, the condition of success or what is declared about failure decides how the stage ends. Its lock is held all the while.
 */
export function insideStage(execution: ExecutionFacts, stage: number): Decision | undefined {
  const { id, actions, plan } = execution;
  const entry = judge(execution, 'beforeEntry', plan[stage]?.beforeEntry);
  if (entry.kind === 'open') return entry.decision;
  if (entry.kind === 'unmet') return engage(entry.result, execution, stage);
  const [start] = nextActions(plan[stage]?.actions ?? [], actions);
  if (start !== undefined) return { kind: 'start-action', execution: id, stage, action: start };
  if (actions.some(({ status }) => status === 'InProgress')) return undefined;
  return actions.every(({ status }) => status === 'Succeeded')
    ? afterSuccess(execution, stage)
    : afterFailure(execution, stage);
}

function afterSuccess(execution: ExecutionFacts, stage: number): Decision | undefined {
  const success = judge(execution, 'onSuccess', execution.plan[stage]?.onSuccess);
  if (success.kind === 'open') return success.decision;
  if (success.kind === 'unmet') return engage(success.result, execution, stage);
  return { kind: 'leave-stage', execution: execution.id, stage, outcome: 'Succeeded' };
}
