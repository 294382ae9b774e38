import type { Reader, Tx } from '../database.ts';
import type { ProjectPlace } from './projects.ts';

/**
 * What builds and batches of builds have in common: they are begun once for a token, numbered within their project, and listed alike.
 */
export type BegunTable = 'builds' | 'build_batches';

export type BuildStatus = 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'FAULT' | 'TIMED_OUT' | 'STOPPED';

/** Project of the builds that belong to none. */
export const NO_PROJECT = '';

/** `facts` (what it was started with) and `progress` (what became of it) are JSON; times in milliseconds. */
export interface BegunRow extends ProjectPlace {
  /** `project:uuid`. */
  readonly id: string;
  readonly projectId: string;
  readonly projectName: string;
  readonly number: number;
  readonly status: BuildStatus;
  readonly facts: string;
  readonly progress: string;
  readonly created: number;
  readonly ended: number | null;
  readonly wakeKind: string | null;
  readonly wakeKey: string | null;
}

/** The columns of a `BegunRow`. */
export const BEGUN_COLUMNS = `id, account, region, project_id AS "projectId", project_name AS "projectName", number, status, facts,
  progress, created, ended, wake_kind AS "wakeKind", wake_key AS "wakeKey"`;

export interface BuildToken {
  readonly token: string;
  /** What the token came with: the same token with another input is refused. */
  readonly input: string;
  /** Milliseconds; undefined: never. */
  readonly expires: number | undefined;
}

export interface NewBegun
  extends Pick<
    BegunRow,
    'id' | 'account' | 'region' | 'projectId' | 'projectName' | 'number' | 'facts' | 'progress' | 'created'
  > {
  readonly token: BuildToken | undefined;
  readonly wake: { readonly kind: string; readonly key: string } | undefined;
}

export async function insertBegun(tx: Tx, table: BegunTable, row: NewBegun): Promise<void> {
  await tx.run(
    `INSERT INTO ${table} (id, account, region, project_id, project_name, number, status, facts, progress, created,
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

/** A token, and the moment for which it is asked whether it counts. */
export interface TokenQuery extends ProjectPlace {
  readonly token: string;
  readonly now: number;
}

/** What was begun with the token, while the token counts. */
export function findBegunByToken<Row>(
  reader: Reader,
  { table, columns }: { readonly table: BegunTable; readonly columns: string },
  { account, region, token, now }: TokenQuery,
): Promise<(Row & { readonly tokenInput: string }) | undefined> {
  return reader.get(
    `SELECT ${columns}, token_input AS "tokenInput" FROM ${table}
     WHERE account = $1 AND region = $2 AND token = $3 AND (token_expires IS NULL OR token_expires > $4)
     ORDER BY created DESC LIMIT 1`,
    [account, region, token, now],
  );
}

export interface BuildPage<Position> {
  readonly descending: boolean;
  /** The last position of the page before. */
  readonly after: Position | undefined;
  readonly limit: number;
}

/** Whose, and of one status or of all. */
export interface BegunChoice extends ProjectPlace {
  readonly status?: BuildStatus | undefined;
}

/** Ids of all projects, in the order of their text; those of no project are left out. */
export async function begunIds(
  reader: Reader,
  table: BegunTable,
  { account, region, status }: BegunChoice,
  page: BuildPage<string>,
): Promise<string[]> {
  const [beyond, direction] = page.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const from = page.after === undefined ? '' : `AND id ${beyond} $5`;
  const rows = await reader.all<{ id: string }>(
    `SELECT id FROM ${table} WHERE account = $1 AND region = $2 AND ($3 = '' OR status = $3) AND project_id <> '${NO_PROJECT}' ${from}
     ORDER BY id ${direction} LIMIT $4`,
    [account, region, status ?? '', page.limit, ...(page.after === undefined ? [] : [page.after])],
  );
  return rows.map(({ id }) => id);
}

/** Position among those of the project: a project made anew under its old name begins at 1 again. */
export interface BuildPosition {
  readonly created: number;
  readonly number: number;
}

export function begunOfProject(
  reader: Reader,
  table: BegunTable,
  { account, region, projectName, status }: BegunChoice & { readonly projectName: string },
  page: BuildPage<BuildPosition>,
): Promise<(BuildPosition & { readonly id: string })[]> {
  const [beyond, direction] = page.descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const from = page.after === undefined ? '' : `AND (created ${beyond} $6 OR (created = $6 AND number ${beyond} $7))`;
  return reader.all(
    `SELECT id, created, number FROM ${table}
     WHERE account = $1 AND region = $2 AND project_name = $3 AND ($4 = '' OR status = $4) ${from}
     ORDER BY created ${direction}, number ${direction} LIMIT $5`,
    [
      account,
      region,
      projectName,
      status ?? '',
      page.limit,
      ...(page.after === undefined ? [] : [page.after.created, page.after.number]),
    ],
  );
}
