import type { Migration } from '../migrate.ts';

/** When the agent of a host asked for work last, and what it says it is. */
export const agents: Migration = {
  id: 43,
  name: 'agents',
  statements: [
    `CREATE TABLE agents (
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       host TEXT NOT NULL,
       last_polled BIGINT NOT NULL,
       version TEXT,
       PRIMARY KEY (account, region, host)
     )`,
  ],
};
