import type { ActionOutput } from '../../engine/action-record.ts';
import type { ActionExecutionRow } from '../../store/action-executions.ts';
import type { ActionState } from './shapes.ts';

/** The revision a source action found; AWS identifies the change that brought it by the execution that did. */
export function currentRevision(row: ActionExecutionRow): Pick<ActionState, 'currentRevision' | 'revisionUrl'> {
  const output: ActionOutput | undefined = row.output === null ? undefined : JSON.parse(row.output);
  const revision = output?.revision;
  if (revision === undefined) return {};
  return {
    currentRevision: {
      revisionId: revision.revisionId,
      revisionChangeId: row.id,
      created: new Date(revision.created ?? row.updated),
    },
    revisionUrl: revision.revisionUrl,
  };
}
