import { forUpdate, type Reader, type Tx } from '../database.ts';
import type { ProjectPlace } from './projects.ts';

/** A build. `facts` (what it was started with) and `progress` (what became of it) are JSON; times in milliseconds. */
export interface BuildRow extends ProjectPlace {
  /** `project:uuid`. */
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly number: number;
  readonly status: BuildStatus;
  readonly facts: string;
  readonly progress: string;
  /** How often it was begun: only the latest beginner may tell how it goes on. */
  readonly attempt: number;
  /** The temporary key its commands have. */
  readonly created: number;
  readonly ended: number | null;
  readonly wakeKind: string | null;
  readonly wakeKey: string | null;
}

export type BuildStatus = 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'FAULT' | 'TIMED_OUT' | 'STOPPED';

/** Project of the builds that belong to none. */
export const NO_PROJECT = '';

export interface BuildToken {
  readonly token: string;
  /** What the token came with: the same token with another input is refused. */
  readonly input: string;
  /** Milliseconds; undefined: never. */
  readonly expires: number | undefined;
}

export interface NewBuild
  extends Pick<
    BuildRow,
    'id' | 'account' | 'region' | 'projectId' | 'projectName' | 'number' | 'facts' | 'progress' | 'created'
  > {
  readonly token: BuildToken | undefined;
  readonly wake: { readonly kind: string; readonly key: string } | undefined;
}

const COLUMNS = `id, account, region, project_id AS "projectId", project_name AS "projectName", number, status, facts, progress,
  attempt, created, ended, wake_kind AS "wakeKind", wake_key AS "wakeKey"`;

export async function insertBuild(tx: Tx, row: NewBuild): Promise<void> {
  await tx.run(
    `INSERT INTO builds (id, account, region, project_id, project_name, number, status, facts, progress, created,
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

export function findBuild(reader: Reader, id: string): Promise<BuildRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM builds WHERE id = $1`, [id]);
}

/** The build, held until the transaction ends: whoever moves it on does so one after the other. */
export function lockBuild(tx: Tx, id: string): Promise<BuildRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM builds WHERE id = $1${forUpdate(tx)}`, [id]);
}

/** The build that was started with the token, while the token counts. */
export function findBuildByToken(
  reader: Reader,
  place: ProjectPlace,
  token: string,
  now: number,
): Promise<(BuildRow & { readonly tokenInput: string }) | undefined> {
  return reader.get(
    `SELECT ${COLUMNS}, token_input AS "tokenInput" FROM builds
     WHERE account = $1 AND region = $2 AND token = $3 AND (token_expires IS NULL OR token_expires > $4)
     ORDER BY created DESC LIMIT 1`,
    [place.account, place.region, token, now],
  );
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

export interface BuildPage<Position> {
  readonly descending: boolean;
  /** The last position of the page before. */
  readonly after: Position | undefined;
  readonly limit: number;
}

/** Ids of builds of all projects, in the order of their text; those of no project are left out. */
export async function buildIds(reader: Reader, place: ProjectPlace, page: BuildPage<string>): Promise<string[]> {
  const [beyond, direction] = page.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const rows = await reader.all<{ id: string }>(
    `SELECT id FROM builds WHERE account = $1 AND region = $2 AND project_id <> '${NO_PROJECT}' ${page.after === undefined ? '' : `AND id ${beyond} $4`}
     ORDER BY id ${direction} LIMIT $3`,
    [place.account, place.region, page.limit, ...(page.after === undefined ? [] : [page.after])],
  );
  return rows.map(({ id }) => id);
}

/** Position of a build among those of its project: a project made anew under its old name begins at 1 again. */
export interface BuildPosition {
  readonly created: number;
  readonly number: number;
}

export function buildsOfProject(
  reader: Reader,
  place: ProjectPlace & { readonly projectName: string },
  page: BuildPage<BuildPosition>,
): Promise<(BuildPosition & { readonly id: string })[]> {
  const [beyond, direction] = page.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const from = page.after === undefined ? '' : `AND (created ${beyond} $5 OR (created = $5 AND number ${beyond} $6))`;
  return reader.all(
    `SELECT id, created, number FROM builds WHERE account = $1 AND region = $2 AND project_name = $3 ${from}
     ORDER BY created ${direction}, number ${direction} LIMIT $4`,
    [
      place.account,
      place.region,
      place.projectName,
      page.limit,
      ...(page.after === undefined ? [] : [page.after.created, page.after.number]),
    ],
  );
}
