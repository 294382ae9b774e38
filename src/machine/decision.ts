import type { FailedOutcome } from './facts.ts';

/** One step, to be written down before it is acted on. */
export type Decision = EnterStage | StartAction | AbandonAction | LeaveStage | EndExecution;

export interface EnterStage {
  readonly kind: 'enter-stage';
  readonly execution: string;
  readonly stage: number;
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

/** The stage's lock is released. */
export interface LeaveStage {
  readonly kind: 'leave-stage';
  readonly execution: string;
  readonly stage: number;
  readonly outcome: 'Succeeded' | FailedOutcome;
}

export interface EndExecution {
  readonly kind: 'end-execution';
  readonly execution: string;
  readonly outcome: 'Succeeded' | 'Superseded' | FailedOutcome;
  /** The newer execution that took its place. */
  readonly supersededBy?: string;
}
