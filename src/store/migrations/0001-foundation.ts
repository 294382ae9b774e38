import type { Migration } from '../migrate.ts';

export const foundation: Migration = {
  id: 1,
  name: 'foundation',
  statements: [
    `CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)`,
    `CREATE TABLE work (
       kind TEXT NOT NULL,
       key TEXT NOT NULL,
       due BIGINT NOT NULL,
       node TEXT,
       lease_until BIGINT,
       again_at BIGINT,
       attempts BIGINT NOT NULL DEFAULT 0,
       PRIMARY KEY (kind, key)
     )`,
    `CREATE INDEX work_due ON work (due)`,
    `CREATE TABLE access_keys (
       access_key_id TEXT PRIMARY KEY,
       secret_access_key TEXT NOT NULL,
       session_token TEXT,
       account TEXT NOT NULL,
       arn TEXT NOT NULL,
       user_id TEXT NOT NULL,
       expires BIGINT
     )`,
    `CREATE TABLE outbox (
       sequence AUTOINCREMENT_KEY,
       id TEXT NOT NULL,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       event TEXT NOT NULL
     )`,
    `CREATE TABLE tags (
       resource TEXT NOT NULL,
       key TEXT NOT NULL,
       value TEXT NOT NULL,
       PRIMARY KEY (resource, key)
     )`,
  ],
};
