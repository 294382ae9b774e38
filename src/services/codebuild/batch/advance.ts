import type { BatchGroup } from '../batch-facts.ts';
import { isGood, isOver, withStatus } from './groups.ts';

/** What is to be done now. */
export interface Advance {
  /** With those STOPPED that will not be started any more. */
  readonly groups: readonly BatchGroup[];
  readonly start: readonly BatchGroup[];
  readonly stop: readonly BatchGroup[];
}

/**
 * Which builds of a batch may begin, and which are over before they began: those whose predecessors failed, and all when the first
 * failure ends the batch. A failure that may happen is no failure, and what depends on it is built.
 */
export function advance(groups: readonly BatchGroup[], fastFail: boolean): Advance {
  if (fastFail && groups.some((group) => isOver(group.current.status) && !isGood(group)))
    return { groups: groups.map(cutOff), start: [], stop: groups.filter(isRunning) };
  const settled = withoutHopeless(groups);
  return { groups: settled, start: settled.filter((group) => isReady(group, settled)), stop: [] };
}

/** Nothing begins any more, and what runs is to be stopped. */
export function cutOff(group: BatchGroup): BatchGroup {
  return group.current.status === 'PENDING' ? withStatus(group, 'STOPPED') : group;
}

export function isRunning({ current }: BatchGroup): boolean {
  return current.status === 'IN_PROGRESS';
}

function withoutHopeless(groups: readonly BatchGroup[]): readonly BatchGroup[] {
  const next = groups.map((group) =>
    group.current.status === 'PENDING' && predecessorsOf(group, groups).some(isInTheWay)
      ? withStatus(group, 'STOPPED')
      : group,
  );
  const changed = next.some((group, index) => group !== groups[index]);
  return changed ? withoutHopeless(next) : next;
}

function isInTheWay(group: BatchGroup): boolean {
  return group.current.status === 'STOPPED' || (isOver(group.current.status) && !isGood(group));
}

function isReady(group: BatchGroup, groups: readonly BatchGroup[]): boolean {
  return group.current.status === 'PENDING' && predecessorsOf(group, groups).every(isGood);
}

function predecessorsOf({ task }: BatchGroup, groups: readonly BatchGroup[]): readonly BatchGroup[] {
  return groups.filter(({ task: { identifier } }) => task.dependsOn?.includes(identifier));
}
