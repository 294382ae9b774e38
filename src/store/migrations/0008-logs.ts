import type { Migration } from '../migrate.ts';

export const logs: Migration = {
  id: 8,
  name: 'logs',
  statements: [
    `CREATE TABLE log_groups (
       id AUTOINCREMENT_KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       name TEXT NOT NULL,
       class TEXT NOT NULL,
       retention_days BIGINT,
       created BIGINT NOT NULL,
       UNIQUE (account, region, name)
     )`,
    `CREATE TABLE log_streams (
       id AUTOINCREMENT_KEY,
       group_id BIGINT NOT NULL,
       name TEXT NOT NULL,
       created BIGINT NOT NULL,
       first_event BIGINT,
       last_event BIGINT,
       last_ingested BIGINT,
       bytes BIGINT NOT NULL DEFAULT 0,
       UNIQUE (group_id, name)
     )`,
    `CREATE TABLE log_events (
       sequence AUTOINCREMENT_KEY,
       group_id BIGINT NOT NULL,
       stream_id BIGINT NOT NULL,
       timestamp BIGINT NOT NULL,
       ingested BIGINT NOT NULL,
       size BIGINT NOT NULL,
       message TEXT NOT NULL
     )`,
    `CREATE INDEX log_events_of_stream ON log_events (stream_id, timestamp, sequence)`,
    `CREATE INDEX log_events_of_group ON log_events (group_id, timestamp, sequence)`,
  ],
};
