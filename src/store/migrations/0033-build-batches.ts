import type { Migration } from '../migrate.ts';

/** Batch builds: many builds of one project that begin and end together. What builds belong to is in their facts. */
export const buildBatches: Migration = {
  id: 33,
  name: 'build-batches',
  statements: [
    `ALTER TABLE projects ADD COLUMN last_batch_number BIGINT NOT NULL DEFAULT 0`,
    `CREATE TABLE build_batches (
       id TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       project_id TEXT NOT NULL,
       project_name TEXT NOT NULL,
       number BIGINT NOT NULL,
       status TEXT NOT NULL,
       facts TEXT NOT NULL,
       progress TEXT NOT NULL,
       waits_for_room BIGINT NOT NULL DEFAULT 0,
       created BIGINT NOT NULL,
       ended BIGINT,
       token TEXT,
       token_input TEXT,
       token_expires BIGINT,
       wake_kind TEXT,
       wake_key TEXT
     )`,
    `CREATE INDEX build_batches_place ON build_batches (account, region, id)`,
    `CREATE INDEX build_batches_project ON build_batches (account, region, project_name, created)`,
    `CREATE INDEX build_batches_token ON build_batches (account, region, token) WHERE token IS NOT NULL`,
    `CREATE INDEX build_batches_waiting ON build_batches (project_id) WHERE waits_for_room > 0`,
  ],
};
