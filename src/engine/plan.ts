import type { FailurePlan, StagePlan } from '../machine/facts.ts';
import type { ExecutionRow } from '../store/executions.ts';
import type { Declaration, FailureDeclaration, StageDeclaration } from './declaration.ts';

const plans = new WeakMap<Declaration, readonly StagePlan[]>();

/** What the machine needs to know of a declaration; a rollback ends with the stage it is for. */
export function planOf(declaration: Declaration, row: ExecutionRow): readonly StagePlan[] {
  const plan = plans.get(declaration) ?? declaration.stages.map(stagePlan);
  plans.set(declaration, plan);
  return row.lastStage === null ? plan : plan.slice(0, row.lastStage + 1);
}

function stagePlan({ name, actions, onFailure }: StageDeclaration): StagePlan {
  return {
    name,
    actions: actions.map((action) => ({ name: action.name, runOrder: action.runOrder ?? 1 })),
    onFailure: onFailure && failurePlan(onFailure),
  };
}

function failurePlan({ result = 'FAIL', retryConfiguration }: FailureDeclaration): FailurePlan {
  return result === 'RETRY' ? { result, retry: retryConfiguration?.retryMode ?? 'FAILED_ACTIONS' } : { result };
}
