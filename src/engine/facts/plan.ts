import type { ConditionPlan, FailurePlan, StagePlan } from '../../machine/facts.ts';
import type { ExecutionRow } from '../../store/codepipeline/executions.ts';
import type { ConditionsDeclaration, Declaration, FailureDeclaration, StageDeclaration } from './declaration.ts';

const plans = new WeakMap<Declaration, readonly StagePlan[]>();

/** What the machine needs to know of a declaration; a rollback ends with the stage it is for. */
export function planOf(declaration: Declaration, row: ExecutionRow): readonly StagePlan[] {
  const plan = plans.get(declaration) ?? declaration.stages.map(stagePlan);
  plans.set(declaration, plan);
  return row.lastStage === null ? plan : plan.slice(0, row.lastStage + 1);
}

function stagePlan({ name, actions, beforeEntry, onSuccess, onFailure }: StageDeclaration): StagePlan {
  return {
    name,
    actions: actions.map((action) => ({ name: action.name, runOrder: action.runOrder ?? 1 })),
    beforeEntry: conditionPlan(beforeEntry),
    onSuccess: conditionPlan(onSuccess),
    onFailure: onFailure && failurePlan(onFailure),
  };
}

function conditionPlan(declared: ConditionsDeclaration | undefined): ConditionPlan | undefined {
  const [condition] = declared?.conditions ?? [];
  if (condition === undefined) return undefined;
  const { result, rules = [] } = condition;
  return { result: result === undefined || result === 'RETRY' ? 'FAIL' : result, rules: rules.map(({ name }) => name) };
}

function failurePlan({ conditions, retryConfiguration, ...declared }: FailureDeclaration): FailurePlan {
  const [condition] = conditions ?? [];
  const { result = 'FAIL' } = condition ?? declared;
  const rules = condition && (condition.rules ?? []).map(({ name }) => name);
  if (result !== 'RETRY') return { result, rules };
  return { result, rules, retry: retryConfiguration?.retryMode ?? 'FAILED_ACTIONS' };
}
