import type { Reader, Tx } from '../database.ts';

/** Whose and where: names are unique within it. */
export interface Scope {
  readonly account: string;
  readonly region: string;
}

/** A CodeDeploy application. `created` in milliseconds. */
export interface Application extends Scope {
  readonly id: string;
  readonly name: string;
  readonly computePlatform: string;
  readonly created: number;
}

const COLUMNS = 'id, account, region, name, compute_platform AS "computePlatform", created';

/** False when the name is taken. */
export async function insertApplication(tx: Tx, application: Application): Promise<boolean> {
  const { id, account, region, name, computePlatform, created } = application;
  const added = await tx.run(
    `INSERT INTO applications (id, account, region, name, compute_platform, created) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (account, region, name) DO NOTHING`,
    [id, account, region, name, computePlatform, created],
  );
  return added > 0;
}

export function findApplication(reader: Reader, scope: Scope, name: string): Promise<Application | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM applications WHERE account = $1 AND region = $2 AND name = $3`, [
    scope.account,
    scope.region,
    name,
  ]);
}

/** Names after `after`, in their order. */
export async function applicationNames(reader: Reader, scope: Scope, after: string, limit: number): Promise<string[]> {
  const rows = await reader.all<{ name: string }>(
    'SELECT name FROM applications WHERE account = $1 AND region = $2 AND name > $3 ORDER BY name LIMIT $4',
    [scope.account, scope.region, after, limit],
  );
  return rows.map(({ name }) => name);
}

/** The deployments made so far carry the new name as well. */
export async function renameApplication(tx: Tx, id: string, name: string): Promise<void> {
  await tx.run('UPDATE applications SET name = $2 WHERE id = $1', [id, name]);
  await tx.run('UPDATE deployments SET application_name = $2 WHERE application_id = $1', [id, name]);
}

/** With its revisions; its groups are deleted by their own verb, its deployments stay as history. */
export async function deleteApplication(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM application_revisions WHERE application_id = $1', [id]);
  await tx.run('DELETE FROM applications WHERE id = $1', [id]);
}
