import { indexedBy, type Reader, type Tx } from './database.ts';

/** One event on its way to one target of a rule. */
export interface DeliveryRow {
  /** Order in which the events matched. */
  readonly sequence: number;
  readonly id: string;
  readonly account: string;
  readonly region: string;
  /** Name of the rule. */
  readonly rule: string;
  /** The target as it was when the event matched, as JSON. */
  readonly target: string;
  /** The envelope of the event as JSON. */
  readonly event: string;
  /** Deliveries of one lane are made one after the other. */
  readonly lane: string;
  /** Attempts that failed so far. */
  readonly attempts: number;
  /** Milliseconds before which it is not tried. */
  readonly due: number;
  /** Milliseconds at which the event matched. */
  readonly created: number;
}

export async function insertDelivery(
  tx: Tx,
  delivery: Omit<DeliveryRow, 'sequence' | 'attempts' | 'due'>,
): Promise<void> {
  const { id, account, region, rule, target, event, lane, created } = delivery;
  await tx.run(
    `INSERT INTO deliveries (id, account, region, rule, target, event, lane, due, created)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [id, account, region, rule, target, event, lane, created],
  );
}

/** The deliveries of a lane that are due, oldest first. */
export function dueDeliveries(reader: Reader, lane: string, now: number, limit: number): Promise<DeliveryRow[]> {
  return reader.all(
    `SELECT sequence, id, account, region, rule, target, event, lane, attempts, due, created
     FROM deliveries${indexedBy(reader, 'deliveries_of_lane')} WHERE lane = $1 AND due <= $2 ORDER BY sequence LIMIT $3`,
    [lane, now, limit],
  );
}

/** When the next delivery of a lane is due; undefined when it is empty. */
export async function nextDue(reader: Reader, lane: string): Promise<number | undefined> {
  const row = await reader.get<{ due: number | null }>('SELECT MIN(due) AS due FROM deliveries WHERE lane = $1', [
    lane,
  ]);
  return row?.due ?? undefined;
}

export async function postponeDelivery(tx: Tx, id: string, due: number): Promise<void> {
  await tx.run('UPDATE deliveries SET attempts = attempts + 1, due = $2 WHERE id = $1', [id, due]);
}

export async function dropDelivery(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM deliveries WHERE id = $1', [id]);
}
