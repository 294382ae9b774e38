import type { Reader, Tx } from './database.ts';
import type { BusPlace } from './rules.ts';

/** An event that went over a bus: the whole envelope as JSON text. */
export interface KeptEvent {
  readonly sequence: number;
  readonly event: string;
}

export interface EventToKeep extends BusPlace {
  /** The execution of a pipeline that the event tells of. */
  readonly executionId: string | null;
  readonly event: string;
}

/** Keeps events in the order they are given. Those of an execution that is gone are kept as events of none. */
export async function keepEvents(tx: Tx, events: readonly EventToKeep[], now: number): Promise<void> {
  if (events.length === 0) return;
  const rows = events.map((_, index) => {
    const [account, region, id, event] = [2, 3, 4, 5].map((place) => `$${index * 4 + place}`);
    return `(${account}, ${region}, (SELECT id FROM executions WHERE id = ${id}), $1, ${event})`;
  });
  tx.post(`INSERT INTO kept_events (account, region, execution_id, kept, event) VALUES ${rows.join(', ')}`, [
    now,
    ...events.flatMap(({ account, region, executionId, event }) => [account, region, executionId, event]),
  ]);
}

/** Events of an execution after a place in their order, the oldest first. */
export function eventsOfExecution(
  reader: Reader,
  { account, region }: BusPlace,
  executionId: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<KeptEvent[]> {
  return reader.all(
    `SELECT sequence, event FROM kept_events
     WHERE execution_id = $1 AND account = $2 AND region = $3 AND sequence > $4 ORDER BY sequence LIMIT $5`,
    [executionId, account, region, after, limit],
  );
}

/** The last events of a bus before a place in their order, the newest first. */
export function lastEvents(
  reader: Reader,
  { account, region }: BusPlace,
  { before, limit }: { readonly before: number; readonly limit: number },
): Promise<KeptEvent[]> {
  return reader.all(
    `SELECT sequence, event FROM kept_events WHERE account = $1 AND region = $2 AND sequence < $3
     ORDER BY sequence DESC LIMIT $4`,
    [account, region, before, limit],
  );
}

/** Forgets events of no execution that were kept before `before`; answers how many. */
export function forgetLoneEvents(tx: Tx, before: number, limit: number): Promise<number> {
  return tx.run(
    `DELETE FROM kept_events WHERE sequence IN (
       SELECT sequence FROM (
         SELECT sequence, kept FROM kept_events WHERE execution_id IS NULL ORDER BY sequence LIMIT $2
       ) oldest WHERE kept < $1
     )`,
    [before, limit],
  );
}
