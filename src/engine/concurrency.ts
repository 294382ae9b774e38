import { unfinishedExecutions } from '../store/codepipeline/executions.ts';
import type { Reader } from '../store/database.ts';
import type { EngineRooms } from './engine-rooms.ts';

/** How many executions of a QUEUED or PARALLEL pipeline AWS lets be under way. In SUPERSEDED mode the stages set the limit. */
export const MAX_CONCURRENT = 50;

export async function hasRoom(
  reader: Reader,
  pipelineId: string,
  mode: 'SUPERSEDED' | 'QUEUED' | 'PARALLEL' | undefined,
  { maxConcurrent }: Pick<EngineRooms, 'maxConcurrent'>,
): Promise<boolean> {
  if (mode === undefined || mode === 'SUPERSEDED') return true;
  return (await unfinishedExecutions(reader, pipelineId)).length < maxConcurrent;
}
