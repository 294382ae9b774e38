import type { ExecutionFact, Snapshot } from '../snapshot.ts';
import { type Invariant, nameOf } from './invariant.ts';

/** A change of a polled source starts its pipeline once, in the commit by which it is seen. */
export const changesStartOnce: Invariant = ({ before, after }) => {
  const started = newExecutions(before, after, 'PollForSourceChanges');
  const unstarted = [...after.watches].flatMap(([key, { pipelineId, action, place, revision }]) => {
    const was = before.watches.get(key);
    const isKnown = was !== undefined && (was.revision !== null || was.place !== null) && was.place === place;
    const isUpdated = before.pipelines.get(pipelineId)?.version !== after.pipelines.get(pipelineId)?.version;
    if (!isKnown || isUpdated || was.revision === revision) return [];
    const isStarted = started.some((each) => each.pipelineId === pipelineId && each.triggerDetail === action);
    // Asked late, a source may have what a run that somebody started has taken already.
    const isTaken = place === null && wasTaken(after, pipelineId, { actionName: action, revisionId: revision ?? '' });
    return isStarted || isTaken ? [] : [`${revision} is seen, and starts nothing`];
  });
  const again = started.filter(({ pipelineId, triggerDetail }) => {
    const key = `${pipelineId}/${triggerDetail}`;
    return after.watches.get(key)?.revision === before.watches.get(key)?.revision;
  });
  return [...unstarted, ...again.map(({ id }) => `${nameOf(after, id)} is started by what was seen before`)];
};

/** A revision that is put starts an execution, unless it was the last one; and the execution takes it. */
export const putRevisionsStartOnce: Invariant = ({ before, after }) => {
  const started = newExecutions(before, after, 'PutActionRevision');
  const put = [...after.putRevisions].filter(
    ([key, { executionId }]) => before.putRevisions.get(key)?.executionId !== executionId,
  );
  const again = put.filter(([key, { revisionId }]) => before.putRevisions.get(key)?.revisionId === revisionId);
  return [
    ...again.map(([, { revisionId }]) => `${revisionId} starts another execution, though it was put before`),
    ...put
      .filter(([, { executionId }]) => !started.some(({ id }) => id === executionId))
      .map(([, { revisionId }]) => `${revisionId} is put, and starts nothing`),
    ...started
      .filter(({ id }) => !put.some(([, { executionId }]) => executionId === id))
      .map(({ id }) => `${nameOf(after, id)} is started by no revision that was put`),
  ];
};

interface Revision {
  readonly actionName: string;
  readonly revisionId: string;
}

interface Override {
  readonly actionName: string;
  readonly revisionValue: string;
}

/** A source takes what the start of the execution named for it, or what its provider found. */
export const revisionsAreTaken: Invariant = ({ before, after, jobs }) =>
  [...after.executions.values()]
    .filter(({ id, type, sourceRevisions }) => {
      return type === 'STANDARD' && before.executions.get(id)?.sourceRevisions !== sourceRevisions;
    })
    .flatMap((execution) => {
      const revisions: readonly Revision[] = JSON.parse(execution.sourceRevisions);
      const overrides: readonly Override[] = JSON.parse(execution.overrides);
      return revisions.flatMap(({ actionName, revisionId }) => {
        const wanted = overrides.find((override) => override.actionName === actionName)?.revisionValue;
        const found = [...after.actions.values()]
          .filter(({ executionId, action }) => executionId === execution.id && action === actionName)
          .map(({ id }) => jobs.get(id)?.revision);
        const isRight = wanted === undefined ? found.includes(revisionId) : wanted === revisionId;
        return isRight ? [] : [`${nameOf(after, execution.id)} ${actionName} takes ${revisionId}, not ${wanted}`];
      });
    });

function wasTaken({ executions }: Snapshot, pipelineId: string, { actionName, revisionId }: Revision): boolean {
  return [...executions.values()]
    .filter((execution) => execution.pipelineId === pipelineId)
    .flatMap(({ sourceRevisions }): readonly Revision[] => JSON.parse(sourceRevisions))
    .some((revision) => revision.actionName === actionName && revision.revisionId === revisionId);
}

function newExecutions(before: Snapshot, after: Snapshot, triggerType: string): ExecutionFact[] {
  return [...after.executions.values()].filter(
    (row) => row.triggerType === triggerType && !before.executions.has(row.id),
  );
}
