import type { Reader, Tx } from './database.ts';
import { indexedBy, skipLocked } from './database.ts';

/** A piece of work that some node must do at `due` (milliseconds), done at least once. */
export interface WorkItem {
  readonly kind: string;
  readonly key: string;
}

export interface ClaimedWork extends WorkItem {
  /** How often it was begun since it last went well, this time included. */
  readonly attempts: number;
}

export interface Claim {
  readonly node: string;
  readonly leaseUntil: number;
}

/**
 * Asks for work at `due`. Work already waiting is brought forward; work being done now is done again afterwards, so that a
 * cause that comes while its effect is running is never lost. With `claim`, work that is free is taken at once by that
 * node, which is told what it took by the time the transaction is committed.
 */
export async function scheduleWork(
  tx: Tx,
  item: WorkItem,
  due: number,
  claim?: Claim & { readonly took?: (work: ClaimedWork) => void },
): Promise<void> {
  tx.post<{ attempts: number; taken: number }>(
    `INSERT INTO work (kind, key, due, node, lease_until, attempts) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (kind, key) DO UPDATE SET
       due = CASE WHEN work.node IS NULL AND excluded.due < work.due THEN excluded.due ELSE work.due END,
       again_at = CASE
         WHEN work.node IS NULL THEN CASE WHEN work.again_at > excluded.due THEN work.again_at ELSE NULL END
         WHEN work.again_at < excluded.due THEN work.again_at
         ELSE excluded.due END,
       attempts = CASE WHEN work.node IS NULL THEN work.attempts + excluded.attempts ELSE work.attempts END,
       lease_until = CASE WHEN work.node IS NULL THEN excluded.lease_until ELSE work.lease_until END,
       node = CASE WHEN work.node IS NULL THEN excluded.node ELSE work.node END
     RETURNING attempts,
       CASE WHEN node = $4 AND lease_until = $5 AND (again_at IS NULL OR again_at > $3) THEN 1 ELSE 0 END AS taken`,
    [item.kind, item.key, due, claim?.node ?? null, claim?.leaseUntil ?? null, claim === undefined ? 0 : 1],
    (row) => {
      if (row?.taken === 1) claim?.took?.({ ...item, attempts: row.attempts });
    },
  );
}

export interface Claimable {
  readonly kinds: readonly string[];
  readonly now: number;
  /** Whose lease ran out before is taken for dead; milliseconds. */
  readonly deadBefore: number;
  readonly limit: number;
}

/**
 * Takes up to `limit` pieces of the given kinds that are due and free, or that another node let its lease run out on. A node's own
 * stay with it: it may have been slow, and still be doing them.
 */
export function claimWork(tx: Tx, { kinds, now, deadBefore, limit }: Claimable, claim: Claim): Promise<ClaimedWork[]> {
  const places = kinds.map((_, index) => `$${index + 6}`).join(', ');
  return tx.all(
    `UPDATE work SET node = $1, lease_until = $2, attempts = attempts + 1,
       again_at = CASE WHEN again_at > $3 THEN again_at ELSE NULL END
     WHERE (kind, key) IN (
       SELECT kind, key FROM work${indexedBy(tx, 'work_due')}
       WHERE due <= $3 AND (node IS NULL OR (lease_until < $5 AND node <> $1)) AND kind IN (${places})
       ORDER BY due LIMIT $4${skipLocked(tx)}
     )
     RETURNING kind, key, attempts`,
    [claim.node, claim.leaseUntil, now, limit, deadBefore, ...kinds],
  );
}

/** The work is done, unless it was asked for again meanwhile: then `again` is told when, by the time the transaction is committed. */
export async function finishWork(tx: Tx, item: WorkItem, node: string, again: (due: number) => void): Promise<void> {
  const held = [item.kind, item.key, node];
  tx.post('DELETE FROM work WHERE kind = $1 AND key = $2 AND node = $3 AND again_at IS NULL', held);
  tx.post<{ due: number }>(
    `UPDATE work SET node = NULL, lease_until = NULL, attempts = 0, due = again_at, again_at = NULL
     WHERE kind = $1 AND key = $2 AND node = $3 RETURNING due`,
    held,
    (row) => {
      if (row !== undefined) again(row.due);
    },
  );
}

export interface Postponement {
  readonly due: number;
  /** Whether the attempt went wrong, and counts. */
  readonly failed: boolean;
}

/** Puts the work back, due at `due`, or as soon as it was asked for meanwhile; answers when. */
export async function postponeWork(
  tx: Tx,
  item: WorkItem,
  node: string,
  { due, failed }: Postponement,
): Promise<number | undefined> {
  const row = await tx.get<{ due: number }>(
    `UPDATE work SET node = NULL, lease_until = NULL, due = CASE WHEN again_at < $4 THEN again_at ELSE $4 END,
       again_at = NULL, attempts = attempts * $5
     WHERE kind = $1 AND key = $2 AND node = $3 RETURNING due`,
    [item.kind, item.key, node, due, failed ? 1 : 0],
  );
  return row?.due;
}

/** Frees one piece that `node` has but does not do: it is due as before. */
export async function releaseWork(tx: Tx, item: WorkItem, node: string): Promise<void> {
  await tx.run('UPDATE work SET node = NULL, lease_until = NULL WHERE kind = $1 AND key = $2 AND node = $3', [
    item.kind,
    item.key,
    node,
  ]);
}

/** Keeps what `node` holds; answers the pieces still held, for others may have taken what was let go too long. */
export function extendLeases(tx: Tx, claim: Claim): Promise<WorkItem[]> {
  return tx.all('UPDATE work SET lease_until = $2 WHERE node = $1 RETURNING kind, key', [claim.node, claim.leaseUntil]);
}

/** Frees everything: for the start of the only server on a database. */
export function releaseAllLeases(tx: Tx): Promise<number> {
  return tx.run('UPDATE work SET node = NULL, lease_until = NULL WHERE node IS NOT NULL');
}

export async function nextDue(reader: Reader, kinds: readonly string[]): Promise<number | undefined> {
  const places = kinds.map((_, index) => `$${index + 1}`).join(', ');
  const row = await reader.get<{ due: number }>(
    `SELECT due FROM work${indexedBy(reader, 'work_due')} WHERE node IS NULL AND kind IN (${places}) ORDER BY due LIMIT 1`,
    kinds,
  );
  return row?.due;
}
