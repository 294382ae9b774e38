import { ACTION_WORK, RULE_WORK } from '../../../src/engine/engine-rooms.ts';
import { DELIVERY_WORK } from '../../../src/events/relay.ts';
import type { WorkFact } from '../snapshot.ts';
import { type Change, type Invariant, nameOf } from './invariant.ts';

/** Whatever must go on by itself has work scheduled, in the transaction that makes it necessary. */
export const nothingIsForgotten: Invariant = ({ after }) => {
  const actions = [...after.actions.values()].filter(
    ({ id, status }) => status === 'InProgress' && !after.work.has(`${ACTION_WORK} ${id}`),
  );
  const rules = [...after.rules.values()].filter(
    ({ id, status }) => status === 'InProgress' && !after.work.has(`${RULE_WORK} ${id}`),
  );
  const deliveries = [...after.deliveries].filter(([, { lane }]) => !after.work.has(`${DELIVERY_WORK} ${lane}`));
  return [
    ...actions.map(
      ({ executionId, stage, action }) =>
        `${nameOf(after, executionId)} ${stage}/${action} runs, and no work is scheduled`,
    ),
    ...rules.map(
      ({ executionId, stage, rule }) => `${nameOf(after, executionId)} ${stage}/${rule} runs, and no work is scheduled`,
    ),
    ...deliveries.map(([id]) => `delivery ${id} is due, and no work is scheduled`),
  ];
};

/** Work is its server's while the lease holds. */
export const leasesHold: Invariant = (change) =>
  [...change.before.work].flatMap(([key, work]) => {
    const { node } = work;
    const next = change.after.work.get(key);
    if (node === null || next?.node === node || mayBeTaken(change, work)) return [];
    return [`${key} is taken from ${node} by server ${change.server} though its lease holds`];
  });

function mayBeTaken({ now, server, isAlive }: Change, { node, leaseUntil }: WorkFact): boolean {
  const owner = Number(node?.replace('server ', ''));
  return owner === server || !isAlive(owner) || (leaseUntil ?? 0) < now;
}
