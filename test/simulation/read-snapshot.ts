import type { Declaration } from '../../src/engine/facts/declaration.ts';
import type { Eye } from './place.ts';
import { type DoorFact, type ExecutionFact, type Snapshot, type StageFact, stageKey } from './snapshot.ts';

const PIPELINES = 'SELECT id, name, version FROM pipelines ORDER BY id';
const EXECUTIONS = `SELECT sequence, id, pipeline_id AS "pipelineId", version, mode, status, ending, stage, inside,
  trigger_type AS "triggerType", trigger_detail AS "triggerDetail", client_token AS "clientToken", variables, overrides,
  source_revisions AS "sourceRevisions", type, rollback_target AS "rollbackTarget", last_stage AS "lastStage"
  FROM executions ORDER BY sequence`;
const STAGES = `SELECT sequence, execution_id AS "executionId", pipeline_id AS "pipelineId", stage, status, parallel,
  auto_retries AS "autoRetries", manual_retries AS "manualRetries" FROM stage_executions ORDER BY sequence`;
const ACTIONS = `SELECT sequence, id, pipeline_id AS "pipelineId", execution_id AS "executionId", stage, action, status, begun, token,
  updated_by AS "updatedBy", deadline, set_aside AS "setAside", input, output FROM action_executions ORDER BY sequence`;
const CONDITIONS = `SELECT id, pipeline_id AS "pipelineId", execution_id AS "executionId", stage, hook, status, set_aside AS "setAside"
  FROM condition_executions ORDER BY sequence`;
const RULES = `SELECT id, condition_id AS "conditionId", pipeline_id AS "pipelineId", execution_id AS "executionId", stage, rule, status,
  deadline FROM rule_executions ORDER BY sequence`;
const JOBS = `SELECT id, action_execution_id AS "actionExecutionId", status, nonce, offered_until AS "offeredUntil",
  continuation_token AS "continuationToken", deadline FROM jobs ORDER BY sequence`;
const DOORS = `SELECT pipeline_id AS "pipelineId", stage, side, changed_at AS "changedAt" FROM disabled_transitions
  ORDER BY pipeline_id, stage, side`;
const WATCHES = `SELECT pipeline_id AS "pipelineId", action, place, revision FROM source_watches ORDER BY pipeline_id, action`;
const PUT_REVISIONS = `SELECT pipeline_id AS "pipelineId", action, revision_id AS "revisionId", execution_id AS "executionId"
  FROM action_revisions ORDER BY pipeline_id, action`;
const SWEPT = 'SELECT execution_id AS "executionId" FROM swept_artifacts ORDER BY execution_id';
const WORK = `SELECT kind, key, due, node, lease_until AS "leaseUntil", again_at AS "againAt" FROM work ORDER BY kind, key`;
const DELIVERIES = 'SELECT id, lane FROM deliveries ORDER BY id';
const OUTBOX = 'SELECT sequence, event FROM outbox ORDER BY sequence';
const DECLARATION = 'SELECT declaration FROM pipeline_versions WHERE pipeline_id = $1 AND version = $2';

/** Reads the tables that have changed, behind everybody's back. */
export type SnapshotReader = (before: Snapshot, changed: ReadonlySet<string>) => Promise<Snapshot>;

export function snapshotReader(eye: Eye): SnapshotReader {
  const declarations = new Map<string, Declaration>();
  /** None is ever changed. */
  const learnDeclaration = async (execution: ExecutionFact): Promise<void> => {
    const key = versionKey(execution);
    if (declarations.has(key)) return;
    const [row] = await eye.all<{ declaration: string }>(DECLARATION, [execution.pipelineId, execution.version]);
    if (row !== undefined) declarations.set(key, JSON.parse(row.declaration));
  };
  const stagesOf: Snapshot['stagesOf'] = (execution) =>
    declarations.get(versionKey(execution))?.stages.slice(0, (execution.lastStage ?? 1000) + 1) ?? [];

  return async (before, changed) => {
    const read = async <Row>(
      table: string,
      text: string,
      keyOf: (row: Row) => string,
      known: ReadonlyMap<string, Row>,
    ) => (changed.has(table) ? new Map((await eye.all<Row>(text)).map((row) => [keyOf(row), row])) : known);
    const executions = await read('executions', EXECUTIONS, id, before.executions);
    if (executions !== before.executions) for (const row of executions.values()) await learnDeclaration(row);
    return {
      stagesOf,
      executions,
      pipelines: await read('pipelines', PIPELINES, id, before.pipelines),
      stages: await read('stage_executions', STAGES, stageOf, before.stages),
      actions: await read('action_executions', ACTIONS, id, before.actions),
      conditions: await read('condition_executions', CONDITIONS, id, before.conditions),
      rules: await read('rule_executions', RULES, id, before.rules),
      jobs: await read('jobs', JOBS, id, before.jobs),
      watches: await read('source_watches', WATCHES, actionOf, before.watches),
      putRevisions: await read('action_revisions', PUT_REVISIONS, actionOf, before.putRevisions),
      swept: await read('swept_artifacts', SWEPT, ({ executionId }) => executionId, before.swept),
      work: await read('work', WORK, ({ kind, key }) => `${kind} ${key}`, before.work),
      deliveries: await read('deliveries', DELIVERIES, id, before.deliveries),
      doors: changed.has('disabled_transitions') ? await eye.all<DoorFact>(DOORS) : before.doors,
      outbox: changed.has('outbox') ? await eye.all<Snapshot['outbox'][number]>(OUTBOX) : before.outbox,
    };
  };
}

function id(row: { readonly id: string }): string {
  return row.id;
}

function stageOf({ executionId, stage }: StageFact): string {
  return stageKey(executionId, stage);
}

function actionOf({ pipelineId, action }: { readonly pipelineId: string; readonly action: string }): string {
  return `${pipelineId}/${action}`;
}

function versionKey({ pipelineId, version }: ExecutionFact): string {
  return `${pipelineId}/${version}`;
}
