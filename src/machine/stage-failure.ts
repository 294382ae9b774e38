import type { Decision } from './decision.ts';
import type { ExecutionFacts, FailureResult } from './facts.ts';

/** A stage has failed: it tries again once if it was declared to, else the result that was declared engages. */
export function afterFailure(execution: ExecutionFacts, stage: number): Decision {
  const plan = execution.plan[stage]?.onFailure ?? { result: 'FAIL' };
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
