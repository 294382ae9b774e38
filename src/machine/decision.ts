import type { FailedOutcome, Hook, RetryMode } from './facts.ts';

/** One step, to be written down before it is acted on. */
export type Decision =
  | EnterStage
  | BeginCondition
  | EndCondition
  | StartAction
  | AbandonAction
  | RetryStage
  | LeaveStage
  | EndExecution;

export interface EnterStage {
  readonly kind: 'enter-stage';
  readonly execution: string;
  readonly stage: number;
}

/** All rules of a condition start at once. */
export interface BeginCondition {
  readonly kind: 'begin-condition';
  readonly execution: string;
  readonly stage: number;
  readonly hook: Hook;
}

/** What is known of a condition is enough: rules that still run are abandoned. */
export interface EndCondition {
  readonly kind: 'end-condition';
  readonly execution: string;
  readonly stage: number;
  readonly hook: Hook;
  readonly outcome: 'Succeeded' | 'Failed' | 'Abandoned';
}

export interface StartAction {
  readonly kind: 'start-action';
  readonly execution: string;
  readonly stage: number;
  readonly action: string;
}

/** Whoever waits for the action's end stops waiting; its provider is not told. */
export interface AbandonAction {
  readonly kind: 'abandon-action';
  readonly execution: string;
  readonly stage: number;
  readonly action: string;
}

/** A failed stage tries again by itself, without giving up its lock. */
export interface RetryStage {
  readonly kind: 'retry-stage';
  readonly execution: string;
  readonly stage: number;
  readonly mode: RetryMode;
}

/** The stage's lock is released, and the execution goes on to the next one. */
export interface LeaveStage {
  readonly kind: 'leave-stage';
  readonly execution: string;
  readonly stage: number;
  readonly outcome: 'Succeeded' | 'Skipped';
}

export interface EndExecution {
  readonly kind: 'end-execution';
  readonly execution: string;
  readonly outcome: 'Succeeded' | 'Superseded' | FailedOutcome;
  /** The stage it is inside: it ends with the execution, and its lock is released. */
  readonly leaving?: number;
  /** The newer execution that took its place. */
  readonly supersededBy?: string;
  /** The stage it leaves is to be brought back to what it was before. */
  readonly rollBack?: true;
}
