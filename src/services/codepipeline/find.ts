import type { Call } from '../../kernel/operation.ts';
import { findPipeline, lockPipeline, type PipelineRow } from '../../store/codepipeline/pipelines.ts';
import type { Reader, Tx } from '../../store/database.ts';
import { pipelineNotFound, stageNotFound } from './errors.ts';
import type { CodePipelineRooms } from './rooms.ts';
import type { PipelineDeclaration } from './shapes.ts';

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

/** A stage of the pipeline as it is declared now, with its index. */
export async function requireStage(
  reader: Reader,
  { rooms }: CodePipelineCall,
  { id, version, name }: PipelineRow,
  stage: string,
): Promise<{ readonly declaration: PipelineDeclaration; readonly index: number }> {
  // What the store keeps was accepted as a PipelineDeclaration.
  const declaration = (await rooms.declarations.read(reader, id, version)) as PipelineDeclaration;
  const index = declaration.stages.findIndex((candidate) => candidate.name === stage);
  if (index < 0) throw stageNotFound(name, stage);
  return { declaration, index };
}
