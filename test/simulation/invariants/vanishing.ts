import { ARTIFACT_DAYS, HISTORY_DAYS } from '../server.ts';
import type { Snapshot, StageFact } from '../snapshot.ts';
import { type Change, type Invariant, nameOf } from './invariant.ts';

const KEPT_MS = HISTORY_DAYS * 24 * 3600_000;

/** Whatever was committed stays, until somebody deletes the pipeline or it is too old. */
export const nothingVanishes: Invariant = (change) => {
  const { before, after, asked } = change;
  const gone = [...before.pipelines.values()].filter(({ id }) => !after.pipelines.has(id));
  return [
    ...gone.filter(({ name }) => !asked.deleted.has(name)).map(({ name }) => `pipeline ${name} has vanished`),
    ...partsOf(before).flatMap(({ rows, of }) =>
      rows
        .filter((row) => !of(after).has(row.key) && after.pipelines.has(row.pipelineId))
        .filter(({ executionId }) => after.executions.has(executionId))
        .map(({ key }) => `${nameOf(before, key)} has vanished`),
    ),
    ...[...before.executions.values()]
      .filter(({ id, pipelineId }) => !after.executions.has(id) && after.pipelines.has(pipelineId))
      .flatMap(({ id }) => forgottenRightly(change, id)),
  ];
};

/** It ended long ago, is no stage's state, and no rollback works with it. */
function forgottenRightly({ before, now, endOf }: Change, id: string): string[] {
  const name = nameOf(before, id);
  const end = endOf(id);
  const last = lastOfStages(before).find(({ executionId }) => executionId === id);
  const rollback = [...before.executions.values()].find(
    ({ rollbackTarget, id: own }) => rollbackTarget === id && endOf(own) === undefined,
  );
  return [
    ...(end === undefined ? [`${name} is forgotten, though it goes on`] : []),
    ...(end !== undefined && now - end < KEPT_MS ? [`${name} is forgotten before its time`] : []),
    ...(last === undefined ? [] : [`${name} is forgotten, though it is the last in ${last.stage}`]),
    ...(rollback === undefined ? [] : [`${name} is forgotten, though ${nameOf(before, rollback.id)} goes back to it`]),
  ];
}

/** The last that entered each stage, of those that hold it alone. */
function lastOfStages({ stages }: Snapshot): readonly StageFact[] {
  const alone = [...stages.values()].filter(({ parallel }) => parallel === 0);
  return [...new Map(alone.map((row) => [`${row.pipelineId}/${row.stage}`, row])).values()];
}

/** What belongs to a pipeline goes with it. */
export const nothingIsLeft: Invariant = ({ after }) => {
  const orphans = [
    ...[...after.executions.values()].filter(({ pipelineId }) => !after.pipelines.has(pipelineId)),
    ...partsOf(after).flatMap(({ rows }) => rows.filter(({ executionId }) => !after.executions.has(executionId))),
    ...[...after.doors, ...after.watches.values(), ...after.putRevisions.values()].filter(
      ({ pipelineId }) => !after.pipelines.has(pipelineId),
    ),
    ...[...after.swept.values()].filter(({ executionId }) => !after.executions.has(executionId)),
    ...[...after.jobs.values()].filter(({ actionExecutionId }) => !after.actions.has(actionExecutionId)),
  ];
  return orphans.map((row) => `something is left of what is gone: ${JSON.stringify(row)}`);
};

interface Part {
  readonly key: string;
  readonly pipelineId: string;
  readonly executionId: string;
}

/** What executions consist of. */
function partsOf(snapshot: Snapshot) {
  const tables: readonly ((of: Snapshot) => ReadonlyMap<string, Omit<Part, 'key'>>)[] = [
    ({ stages }) => stages,
    ({ actions }) => actions,
    ({ conditions }) => conditions,
    ({ rules }) => rules,
  ];
  return tables.map((of) => ({
    of,
    rows: [...of(snapshot)].map(([key, { pipelineId, executionId }]): Part => ({ key, pipelineId, executionId })),
  }));
}

const ARTIFACTS_KEPT_MS = ARTIFACT_DAYS * 24 * 3600_000;

/** Artifacts go when their execution ended long ago, and neither a retry nor a rollback needs them. */
export const artifactsAreSweptRightly: Invariant = ({ before, after, now, endOf }) =>
  [...after.swept.keys()]
    .filter((id) => !before.swept.has(id))
    .flatMap((id) => {
      const name = nameOf(before, id);
      const end = endOf(id);
      const isLate = end !== undefined && now - end >= ARTIFACTS_KEPT_MS;
      const last = lastOfStages(before).find(({ executionId }) => executionId === id);
      return [
        ...(isLate ? [] : [`the artifacts of ${name} are swept before their time`]),
        ...(last === undefined ? [] : [`the artifacts of ${name} are swept, though it is the last in ${last.stage}`]),
      ];
    });
