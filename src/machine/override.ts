import type { ConditionFacts } from './facts.ts';
import type { StageStatus } from './retry.ts';

/** A condition that somebody wants to count as met. */
export interface OverrideFacts {
  /** Of the execution in the stage; undefined when it never entered. */
  readonly status: StageStatus | undefined;
  /** Whether no other execution has entered the stage since; of PARALLEL executions each has its own. */
  readonly isLatest: boolean;
  /** Whether the pipeline's structure is still the one the execution runs. */
  readonly isCurrent: boolean;
  /** Whether the condition skips its stage where it is not met. */
  readonly skips: boolean;
  /** Undefined when the condition was not looked at. */
  readonly condition: ConditionFacts['status'] | undefined;
}

export type OverrideRefusal = 'not-latest' | 'not-overridable' | 'busy';

/**
 * Why a condition cannot be overridden, or undefined when it can: while it is looked at, and when it has failed the stage; never one
 * that only skips it.
 */
export function refuseOverride({
  status,
  isLatest,
  isCurrent,
  skips,
  condition,
}: OverrideFacts): OverrideRefusal | undefined {
  if (status === undefined || !isLatest) return 'not-latest';
  if (status === 'Stopping') return 'busy';
  if (!isCurrent || skips) return 'not-overridable';
  if (status === 'InProgress' && condition === 'InProgress') return undefined;
  return status === 'Failed' && condition === 'Failed' ? undefined : 'not-overridable';
}
