import type { ExecutionFact, Snapshot, StageFact } from '../snapshot.ts';
import { conditionOf, declaredStage, hasFailed, isUnmet, resultOf } from './conditions.ts';
import { changed, type Invariant, nameOf } from './invariant.ts';

/** When a stage fails, what was declared for that has been done, or is done in the same commit. */
export const failuresHaveTheirConsequences: Invariant = ({ before, after }) =>
  changed(before.stages, after.stages)
    .filter(({ status }) => status === 'Failed')
    .flatMap((stage) => {
      const execution = after.executions.get(stage.executionId);
      if (execution === undefined) return [];
      const wanted = consequenceOf(after, execution, stage);
      const name = `${nameOf(after, execution.id)}: stage ${stage.stage} fails`;
      switch (wanted) {
        case 'RETRY':
          return stage.autoRetries === 0 ? [`${name} without having tried again`] : [];
        case 'SKIP':
          return [`${name}, though it is to be skipped then`];
        case 'ROLLBACK':
          return isRolledBack(before, after, execution, stage) ? [] : [`${name}, and is not rolled back`];
        case 'nothing known':
          return [`${name} before its condition of failure has been looked at`];
        default:
          return [];
      }
    });

/** A stage tries again by itself once, when that was declared and an action has failed. */
export const retriesAreDeclared: Invariant = ({ before, after }) =>
  [...after.stages].flatMap(([key, stage]) => {
    const execution = after.executions.get(stage.executionId);
    if (execution === undefined || stage.autoRetries === (before.stages.get(key)?.autoRetries ?? 0)) return [];
    const name = `${nameOf(after, execution.id)}: stage ${stage.stage} tries again by itself`;
    const failure = declaredStage(after, execution, stage.stage)?.onFailure;
    const isDeclared = failure?.result === 'RETRY' || resultOf(failure) === 'RETRY';
    return [
      ...(isDeclared ? [] : [`${name}, which was not declared`]),
      ...(stage.autoRetries > 1 ? [`${name} ${stage.autoRetries} times`] : []),
    ];
  });

/** A rollback goes back to what has succeeded in the stage, with its revisions and variables; by itself, where that was declared. */
export const rollbacksAreRight: Invariant = ({ before, after }) =>
  [...after.executions.values()]
    .filter(({ id, type }) => type === 'ROLLBACK' && !before.executions.has(id))
    .flatMap((rollback) => {
      const name = nameOf(after, rollback.id);
      const target = after.executions.get(rollback.rollbackTarget ?? '');
      const stage = after.stagesOf(rollback).at(-1)?.name ?? '';
      const reached = target && after.stages.get(`${target.id}/${stage}`);
      const failed = changed(before.stages, after.stages).some(
        (row) => row.stage === stage && row.status === 'Failed' && row.pipelineId === rollback.pipelineId,
      );
      return [
        ...(reached?.status === 'Succeeded' ? [] : [`${name} goes back to what has not succeeded in ${stage}`]),
        ...(target?.sourceRevisions === rollback.sourceRevisions && target.variables === rollback.variables
          ? []
          : [`${name} does not go back to what its target was`]),
        ...(rollback.triggerType === 'AutomatedRollback' && !failed
          ? [`${name} goes back by itself, though nothing has failed`]
          : []),
      ];
    });

type Consequence = 'FAIL' | 'RETRY' | 'SKIP' | 'ROLLBACK' | 'nothing known';

/** What the failure of a stage is to lead to, by what has failed in it. */
function consequenceOf(after: Snapshot, execution: ExecutionFact, { stage }: StageFact): Consequence {
  const declared = declaredStage(after, execution, stage);
  if (isUnmet(after, execution.id, stage, 'beforeEntry')) return consequence(resultOf(declared?.beforeEntry));
  if (isUnmet(after, execution.id, stage, 'onSuccess')) return consequence(resultOf(declared?.onSuccess));
  if (!hasFailed(after, execution, stage)) return 'FAIL';
  const condition = resultOf(declared?.onFailure);
  if (condition === undefined) return consequence(declared?.onFailure?.result);
  if (isUnmet(after, execution.id, stage, 'onFailure')) return consequence(condition);
  return conditionOf(after, execution.id, stage, 'onFailure')?.status === 'Succeeded' ? 'FAIL' : 'nothing known';
}

function consequence(result: string | undefined): Consequence {
  return result === 'RETRY' || result === 'SKIP' || result === 'ROLLBACK' ? result : 'FAIL';
}

/**
 * Where there is nothing to go back to, and when a rollback itself has failed, it is not; else it goes back to the last that succeeded
 * in the stage, or to what a rollback had brought it back to.
 */
function isRolledBack(before: Snapshot, after: Snapshot, execution: ExecutionFact, { stage }: StageFact): boolean {
  if (execution.type === 'ROLLBACK') return true;
  const last = [...before.stages.values()]
    .filter((row) => row.pipelineId === execution.pipelineId && row.stage === stage && row.status === 'Succeeded')
    .flatMap(({ executionId }) => before.executions.get(executionId) ?? [])
    .findLast(({ id, version }) => id !== execution.id && version === execution.version);
  const target = last && before.executions.get(last.rollbackTarget ?? last.id);
  if (target === undefined) return true;
  return [...after.executions.values()].some(
    ({ id, rollbackTarget, triggerType }) =>
      !before.executions.has(id) && rollbackTarget === target.id && triggerType === 'AutomatedRollback',
  );
}
