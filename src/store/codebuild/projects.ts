import { forUpdate, type Reader, type Tx } from '../database.ts';

/** A build project. `settings` is JSON; times in milliseconds. */
export interface ProjectRow {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly settings: string;
  /** Number of its newest build. */
  readonly lastNumber: number;
  readonly created: number;
  readonly modified: number;
}

export interface ProjectPlace {
  readonly account: string;
  readonly region: string;
}

const COLUMNS = 'id, account, region, name, settings, last_number AS "lastNumber", created, modified';

/** Answers false when the name is taken. */
export async function insertProject(tx: Tx, row: Omit<ProjectRow, 'lastNumber'>): Promise<boolean> {
  const inserted = await tx.run(
    `INSERT INTO projects (id, account, region, name, settings, created, modified) VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (account, region, name) DO NOTHING`,
    [row.id, row.account, row.region, row.name, row.settings, row.created, row.modified],
  );
  return inserted > 0;
}

export function findProject(reader: Reader, place: ProjectPlace, name: string): Promise<ProjectRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM projects WHERE account = $1 AND region = $2 AND name = $3`, [
    place.account,
    place.region,
    name,
  ]);
}

/** The project, held until the transaction ends: its builds are numbered one after the other. */
export function lockProject(tx: Tx, place: ProjectPlace, name: string): Promise<ProjectRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM projects WHERE account = $1 AND region = $2 AND name = $3${forUpdate(tx)}`, [
    place.account,
    place.region,
    name,
  ]);
}

export async function changeProject(tx: Tx, id: string, settings: string, now: number): Promise<void> {
  await tx.run('UPDATE projects SET settings = $2, modified = $3 WHERE id = $1', [id, settings, now]);
}

export async function deleteProject(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM projects WHERE id = $1', [id]);
}

/** The number of the next build: never given twice. */
export async function nextBuildNumber(tx: Tx, projectId: string): Promise<number> {
  const row = await tx.get<{ number: number }>(
    'UPDATE projects SET last_number = last_number + 1 WHERE id = $1 RETURNING last_number AS number',
    [projectId],
  );
  if (row === undefined) throw new Error(`The project ${projectId} is gone`);
  return row.number;
}

/** The number of the next batch build, counted by itself and never given twice. */
export async function nextBatchNumber(tx: Tx, projectId: string): Promise<number> {
  const row = await tx.get<{ number: number }>(
    'UPDATE projects SET last_batch_number = last_batch_number + 1 WHERE id = $1 RETURNING last_batch_number AS number',
    [projectId],
  );
  if (row === undefined) throw new Error(`The project ${projectId} is gone`);
  return row.number;
}

export interface ProjectOrder {
  readonly by: 'name' | 'created' | 'modified';
  readonly descending: boolean;
}

/** Where a page begins: after the project of this name and time (0 when sorted by name). */
export interface ProjectPosition {
  readonly name: string;
  readonly time: number;
}

export async function projectNames(
  reader: Reader,
  place: ProjectPlace,
  page: { readonly order: ProjectOrder; readonly after: ProjectPosition | undefined; readonly limit: number },
): Promise<ProjectPosition[]> {
  const time = page.order.by === 'name' ? '0' : page.order.by;
  const [beyond, direction] = page.order.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const from = page.after === undefined ? '' : `AND (${time} ${beyond} $4 OR (${time} = $4 AND name ${beyond} $5))`;
  const position = page.after === undefined ? [] : [page.after.time, page.after.name];
  return reader.all(
    `SELECT name, ${time} AS time FROM projects WHERE account = $1 AND region = $2 ${from}
     ORDER BY ${time === '0' ? '' : `${time} ${direction},`} name ${direction} LIMIT $3`,
    [place.account, place.region, page.limit, ...position],
  );
}
