import type { Reader, Tx } from './database.ts';

/** One event on its way to one target of a rule. */
export interface DeliveryRow {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  /** Name of the rule. */
  readonly rule: string;
  /** The target as it was when the event matched, as JSON. */
  readonly target: string;
  /** The envelope of the event as JSON. */
  readonly event: string;
  /** Attempts that failed so far. */
  readonly attempts: number;
  /** Milliseconds at which the event matched. */
  readonly created: number;
}

export async function insertDelivery(tx: Tx, delivery: Omit<DeliveryRow, 'attempts'>): Promise<void> {
  const { id, account, region, rule, target, event, created } = delivery;
  await tx.run(
    `INSERT INTO deliveries (id, account, region, rule, target, event, created) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, account, region, rule, target, event, created],
  );
}

export function findDelivery(reader: Reader, id: string): Promise<DeliveryRow | undefined> {
  return reader.get(
    'SELECT id, account, region, rule, target, event, attempts, created FROM deliveries WHERE id = $1',
    [id],
  );
}

export async function countAttempt(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE deliveries SET attempts = attempts + 1 WHERE id = $1', [id]);
}

export async function dropDelivery(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM deliveries WHERE id = $1', [id]);
}
