import type { Jobs } from '../jobs.ts';
import type { Snapshot } from '../snapshot.ts';

/** One commit, and what is known outside the database of how it may have come about. */
export interface Change {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly now: number;
  /** Number of the server that committed. */
  readonly server: number;
  isAlive(server: number): boolean;
  readonly jobs: Jobs;
  readonly asked: Asked;
}

/** What clients have asked for, whether they were answered or not. */
export interface Asked {
  /** Names of pipelines. */
  readonly deleted: ReadonlySet<string>;
  /** By token: approved or rejected. */
  readonly decided: ReadonlyMap<string, readonly boolean[]>;
}

/** Says in words what a commit has broken; nothing when it holds. */
export type Invariant = (change: Change) => string[];

/** `#4 (QUEUED)`: executions by the order of their start. */
export function nameOf(snapshot: Snapshot, executionId: string): string {
  const execution = snapshot.executions.get(executionId);
  return execution === undefined ? executionId : `#${execution.sequence} (${execution.mode})`;
}
