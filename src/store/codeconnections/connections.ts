import { forUpdate, type Reader, type Tx } from '../database.ts';

/** A connection to a git host. Times in milliseconds. */
export interface ConnectionRow {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  /** The name of the service it was made under: its ARN keeps it. */
  readonly service: ConnectionService;
  readonly name: string;
  readonly providerType: string;
  readonly hostId: string | null;
  readonly status: 'PENDING' | 'AVAILABLE' | 'ERROR';
  /** With `{repository}` where the full repository id belongs; null until the connection is completed. */
  readonly cloneUrl: string | null;
  readonly username: string | null;
  /** Sealed. */
  readonly password: string | null;
  /** Sealed. */
  readonly webhookSecret: string | null;
  readonly created: number;
}

export type ConnectionService = 'codeconnections' | 'codestar-connections';

export interface ConnectionPlace {
  readonly account: string;
  readonly region: string;
}

const COLUMNS = `id, account, region, service, name, provider_type AS "providerType", host_id AS "hostId", status,
  clone_url AS "cloneUrl", username, password, webhook_secret AS "webhookSecret", created`;

export async function insertConnection(tx: Tx, row: ConnectionRow): Promise<void> {
  await tx.run(
    `INSERT INTO connections (id, account, region, service, name, provider_type, host_id, status, created)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.account, row.region, row.service, row.name, row.providerType, row.hostId, row.status, row.created],
  );
}

export function findConnection(reader: Reader, id: string): Promise<ConnectionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM connections WHERE id = $1`, [id]);
}

export function lockConnection(tx: Tx, id: string): Promise<ConnectionRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM connections WHERE id = $1${forUpdate(tx)}`, [id]);
}

export interface ConnectionFilter {
  readonly providerType?: string | undefined;
  readonly hostId?: string | undefined;
  /** The id after which the page begins. */
  readonly after: string;
  readonly limit: number;
}

/** In the order of their ids. */
export function listConnections(
  reader: Reader,
  { account, region }: ConnectionPlace,
  { providerType = '', hostId = '', after, limit }: ConnectionFilter,
): Promise<ConnectionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM connections WHERE account = $1 AND region = $2 AND id > $3
     AND ($4 = '' OR provider_type = $4) AND ($5 = '' OR host_id = $5) ORDER BY id LIMIT $6`,
    [account, region, after, providerType, hostId, limit],
  );
}

export async function countConnections(reader: Reader, { account, region }: ConnectionPlace): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM connections WHERE account = $1 AND region = $2',
    [account, region],
  );
  return Number(row?.count ?? 0);
}

/** Their host has moved: whoever gave them credentials gave them for another address. */
export async function suspendConnections(tx: Tx, hostId: string): Promise<void> {
  await tx.run("UPDATE connections SET status = 'PENDING' WHERE host_id = $1", [hostId]);
}

export async function isHostUsed(reader: Reader, hostId: string): Promise<boolean> {
  return (await reader.get('SELECT id FROM connections WHERE host_id = $1 LIMIT 1', [hostId])) !== undefined;
}

/** What the owner of the git host gave it; null takes away. */
export async function completeConnection(
  tx: Tx,
  id: string,
  { cloneUrl, username, password, webhookSecret }: CompletedConnection,
): Promise<void> {
  await tx.run(
    `UPDATE connections SET status = 'AVAILABLE', clone_url = $2, username = $3, password = $4, webhook_secret = $5
     WHERE id = $1`,
    [id, cloneUrl, username, password, webhookSecret],
  );
}

export type CompletedConnection = Pick<ConnectionRow, 'cloneUrl' | 'username' | 'password' | 'webhookSecret'>;

/** Answers false when there was none. */
export async function deleteConnection(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('DELETE FROM connections WHERE id = $1', [id])) > 0;
}
