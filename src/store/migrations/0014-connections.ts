import type { Migration } from '../migrate.ts';

export const connections: Migration = {
  id: 14,
  name: 'connections',
  statements: [
    `CREATE TABLE connections (
       id TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       service TEXT NOT NULL,
       name TEXT NOT NULL,
       provider_type TEXT NOT NULL,
       host_id TEXT,
       status TEXT NOT NULL,
       clone_url TEXT,
       username TEXT,
       password TEXT,
       webhook_secret TEXT,
       created BIGINT NOT NULL
     )`,
    'CREATE INDEX connections_by_place ON connections (account, region, id)',
    'CREATE INDEX connections_by_host ON connections (host_id)',
    `CREATE TABLE connection_hosts (
       id TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       service TEXT NOT NULL,
       name TEXT NOT NULL,
       provider_type TEXT NOT NULL,
       endpoint TEXT NOT NULL,
       vpc TEXT,
       status TEXT NOT NULL,
       created BIGINT NOT NULL
     )`,
    'CREATE INDEX connection_hosts_by_place ON connection_hosts (account, region, id)',
  ],
};
