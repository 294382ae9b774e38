import type { Jobs } from '../jobs.ts';
import type { ActionFact, Snapshot } from '../snapshot.ts';
import type { Sources } from '../sources.ts';
import type { JobAnswer } from '../story.ts';

/** One commit, and what is known outside the database of how it may have come about. */
export interface Change {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly now: number;
  /** Number of the server that committed. */
  readonly server: number;
  isAlive(server: number): boolean;
  readonly jobs: Jobs;
  readonly sources: Sources;
  readonly asked: Asked;
  /** When an execution ended, as far as that was so before this commit. */
  endOf(execution: string): number | undefined;
}

/** What clients have asked for, whether they were answered or not. */
export interface Asked {
  /** Names of pipelines. */
  readonly deleted: Set<string>;
  /** By token: approved or rejected. */
  readonly decided: Map<string, readonly boolean[]>;
  /** Ids of executions. */
  readonly stopped: Set<string>;
  /** What workers said, by the id of the job. */
  readonly answers: Map<string, readonly JobAnswer[]>;
}

/** Says in words what a commit has broken; nothing when it holds. */
export type Invariant = (change: Change) => string[];

/** `#4 (QUEUED)`: executions by the order of their start. */
export function nameOf(snapshot: Snapshot, executionId: string): string {
  const execution = snapshot.executions.get(executionId);
  return execution === undefined ? executionId : `#${execution.sequence} (${execution.mode})`;
}

/** Rows that are new, or whose status is another than before. */
export function changed<Row extends { readonly status: string }>(
  before: ReadonlyMap<string, Row>,
  after: ReadonlyMap<string, Row>,
): Row[] {
  if (before === after) return [];
  return [...after].filter(([key, { status }]) => before.get(key)?.status !== status).map(([, row]) => row);
}

/** Of an action in a stage of an execution: the attempt that counts. */
export function latestAttempt(
  snapshot: Snapshot,
  executionId: string,
  stage: string,
  action: string,
): ActionFact | undefined {
  return [...snapshot.actions.values()].findLast(
    (row) => row.setAside === 0 && row.executionId === executionId && row.stage === stage && row.action === action,
  );
}
