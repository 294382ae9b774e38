import { forUpdate, type Reader, type Tx } from '../database.ts';
import { BEGUN_COLUMNS, type BegunRow, type BuildStatus, findBegunByToken, type TokenQuery } from './begun.ts';

export interface BuildRow extends BegunRow {
  /** How often it was begun: only the latest beginner may tell how it goes on. */
  readonly attempt: number;
}

const COLUMNS = `${BEGUN_COLUMNS}, attempt`;

export function findBuild(reader: Reader, id: string): Promise<BuildRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM builds WHERE id = $1`, [id]);
}

/** The build, held until the transaction ends: whoever moves it on does so one after the other. */
export function lockBuild(tx: Tx, id: string): Promise<BuildRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM builds WHERE id = $1${forUpdate(tx)}`, [id]);
}

/** The build that was started with the token, while the token counts. */
export function findBuildByToken(reader: Reader, query: TokenQuery) {
  return findBegunByToken<BuildRow>(reader, { table: 'builds', columns: COLUMNS }, query);
}

export async function countRunningBuilds(reader: Reader, projectId: string): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM builds WHERE project_id = $1 AND ended IS NULL',
    [projectId],
  );
  return row?.count ?? 0;
}

/** Ids of all builds under way, of whatever account. */
export async function runningBuilds(reader: Reader): Promise<string[]> {
  const rows = await reader.all<{ id: string }>('SELECT id FROM builds WHERE ended IS NULL');
  return rows.map(({ id }) => id);
}

/** A new attempt: whatever an earlier one still has to say is not heard any more. */
export async function beginBuild(tx: Tx, id: string, progress: string): Promise<void> {
  await tx.run('UPDATE builds SET attempt = attempt + 1, progress = $2 WHERE id = $1', [id, progress]);
}

export async function recordBuildProgress(tx: Tx, id: string, progress: string): Promise<void> {
  await tx.run('UPDATE builds SET progress = $2 WHERE id = $1', [id, progress]);
}

export interface BuildEnd {
  readonly status: Exclude<BuildStatus, 'IN_PROGRESS'>;
  readonly progress: string;
  readonly ended: number;
}

export async function recordBuildEnd(tx: Tx, id: string, { status, progress, ended }: BuildEnd): Promise<void> {
  await tx.run('UPDATE builds SET status = $2, progress = $3, ended = $4 WHERE id = $1', [id, status, progress, ended]);
}

export async function deleteBuild(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM builds WHERE id = $1', [id]);
}
