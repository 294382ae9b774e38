import type { Migration } from '../migrate.ts';

export const conditions: Migration = {
  id: 11,
  name: 'conditions',
  statements: [
    `CREATE TABLE condition_executions (
       sequence AUTOINCREMENT_KEY,
       id TEXT NOT NULL UNIQUE,
       pipeline_id TEXT NOT NULL,
       execution_id TEXT NOT NULL,
       stage TEXT NOT NULL,
       hook TEXT NOT NULL,
       parallel BIGINT NOT NULL,
       status TEXT NOT NULL,
       summary TEXT,
       set_aside BIGINT NOT NULL DEFAULT 0,
       started BIGINT NOT NULL,
       updated BIGINT NOT NULL
     )`,
    `CREATE INDEX condition_executions_of_execution ON condition_executions (execution_id, sequence)`,
    `CREATE INDEX condition_executions_state ON condition_executions (pipeline_id, stage, hook, parallel, sequence)`,
    `CREATE TABLE rule_executions (
       sequence AUTOINCREMENT_KEY,
       id TEXT NOT NULL UNIQUE,
       condition_id TEXT NOT NULL,
       pipeline_id TEXT NOT NULL,
       execution_id TEXT NOT NULL,
       stage TEXT NOT NULL,
       rule TEXT NOT NULL,
       status TEXT NOT NULL,
       begun BIGINT NOT NULL,
       input TEXT NOT NULL,
       external_id TEXT,
       external_url TEXT,
       summary TEXT,
       error_code TEXT,
       error_message TEXT,
       updated_by TEXT,
       started BIGINT NOT NULL,
       updated BIGINT NOT NULL,
       deadline BIGINT NOT NULL
     )`,
    `CREATE INDEX rule_executions_history ON rule_executions (pipeline_id, sequence)`,
    `CREATE INDEX rule_executions_of_execution ON rule_executions (execution_id, sequence)`,
    `CREATE INDEX executions_age ON executions (started)`,
    `CREATE INDEX rule_executions_of_condition ON rule_executions (condition_id, sequence)`,
  ],
};
