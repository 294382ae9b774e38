import { type BuildBatchRow, findBuildBatch } from '../../../store/codebuild/build-batches.ts';
import type { ProjectPlace } from '../../../store/codebuild/projects.ts';
import type { Reader } from '../../../store/database.ts';
import { batchNotFound, invalidBatchId } from '../errors.ts';
import { batchId } from '../names.ts';

/** The batch of this account and region that an id or ARN names. */
export async function findPlacedBatch(
  reader: Reader,
  place: ProjectPlace,
  text: string,
): Promise<BuildBatchRow | undefined> {
  const row = await findBuildBatch(reader, batchId(place, text));
  return row?.account === place.account && row.region === place.region ? row : undefined;
}

export async function theBatch(reader: Reader, place: ProjectPlace, text: string): Promise<BuildBatchRow> {
  if (!text.includes(':')) throw invalidBatchId();
  const row = await findPlacedBatch(reader, place, text);
  if (row === undefined) throw batchNotFound(text);
  return row;
}
