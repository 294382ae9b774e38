/**
 * A story: what a simulated installation is, and what happens to it, step by step. All chance is in here, so the same story always
 * ends the same. Numbers pick among what is there when a step's turn has come, so a story without some of its steps is a story too,
 * which is how a failing one is made short.
 */
export interface Story {
  /** Servers that share the database. */
  readonly nodes: number;
  readonly pipelines: readonly PipelineStory[];
  readonly steps: readonly Step[];
}

export interface PipelineStory {
  readonly mode: Mode;
  /** The first stage's actions are sources. */
  readonly stages: readonly StageStory[];
}

export interface StageStory {
  readonly actions: readonly ActionStory[];
  /** What it does about its own failure, where its place and the mode allow it: always, or by a condition. */
  readonly onFailure: 'nothing' | 'RETRY' | 'RETRY ALL' | 'ROLLBACK' | 'SKIP' | ConditionStory;
  /** To be skipped, it looks at the variable Go of the execution; else at its rules. */
  readonly beforeEntry: ConditionStory | null;
  readonly onSuccess: ConditionStory | null;
}

export interface ConditionStory {
  /** Where the hook, the place and the mode allow it; else FAIL. */
  readonly result: 'FAIL' | 'ROLLBACK' | 'SKIP' | 'RETRY';
  /** What becomes of each evaluation of each rule. */
  readonly rules: readonly (readonly JobStory[])[];
}

export type Mode = 'SUPERSEDED' | 'QUEUED' | 'PARALLEL';

export interface ActionStory {
  readonly runOrder: number;
  /**
   * An approval, a job that workers compete for, or what becomes of the first attempt at the action, of the second, and so on, over
   * and over, in whichever execution.
   */
  readonly jobs: 'approval' | 'worker' | readonly JobStory[];
  /** Of a source: whether its changes start the pipeline, because the server is told of them or because it asks. */
  readonly watched: 'no' | 'told' | 'asked';
}

export interface JobStory {
  /** Milliseconds from the start to the end; null is never. */
  readonly takes: number | null;
  readonly ends: 'succeed' | 'fail' | 'refuse';
  /** How the pipeline hears of the end: by asking again and again, by a wake call, or not before the time-out. */
  readonly tells: 'poll' | 'wake' | 'nobody';
  /** How often the provider cannot be reached before it answers. */
  readonly unreachable: number;
}

/** What somebody outside wants. */
export type Deed =
  | { readonly do: 'start'; readonly pipeline: number; readonly token: number | null; readonly go: boolean }
  | { readonly do: 'push'; readonly pipeline: number }
  | { readonly do: 'stop'; readonly pick: number; readonly abandon: boolean }
  | { readonly do: 'retry'; readonly pick: number; readonly all: boolean }
  | { readonly do: 'roll-back'; readonly pick: number }
  | { readonly do: 'override'; readonly pick: number }
  | { readonly do: 'decide'; readonly pick: number; readonly approve: boolean }
  | { readonly do: 'close' | 'open'; readonly pipeline: number; readonly stage: number; readonly side: Side }
  | { readonly do: 'update'; readonly pipeline: number; readonly to: PipelineStory }
  | { readonly do: 'change-mode'; readonly pipeline: number; readonly mode: Mode }
  | { readonly do: 'delete' | 'create' | 'look'; readonly pipeline: number }
  /** A source has a new revision. */
  | { readonly do: 'commit'; readonly pipeline: number; readonly source: number }
  | { readonly do: 'put-revision'; readonly pipeline: number; readonly source: number; readonly revision: number }
  | { readonly do: 'hook' | 'unhook'; readonly pipeline: number }
  | { readonly do: 'deliver'; readonly pipeline: number; readonly how: DeliveryStory }
  /** A worker asks for jobs of the kind of one that waits, if any does. */
  | { readonly do: 'poll-jobs'; readonly pick: number; readonly batch: number }
  | { readonly do: 'acknowledge'; readonly pick: number }
  | { readonly do: 'answer-job'; readonly pick: number; readonly how: JobAnswer };

export type Step =
  | Deed
  /** Something that is under way goes on: a transaction, a question to a provider, its answer, a wake-up, a timer. */
  | { readonly do: 'go-on'; readonly pick: number; readonly times: number }
  | { readonly do: 'let-time-pass'; readonly ms: number }
  | { readonly do: 'crash'; readonly pick: number; readonly when: 'now' | 'before-commit' | 'after-commit' }
  | { readonly do: 'break'; readonly pick: number; readonly how: 'undone' | 'done-but-unknown' | 'deadlock' }
  | { readonly do: 'launch' | 'shut-down'; readonly pick: number }
  | { readonly do: 'lose' | 'double'; readonly pick: number }
  | { readonly do: 'nudge'; readonly pick: number };

export type Side = 'Inbound' | 'Outbound';

/** Value of the queryable property of jobs: workers ask for those of one. */
export type Pool = 'a' | 'b';

export type JobAnswer = 'succeed' | 'fail' | 'continue';

/** Whether a delivery to a webhook is to start its pipeline, and why not. */
export type DeliveryStory = 'well' | 'unsigned' | 'other branch';
