import { type ExecutionFact, isUnfinished, type Snapshot, type StageFact } from '../snapshot.ts';
import { type Invariant, nameOf } from './invariant.ts';

/** Never two executions in one stage, but for those that run beside one another. */
export const oneInAStage: Invariant = ({ after }) => {
  const inside = [...after.executions.values()].filter(
    (execution) => execution.mode !== 'PARALLEL' && execution.inside === 1,
  );
  return twice(inside, (execution) => place(after, execution)).map(
    ([one, other]) => `two executions in one stage: ${nameOf(after, one.id)} and ${nameOf(after, other.id)}`,
  );
};

/** In SUPERSEDED mode there is one place before a stage. */
export const oneBeforeAStage: Invariant = ({ after }) => {
  const waiting = [...after.executions.values()].filter(
    (execution) => execution.mode === 'SUPERSEDED' && execution.inside === 0 && isUnfinished(execution),
  );
  return twice(waiting, (execution) => place(after, execution)).map(
    ([one, other]) =>
      `two executions in the one place before a stage: ${nameOf(after, one.id)} and ${nameOf(after, other.id)}`,
  );
};

/** Whoever is over holds no lock. */
export const locksReleased: Invariant = ({ after }) =>
  [...after.executions.values()]
    .filter((execution) => execution.inside === 1 && !isUnfinished(execution))
    .map((execution) => `${nameOf(after, execution.id)} is ${execution.status} and still holds its stage`);

/** Only by something newer, only in SUPERSEDED mode, only between stages. */
export const supersededRightly: Invariant = ({ before, after }) =>
  [...after.executions.values()].flatMap((execution) => {
    const was = before.executions.get(execution.id);
    if (execution.status !== 'Superseded' || was?.status === 'Superseded') return [];
    const name = nameOf(after, execution.id);
    const newer = [...after.executions.values()].some(
      (other) => other.pipelineId === execution.pipelineId && other.sequence > execution.sequence,
    );
    return [
      ...(execution.mode === 'SUPERSEDED' ? [] : [`${name} is superseded`]),
      ...(newer ? [] : [`${name} is superseded though nothing newer is there`]),
      ...(was?.inside === 1 && was.stage === execution.stage ? [`${name} is superseded inside a stage`] : []),
    ];
  });

/** Executions come through a stage in the order they were started; a rollback of it goes before those who wait. */
export const orderKept: Invariant = ({ before, after }) => {
  const entered = [...after.stages].filter(([key]) => !before.stages.has(key)).map(([, row]) => row);
  return entered.flatMap((row) => {
    const execution = after.executions.get(row.executionId);
    if (execution === undefined || execution.mode === 'PARALLEL' || execution.type === 'ROLLBACK') return [];
    const overtaken = [...after.executions.values()].filter(
      (older) =>
        older.pipelineId === execution.pipelineId &&
        older.sequence < execution.sequence &&
        older.mode !== 'PARALLEL' &&
        older.type === 'STANDARD' &&
        isUnfinished(older) &&
        older.inside === 0 &&
        stageOf(after, older) === row.stage,
    );
    const late = earlierEntries(after, row).filter((other) => other.sequence > execution.sequence);
    return [...overtaken, ...late].map(
      (other) => `${nameOf(after, execution.id)} enters ${row.stage} out of turn with ${nameOf(after, other.id)}`,
    );
  });
};

/** Nobody enters through a transition that was disabled before and after; a rollback passes none. */
export const noClosedDoorPassed: Invariant = ({ before, after }) =>
  [...after.stages].flatMap(([key, { executionId, stage, pipelineId }]) => {
    const execution = after.executions.get(executionId);
    if (before.stages.has(key) || execution === undefined || execution.type === 'ROLLBACK') return [];
    const stages = after.stagesOf(execution).map(({ name }) => name);
    const previous = stages[stages.indexOf(stage) - 1];
    const isClosed = ({ doors }: Snapshot) =>
      doors.some(
        (door) =>
          door.pipelineId === pipelineId &&
          ((door.side === 'Inbound' && door.stage === stage) || (door.side === 'Outbound' && door.stage === previous)),
      );
    return isClosed(before) && isClosed(after)
      ? [`${nameOf(after, executionId)} passes a disabled transition into ${stage}`]
      : [];
  });

/** Those that were let into the stage before, by what they are. */
function earlierEntries(after: Snapshot, row: StageFact): ExecutionFact[] {
  return [...after.stages.values()]
    .filter(
      (other) => other.pipelineId === row.pipelineId && other.stage === row.stage && other.sequence < row.sequence,
    )
    .flatMap((other) => after.executions.get(other.executionId) ?? [])
    .filter(({ mode, type }) => mode !== 'PARALLEL' && type === 'STANDARD');
}

function stageOf(snapshot: Snapshot, execution: ExecutionFact): string | undefined {
  return snapshot.stagesOf(execution)[execution.stage]?.name;
}

function place(snapshot: Snapshot, execution: ExecutionFact): string {
  return `${execution.pipelineId}/${stageOf(snapshot, execution)}`;
}

function twice<T>(items: readonly T[], keyOf: (item: T) => string): [T, T][] {
  const seen = new Map<string, T>();
  return items.flatMap((item): [T, T][] => {
    const other = seen.get(keyOf(item));
    seen.set(keyOf(item), item);
    return other === undefined ? [] : [[other, item]];
  });
}
