import type { Reader, Tx } from '../database.ts';
import type { ProjectPlace } from './projects.ts';

/** What the builds of an account in a region sign in with to one kind of git host. */
export interface SourceCredentialRow {
  readonly account: string;
  readonly region: string;
  readonly serverType: string;
  readonly authType: string;
  readonly username: string | null;
  /** A secret, sealed; of CODECONNECTIONS the ARN of the connection. */
  readonly token: string;
}

const COLUMNS = 'account, region, server_type AS "serverType", auth_type AS "authType", username, token';

/** In the place of what was there; answers false, and keeps that, where it may not be replaced. */
export async function putSourceCredential(tx: Tx, row: SourceCredentialRow, mayReplace: boolean): Promise<boolean> {
  const conflict = mayReplace
    ? 'DO UPDATE SET auth_type = excluded.auth_type, username = excluded.username, token = excluded.token'
    : 'DO NOTHING';
  const changed = await tx.run(
    `INSERT INTO source_credentials (account, region, server_type, auth_type, username, token)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (account, region, server_type) ${conflict}`,
    [row.account, row.region, row.serverType, row.authType, row.username, row.token],
  );
  return changed > 0;
}

export function findSourceCredential(
  reader: Reader,
  { account, region }: ProjectPlace,
  serverType: string,
): Promise<SourceCredentialRow | undefined> {
  return reader.get(
    `SELECT ${COLUMNS} FROM source_credentials WHERE account = $1 AND region = $2 AND server_type = $3`,
    [account, region, serverType],
  );
}

export function listSourceCredentials(
  reader: Reader,
  { account, region }: ProjectPlace,
): Promise<SourceCredentialRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM source_credentials WHERE account = $1 AND region = $2 ORDER BY server_type`,
    [account, region],
  );
}

/** Answers false when there was none. */
export async function deleteSourceCredential(
  tx: Tx,
  { account, region }: ProjectPlace,
  serverType: string,
): Promise<boolean> {
  const deleted = await tx.run(
    'DELETE FROM source_credentials WHERE account = $1 AND region = $2 AND server_type = $3',
    [account, region, serverType],
  );
  return deleted > 0;
}
