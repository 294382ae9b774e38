import { type DoorFact, type ExecutionFact, isUnfinished, type Snapshot } from '../snapshot.ts';
import { type Change, changed, type Invariant, nameOf } from './invariant.ts';

const THIRTY_DAYS = 30 * 24 * 3600_000;

/** Stopped is what somebody asked to stop, or what waited too long at a disabled transition. */
export const stoppedRightly: Invariant = (change) =>
  changed(change.before.executions, change.after.executions)
    .filter(({ status }) => status === 'Stopped')
    .filter(({ id }) => !change.asked.stopped.has(id) && !waitedTooLong(change, id))
    .map(({ id }) => `${nameOf(change.after, id)} is stopped though nobody asked for it`);

/** Who waited at a transition that was disabled for more than 30 days does not pass it when it is enabled. */
export const nothingTooOldGoesOn: Invariant = (change) =>
  [...change.after.stages].flatMap(([key, { executionId, stage }]) =>
    !change.before.stages.has(key) && waitedTooLong(change, executionId)
      ? [`${nameOf(change.after, executionId)} enters ${stage} after more than 30 days`]
      : [],
  );

/** With a new definition everything under way is to end, but for what runs in parallel; and nothing of an old one begins or goes on again. */
export const definitionsHold: Invariant = ({ before, after }) =>
  [...after.executions.values()].flatMap((execution) => {
    const { id, mode, ending, version, pipelineId } = execution;
    const current = after.pipelines.get(pipelineId)?.version ?? version;
    if (version === current || !isUnfinished(execution)) {
      const endedByUpdate = execution.status === 'Cancelled' && before.executions.get(id)?.status !== 'Cancelled';
      return endedByUpdate && version === current ? [`${nameOf(after, id)} is cancelled without a new definition`] : [];
    }
    const was = before.executions.get(id);
    return [
      ...(mode !== 'PARALLEL' && ending === 'none'
        ? [`${nameOf(after, id)} goes on, though its definition was updated`]
        : []),
      ...(was === undefined || !isUnfinished(was) ? [`${nameOf(after, id)} runs a definition that is no more`] : []),
    ];
  });

/** Whether this commit enables a transition that an execution waited at, and that was disabled for too long; a rollback waits at none. */
function waitedTooLong({ before, after, now }: Change, id: string): boolean {
  const execution = before.executions.get(id);
  if (execution?.type !== 'STANDARD' || execution.inside === 1 || !isUnfinished(execution)) return false;
  return before.doors
    .filter((door) => isBefore(before, execution, door))
    .some((door) => now - door.changedAt > THIRTY_DAYS && !after.doors.some((other) => isSameDoor(door, other)));
}

function isBefore(snapshot: Snapshot, { pipelineId, stage, ...rest }: ExecutionFact, door: DoorFact): boolean {
  const stages = snapshot.stagesOf({ pipelineId, stage, ...rest });
  const name = stages[door.side === 'Inbound' ? stage : stage - 1]?.name;
  return door.pipelineId === pipelineId && door.stage === name;
}

function isSameDoor(one: DoorFact, other: DoorFact): boolean {
  return one.pipelineId === other.pipelineId && one.stage === other.stage && one.side === other.side;
}
