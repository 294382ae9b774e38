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

/** What transactions under way have to tell: an execution that moves on tells several things at once, in one statement. */
const gathered = new WeakMap<Tx, OutboxEvent[]>();

/** Rows of one INSERT at most, so that there are few different ones. */
const PORTION = 16;

export async function appendEvent(tx: Tx, event: OutboxEvent): Promise<void> {
  const known = gathered.get(tx);
  if (known !== undefined) {
    known.push(event);
    return;
  }
  const events = [event];
  gathered.set(tx, events);
  tx.beforeCommit(() => {
    for (let index = 0; index < events.length; index += PORTION) insertEvents(tx, events.slice(index, index + PORTION));
  });
}

function insertEvents(tx: Tx, events: readonly OutboxEvent[]): void {
  const rows = events.map((_, row) => `($${row * 4 + 1}, $${row * 4 + 2}, $${row * 4 + 3}, $${row * 4 + 4})`);
  tx.post(
    `INSERT INTO outbox (id, account, region, event) VALUES ${rows.join(', ')}`,
    events.flatMap(({ id, account, region, event }) => [id, account, region, event]),
  );
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
