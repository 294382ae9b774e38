import type { ActionOutput } from '../../../engine/facts/action-record.ts';
import type { ActionExecutionRow } from '../../../store/codepipeline/action-executions.ts';
import type { ActionRevisionRow } from '../../../store/codepipeline/action-revisions.ts';
import type { ActionState } from '../shapes.ts';

/**
 * The revision a source action found, or whoever did a job worked on. The change that brought it is the one that was put for it
 * (PutActionRevision) or told with it; else AWS identifies it by the execution that found it.
 */
export function currentRevision(
  row: ActionExecutionRow,
  put: ActionRevisionRow | undefined,
): Pick<ActionState, 'currentRevision' | 'revisionUrl'> {
  const output: ActionOutput | undefined = row.output === null ? undefined : JSON.parse(row.output);
  const revision = output?.revision;
  if (revision === undefined) return {};
  const change = put?.revisionId === revision.revisionId ? put.changeId : (revision.changeIdentifier ?? row.id);
  return {
    currentRevision: {
      revisionId: revision.revisionId,
      revisionChangeId: change,
      created: new Date(revision.created ?? row.updated),
    },
    ...(revision.revisionUrl === undefined ? {} : { revisionUrl: revision.revisionUrl }),
  };
}
