import type { DatabaseSync } from 'node:sqlite';
import type { Declaration } from '../../src/engine/declaration.ts';

/** What stands in the database after a commit. */
export interface Snapshot {
  readonly pipelines: ReadonlyMap<string, PipelineFact>;
  readonly executions: ReadonlyMap<string, ExecutionFact>;
  /** By execution and stage. */
  readonly stages: ReadonlyMap<string, StageFact>;
  readonly actions: ReadonlyMap<string, ActionFact>;
  readonly conditions: ReadonlyMap<string, ConditionFact>;
  readonly rules: ReadonlyMap<string, RuleFact>;
  readonly doors: readonly DoorFact[];
  /** By kind and key. */
  readonly work: ReadonlyMap<string, WorkFact>;
  readonly deliveries: ReadonlyMap<string, { readonly lane: string }>;
  /** Those in the outbox, in order. */
  readonly outbox: readonly { readonly sequence: number; readonly event: string }[];
  /** The stages an execution runs or has come through: those of a rollback end with the stage it is for. */
  stagesOf(execution: ExecutionFact): Declaration['stages'];
}

export interface PipelineFact {
  readonly id: string;
  readonly name: string;
  readonly version: number;
}

export interface ExecutionFact {
  readonly sequence: number;
  readonly id: string;
  readonly pipelineId: string;
  readonly version: number;
  readonly mode: 'SUPERSEDED' | 'QUEUED' | 'PARALLEL';
  readonly status: string;
  readonly ending: string;
  readonly stage: number;
  readonly inside: number;
  readonly triggerType: string;
  readonly clientToken: string | null;
  readonly type: 'STANDARD' | 'ROLLBACK';
  readonly rollbackTarget: string | null;
  readonly lastStage: number | null;
}

export interface StageFact {
  readonly sequence: number;
  readonly executionId: string;
  readonly pipelineId: string;
  readonly stage: string;
  readonly status: string;
  /** How often it was run again, by somebody or by itself. */
  readonly retries: number;
}

export interface ActionFact {
  readonly sequence: number;
  readonly id: string;
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  readonly action: string;
  readonly status: string;
  readonly begun: number;
  readonly token: string | null;
  readonly updatedBy: string | null;
  readonly deadline: number;
  /** 1 once a retry has taken its place. */
  readonly setAside: number;
}

export interface ConditionFact {
  readonly id: string;
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  readonly hook: 'beforeEntry' | 'onSuccess' | 'onFailure';
  readonly status: string;
  readonly setAside: number;
}

export interface RuleFact {
  readonly id: string;
  readonly conditionId: string;
  readonly pipelineId: string;
  readonly executionId: string;
  readonly stage: string;
  readonly rule: string;
  readonly status: string;
  readonly deadline: number;
}

export interface DoorFact {
  readonly pipelineId: string;
  readonly stage: string;
  readonly side: string;
}

export interface WorkFact {
  readonly kind: string;
  readonly key: string;
  readonly due: number;
  readonly node: string | null;
  readonly leaseUntil: number | null;
  readonly againAt: number | null;
}

export const NOTHING: Snapshot = {
  pipelines: new Map(),
  executions: new Map(),
  stages: new Map(),
  actions: new Map(),
  conditions: new Map(),
  rules: new Map(),
  doors: [],
  work: new Map(),
  deliveries: new Map(),
  outbox: [],
  stagesOf: () => {
    throw new Error('There is nothing yet');
  },
};

const UNFINISHED: readonly string[] = ['InProgress', 'Stopping'];

export function isUnfinished({ status }: { readonly status: string }): boolean {
  return UNFINISHED.includes(status);
}

export function stageKey(executionId: string, stage: string): string {
  return `${executionId}/${stage}`;
}

/** Reads the tables behind everybody's back. */
export function snapshotReader(connection: DatabaseSync): () => Snapshot {
  const all = <Row>(text: string) => {
    const statement = connection.prepare(text);
    return () => statement.all() as Row[];
  };
  const pipelines = all<PipelineFact>('SELECT id, name, version FROM pipelines');
  const executions = all<ExecutionFact>(
    `SELECT sequence, id, pipeline_id AS pipelineId, version, mode, status, ending, stage, inside, trigger_type AS triggerType,
       client_token AS clientToken, type, rollback_target AS rollbackTarget, last_stage AS lastStage FROM executions ORDER BY sequence`,
  );
  const stages = all<StageFact>(
    `SELECT sequence, execution_id AS executionId, pipeline_id AS pipelineId, stage, status, auto_retries + manual_retries AS retries
       FROM stage_executions ORDER BY sequence`,
  );
  const actions = all<ActionFact>(
    `SELECT sequence, id, pipeline_id AS pipelineId, execution_id AS executionId, stage, action, status, begun, token,
       updated_by AS updatedBy, deadline, set_aside AS setAside FROM action_executions ORDER BY sequence`,
  );
  const conditions = all<ConditionFact>(
    `SELECT id, pipeline_id AS pipelineId, execution_id AS executionId, stage, hook, status, set_aside AS setAside
     FROM condition_executions ORDER BY sequence`,
  );
  const rules = all<RuleFact>(
    `SELECT id, condition_id AS conditionId, pipeline_id AS pipelineId, execution_id AS executionId, stage, rule, status, deadline
     FROM rule_executions ORDER BY sequence`,
  );
  const doors = all<DoorFact>('SELECT pipeline_id AS pipelineId, stage, side FROM disabled_transitions');
  const work = all<WorkFact>('SELECT kind, key, due, node, lease_until AS leaseUntil, again_at AS againAt FROM work');
  const deliveries = all<{ id: string; lane: string }>('SELECT id, lane FROM deliveries');
  const outbox = all<{ sequence: number; event: string }>('SELECT sequence, event FROM outbox ORDER BY sequence');
  const declared = connection.prepare(
    'SELECT declaration FROM pipeline_versions WHERE pipeline_id = ? AND version = ?',
  );
  const known = new Map<string, Declaration>();

  const declarationOf = ({ pipelineId, version }: ExecutionFact): Declaration => {
    const key = `${pipelineId}/${version}`;
    const declaration: Declaration =
      known.get(key) ?? JSON.parse(String(declared.get(pipelineId, version)?.declaration ?? 'null'));
    known.set(key, declaration);
    return declaration;
  };
  return () => ({
    pipelines: new Map(pipelines().map((row) => [row.id, row])),
    executions: new Map(executions().map((row) => [row.id, row])),
    stages: new Map(stages().map((row) => [stageKey(row.executionId, row.stage), row])),
    actions: new Map(actions().map((row) => [row.id, row])),
    conditions: new Map(conditions().map((row) => [row.id, row])),
    rules: new Map(rules().map((row) => [row.id, row])),
    doors: doors(),
    work: new Map(work().map((row) => [`${row.kind} ${row.key}`, row])),
    deliveries: new Map(deliveries().map((row) => [row.id, row])),
    outbox: outbox(),
    stagesOf: (execution) => declarationOf(execution).stages.slice(0, (execution.lastStage ?? 1000) + 1),
  });
}
