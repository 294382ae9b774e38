import type { Migration } from '../migrate.ts';

export const codecommit: Migration = {
  id: 3,
  name: 'codecommit',
  statements: [
    `CREATE TABLE repositories (
       id TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       name TEXT NOT NULL,
       description TEXT,
       default_branch TEXT,
       announcements BIGINT NOT NULL DEFAULT 0,
       created BIGINT NOT NULL,
       updated BIGINT NOT NULL,
       UNIQUE (account, region, name)
     )`,
    `CREATE TABLE announced_refs (
       repository_id TEXT NOT NULL,
       ref TEXT NOT NULL,
       commit_id TEXT NOT NULL,
       PRIMARY KEY (repository_id, ref)
     )`,
  ],
};
