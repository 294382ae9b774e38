import type { Migration } from '../migrate.ts';

export const retriesAndRollbacks: Migration = {
  id: 10,
  name: 'retries-and-rollbacks',
  statements: [
    `ALTER TABLE executions ADD COLUMN type TEXT NOT NULL DEFAULT 'STANDARD'`,
    `ALTER TABLE executions ADD COLUMN rollback_target TEXT`,
    `ALTER TABLE executions ADD COLUMN last_stage BIGINT`,
    `ALTER TABLE executions ADD COLUMN attempt BIGINT NOT NULL DEFAULT 1`,
    `ALTER TABLE stage_executions ADD COLUMN parallel BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE stage_executions ADD COLUMN auto_retries BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE stage_executions ADD COLUMN manual_retries BIGINT NOT NULL DEFAULT 0`,
    `ALTER TABLE stage_executions ADD COLUMN latest_retry TEXT`,
    `CREATE INDEX stage_executions_state ON stage_executions (pipeline_id, stage, parallel, sequence)`,
    `DROP INDEX stage_executions_latest`,
    `ALTER TABLE action_executions ADD COLUMN set_aside BIGINT NOT NULL DEFAULT 0`,
  ],
};
