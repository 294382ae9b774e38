import { forUpdate, type Reader, skipLocked, type Tx } from '../database.ts';

/** A job of an action, done by somebody outside. JSON columns hold text. Times in milliseconds. */
export interface JobRow {
  readonly sequence: number;
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly owner: string;
  readonly category: string;
  readonly provider: string;
  readonly version: string;
  readonly actionExecutionId: string;
  /** `Created` jobs are told to their doers, `Queued` ones are offered to whoever asks. */
  readonly status: JobRowStatus;
  /** Of the offer that counts. */
  readonly nonce: string | null;
  /** When an offer that nobody acknowledged is over. */
  readonly offeredUntil: number | null;
  readonly clientId: string | null;
  /** Sealed. */
  readonly clientToken: string | null;
  /** Value of the type's queryable property. */
  readonly query: string | null;
  /** JobDocument without credentials and continuation token, sealed. */
  readonly document: string;
  readonly continuationToken: string | null;
  readonly externalId: string | null;
  readonly summary: string | null;
  readonly percentComplete: number | null;
  /** JobOutcome. */
  readonly outcome: string | null;
  readonly wakeKind: string;
  readonly wakeKey: string;
  /** What one job may take; null means as long as the action may. */
  readonly seconds: number | null;
  readonly deadline: number;
  readonly actionDeadline: number;
  /** Statements of a policy as its type declared them: what its credentials are good for beside its artifacts. */
  readonly permissions: string | null;
  readonly created: number;
  readonly updated: number;
}

export type JobRowStatus = 'Created' | 'Queued' | 'Dispatched' | 'InProgress' | 'TimedOut' | 'Succeeded' | 'Failed';

const COLUMNS = `sequence, id, account, region, owner, category, provider, version, action_execution_id AS "actionExecutionId", status,
  nonce, offered_until AS "offeredUntil", client_id AS "clientId", client_token AS "clientToken", query, document,
  continuation_token AS "continuationToken", external_id AS "externalId", summary, percent_complete AS "percentComplete", outcome,
  wake_kind AS "wakeKind", wake_key AS "wakeKey", seconds, deadline, action_deadline AS "actionDeadline", permissions, created, updated`;

export type NewJob = Omit<JobRow, 'sequence' | 'nonce' | 'offeredUntil' | 'outcome' | 'updated'>;

export async function insertJob(tx: Tx, job: NewJob): Promise<void> {
  await tx.run(
    `INSERT INTO jobs (id, account, region, owner, category, provider, version, action_execution_id, status, client_id, client_token,
       query, document, continuation_token, external_id, summary, percent_complete, wake_kind, wake_key, seconds, deadline,
       action_deadline, permissions, created, updated)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $24)`,
    [
      job.id,
      job.account,
      job.region,
      job.owner,
      job.category,
      job.provider,
      job.version,
      job.actionExecutionId,
      job.status,
      job.clientId,
      job.clientToken,
      job.query,
      job.document,
      job.continuationToken,
      job.externalId,
      job.summary,
      job.percentComplete,
      job.wakeKind,
      job.wakeKey,
      job.seconds,
      job.deadline,
      job.actionDeadline,
      job.permissions,
      job.created,
    ],
  );
}

export function findJob(reader: Reader, id: string): Promise<JobRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM jobs WHERE id = $1`, [id]);
}

/** Finds and locks: what several workers say of one job comes one after the other. */
export function lockJob(tx: Tx, id: string): Promise<JobRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM jobs WHERE id = $1${forUpdate(tx)}`, [id]);
}

export function newestJobOfAction(reader: Reader, actionExecutionId: string): Promise<JobRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM jobs WHERE action_execution_id = $1 ORDER BY sequence DESC LIMIT 1`, [
    actionExecutionId,
  ]);
}

/** Ids of all the jobs of an action. */
export async function jobsOfAction(reader: Reader, actionExecutionId: string): Promise<string[]> {
  const rows = await reader.all<{ id: string }>('SELECT id FROM jobs WHERE action_execution_id = $1', [
    actionExecutionId,
  ]);
  return rows.map(({ id }) => id);
}

export interface Demand {
  readonly account: string;
  readonly region: string;
  readonly owner: string;
  readonly category: string;
  readonly provider: string;
  readonly version: string;
  /** Only jobs of this value of the queryable property. */
  readonly query: string | null;
  readonly limit: number;
  readonly now: number;
}

/** Jobs that wait for a worker, oldest first, passing over those that others are just being given. */
export function lockWaitingJobs(tx: Tx, demand: Demand): Promise<JobRow[]> {
  return tx.all(
    `SELECT ${COLUMNS} FROM jobs
     WHERE account = $1 AND region = $2 AND owner = $3 AND category = $4 AND provider = $5 AND version = $6
       AND (status = 'Queued' OR (status = 'Dispatched' AND offered_until <= $7)) AND deadline > $7
       AND (CAST($8 AS TEXT) IS NULL OR query = $8)
       AND NOT EXISTS (SELECT 1 FROM action_executions a WHERE a.id = jobs.action_execution_id AND a.status <> 'InProgress')
     ORDER BY sequence LIMIT $9${skipLocked(tx)}`,
    [
      demand.account,
      demand.region,
      demand.owner,
      demand.category,
      demand.provider,
      demand.version,
      demand.now,
      demand.query,
      demand.limit,
    ],
  );
}

export async function offerJob(
  tx: Tx,
  id: string,
  offer: { readonly nonce: string; readonly until: number; readonly now: number },
): Promise<void> {
  await tx.run(`UPDATE jobs SET status = 'Dispatched', nonce = $2, offered_until = $3, updated = $4 WHERE id = $1`, [
    id,
    offer.nonce,
    offer.until,
    offer.now,
  ]);
}

export async function beginJob(tx: Tx, id: string, now: number): Promise<void> {
  await tx.run(
    `UPDATE jobs SET status = 'InProgress', updated = $2 WHERE id = $1 AND status IN ('Created', 'Dispatched')`,
    [id, now],
  );
}

export interface JobEnd {
  readonly status: 'Succeeded' | 'Failed' | 'TimedOut';
  readonly outcome: string;
  readonly externalId?: string | undefined;
  readonly summary?: string | undefined;
  readonly percentComplete?: number | undefined;
}

/** The end of a job, once: answers false when it is over already. */
export async function endJob(tx: Tx, id: string, end: JobEnd, now: number): Promise<boolean> {
  const ended = await tx.run(
    `UPDATE jobs SET status = $2, outcome = $3, external_id = COALESCE($4, external_id), summary = COALESCE($5, summary),
       percent_complete = COALESCE($6, percent_complete), updated = $7
     WHERE id = $1 AND status IN ('Created', 'Queued', 'Dispatched', 'InProgress')`,
    [id, end.status, end.outcome, end.externalId ?? null, end.summary ?? null, end.percentComplete ?? null, now],
  );
  return ended > 0;
}

/** Jobs long over are nobody's business any more. */
export function deleteOldJobs(tx: Tx, before: number): Promise<number> {
  return tx.run(`DELETE FROM jobs WHERE status IN ('Succeeded', 'Failed', 'TimedOut') AND updated < $1`, [before]);
}
