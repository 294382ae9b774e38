import type { ActionFacts, ConditionFacts, RetryMode } from './facts.ts';

/** What becomes of the attempts so far: those kept count as they are, the others are made again. */
export function keptByRetry(actions: readonly ActionFacts[], mode: RetryMode): ActionFacts[] {
  return mode === 'ALL_ACTIONS'
    ? []
    : actions.filter(({ status }) => status === 'InProgress' || status === 'Succeeded');
}

/** A condition of entry that was met stays met while only failed actions are made again; all others are looked at anew. */
export function conditionsKeptByRetry(conditions: readonly ConditionFacts[], mode: RetryMode): ConditionFacts[] {
  if (mode === 'ALL_ACTIONS') return [];
  return conditions.filter(
    ({ hook, status }) => hook === 'beforeEntry' && (status === 'Succeeded' || status === 'Overridden'),
  );
}

/** An execution in the stage that somebody wants it to run again. */
export interface RetryFacts {
  /** Undefined when it never entered the stage. */
  readonly status: StageStatus | undefined;
  /** Whether no other execution has entered the stage since; of PARALLEL executions each has its own. */
  readonly isLatest: boolean;
  /** Whether the pipeline's structure is still the one the execution runs. */
  readonly isCurrent: boolean;
  readonly actions: readonly ActionFacts[];
  /** Whether the stage has been retried before. */
  readonly retried: boolean;
}

export type StageStatus = 'InProgress' | 'Stopping' | 'Stopped' | 'Succeeded' | 'Failed' | 'Cancelled' | 'Skipped';

/** `not-latest`: the stage is another's. `busy`: it is under way already. `not-retryable`: there is nothing to be retried. */
export type RetryRefusal = 'not-latest' | 'not-retryable' | 'busy';

/** Why a stage cannot be retried, or undefined when it can: when it failed or was stopped, and nobody has entered it since. */
export function refuseRetry(facts: RetryFacts, mode: RetryMode): RetryRefusal | undefined {
  if (facts.status === undefined || !facts.isLatest) return 'not-latest';
  if (!facts.isCurrent) return 'not-retryable';
  if (facts.status === 'Failed' || facts.status === 'Stopped') return undefined;
  if (facts.status === 'Stopping') return 'busy';
  return facts.status === 'InProgress' ? refuseWhileRunning(facts, mode) : 'not-retryable';
}

/** Failed actions may be retried as soon as one has failed, while those beside it go on. */
function refuseWhileRunning({ actions, retried }: RetryFacts, mode: RetryMode): RetryRefusal | undefined {
  if (!actions.some(({ status }) => status === 'Failed')) return retried ? 'busy' : 'not-retryable';
  return mode === 'ALL_ACTIONS' ? 'busy' : undefined;
}
