import { latestExecution } from '../../../store/codepipeline/executions.ts';
import type { PipelineRow } from '../../../store/codepipeline/pipelines.ts';
import { watchesOf } from '../../../store/codepipeline/source-watches.ts';
import type { Reader } from '../../../store/database.ts';

const MAX_IDLE_MS = 30 * 24 * 3600 * 1000;

/**
 * When polling was disabled for a pipeline that is declared to be polled: 30 days after its last execution, in milliseconds;
 * undefined while it is not.
 *
 * Gaps: AWS does not say what enables polling again: here whatever makes the pipeline active, an execution or an update.
 */
export async function pollingDisabledAt(
  reader: Reader,
  { id, updated }: PipelineRow,
  now: number,
): Promise<number | undefined> {
  if (updated + MAX_IDLE_MS > now) return undefined;
  const latest = await latestExecution(reader, id);
  if (latest?.status === 'InProgress' || latest?.status === 'Stopping') return undefined;
  const disabled = Math.max(updated, latest?.updated ?? 0) + MAX_IDLE_MS;
  return disabled <= now && (await isPolled(reader, id)) ? disabled : undefined;
}

async function isPolled(reader: Reader, pipelineId: string): Promise<boolean> {
  return (await watchesOf(reader, pipelineId)).some(({ kind }) => kind === 'poll');
}
