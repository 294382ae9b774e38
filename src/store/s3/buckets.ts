import { forUpdate, type Reader, type Tx } from '../database.ts';

export interface Bucket {
  readonly name: string;
  readonly account: string;
  readonly region: string;
  /** Milliseconds since the epoch. */
  readonly created: number;
  /** Null until versioning is first switched on. */
  readonly versioning: 'Enabled' | 'Suspended' | null;
  /** 1 when changes of objects are told to EventBridge. */
  readonly events: number;
}

const COLUMNS = 'name, account, region, created, versioning, events';

/** False when the name is taken. */
export async function insertBucket(tx: Tx, { name, account, region, created }: Bucket): Promise<boolean> {
  const inserted = await tx.run(
    'INSERT INTO buckets (name, account, region, created) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO NOTHING',
    [name, account, region, created],
  );
  return inserted === 1;
}

export function findBucket(reader: Reader, name: string): Promise<Bucket | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM buckets WHERE name = $1`, [name]);
}

/** The same, held until the end of the transaction: whatever changes objects of a bucket takes its turn. */
export function lockBucket(tx: Tx, name: string): Promise<Bucket | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM buckets WHERE name = $1${forUpdate(tx)}`, [name]);
}

/** In the order of their names, which are plain ASCII. */
export async function listBuckets(reader: Reader, account: string): Promise<Bucket[]> {
  const buckets = await reader.all<Bucket>(`SELECT ${COLUMNS} FROM buckets WHERE account = $1`, [account]);
  return buckets.sort((one, other) => (one.name < other.name ? -1 : 1));
}

export async function setVersioning(tx: Tx, name: string, versioning: string): Promise<void> {
  await tx.run('UPDATE buckets SET versioning = $2 WHERE name = $1', [name, versioning]);
}

export async function setEvents(tx: Tx, name: string, on: boolean): Promise<void> {
  await tx.run('UPDATE buckets SET events = $2 WHERE name = $1', [name, on ? 1 : 0]);
}

/** With its configurations and unfinished uploads' rows gone as well; objects must be gone before. */
export async function deleteBucket(tx: Tx, name: string): Promise<void> {
  await tx.run('DELETE FROM bucket_configurations WHERE bucket = $1', [name]);
  await tx.run('DELETE FROM buckets WHERE name = $1', [name]);
}
