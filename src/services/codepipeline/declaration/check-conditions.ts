import { invalidStage } from '../errors.ts';
import type { Condition, FailureConditions, PipelineDeclaration, StageDeclaration } from '../shapes.ts';
import { repeated } from './repeated.ts';

type Hook = 'beforeEntry' | 'onSuccess' | 'onFailure';

const RESULTS: Readonly<Record<Hook, readonly string[]>> = {
  beforeEntry: ['FAIL', 'SKIP'],
  onSuccess: ['ROLLBACK', 'FAIL'],
  onFailure: ['ROLLBACK', 'RETRY', 'FAIL', 'SKIP'],
};

/** A stage is entered or skipped only by rules that are evaluated at once. */
const MAY_SKIP: readonly string[] = ['LambdaInvoke', 'VariableCheck'];

/**
 * The conditions of the stages: what they lead to must be possible where they stand. Gaps: AWS's guide names ROLLBACK alone for
 * conditions of failure, its API takes all four results: so does this. That no condition skips the source stage is our own.
 */
export function checkConditions(pipeline: PipelineDeclaration): void {
  for (const [index, stage] of pipeline.stages.entries()) {
    checkFailure(stage);
    for (const { hook, condition } of conditionsOf(stage)) checkCondition(stage, hook, condition);
    checkSkip(stage, index);
    if (rollsBack(stage)) checkRollback(pipeline, stage, index);
  }
}

function checkFailure({ name, onFailure }: StageDeclaration): void {
  if (onFailure === undefined) return;
  const { result, conditions, retryConfiguration }: FailureConditions = onFailure;
  if (result !== undefined && conditions !== undefined) {
    throw invalidStage(
      `The following stage cannot have a failure exit gate configured with both top level result and conditions: '${name}'`,
    );
  }
  if (result === undefined && conditions === undefined)
    throw invalidStage(`The failure exit gate of stage '${name}' must have a result or conditions`);
  if (retryConfiguration !== undefined && (result ?? conditions?.[0]?.result) !== 'RETRY')
    throw invalidStage(`Stage '${name}': retryConfiguration can be set with the result RETRY only`);
}

function checkSkip(stage: StageDeclaration, index: number): void {
  const skips =
    stage.onFailure?.result === 'SKIP' || conditionsOf(stage).some(({ condition }) => condition.result === 'SKIP');
  if (skips && index === 0) throw invalidStage(`Stage '${stage.name}' cannot be skipped: it is the source stage`);
}

interface Placed {
  readonly hook: Hook;
  readonly condition: Condition;
}

function conditionsOf({ beforeEntry, onSuccess, onFailure }: StageDeclaration): Placed[] {
  const under = (hook: Hook, conditions: readonly Condition[] = []) =>
    conditions.map((condition) => ({ hook, condition }));
  return [
    ...under('beforeEntry', beforeEntry?.conditions),
    ...under('onSuccess', onSuccess?.conditions),
    ...under('onFailure', onFailure?.conditions),
  ];
}

function checkCondition({ name }: StageDeclaration, hook: Hook, { result, rules = [] }: Condition): void {
  const place = `${hook} condition of stage '${name}'`;
  if (result === undefined || !RESULTS[hook].includes(result)) {
    throw invalidStage(`The result of the ${place} must be one of ${RESULTS[hook].join(', ')}`);
  }
  if (rules.length === 0) throw invalidStage(`The ${place} must have at least 1 rule`);
  const twice = repeated(rules.map((rule) => rule.name));
  if (twice !== undefined) throw invalidStage(`Rule name '${twice}' is used more than once in the ${place}`);
  const slow = rules.find(({ ruleTypeId }) => !MAY_SKIP.includes(ruleTypeId.provider));
  if (hook === 'beforeEntry' && result === 'SKIP' && slow !== undefined) {
    throw invalidStage(
      `Rule '${slow.name}' of the ${place}: only ${MAY_SKIP.join(' and ')} rules can be used with the result SKIP`,
    );
  }
}

function rollsBack(stage: StageDeclaration): boolean {
  return (
    stage.onFailure?.result === 'ROLLBACK' ||
    conditionsOf(stage).some(({ condition }) => condition.result === 'ROLLBACK')
  );
}

function checkRollback({ executionMode }: PipelineDeclaration, stage: StageDeclaration, index: number): void {
  if (index === 0) throw invalidStage(`Stage '${stage.name}' cannot be rolled back: it is the source stage`);
  if (executionMode !== 'PARALLEL') return;
  const kind = stage.onSuccess?.conditions.some(({ result }) => result === 'ROLLBACK') ? 'Success' : 'Failure';
  throw invalidStage(`${kind} conditions with rollback result type cannot be added to a PARALLEL pipeline.`);
}
