/**
 * The machine: how pipelines behave. Pure: no I/O, no clock, no randomness, no imports from outside this room. From facts to
 * decisions (`advance`), and from a decision to the facts it leads to (`apply`). Level-triggered: after a crash the same facts
 * lead to the same decisions, and facts that need nothing lead to none.
 */

/** What is true of one pipeline now. */
export interface Facts {
  /** The unfinished executions, in the order they were started. */
  readonly executions: readonly ExecutionFacts[];
  readonly closedDoors: readonly ClosedDoor[];
}

/** SUPERSEDED and QUEUED executions hold a stage alone; PARALLEL ones do not see each other. */
export type ExecutionMode = 'SUPERSEDED' | 'QUEUED' | 'PARALLEL';

export interface ExecutionFacts {
  readonly id: string;
  readonly mode: ExecutionMode;
  /** A ROLLBACK runs one stage again as an earlier execution ran it. */
  readonly type: 'STANDARD' | 'ROLLBACK';
  /** The stages as they were declared when the execution started; those of a ROLLBACK end with the stage it is for. */
  readonly plan: readonly StagePlan[];
  readonly place: Place;
  /** What has become of the actions started in the stage it is inside; one entry per action, the latest attempt. */
  readonly actions: readonly ActionFacts[];
  /** The conditions that were looked at in the stage it is inside; one entry per hook, the latest. */
  readonly conditions: readonly ConditionFacts[];
  /** Whether the stage it is inside was retried by itself already. */
  readonly retried: boolean;
  readonly ending: Ending;
}

export interface StagePlan {
  readonly name: string;
  readonly actions: readonly ActionPlan[];
  readonly beforeEntry?: ConditionPlan | undefined;
  readonly onSuccess?: ConditionPlan | undefined;
  readonly onFailure?: FailurePlan | undefined;
}

/** When a condition is looked at: before the first action, when all have succeeded, when one has failed. */
export type Hook = 'beforeEntry' | 'onSuccess' | 'onFailure';

/** All its rules must pass, else the result engages. */
export interface ConditionPlan {
  readonly result: FailureResult;
  readonly rules: readonly string[];
}

/** What a stage does about its own failure: try again, or have a result; whatever the case, or where its rules do not pass. */
export type FailurePlan = (
  | { readonly result: 'RETRY'; readonly retry: RetryMode }
  | { readonly result: FailureResult; readonly retry?: undefined }
) & { readonly rules?: readonly string[] | undefined };

/** FAIL is what happens anyway; SKIP goes on as if the stage had not been there. */
export type FailureResult = 'FAIL' | 'ROLLBACK' | 'SKIP';

/** Which actions run again: those that failed, and what comes after them, or all of the stage. */
export type RetryMode = 'FAILED_ACTIONS' | 'ALL_ACTIONS';

export interface ActionPlan {
  readonly name: string;
  readonly runOrder: number;
}

/**
 * Where an execution is: waiting before a stage, or inside it holding its lock. Before the stage that follows the last one, it
 * has come through.
 */
export interface Place {
  readonly kind: 'before' | 'inside';
  readonly stage: number;
}

export interface ActionFacts {
  readonly name: string;
  readonly status: 'InProgress' | 'Succeeded' | 'Failed' | 'Abandoned';
}

export interface ConditionFacts {
  readonly hook: Hook;
  /** Overridden: somebody has decided that it counts as met. */
  readonly status: 'InProgress' | 'Succeeded' | 'Failed' | 'Abandoned' | 'Overridden';
  readonly rules: readonly RuleFacts[];
}

export interface RuleFacts {
  readonly name: string;
  readonly status: 'InProgress' | 'Succeeded' | 'Failed' | 'Abandoned';
}

/**
 * Whether somebody wants the execution to end early: `stop` lets running actions finish, `abandon` does not wait for them,
 * `cancel` is the definition having been updated, which lets them finish too.
 */
export type Ending = 'none' | 'stop' | 'abandon' | 'cancel';

/** A disabled transition: into the stage, or out of it. */
export interface ClosedDoor {
  readonly stage: string;
  readonly side: 'Inbound' | 'Outbound';
}

export type FailedOutcome = 'Failed' | 'Stopped' | 'Cancelled';
