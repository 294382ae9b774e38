import { indexedBy, type Reader, type Tx } from '../database.ts';

/** One evaluation of a rule. JSON columns hold text. Times in milliseconds. */
export interface RuleExecutionRow {
  readonly sequence: number;
  readonly id: string;
  readonly conditionId: string;
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  readonly rule: string;
  readonly status: RuleStatus;
  /** 1 once its provider has been told to start it. */
  readonly begun: number;
  /** RuleInput. */
  readonly input: string;
  readonly externalId: string | null;
  readonly externalUrl: string | null;
  readonly summary: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly updatedBy: string | null;
  readonly started: number;
  readonly updated: number;
  readonly deadline: number;
}

/** Failed: it has not passed. Errored: it could not be evaluated. */
export type RuleStatus = 'InProgress' | 'Succeeded' | 'Failed' | 'Errored' | 'Abandoned';

const COLUMNS = `sequence, id, condition_id AS "conditionId", pipeline_id AS "pipelineId", execution_id AS "executionId", stage, rule,
  status, begun, input, external_id AS "externalId", external_url AS "externalUrl", summary, error_code AS "errorCode",
  error_message AS "errorMessage", updated_by AS "updatedBy", started, updated, deadline`;

export type NewRuleExecution = Pick<
  RuleExecutionRow,
  'id' | 'conditionId' | 'pipelineId' | 'executionId' | 'stage' | 'rule' | 'input' | 'started' | 'deadline'
>;

export async function insertRuleExecution(tx: Tx, row: NewRuleExecution): Promise<void> {
  await tx.run(
    `INSERT INTO rule_executions (id, condition_id, pipeline_id, execution_id, stage, rule, status, begun, input, started,
       updated, deadline)
     VALUES ($1, $2, $3, $4, $5, $6, 'InProgress', 0, $7, $8, $8, $9)`,
    [
      row.id,
      row.conditionId,
      row.pipelineId,
      row.executionId,
      row.stage,
      row.rule,
      row.input,
      row.started,
      row.deadline,
    ],
  );
}

export function findRuleExecution(reader: Reader, id: string): Promise<RuleExecutionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM rule_executions WHERE id = $1`, [id]);
}

export async function runningRules(reader: Reader, pipelineId: string): Promise<string[]> {
  const rows = await reader.all<{ id: string }>(
    `SELECT id FROM rule_executions WHERE status = 'InProgress' AND execution_id IN (
       SELECT id FROM executions${indexedBy(reader, 'executions_unfinished')}
       WHERE pipeline_id = $1 AND status IN ('InProgress', 'Stopping')
     )`,
    [pipelineId],
  );
  return rows.map(({ id }) => id);
}

/** In the order in which they are declared. */
export function rulesOfExecution(reader: Reader, executionId: string): Promise<RuleExecutionRow[]> {
  return reader.all(`SELECT ${COLUMNS} FROM rule_executions WHERE execution_id = $1 ORDER BY sequence`, [executionId]);
}

export function rulesOfCondition(reader: Reader, conditionId: string): Promise<RuleExecutionRow[]> {
  return reader.all(`SELECT ${COLUMNS} FROM rule_executions WHERE condition_id = $1 ORDER BY sequence`, [conditionId]);
}

/** What is known of a running rule; undefined members stay as they are. */
export interface RuleProgress {
  readonly externalId?: string | undefined;
  readonly externalUrl?: string | undefined;
  readonly summary?: string | undefined;
}

export interface RuleEnd extends RuleProgress {
  readonly status: Exclude<RuleStatus, 'InProgress'>;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
  /** Who ended it by hand. */
  readonly updatedBy?: string | undefined;
}

/** Marks that the provider was told, and keeps what it said; answers false when the rule is over already. */
export async function recordRuleProgress(tx: Tx, id: string, progress: RuleProgress, now: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE rule_executions SET begun = 1, external_id = COALESCE($2, external_id), external_url = COALESCE($3, external_url),
       summary = COALESCE($4, summary), updated = $5
     WHERE id = $1 AND status = 'InProgress'`,
    [id, progress.externalId ?? null, progress.externalUrl ?? null, progress.summary ?? null, now],
  );
  return changed > 0;
}

/** Keeps why the provider could not be asked, or null once it could; it is asked anew, as if for the first time. */
export async function recordRuleHindrance(tx: Tx, id: string, summary: string | null, now: number): Promise<void> {
  await tx.run(`UPDATE rule_executions SET summary = $2, updated = $3 WHERE id = $1 AND status = 'InProgress'`, [
    id,
    summary,
    now,
  ]);
}

/** The end of an evaluation, once: answers false when it is over already. */
export async function endRule(tx: Tx, id: string, end: RuleEnd, now: number): Promise<boolean> {
  if (!(await recordRuleProgress(tx, id, end, now))) return false;
  await tx.run(
    'UPDATE rule_executions SET status = $2, error_code = $3, error_message = $4, updated_by = $5 WHERE id = $1',
    [id, end.status, end.errorCode ?? null, end.errorMessage ?? null, end.updatedBy ?? null],
  );
  return true;
}

export interface RuleHistory {
  readonly pipelineId: string;
  /** Of this execution alone. */
  readonly executionId?: string | undefined;
  /** `Latest` leaves out what a retry has set aside. */
  readonly attempts: 'All' | 'Latest';
}

/** Newest first, before the given sequence number. */
export function listRuleExecutions(
  reader: Reader,
  { pipelineId, executionId, attempts }: RuleHistory,
  before: number,
  limit: number,
): Promise<RuleExecutionRow[]> {
  const latest =
    attempts === 'All'
      ? ''
      : ' AND EXISTS (SELECT 1 FROM condition_executions c WHERE c.id = condition_id AND c.set_aside = 0)';
  const [column, value] = executionId === undefined ? ['pipeline_id', pipelineId] : ['execution_id', executionId];
  return reader.all(
    `SELECT ${COLUMNS} FROM rule_executions WHERE ${column} = $1 AND sequence < $2${latest} ORDER BY sequence DESC LIMIT $3`,
    [value, before, limit],
  );
}
