import type { Migration } from '../migrate.ts';

export const codebuild: Migration = {
  id: 5,
  name: 'codebuild',
  statements: [
    `CREATE TABLE projects (
       id TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       name TEXT NOT NULL,
       settings TEXT NOT NULL,
       last_number BIGINT NOT NULL DEFAULT 0,
       created BIGINT NOT NULL,
       modified BIGINT NOT NULL,
       UNIQUE (account, region, name)
     )`,
    `CREATE TABLE builds (
       id TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       project_id TEXT NOT NULL,
       project_name TEXT NOT NULL,
       number BIGINT NOT NULL,
       status TEXT NOT NULL,
       facts TEXT NOT NULL,
       progress TEXT NOT NULL,
       attempt BIGINT NOT NULL DEFAULT 0,
       created BIGINT NOT NULL,
       ended BIGINT,
       token TEXT,
       token_input TEXT,
       token_expires BIGINT,
       wake_kind TEXT,
       wake_key TEXT
     )`,
    `CREATE INDEX builds_place ON builds (account, region, id)`,
    `CREATE INDEX builds_project ON builds (account, region, project_name, created)`,
    `CREATE INDEX builds_token ON builds (account, region, token) WHERE token IS NOT NULL`,
    `CREATE INDEX builds_running ON builds (project_id) WHERE ended IS NULL`,
  ],
};
