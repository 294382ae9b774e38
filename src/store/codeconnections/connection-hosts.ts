import { forUpdate, type Reader, type Tx } from '../database.ts';
import type { ConnectionPlace, ConnectionService } from './connections.ts';

/** Where a git host of one's own is. `vpc` is JSON; times in milliseconds. */
export interface ConnectionHostRow {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly service: ConnectionService;
  readonly name: string;
  readonly providerType: string;
  readonly endpoint: string;
  readonly vpc: string | null;
  readonly status: 'PENDING' | 'AVAILABLE';
  readonly created: number;
}

const COLUMNS = 'id, account, region, service, name, provider_type AS "providerType", endpoint, vpc, status, created';

export async function insertConnectionHost(tx: Tx, row: ConnectionHostRow): Promise<void> {
  await tx.run(
    `INSERT INTO connection_hosts (id, account, region, service, name, provider_type, endpoint, vpc, status, created)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.account,
      row.region,
      row.service,
      row.name,
      row.providerType,
      row.endpoint,
      row.vpc,
      row.status,
      row.created,
    ],
  );
}

export function findConnectionHost(reader: Reader, id: string): Promise<ConnectionHostRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM connection_hosts WHERE id = $1`, [id]);
}

/** Held until the transaction ends, so that no connection is made to a host that goes. */
export function lockConnectionHost(tx: Tx, id: string): Promise<ConnectionHostRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM connection_hosts WHERE id = $1${forUpdate(tx)}`, [id]);
}

/** In the order of their ids, after one of them. */
export function listConnectionHosts(
  reader: Reader,
  { account, region }: ConnectionPlace,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<ConnectionHostRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM connection_hosts WHERE account = $1 AND region = $2 AND id > $3 ORDER BY id LIMIT $4`,
    [account, region, after, limit],
  );
}

export async function countConnectionHosts(reader: Reader, { account, region }: ConnectionPlace): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM connection_hosts WHERE account = $1 AND region = $2',
    [account, region],
  );
  return Number(row?.count ?? 0);
}

export async function changeConnectionHost(
  tx: Tx,
  id: string,
  { endpoint, vpc, status }: Pick<ConnectionHostRow, 'endpoint' | 'vpc' | 'status'>,
): Promise<void> {
  await tx.run('UPDATE connection_hosts SET endpoint = $2, vpc = $3, status = $4 WHERE id = $1', [
    id,
    endpoint,
    vpc,
    status,
  ]);
}

/** Somebody has reached it. */
export async function availableConnectionHost(tx: Tx, id: string): Promise<void> {
  await tx.run("UPDATE connection_hosts SET status = 'AVAILABLE' WHERE id = $1", [id]);
}

export async function deleteConnectionHost(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM connection_hosts WHERE id = $1', [id]);
}
