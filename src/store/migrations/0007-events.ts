import type { Migration } from '../migrate.ts';

export const events: Migration = {
  id: 7,
  name: 'events',
  statements: [
    `CREATE TABLE rules (
       id AUTOINCREMENT_KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       name TEXT NOT NULL,
       state TEXT NOT NULL,
       event_pattern TEXT,
       schedule TEXT,
       next_run BIGINT,
       description TEXT,
       role_arn TEXT,
       UNIQUE (account, region, name)
     )`,
    `CREATE TABLE rule_targets (
       rule_id BIGINT NOT NULL,
       id TEXT NOT NULL,
       arn TEXT NOT NULL,
       settings TEXT NOT NULL,
       PRIMARY KEY (rule_id, id)
     )`,
    `CREATE INDEX rule_targets_by_arn ON rule_targets (arn)`,
    `CREATE TABLE rule_versions (
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       version BIGINT NOT NULL,
       PRIMARY KEY (account, region)
     )`,
    `CREATE TABLE deliveries (
       id TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       rule TEXT NOT NULL,
       target TEXT NOT NULL,
       event TEXT NOT NULL,
       attempts BIGINT NOT NULL DEFAULT 0,
       created BIGINT NOT NULL
     )`,
  ],
};
