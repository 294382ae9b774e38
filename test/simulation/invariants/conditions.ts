import type { StageDeclaration } from '../../../src/engine/facts/declaration.ts';
import type { ConditionFact, ExecutionFact, RuleFact, Snapshot } from '../snapshot.ts';
import { type Change, changed, type Invariant, latestAttempt, nameOf } from './invariant.ts';

/** A rule passes when its provider has said so, a condition when all its rules have. */
export const conditionsEndAsTold: Invariant = (change) => {
  const { before, after, now } = change;
  return [
    ...changed(before.rules, after.rules).flatMap((rule) => {
      const said = verdict(change, rule);
      const name = `${nameOf(after, rule.executionId)} ${rule.stage}/${rule.rule}`;
      if (rule.status === 'Succeeded' && said !== 'passes') return [`${name} passes though nobody said so`];
      return rule.status === 'Failed' && said === 'passes' && now < rule.deadline
        ? [`${name} fails though it holds`]
        : [];
    }),
    ...changed(before.conditions, after.conditions)
      .filter(
        ({ id, status }) =>
          status === 'Succeeded' &&
          [...after.rules.values()].some((rule) => rule.conditionId === id && rule.status !== 'Succeeded'),
      )
      .map(({ executionId, hook }) => `${nameOf(after, executionId)} ${hook} is met though a rule of it is not`),
  ];
};

/** What is to be said of a rule, as far as that is known outside: one of a variable is known by the variable. */
function verdict({ after, jobs }: Change, rule: RuleFact): 'passes' | 'fails' | 'unknown' {
  const execution = after.executions.get(rule.executionId);
  const hook = after.conditions.get(rule.conditionId)?.hook;
  if (execution !== undefined && hook !== undefined && isOfVariable(after, execution, rule, hook)) {
    return goes(execution) ? 'passes' : 'fails';
  }
  return jobs.get(rule.id)?.told === true ? 'passes' : 'unknown';
}

function isOfVariable(
  after: Snapshot,
  execution: ExecutionFact,
  { stage, rule }: RuleFact,
  hook: ConditionFact['hook'],
) {
  const [condition] = declaredStage(after, execution, stage)?.[hook]?.conditions ?? [];
  const declared = condition?.rules?.find(({ name }) => name === rule);
  return declared?.ruleTypeId.provider === 'VariableCheck';
}

/** Whether it was started to go through stages that may be skipped. */
function goes({ variables }: ExecutionFact): boolean {
  const values: readonly { readonly name: string; readonly value: string }[] = JSON.parse(variables);
  return values.some(({ name, value }) => name === 'Go' && value === 'yes');
}

export function isMet(after: Snapshot, executionId: string, stage: string, hook: ConditionFact['hook']): boolean {
  const status = conditionOf(after, executionId, stage, hook)?.status;
  return status === 'Succeeded' || status === 'Overridden';
}

export function isUnmet(after: Snapshot, executionId: string, stage: string, hook: ConditionFact['hook']): boolean {
  const status = conditionOf(after, executionId, stage, hook)?.status;
  return status === 'Failed' || status === 'Errored';
}

/** The one that counts. */
export function conditionOf(
  after: Snapshot,
  executionId: string,
  stage: string,
  hook: ConditionFact['hook'],
): ConditionFact | undefined {
  return [...after.conditions.values()].findLast(
    (row) => row.executionId === executionId && row.stage === stage && row.hook === hook && row.setAside === 0,
  );
}

export function declaredStage(after: Snapshot, execution: ExecutionFact, stage: string): StageDeclaration | undefined {
  return after.stagesOf(execution).find(({ name }) => name === stage);
}

/** What is skipped was not to be entered, or has failed and was declared to be skipped then. */
export function skippedRightly(after: Snapshot, execution: ExecutionFact, stage: string): string[] {
  const declared = declaredStage(after, execution, stage);
  const mayBe =
    (resultOf(declared?.beforeEntry) === 'SKIP' && isUnmet(after, execution.id, stage, 'beforeEntry')) ||
    (hasFailed(after, execution, stage) &&
      (declared?.onFailure?.result === 'SKIP' ||
        (resultOf(declared?.onFailure) === 'SKIP' && isUnmet(after, execution.id, stage, 'onFailure'))));
  return mayBe ? [] : [`${nameOf(after, execution.id)}: stage ${stage} is skipped without a reason`];
}

/** Of its condition. */
export function resultOf(declared: StageDeclaration['onSuccess'] | undefined): string | undefined {
  return declared?.conditions?.[0]?.result;
}

/** Whether an action of the stage has. */
export function hasFailed(after: Snapshot, execution: ExecutionFact, stage: string): boolean {
  const actions = declaredStage(after, execution, stage)?.actions ?? [];
  return actions.some(({ name }) => latestAttempt(after, execution.id, stage, name)?.status === 'Failed');
}
