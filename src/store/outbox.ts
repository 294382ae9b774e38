import { forUpdate, type Reader, skipLocked, type Tx } from './database.ts';

/** An event on its way to the rules: `event` is the whole envelope as JSON text. */
export interface OutboxEvent {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly event: string;
}

export interface OutboxRow extends OutboxEvent {
  readonly sequence: number;
}

export async function appendEvent(tx: Tx, { id, account, region, event }: OutboxEvent): Promise<void> {
  tx.post('INSERT INTO outbox (id, account, region, event) VALUES ($1, $2, $3, $4)', [id, account, region, event]);
}

/** The oldest events of a bus that were not relayed yet, in the order they were emitted. */
export function pendingEvents(reader: Reader, account: string, region: string, limit: number): Promise<OutboxRow[]> {
  return reader.all(
    'SELECT sequence, id, account, region, event FROM outbox WHERE account = $1 AND region = $2 ORDER BY sequence LIMIT $3',
    [account, region, limit],
  );
}

export async function dropEvent(tx: Tx, sequence: number): Promise<void> {
  await tx.run('DELETE FROM outbox WHERE sequence = $1', [sequence]);
}

/**
 * Keeps others from taking events until this transaction is over; those who append events do not wait. Whoever does it rings for the
 * reader of the outbox in the same transaction, for readers that came meanwhile have left.
 */
export async function lockOutbox(tx: Tx): Promise<void> {
  await tx.get(`SELECT name FROM settings WHERE name = 'outbox'${forUpdate(tx)}`);
}

/** The same without waiting: answers false when another has the lock. */
export async function tryLockOutbox(tx: Tx): Promise<boolean> {
  return (await tx.get(`SELECT name FROM settings WHERE name = 'outbox'${skipLocked(tx)}`)) !== undefined;
}

/** Takes the oldest events out of the outbox, in the order they were emitted. */
export async function takeEvents(tx: Tx, limit: number): Promise<OutboxRow[]> {
  const rows = await tx.all<OutboxRow>(
    `DELETE FROM outbox WHERE sequence IN (SELECT sequence FROM outbox ORDER BY sequence LIMIT $1)
     RETURNING sequence, id, account, region, event`,
    [limit],
  );
  return rows.sort((one, other) => one.sequence - other.sequence);
}

export async function hasEvents(reader: Reader): Promise<boolean> {
  return (await reader.get('SELECT sequence FROM outbox LIMIT 1')) !== undefined;
}
