import { forUpdate, type Reader, type Tx } from './database.ts';

/** A repository; its objects are git's, in a directory named by `id`. Times in milliseconds. */
export interface RepositoryRow {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly description: string | null;
  /** Null while there is no branch. */
  readonly defaultBranch: string | null;
  /** How often changes of its references were told of: who read the references before the last time read too early. */
  readonly announcements: number;
  readonly created: number;
  readonly updated: number;
}

export interface RepositoryName {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

const COLUMNS =
  'id, account, region, name, description, default_branch AS "defaultBranch", announcements, created, updated';

/** Answers false when the name is taken. */
export async function insertRepository(tx: Tx, row: RepositoryRow): Promise<boolean> {
  const inserted = await tx.run(
    `INSERT INTO repositories (id, account, region, name, description, default_branch, created, updated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (account, region, name) DO NOTHING`,
    [row.id, row.account, row.region, row.name, row.description, row.defaultBranch, row.created, row.updated],
  );
  return inserted > 0;
}

export function findRepository(
  reader: Reader,
  { account, region, name }: RepositoryName,
): Promise<RepositoryRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM repositories WHERE account = $1 AND region = $2 AND name = $3`, [
    account,
    region,
    name,
  ]);
}

export function lockRepository(tx: Tx, { account, region, name }: RepositoryName): Promise<RepositoryRow | undefined> {
  return tx.get(
    `SELECT ${COLUMNS} FROM repositories WHERE account = $1 AND region = $2 AND name = $3${forUpdate(tx)}`,
    [account, region, name],
  );
}

export function lockRepositoryById(tx: Tx, id: string): Promise<RepositoryRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM repositories WHERE id = $1${forUpdate(tx)}`, [id]);
}

export function findRepositoryById(reader: Reader, id: string): Promise<RepositoryRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM repositories WHERE id = $1`, [id]);
}

export function listRepositories(reader: Reader, account: string, region: string): Promise<RepositoryRow[]> {
  return reader.all(`SELECT ${COLUMNS} FROM repositories WHERE account = $1 AND region = $2 ORDER BY name`, [
    account,
    region,
  ]);
}

/** The regions in which an account has a repository of this name. */
export async function regionsOfRepository(reader: Reader, account: string, name: string): Promise<string[]> {
  const rows = await reader.all<{ region: string }>(
    'SELECT region FROM repositories WHERE account = $1 AND name = $2 ORDER BY region',
    [account, name],
  );
  return rows.map(({ region }) => region);
}

export async function updateRepository(
  tx: Tx,
  id: string,
  change: {
    readonly name: string;
    readonly description: string | null;
    readonly defaultBranch: string | null;
    readonly updated: number;
  },
): Promise<void> {
  await tx.run('UPDATE repositories SET name = $2, description = $3, default_branch = $4, updated = $5 WHERE id = $1', [
    id,
    change.name,
    change.description,
    change.defaultBranch,
    change.updated,
  ]);
}

export async function deleteRepository(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM announced_refs WHERE repository_id = $1', [id]);
  await tx.run('DELETE FROM repositories WHERE id = $1', [id]);
}

export async function countAnnouncement(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE repositories SET announcements = announcements + 1 WHERE id = $1', [id]);
}

/** Where the references of a repository were when they were last told of. */
export async function announcedRefs(reader: Reader, repositoryId: string): Promise<Map<string, string>> {
  const rows = await reader.all<{ ref: string; commitId: string }>(
    'SELECT ref, commit_id AS "commitId" FROM announced_refs WHERE repository_id = $1',
    [repositoryId],
  );
  return new Map(rows.map(({ ref, commitId }) => [ref, commitId]));
}

export async function announceRef(
  tx: Tx,
  repositoryId: string,
  ref: string,
  commitId: string | undefined,
): Promise<void> {
  if (commitId === undefined) {
    await tx.run('DELETE FROM announced_refs WHERE repository_id = $1 AND ref = $2', [repositoryId, ref]);
    return;
  }
  await tx.run(
    `INSERT INTO announced_refs (repository_id, ref, commit_id) VALUES ($1, $2, $3)
     ON CONFLICT (repository_id, ref) DO UPDATE SET commit_id = excluded.commit_id`,
    [repositoryId, ref, commitId],
  );
}
