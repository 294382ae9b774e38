import type { Call } from '../../kernel/operation.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { findPipeline, lockPipeline, type PipelineRow } from '../../store/pipelines.ts';
import { pipelineNotFound } from './errors.ts';
import type { CodePipelineRooms } from './rooms.ts';

/** The rooms every operation of CodePipeline may use. */
export type CodePipelineCall = Call<CodePipelineRooms>;

export async function requirePipeline(
  reader: Reader,
  { account, region }: CodePipelineCall,
  name: string,
): Promise<PipelineRow> {
  const pipeline = await findPipeline(reader, { account, region, name });
  if (pipeline === undefined) throw pipelineNotFound(name, account);
  return pipeline;
}

export async function requireLockedPipeline(
  tx: Tx,
  { account, region }: CodePipelineCall,
  name: string,
): Promise<PipelineRow> {
  const pipeline = await lockPipeline(tx, { account, region, name });
  if (pipeline === undefined) throw pipelineNotFound(name, account);
  return pipeline;
}
