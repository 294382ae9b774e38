import type { Reader, Tx } from './database.ts';
import { skipLocked } from './database.ts';

/** A piece of work that some node must do at `due` (milliseconds), done at least once. */
export interface WorkItem {
  readonly kind: string;
  readonly key: string;
}

export interface ClaimedWork extends WorkItem {
  readonly attempts: number;
}

export interface Claim {
  readonly node: string;
  readonly leaseUntil: number;
}

/**
 * Asks for work at `due`. Work already waiting is brought forward; work being done now is done again afterwards, so that a
 * cause that comes while its effect is running is never lost. With `claim`, work that is free is taken at once by that
 * node, and the answer is true.
 */
export async function scheduleWork(tx: Tx, item: WorkItem, due: number, claim?: Claim): Promise<boolean> {
  const row = await tx.get<{ node: string | null; again: number; lease_until: number | null }>(
    `INSERT INTO work (kind, key, due, node, lease_until, attempts) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (kind, key) DO UPDATE SET
       again = CASE WHEN work.node IS NULL THEN 0 ELSE 1 END,
       due = CASE WHEN (work.node IS NULL OR work.again = 1) AND work.due < excluded.due THEN work.due ELSE excluded.due END,
       attempts = CASE WHEN work.node IS NULL THEN work.attempts + excluded.attempts ELSE work.attempts END,
       lease_until = CASE WHEN work.node IS NULL THEN excluded.lease_until ELSE work.lease_until END,
       node = CASE WHEN work.node IS NULL THEN excluded.node ELSE work.node END
     RETURNING node, again, lease_until`,
    [item.kind, item.key, due, claim?.node ?? null, claim?.leaseUntil ?? null, claim === undefined ? 0 : 1],
  );
  return claim !== undefined && row?.node === claim.node && row.again === 0 && row.lease_until === claim.leaseUntil;
}

/** Takes up to `limit` pieces of the given kinds that are due and free, or whose node let its lease run out. */
export function claimWork(
  tx: Tx,
  kinds: readonly string[],
  now: number,
  limit: number,
  claim: Claim,
): Promise<ClaimedWork[]> {
  const places = kinds.map((_, index) => `$${index + 5}`).join(', ');
  return tx.all(
    `UPDATE work SET node = $1, lease_until = $2, again = 0, attempts = attempts + 1
     WHERE (kind, key) IN (
       SELECT kind, key FROM work
       WHERE due <= $3 AND (node IS NULL OR lease_until < $3) AND kind IN (${places})
       ORDER BY due LIMIT $4${skipLocked(tx)}
     )
     RETURNING kind, key, attempts`,
    [claim.node, claim.leaseUntil, now, limit, ...kinds],
  );
}

/** The work is done, unless it was asked for again meanwhile. Answers whether it must be done again. */
export async function finishWork(tx: Tx, item: WorkItem, node: string): Promise<boolean> {
  const gone = await tx.run('DELETE FROM work WHERE kind = $1 AND key = $2 AND node = $3 AND again = 0', [
    item.kind,
    item.key,
    node,
  ]);
  if (gone > 0) return false;
  return releaseWork(tx, item, node);
}

/** Puts the work back, due at `due`, or as soon as it was asked for meanwhile. */
export async function postponeWork(tx: Tx, item: WorkItem, node: string, due: number): Promise<void> {
  await tx.run(
    `UPDATE work SET node = NULL, lease_until = NULL, due = CASE WHEN again = 1 AND due < $4 THEN due ELSE $4 END, again = 0
     WHERE kind = $1 AND key = $2 AND node = $3`,
    [item.kind, item.key, node, due],
  );
}

async function releaseWork(tx: Tx, item: WorkItem, node: string): Promise<boolean> {
  const released = await tx.run(
    'UPDATE work SET node = NULL, lease_until = NULL, again = 0 WHERE kind = $1 AND key = $2 AND node = $3',
    [item.kind, item.key, node],
  );
  return released > 0;
}

/** Keeps what `node` holds; answers the pieces still held, for others may have taken what was let go too long. */
export function extendLeases(tx: Tx, claim: Claim): Promise<WorkItem[]> {
  return tx.all('UPDATE work SET lease_until = $2 WHERE node = $1 RETURNING kind, key', [claim.node, claim.leaseUntil]);
}

/** Frees everything: for the start of the only server on a database. */
export function releaseAllLeases(tx: Tx): Promise<number> {
  return tx.run('UPDATE work SET node = NULL, lease_until = NULL, again = 0 WHERE node IS NOT NULL');
}

export async function nextDue(reader: Reader, kinds: readonly string[]): Promise<number | undefined> {
  const places = kinds.map((_, index) => `$${index + 1}`).join(', ');
  const row = await reader.get<{ due: number | null }>(
    `SELECT MIN(due) AS due FROM work WHERE node IS NULL AND kind IN (${places})`,
    kinds,
  );
  return row?.due ?? undefined;
}

export async function cancelWork(tx: Tx, item: WorkItem): Promise<void> {
  await tx.run('DELETE FROM work WHERE kind = $1 AND key = $2 AND node IS NULL', [item.kind, item.key]);
}
