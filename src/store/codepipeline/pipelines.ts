import { forUpdate, type Reader, type Tx } from '../database.ts';
import { lockOutbox } from '../outbox.ts';

/** A pipeline; `id` is its own, a pipeline of the same name created later has another. Times in milliseconds. */
export interface PipelineRow {
  readonly id: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** Of the current structure, from 1. */
  readonly version: number;
  readonly created: number;
  readonly updated: number;
}

export interface PipelineVersionRow {
  readonly version: number;
  /** JSON text of the PipelineDeclaration. */
  readonly declaration: string;
  readonly created: number;
}

const COLUMNS = 'id, account, region, name, version, created, updated';

export async function insertPipeline(tx: Tx, row: PipelineRow, declaration: string): Promise<boolean> {
  const inserted = await tx.run(
    `INSERT INTO pipelines (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (account, region, name) DO NOTHING`,
    [row.id, row.account, row.region, row.name, row.version, row.created, row.updated],
  );
  if (inserted > 0)
    await insertPipelineVersion(tx, row.id, { version: row.version, declaration, created: row.created });
  return inserted > 0;
}

export async function insertPipelineVersion(tx: Tx, pipelineId: string, row: PipelineVersionRow): Promise<void> {
  await tx.run('INSERT INTO pipeline_versions (pipeline_id, version, declaration, created) VALUES ($1, $2, $3, $4)', [
    pipelineId,
    row.version,
    row.declaration,
    row.created,
  ]);
  await tx.run('UPDATE pipelines SET version = $2, updated = $3 WHERE id = $1', [pipelineId, row.version, row.created]);
}

export interface PipelineName {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

export function findPipeline(
  reader: Reader,
  { account, region, name }: PipelineName,
): Promise<PipelineRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM pipelines WHERE account = $1 AND region = $2 AND name = $3`, [
    account,
    region,
    name,
  ]);
}

/** Finds and locks: commands to one pipeline come one after the other. */
export function lockPipeline(tx: Tx, { account, region, name }: PipelineName): Promise<PipelineRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM pipelines WHERE account = $1 AND region = $2 AND name = $3${forUpdate(tx)}`, [
    account,
    region,
    name,
  ]);
}

export function lockPipelineById(tx: Tx, id: string): Promise<PipelineRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM pipelines WHERE id = $1${forUpdate(tx)}`, [id]);
}

export function findPipelineVersion(
  reader: Reader,
  id: string,
  version: number,
): Promise<PipelineVersionRow | undefined> {
  return reader.get(
    'SELECT version, declaration, created FROM pipeline_versions WHERE pipeline_id = $1 AND version = $2',
    [id, version],
  );
}

/** Counts a pipeline more, and answers how many there are now: to count them all takes the longer the more there are. */
export async function countOneMore(tx: Tx, account: string, region: string): Promise<number> {
  const row = await tx.get<{ count: number }>(
    `INSERT INTO pipeline_counts (account, region, count) VALUES ($1, $2, 1)
     ON CONFLICT (account, region) DO UPDATE SET count = pipeline_counts.count + 1 RETURNING count`,
    [account, region],
  );
  return row?.count ?? 1;
}

export interface PipelineListing extends PipelineRow {
  readonly declaration: string;
}

/** Pipelines by name, after `after`. */
export function listPipelines(
  reader: Reader,
  scope: { readonly account: string; readonly region: string; readonly after: string; readonly limit: number },
): Promise<PipelineListing[]> {
  return reader.all(
    `SELECT p.id, p.account, p.region, p.name, p.version, p.created, p.updated, v.declaration
     FROM pipelines p JOIN pipeline_versions v ON v.pipeline_id = p.id AND v.version = p.version
     WHERE p.account = $1 AND p.region = $2 AND p.name > $3 ORDER BY p.name LIMIT $4`,
    [scope.account, scope.region, scope.after, scope.limit],
  );
}

/** The pipeline with its structure, executions and history. */
export async function deletePipeline(tx: Tx, id: string): Promise<void> {
  const jobs = `FROM jobs WHERE action_execution_id IN (
     SELECT id FROM action_executions WHERE pipeline_id = $1 UNION ALL SELECT id FROM rule_executions WHERE pipeline_id = $1)`;
  // Somebody may be answering one, and so opening the next.
  await tx.all(`SELECT id ${jobs}${forUpdate(tx)}`, [id]);
  await tx.run(`DELETE ${jobs}`, [id]);
  // After those who keep events: none of an execution that is gone stays.
  await lockOutbox(tx);
  await tx.run('DELETE FROM kept_events WHERE execution_id IN (SELECT id FROM executions WHERE pipeline_id = $1)', [
    id,
  ]);
  await tx.run('DELETE FROM swept_artifacts WHERE execution_id IN (SELECT id FROM executions WHERE pipeline_id = $1)', [
    id,
  ]);
  for (const table of [
    'rule_executions',
    'condition_executions',
    'action_executions',
    'stage_executions',
    'executions',
    'disabled_transitions',
    'enabled_transitions',
    'pipeline_versions',
    'action_revisions',
    'source_watches',
    'git_events',
  ]) {
    await tx.run(`DELETE FROM ${table} WHERE pipeline_id = $1`, [id]);
  }
  const gone = await tx.get<{ account: string; region: string }>(
    'DELETE FROM pipelines WHERE id = $1 RETURNING account, region',
    [id],
  );
  if (gone === undefined) return;
  await tx.run('UPDATE pipeline_counts SET count = count - 1 WHERE account = $1 AND region = $2', [
    gone.account,
    gone.region,
  ]);
}

export function findPipelineById(reader: Reader, id: string): Promise<PipelineRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM pipelines WHERE id = $1`, [id]);
}
