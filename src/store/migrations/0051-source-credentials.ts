import type { Migration } from '../migrate.ts';

/** What builds sign in to git hosts with: one for each kind of host. */
export const sourceCredentials: Migration = {
  id: 51,
  name: 'source-credentials',
  statements: [
    `CREATE TABLE source_credentials (
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       server_type TEXT NOT NULL,
       auth_type TEXT NOT NULL,
       username TEXT,
       token TEXT NOT NULL,
       PRIMARY KEY (account, region, server_type)
     )`,
  ],
};
