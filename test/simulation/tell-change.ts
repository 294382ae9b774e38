import { type Change, nameOf } from './invariants/invariant.ts';

/** A commit in words: what became of executions, stages and actions. */
export function tellChange({ before, after, server }: Change): string[] {
  const lines: string[] = [];
  for (const execution of after.executions.values()) {
    const was = before.executions.get(execution.id);
    const at = `${execution.inside === 1 ? 'inside' : 'before'} stage ${execution.stage + 1}`;
    if (was?.status !== execution.status) lines.push(`${nameOf(after, execution.id)} is ${execution.status}, ${at}`);
    else if (was.inside !== execution.inside || was.stage !== execution.stage)
      lines.push(`${nameOf(after, execution.id)} is ${at}`);
  }
  for (const [key, { executionId, stage, status }] of after.stages)
    if (before.stages.get(key)?.status !== status) lines.push(`${nameOf(after, executionId)} ${stage} is ${status}`);
  for (const { id, executionId, stage, action, status } of after.actions.values())
    if (before.actions.get(id)?.status !== status)
      lines.push(`${nameOf(after, executionId)} ${stage}/${action} (${id.slice(-4)}) is ${status}`);
  for (const { id, executionId, stage, hook, status } of after.conditions.values())
    if (before.conditions.get(id)?.status !== status)
      lines.push(`${nameOf(after, executionId)} ${stage} ${hook} is ${status}`);
  for (const { id, status, actionExecutionId } of after.jobs.values())
    if (before.jobs.get(id)?.status !== status)
      lines.push(`job ${id.slice(-4)} of action ${actionExecutionId.slice(-4)} is ${status}`);
  for (const { pipelineId, action, revision } of after.watches.values())
    if (before.watches.get(`${pipelineId}/${action}`)?.revision !== revision) lines.push(`${revision} was seen`);
  for (const { id } of before.executions.values())
    if (!after.executions.has(id)) lines.push(`${nameOf(before, id)} is forgotten`);
  for (const { id, name } of before.pipelines.values())
    if (!after.pipelines.has(id)) lines.push(`pipeline ${name} is gone`);
  return lines.map((line) => `server ${server} commits: ${line}`);
}
