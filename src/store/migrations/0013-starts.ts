import type { Migration } from '../migrate.ts';

/** What starts pipelines: revisions put by hand, webhooks, watched sources, and events of git repositories. */
export const starts: Migration = {
  id: 13,
  name: 'starts',
  statements: [
    `CREATE TABLE action_revisions (
       pipeline_id TEXT NOT NULL,
       stage TEXT NOT NULL,
       action TEXT NOT NULL,
       revision_id TEXT NOT NULL,
       change_id TEXT NOT NULL,
       created BIGINT NOT NULL,
       execution_id TEXT NOT NULL,
       PRIMARY KEY (pipeline_id, stage, action)
     )`,
    `CREATE TABLE webhooks (
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       name TEXT NOT NULL,
       token TEXT NOT NULL UNIQUE,
       definition TEXT NOT NULL,
       error_code TEXT,
       error_message TEXT,
       last_triggered BIGINT,
       third_party TEXT,
       PRIMARY KEY (account, region, name)
     )`,
    `CREATE TABLE source_watches (
       pipeline_id TEXT NOT NULL,
       action TEXT NOT NULL,
       kind TEXT NOT NULL,
       place TEXT,
       revision TEXT,
       PRIMARY KEY (pipeline_id, action)
     )`,
    `CREATE INDEX source_watches_by_place ON source_watches (place)`,
    `CREATE TABLE git_events (
       id TEXT PRIMARY KEY,
       pipeline_id TEXT NOT NULL,
       action TEXT NOT NULL,
       event TEXT NOT NULL,
       received BIGINT NOT NULL
     )`,
  ],
};
