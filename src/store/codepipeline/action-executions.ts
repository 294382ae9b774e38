import { indexedBy, type Reader, type Tx } from '../database.ts';

/** One attempt at an action. JSON columns hold text. Times in milliseconds. */
export interface ActionExecutionRow {
  readonly sequence: number;
  readonly id: string;
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  readonly action: string;
  readonly status: ActionStatus;
  /** 1 once its provider has been told to start it. */
  readonly begun: number;
  /** ActionInput. */
  readonly input: string;
  /** ActionOutput. */
  readonly output: string | null;
  readonly externalId: string | null;
  readonly externalUrl: string | null;
  readonly summary: string | null;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly percentComplete: number | null;
  readonly token: string | null;
  readonly logStreamArn: string | null;
  readonly updatedBy: string | null;
  readonly started: number;
  readonly updated: number;
  readonly deadline: number;
}

export type ActionStatus = 'InProgress' | 'Succeeded' | 'Failed' | 'Abandoned';

const COLUMNS = `sequence, id, pipeline_id AS "pipelineId", execution_id AS "executionId", stage, action, status, begun, input, output,
  external_id AS "externalId", external_url AS "externalUrl", summary, error_code AS "errorCode", error_message AS "errorMessage",
  percent_complete AS "percentComplete", token, log_stream_arn AS "logStreamArn", updated_by AS "updatedBy", started, updated, deadline`;

export type NewActionExecution = Pick<
  ActionExecutionRow,
  'id' | 'pipelineId' | 'executionId' | 'stage' | 'action' | 'input' | 'started' | 'deadline'
>;

/** An attempt as its performance needs it. */
export type Attempt = Omit<ActionExecutionRow, 'sequence'>;

/** Answers what it wrote. */
export async function insertActionExecution(tx: Tx, row: NewActionExecution): Promise<Attempt> {
  tx.post(
    `INSERT INTO action_executions (id, pipeline_id, execution_id, stage, action, status, begun, input, started, updated, deadline)
     VALUES ($1, $2, $3, $4, $5, 'InProgress', 0, $6, $7, $7, $8)`,
    [row.id, row.pipelineId, row.executionId, row.stage, row.action, row.input, row.started, row.deadline],
  );
  return { ...UNTOUCHED, ...row, updated: row.started };
}

/** An attempt of which its provider knows nothing yet. */
const UNTOUCHED = {
  status: 'InProgress',
  begun: 0,
  output: null,
  externalId: null,
  externalUrl: null,
  summary: null,
  errorCode: null,
  errorMessage: null,
  percentComplete: null,
  token: null,
  logStreamArn: null,
  updatedBy: null,
} as const;

export function findActionExecution(reader: Reader, id: string): Promise<ActionExecutionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM action_executions WHERE id = $1`, [id]);
}

/** An attempt, with what its performance takes from its pipeline and execution. */
export interface AttemptInPlace extends Attempt {
  readonly account: string;
  readonly region: string;
  readonly pipelineName: string;
  /** Of the structure the execution runs. */
  readonly version: number;
  /** JSON of the execution. */
  readonly overrides: string;
}

export function findAttemptInPlace(reader: Reader, id: string): Promise<AttemptInPlace | undefined> {
  return reader.get(
    `SELECT a.*, p.account, p.region, p.name AS "pipelineName", e.version, e.overrides
     FROM (SELECT ${COLUMNS} FROM action_executions WHERE id = $1) a
     JOIN pipelines p ON p.id = a."pipelineId" JOIN executions e ON e.id = a."executionId"`,
    [id],
  );
}

/** The attempts of an execution that count, oldest first: those that a retry has set aside are history. */
export function actionsOfExecution(reader: Reader, executionId: string): Promise<ActionExecutionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM action_executions WHERE execution_id = $1 AND set_aside = 0 ORDER BY sequence`,
    [executionId],
  );
}

/** The attempts that count of every execution of a pipeline that is not over, oldest first. */
export function actionsUnderWay(reader: Reader, pipelineId: string): Promise<ActionExecutionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM action_executions WHERE set_aside = 0 AND execution_id IN (
       SELECT id FROM executions${indexedBy(reader, 'executions_unfinished')}
       WHERE pipeline_id = $1 AND status IN ('InProgress', 'Stopping')
     ) ORDER BY sequence`,
    [pipelineId],
  );
}

/** The last attempt at an action, those of PARALLEL executions aside. */
export function latestOfAction(
  reader: Reader,
  pipelineId: string,
  stage: string,
  action: string,
): Promise<ActionExecutionRow | undefined> {
  return reader.get(
    `SELECT ${COLUMNS} FROM action_executions a WHERE pipeline_id = $1 AND stage = $2 AND action = $3
       AND EXISTS (SELECT 1 FROM executions e WHERE e.id = a.execution_id AND e.mode <> 'PARALLEL')
     ORDER BY sequence DESC LIMIT 1`,
    [pipelineId, stage, action],
  );
}

/** History of a pipeline, newest first, before the given sequence number. */
export function listActionExecutions(
  reader: Reader,
  pipelineId: string,
  before: number,
  limit: number,
): Promise<ActionExecutionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM action_executions WHERE pipeline_id = $1 AND sequence < $2 ORDER BY sequence DESC LIMIT $3`,
    [pipelineId, before, limit],
  );
}

/** History of an execution, newest first: every attempt, or those that no retry has set aside. */
export function listActionsOfExecution(
  reader: Reader,
  { id, attempts }: { readonly id: string; readonly attempts: 'All' | 'Latest' },
  before: number,
  limit: number,
): Promise<ActionExecutionRow[]> {
  const latest = attempts === 'Latest' ? ' AND set_aside = 0' : '';
  return reader.all(
    `SELECT ${COLUMNS} FROM action_executions WHERE execution_id = $1 AND sequence < $2${latest} ORDER BY sequence DESC LIMIT $3`,
    [id, before, limit],
  );
}

export async function runningActions(reader: Reader, pipelineId: string): Promise<string[]> {
  const rows = await reader.all<{ id: string }>(
    `SELECT id FROM action_executions WHERE status = 'InProgress' AND execution_id IN (
       SELECT id FROM executions${indexedBy(reader, 'executions_unfinished')}
       WHERE pipeline_id = $1 AND status IN ('InProgress', 'Stopping')
     )`,
    [pipelineId],
  );
  return rows.map(({ id }) => id);
}

/** What is to be made again no longer counts: the attempts that failed, or all. */
export async function setActionsAside(
  tx: Tx,
  executionId: string,
  stage: string,
  which: 'failed' | 'all',
): Promise<void> {
  const failed = which === 'all' ? '' : ` AND status IN ('Failed', 'Abandoned')`;
  await tx.run(
    `UPDATE action_executions SET set_aside = 1 WHERE execution_id = $1 AND stage = $2 AND set_aside = 0${failed}`,
    [executionId, stage],
  );
}

/** What is known of a running action; undefined members stay as they are. */
export interface ActionProgress {
  readonly externalId?: string | undefined;
  readonly externalUrl?: string | undefined;
  readonly summary?: string | undefined;
  readonly percentComplete?: number | undefined;
  readonly token?: string | undefined;
  readonly logStreamArn?: string | undefined;
}

export interface ActionEnd extends ActionProgress {
  readonly status: Exclude<ActionStatus, 'InProgress'>;
  readonly output?: string | undefined;
  readonly errorCode?: string | undefined;
  readonly errorMessage?: string | undefined;
  readonly updatedBy?: string | undefined;
}

/** Marks that the provider was told, and keeps what it said; answers false when the action is over already. */
export async function recordProgress(tx: Tx, id: string, progress: ActionProgress, now: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE action_executions SET begun = 1, external_id = COALESCE($2, external_id), external_url = COALESCE($3, external_url),
       summary = COALESCE($4, summary), percent_complete = COALESCE($5, percent_complete), token = COALESCE($6, token),
       log_stream_arn = COALESCE($7, log_stream_arn), updated = $8
     WHERE id = $1 AND status = 'InProgress'`,
    [id, ...progressValues(progress), now],
  );
  return changed > 0;
}

/** Keeps why the provider could not be asked, or null once it could; it is asked anew, as if for the first time. */
export async function recordHindrance(tx: Tx, id: string, summary: string | null, now: number): Promise<void> {
  await tx.run(`UPDATE action_executions SET summary = $2, updated = $3 WHERE id = $1 AND status = 'InProgress'`, [
    id,
    summary,
    now,
  ]);
}

/** The end of an attempt, once: answers false when it is over already. */
export async function endAction(tx: Tx, id: string, end: ActionEnd, now: number): Promise<boolean> {
  const changed = await tx.run(
    `UPDATE action_executions SET begun = 1, external_id = COALESCE($2, external_id), external_url = COALESCE($3, external_url),
       summary = COALESCE($4, summary), percent_complete = COALESCE($5, percent_complete), token = COALESCE($6, token),
       log_stream_arn = COALESCE($7, log_stream_arn), updated = $8, status = $9, output = $10, error_code = $11,
       error_message = $12, updated_by = $13
     WHERE id = $1 AND status = 'InProgress'`,
    [
      id,
      ...progressValues(end),
      now,
      end.status,
      end.output ?? null,
      end.errorCode ?? null,
      end.errorMessage ?? null,
      end.updatedBy ?? null,
    ],
  );
  return changed > 0;
}

function progressValues(progress: ActionProgress): (string | number | null)[] {
  return [
    progress.externalId ?? null,
    progress.externalUrl ?? null,
    progress.summary ?? null,
    progress.percentComplete ?? null,
    progress.token ?? null,
    progress.logStreamArn ?? null,
  ];
}

/** The attempt that handed out a token, whether it still waits or not. */
export function findActionByToken(
  reader: Reader,
  place: { readonly pipelineId: string; readonly stage: string; readonly action: string },
  token: string,
): Promise<ActionExecutionRow | undefined> {
  return reader.get(
    `SELECT ${COLUMNS} FROM action_executions WHERE pipeline_id = $1 AND stage = $2 AND action = $3 AND token = $4
     ORDER BY sequence DESC LIMIT 1`,
    [place.pipelineId, place.stage, place.action, token],
  );
}

/** What the action produced when it last went well, as text. */
export async function latestOutput(reader: Reader, pipelineId: string, action: string): Promise<string | undefined> {
  const row = await reader.get<{ output: string | null }>(
    `SELECT output FROM action_executions WHERE pipeline_id = $1 AND action = $2 AND status = 'Succeeded'
     ORDER BY sequence DESC LIMIT 1`,
    [pipelineId, action],
  );
  return row?.output ?? undefined;
}
