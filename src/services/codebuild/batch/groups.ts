import type { BatchGroup, GroupBuild, GroupStatus } from '../batch-facts.ts';
import { type BatchTask, DOWNLOAD_SOURCE } from '../batchspec.ts';
import type { CodeBuildRooms } from '../rooms.ts';

/** The task that every batch begins with. */
export const READING: BatchTask = {
  identifier: DOWNLOAD_SOURCE,
  buildspec: undefined,
  dependsOn: undefined,
  ignoreFailure: false,
  environment: { variables: {} },
};

interface Planned {
  readonly task: BatchTask;
  readonly projectName: string;
  readonly now: number;
  readonly prior?: readonly GroupBuild[] | undefined;
}

/** A task that waits for its turn; the build has its id before it is started. */
export function newGroup(
  { ids }: Pick<CodeBuildRooms, 'ids'>,
  { task, projectName, now, prior = [] }: Planned,
): BatchGroup {
  return { task, current: { buildId: `${projectName}:${ids.uuid()}`, requested: now, status: 'PENDING' }, prior };
}

export function isOver(status: GroupStatus): boolean {
  return status !== 'PENDING' && status !== 'IN_PROGRESS';
}

/** Went well, or may go wrong. */
export function isGood({ task, current }: BatchGroup): boolean {
  return isOver(current.status) && (current.status === 'SUCCEEDED' || task.ignoreFailure);
}

export function withStatus(group: BatchGroup, status: GroupStatus): BatchGroup {
  return { ...group, current: { ...group.current, status } };
}
