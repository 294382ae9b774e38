import { retriesOf, type Snapshot, stageKey } from '../snapshot.ts';
import { type Change, type Invariant, nameOf } from './invariant.ts';

/** From a status to those it may become; what is not here is the end. */
const EXECUTION: Readonly<Record<string, readonly string[]>> = {
  new: ['InProgress', 'Stopping', 'Succeeded', 'Failed', 'Superseded', 'Stopped', 'Cancelled'],
  InProgress: ['Stopping', 'Succeeded', 'Failed', 'Superseded', 'Stopped', 'Cancelled'],
  Stopping: ['Stopped', 'Cancelled'],
};

const STAGE: Readonly<Record<string, readonly string[]>> = {
  new: ['InProgress', 'Succeeded', 'Failed', 'Skipped', 'Stopped', 'Cancelled'],
  InProgress: ['Stopping', 'Succeeded', 'Failed', 'Skipped', 'Stopped', 'Cancelled'],
  Stopping: ['Stopped', 'Cancelled'],
};

const ACTION: Readonly<Record<string, readonly string[]>> = {
  new: ['InProgress', 'Failed'],
  InProgress: ['Succeeded', 'Failed', 'Abandoned'],
};

const CONDITION: Readonly<Record<string, readonly string[]>> = {
  new: ['InProgress', 'Failed', 'Errored'],
  InProgress: ['Succeeded', 'Failed', 'Errored', 'Abandoned', 'Cancelled', 'Overridden'],
  Failed: ['Overridden'],
  Errored: ['Overridden'],
};

const RULE: Readonly<Record<string, readonly string[]>> = {
  new: ['InProgress', 'Errored', 'Abandoned'],
  InProgress: ['Succeeded', 'Failed', 'Errored', 'Abandoned'],
};

/** Statuses move along, and never back from an end but by a retry, or by an override. */
export const statusesMoveRightly: Invariant = (change) => [
  ...wrongMoves(change, ({ executions }) => executions, EXECUTION),
  ...wrongMoves(change, ({ stages }) => stages, STAGE),
  ...wrongMoves(change, ({ actions }) => actions, ACTION),
  ...wrongMoves(change, ({ conditions }) => conditions, CONDITION),
  ...wrongMoves(change, ({ rules }) => rules, RULE),
];

function wrongMoves(
  { before, after }: Change,
  rowsOf: (snapshot: Snapshot) => ReadonlyMap<string, { readonly status: string }>,
  allowed: Readonly<Record<string, readonly string[]>>,
): string[] {
  const retried = retriedNow(before, after);
  return [...rowsOf(after)].flatMap(([key, { status }]) => {
    const was = rowsOf(before).get(key)?.status ?? 'new';
    if (was === status || allowed[was]?.includes(status) || (isRetryable(was) && retried.has(key))) return [];
    return [`${nameOf(after, key)} goes from ${was} to ${status}`];
  });
}

function isRetryable(status: string): boolean {
  return status === 'Failed' || status === 'Stopped';
}

/** Stages that are being retried, or whose condition is overridden, by execution and stage, and their executions. */
function retriedNow(before: Snapshot, after: Snapshot): ReadonlySet<string> {
  const stages = [...after.stages].filter(([key, row]) => retriesOf(row) > retriesOf(before.stages.get(key)));
  const overridden = [...after.conditions.values()].filter(
    ({ id, status }) => status === 'Overridden' && before.conditions.get(id)?.status !== 'Overridden',
  );
  return new Set([
    ...stages.flatMap(([key, { executionId }]) => [key, executionId]),
    ...overridden.flatMap(({ executionId, stage }) => [executionId, stageKey(executionId, stage)]),
  ]);
}
