/**
 * How a deployment goes through its targets: facts of all targets to what happens next. Pure, and level-triggered: asked again
 * with the same facts, it answers the same.
 */
export interface RolloutFacts {
  readonly minimum: MinimumHealthyHosts;
  /** In the order in which they are attempted. */
  readonly targets: readonly { readonly position: number; readonly status: RolloutStatus }[];
  /** Asked to stop: nothing more starts. */
  readonly stopping: boolean;
}

export type RolloutStatus = 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped';

/** `MOST_CONCURRENCY` is only OneAtATime's: that many hosts at a time, all others stay healthy. */
export interface MinimumHealthyHosts {
  readonly type: 'HOST_COUNT' | 'FLEET_PERCENT' | 'MOST_CONCURRENCY';
  readonly value: number;
}

const MAX_INSTANCES = 1000;

export type RolloutError =
  | 'NO_INSTANCES'
  | 'OVER_MAX_INSTANCES'
  | 'HEALTH_CONSTRAINTS'
  | 'HEALTH_CONSTRAINTS_INVALID'
  | 'MANUAL_STOP';

export type RolloutStep =
  | { readonly kind: 'start'; readonly positions: readonly number[] }
  | { readonly kind: 'wait' }
  | { readonly kind: 'succeed' }
  | { readonly kind: 'fail'; readonly error: RolloutError }
  | { readonly kind: 'stop' };

export function rollout({ minimum, targets, stopping }: RolloutFacts): RolloutStep {
  const count = (status: RolloutStatus) => targets.filter((target) => target.status === status).length;
  if (stopping) return count('InProgress') > 0 ? { kind: 'wait' } : { kind: 'stop' };
  if (targets.length === 0) return { kind: 'fail', error: 'NO_INSTANCES' };
  if (targets.length > MAX_INSTANCES) return { kind: 'fail', error: 'OVER_MAX_INSTANCES' };

  const needed = minimumCount(minimum, targets.length);
  if (needed >= targets.length) return { kind: 'fail', error: 'HEALTH_CONSTRAINTS_INVALID' };
  const pending = targets.filter(({ status }) => status === 'Pending');
  if (pending.length === 0) return conclude(count('InProgress'), count('Succeeded'), needed);

  // A failed host is out of service like one being deployed to: both count against the hosts that may be.
  const room = targets.length - needed - count('Failed') - count('InProgress');
  if (room > 0) return { kind: 'start', positions: pending.slice(0, room).map(({ position }) => position) };
  return count('InProgress') > 0 ? { kind: 'wait' } : { kind: 'fail', error: 'HEALTH_CONSTRAINTS' };
}

/** The last host may fail where enough others succeeded, but one must succeed even where the minimum is none. */
function conclude(inProgress: number, succeeded: number, needed: number): RolloutStep {
  if (inProgress > 0) return { kind: 'wait' };
  return succeeded >= Math.max(needed, 1) ? { kind: 'succeed' } : { kind: 'fail', error: 'HEALTH_CONSTRAINTS' };
}

/** How many of `total` hosts must stay healthy; percentages are rounded up. */
export function minimumCount({ type, value }: MinimumHealthyHosts, total: number): number {
  switch (type) {
    case 'HOST_COUNT':
      return value;
    case 'FLEET_PERCENT':
      return Math.ceil((total * value) / 100);
    case 'MOST_CONCURRENCY':
      return Math.max(total - value, 0);
  }
}

/** What the group knows of an instance before the deployment. */
export interface InstanceFacts {
  readonly name: string;
  readonly health: { readonly healthy: boolean; readonly revision: 'this' | 'other' } | undefined;
}

/** Unhealthy and never deployed to first, then old revisions, then what has this revision already; by name within each. */
export function inOrder<Instance extends InstanceFacts>(instances: readonly Instance[]): Instance[] {
  return instances.toSorted(
    (one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : Number(one.name > other.name)),
  );
}

function rank({ health }: InstanceFacts): number {
  if (health === undefined || !health.healthy) return 0;
  return health.revision === 'other' ? 1 : 2;
}
