import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  inOrder,
  type MinimumHealthyHosts,
  minimumCount,
  type RolloutFacts,
  type RolloutStatus,
  rollout,
} from '../../src/services/codedeploy/rollout.ts';

const minimum: fc.Arbitrary<MinimumHealthyHosts> = fc.oneof(
  fc.record({ type: fc.constant('HOST_COUNT' as const), value: fc.nat(14) }),
  fc.record({ type: fc.constant('FLEET_PERCENT' as const), value: fc.nat(99) }),
  fc.constant({ type: 'MOST_CONCURRENCY' as const, value: 1 }),
);

interface Run {
  readonly minimum: MinimumHealthyHosts;
  /** How each host will end. */
  readonly outcomes: readonly boolean[];
  /** Which of the hosts under way ends next, as a number to take the remainder of. */
  readonly picks: readonly number[];
}

const run: fc.Arbitrary<Run> = fc.record({
  minimum,
  outcomes: fc.array(fc.boolean(), { minLength: 1, maxLength: 14 }),
  picks: fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 }),
});

interface End {
  readonly statuses: readonly RolloutStatus[];
  readonly kind: 'succeed' | 'fail' | 'stop';
  readonly error: string | undefined;
  /** The most hosts that were out of service at once: under way or failed. */
  readonly mostOut: number;
  readonly starts: readonly number[];
}

/** Carries a rollout to its end, one host ending at a time. */
function carryOut({ minimum: least, outcomes, picks }: Run): End {
  const statuses: RolloutStatus[] = outcomes.map(() => 'Pending');
  const starts: number[] = [];
  let mostOut = 0;
  for (let turn = 0; turn < 100; turn += 1) {
    const step = rollout(factsOf(least, statuses));
    if (step.kind === 'start') {
      expect(step.positions.length).toBeGreaterThan(0);
      for (const position of step.positions) {
        expect(statuses[position]).toBe('Pending');
        statuses[position] = 'InProgress';
        starts.push(position);
      }
      mostOut = Math.max(mostOut, statuses.filter((status) => status === 'InProgress' || status === 'Failed').length);
    } else if (step.kind === 'wait') {
      const underWay = statuses.flatMap((status, position) => (status === 'InProgress' ? [position] : []));
      expect(underWay.length).toBeGreaterThan(0);
      const position = underWay[(picks[turn % picks.length] ?? 0) % underWay.length] ?? 0;
      statuses[position] = outcomes[position] ? 'Succeeded' : 'Failed';
    } else {
      return { statuses, kind: step.kind, error: step.kind === 'fail' ? step.error : undefined, mostOut, starts };
    }
  }
  throw new Error('The rollout came to no end');
}

function factsOf(least: MinimumHealthyHosts, statuses: readonly RolloutStatus[], stopping = false): RolloutFacts {
  return { minimum: least, stopping, targets: statuses.map((status, position) => ({ position, status })) };
}

describe('the rollout', () => {
  it('comes to an end, and never takes more hosts out of service than may be', () => {
    fc.assert(
      fc.property(run, (given) => {
        const total = given.outcomes.length;
        const needed = minimumCount(given.minimum, total);
        const { statuses, kind, error, mostOut, starts } = carryOut(given);
        expect(mostOut).toBeLessThanOrEqual(Math.max(total - needed, 0));
        expect(statuses).not.toContain('InProgress');
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
        expect(new Set(starts).size).toBe(starts.length);
        if (needed >= total) {
          expect({ error, starts }).toEqual({ error: 'HEALTH_CONSTRAINTS_INVALID', starts: [] });
        } else {
          const succeeded = statuses.filter((status) => status === 'Succeeded').length;
          expect(kind).toBe(succeeded >= Math.max(needed, 1) && !statuses.includes('Pending') ? 'succeed' : 'fail');
        }
      }),
    );
  });

  it('succeeds whenever every host does and the minimum can be kept', () => {
    fc.assert(
      fc.property(run, (given) => {
        const all = { ...given, outcomes: given.outcomes.map(() => true) };
        fc.pre(minimumCount(given.minimum, all.outcomes.length) < all.outcomes.length);
        expect(carryOut(all).kind).toBe('succeed');
      }),
    );
  });

  it('never succeeds when every host fails', () => {
    fc.assert(
      fc.property(run, (given) => {
        expect(carryOut({ ...given, outcomes: given.outcomes.map(() => false) }).kind).toBe('fail');
      }),
    );
  });

  it('starts nothing more once it is asked to stop, and stops when nothing is under way', () => {
    const status = fc.constantFrom<RolloutStatus>('Pending', 'InProgress', 'Succeeded', 'Failed');
    fc.assert(
      fc.property(minimum, fc.array(status), (least, statuses) => {
        const { kind } = rollout(factsOf(least, statuses, true));
        expect(kind).toBe(statuses.includes('InProgress') ? 'wait' : 'stop');
      }),
    );
  });

  const ONE_AT_A_TIME = { type: 'MOST_CONCURRENCY', value: 1 } as const;
  it.each([
    ['one at a time starts one', ONE_AT_A_TIME, 9, 1],
    ['40 percent of nine keeps four, so five at once', { type: 'FLEET_PERCENT', value: 40 } as const, 9, 5],
    ['six of nine keeps six, so three at once', { type: 'HOST_COUNT', value: 6 } as const, 9, 3],
    ['half of nine keeps five, so four at once', { type: 'FLEET_PERCENT', value: 50 } as const, 9, 4],
    ['all at once starts all', { type: 'FLEET_PERCENT', value: 0 } as const, 9, 9],
    ['one host alone starts under one at a time', ONE_AT_A_TIME, 1, 1],
  ])('%s', (_name, least, total, atOnce) => {
    const step = rollout(factsOf(least, Array<RolloutStatus>(total).fill('Pending')));
    expect(step).toMatchObject({ kind: 'start', positions: Array.from({ length: atOnce }, (_, index) => index) });
  });

  it('fails at once when 95 percent of ten must stay healthy, and without hosts', () => {
    const ten = Array<RolloutStatus>(10).fill('Pending');
    expect(rollout(factsOf({ type: 'FLEET_PERCENT', value: 95 }, ten))).toEqual({
      kind: 'fail',
      error: 'HEALTH_CONSTRAINTS_INVALID',
    });
    expect(rollout(factsOf(ONE_AT_A_TIME, []))).toEqual({ kind: 'fail', error: 'NO_INSTANCES' });
    expect(rollout(factsOf(ONE_AT_A_TIME, Array<RolloutStatus>(1001).fill('Pending')))).toEqual({
      kind: 'fail',
      error: 'OVER_MAX_INSTANCES',
    });
  });

  it('with eight of ten needed, the second failure ends it unless it is that of the last host', () => {
    const least = { type: 'HOST_COUNT', value: 8 } as const;
    const succeeded = (count: number) => Array<RolloutStatus>(count).fill('Succeeded');
    expect(rollout(factsOf(least, [...succeeded(7), 'Failed', 'Failed', 'Pending'])).kind).toBe('fail');
    expect(rollout(factsOf(least, [...succeeded(8), 'Failed', 'Failed'])).kind).toBe('succeed');
  });
});

describe('the order of instances', () => {
  it('is unhealthy and unknown first, then old revisions, then the same revision, by name within each', () => {
    const instances = [
      { name: 'd', health: { healthy: true, revision: 'this' as const } },
      { name: 'c', health: { healthy: true, revision: 'other' as const } },
      { name: 'b', health: { healthy: false, revision: 'this' as const } },
      { name: 'a', health: { healthy: true, revision: 'other' as const } },
      { name: 'e', health: undefined },
    ];
    expect(inOrder(instances).map(({ name }) => name)).toEqual(['b', 'e', 'a', 'c', 'd']);
  });
});
