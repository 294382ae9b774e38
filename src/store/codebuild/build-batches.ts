import { forUpdate, type Reader, type Tx } from '../database.ts';
import type { BuildPage, BuildPosition, BuildStatus, BuildToken } from './builds.ts';
import type { ProjectPlace } from './projects.ts';

/** A batch build. `facts` (what it was started with) and `progress` (what became of it) are JSON; times in milliseconds. */
export interface BuildBatchRow extends ProjectPlace {
  /** `project:uuid`. */
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly number: number;
  readonly status: BuildStatus;
  readonly facts: string;
  readonly progress: string;
  /** 1 while builds of it wait for others of the project to end, 0 otherwise. */
  readonly waitsForRoom: number;
  readonly created: number;
  readonly ended: number | null;
  readonly wakeKind: string | null;
  readonly wakeKey: string | null;
}

export interface NewBuildBatch
  extends Pick<
    BuildBatchRow,
    'id' | 'account' | 'region' | 'projectId' | 'projectName' | 'number' | 'facts' | 'progress' | 'created'
  > {
  readonly token: BuildToken | undefined;
  readonly wake: { readonly kind: string; readonly key: string } | undefined;
}

const COLUMNS = `id, account, region, project_id AS "projectId", project_name AS "projectName", number, status, facts, progress,
  waits_for_room AS "waitsForRoom", created, ended, wake_kind AS "wakeKind", wake_key AS "wakeKey"`;

export async function insertBuildBatch(tx: Tx, row: NewBuildBatch): Promise<void> {
  await tx.run(
    `INSERT INTO build_batches (id, account, region, project_id, project_name, number, status, facts, progress, created,
       token, token_input, token_expires, wake_kind, wake_key)
     VALUES ($1, $2, $3, $4, $5, $6, 'IN_PROGRESS', $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.id,
      row.account,
      row.region,
      row.projectId,
      row.projectName,
      row.number,
      row.facts,
      row.progress,
      row.created,
      row.token?.token ?? null,
      row.token?.input ?? null,
      row.token?.expires ?? null,
      row.wake?.kind ?? null,
      row.wake?.key ?? null,
    ],
  );
}

export function findBuildBatch(reader: Reader, id: string): Promise<BuildBatchRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM build_batches WHERE id = $1`, [id]);
}

/** The batch, held until the transaction ends: whoever moves it on does so one after the other. */
export function lockBuildBatch(tx: Tx, id: string): Promise<BuildBatchRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM build_batches WHERE id = $1${forUpdate(tx)}`, [id]);
}

/** The batch that was started with the token, while the token counts. */
export function findBuildBatchByToken(
  reader: Reader,
  place: ProjectPlace,
  token: string,
  now: number,
): Promise<(BuildBatchRow & { readonly tokenInput: string }) | undefined> {
  return reader.get(
    `SELECT ${COLUMNS}, token_input AS "tokenInput" FROM build_batches
     WHERE account = $1 AND region = $2 AND token = $3 AND (token_expires IS NULL OR token_expires > $4)
     ORDER BY created DESC LIMIT 1`,
    [place.account, place.region, token, now],
  );
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

/** Ids in the order of their text, of all projects. */
export async function buildBatchIds(
  reader: Reader,
  place: ProjectPlace & { readonly status: BuildStatus | undefined },
  page: BuildPage<string>,
): Promise<string[]> {
  const [beyond, direction] = page.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const rows = await reader.all<{ id: string }>(
    `SELECT id FROM build_batches WHERE account = $1 AND region = $2 AND ($3 = '' OR status = $3)
     ${page.after === undefined ? '' : `AND id ${beyond} $5`} ORDER BY id ${direction} LIMIT $4`,
    [place.account, place.region, place.status ?? '', page.limit, ...(page.after === undefined ? [] : [page.after])],
  );
  return rows.map(({ id }) => id);
}

export function batchesOfProject(
  reader: Reader,
  place: ProjectPlace & { readonly projectName: string; readonly status: BuildStatus | undefined },
  page: BuildPage<BuildPosition>,
): Promise<(BuildPosition & { readonly id: string })[]> {
  const [beyond, direction] = page.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const from = page.after === undefined ? '' : `AND (created ${beyond} $6 OR (created = $6 AND number ${beyond} $7))`;
  return reader.all(
    `SELECT id, created, number FROM build_batches
     WHERE account = $1 AND region = $2 AND project_name = $3 AND ($4 = '' OR status = $4) ${from}
     ORDER BY created ${direction}, number ${direction} LIMIT $5`,
    [
      place.account,
      place.region,
      place.projectName,
      place.status ?? '',
      page.limit,
      ...(page.after === undefined ? [] : [page.after.created, page.after.number]),
    ],
  );
}
