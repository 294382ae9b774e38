import { isUnfinished } from '../snapshot.ts';
import { changed, type Invariant, nameOf } from './invariant.ts';

/** Executions of a pipeline that is not SUPERSEDED which may be under way: so few that stories come to it. */
export const MAX_CONCURRENT = 4;

/** Nobody starts or resumes an execution of a pipeline that has no room for it; only a stage that goes back asks for none. */
export const limitHolds: Invariant = ({ before, after }) =>
  changed(before.executions, after.executions).flatMap((execution) => {
    const { id, mode, type, pipelineId } = execution;
    const was = before.executions.get(id);
    const comes = isUnfinished(execution) && (was === undefined || !isUnfinished(was));
    if (!comes || mode === 'SUPERSEDED' || (type === 'ROLLBACK' && was === undefined)) return [];
    const others = [...after.executions.values()].filter(
      (other) => other.pipelineId === pipelineId && other.id !== id && isUnfinished(other),
    );
    return others.length < MAX_CONCURRENT ? [] : [`${nameOf(after, id)} comes to ${others.length} that are under way`];
  });
