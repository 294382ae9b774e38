import type { Migration } from '../migrate.ts';

/**
 * The outbox is read as a queue of its own: the work that asked for its reading, one row that every transaction waited for, goes.
 * Who takes events locks the row `outbox` of the settings. Histories are found by version and by approval token however long they are,
 * and pipelines are counted as they come and go.
 */
export const outboxQueue: Migration = {
  id: 19,
  name: 'outbox-queue',
  statements: [
    `DELETE FROM work WHERE kind = 'events.relay'`,
    `INSERT INTO settings (name, value) VALUES ('outbox', 'locked by who takes events')`,
    `CREATE INDEX executions_of_version ON executions (pipeline_id, version, sequence)`,
    `CREATE INDEX action_executions_token ON action_executions (pipeline_id, stage, action, token) WHERE token IS NOT NULL`,
    `CREATE TABLE pipeline_counts (
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       count BIGINT NOT NULL,
       PRIMARY KEY (account, region)
     )`,
    `INSERT INTO pipeline_counts (account, region, count)
     SELECT account, region, COUNT(*) FROM pipelines GROUP BY account, region`,
  ],
};
