import { judge } from './conditions.ts';
import type { Decision } from './decision.ts';
import type { ExecutionFacts, FailureResult } from './facts.ts';

/**
 * An action has failed: the stage tries again once if it was declared to, else the result that was declared engages; where there
 * is a condition, only when that is not met.
 */
export function afterFailure(execution: ExecutionFacts, stage: number): Decision | undefined {
  const plan = execution.plan[stage]?.onFailure ?? { result: 'FAIL' };
  if (plan.rules !== undefined) {
    const failure = judge(execution, 'onFailure', plan);
    if (failure.kind === 'open') return failure.decision;
    if (failure.kind === 'met') return engage('FAIL', execution, stage);
  }
  if (plan.result !== 'RETRY') return engage(plan.result, execution, stage);
  if (execution.retried) return engage('FAIL', execution, stage);
  return { kind: 'retry-stage', execution: execution.id, stage, mode: plan.retry };
}

/** A rollback that fails is not rolled back in turn: it would go on for ever. */
export function engage(
  result: FailureResult,
  { id, type }: Pick<ExecutionFacts, 'id' | 'type'>,
  stage: number,
): Decision {
  switch (result) {
    case 'SKIP':
      return { kind: 'leave-stage', execution: id, stage, outcome: 'Skipped' };
    case 'ROLLBACK':
      if (type === 'ROLLBACK') return engage('FAIL', { id, type }, stage);
      return { kind: 'end-execution', execution: id, outcome: 'Failed', leaving: stage, rollBack: true };
    case 'FAIL':
      return { kind: 'end-execution', execution: id, outcome: 'Failed', leaving: stage };
  }
}
