import { forUpdate, type Reader, type Tx } from '../database.ts';
import { BEGUN_COLUMNS, type BegunRow, findBegunByToken, type TokenQuery } from './begun.ts';

export interface BuildBatchRow extends BegunRow {
  /** 1 while builds of it wait for others of the project to end, 0 otherwise. */
  readonly waitsForRoom: number;
}

const COLUMNS = `${BEGUN_COLUMNS}, waits_for_room AS "waitsForRoom"`;

export function findBuildBatch(reader: Reader, id: string): Promise<BuildBatchRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM build_batches WHERE id = $1`, [id]);
}

/** The batch, held until the transaction ends: whoever moves it on does so one after the other. */
export function lockBuildBatch(tx: Tx, id: string): Promise<BuildBatchRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM build_batches WHERE id = $1${forUpdate(tx)}`, [id]);
}

/** The batch that was started with the token, while the token counts. */
export function findBuildBatchByToken(reader: Reader, query: TokenQuery) {
  return findBegunByToken<BuildBatchRow>(reader, { table: 'build_batches', columns: COLUMNS }, query);
}

export type BatchChange = Pick<BuildBatchRow, 'status' | 'progress' | 'waitsForRoom' | 'ended'>;

/** How a batch stands now; a retried one has no end any more. */
export async function changeBuildBatch(tx: Tx, id: string, change: BatchChange): Promise<void> {
  await tx.run('UPDATE build_batches SET status = $2, progress = $3, waits_for_room = $4, ended = $5 WHERE id = $1', [
    id,
    change.status,
    change.progress,
    change.waitsForRoom,
    change.ended,
  ]);
}

export async function deleteBuildBatch(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM build_batches WHERE id = $1', [id]);
}

/** Ids of batches with builds that wait until another build of the project ends. */
export async function batchesWaitingForRoom(reader: Reader, projectId: string): Promise<string[]> {
  const rows = await reader.all<{ id: string }>(
    'SELECT id FROM build_batches WHERE project_id = $1 AND waits_for_room > 0 ORDER BY created, id',
    [projectId],
  );
  return rows.map(({ id }) => id);
}
