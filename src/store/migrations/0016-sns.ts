import type { Migration } from '../migrate.ts';

export const sns: Migration = {
  id: 16,
  name: 'sns',
  statements: [
    `CREATE TABLE topics (
       arn TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       name TEXT NOT NULL,
       attributes TEXT NOT NULL,
       created BIGINT NOT NULL
     )`,
    `CREATE INDEX topics_of_account ON topics (account, region, name)`,
    `CREATE TABLE subscriptions (
       sequence AUTOINCREMENT_KEY,
       arn TEXT NOT NULL UNIQUE,
       topic_arn TEXT NOT NULL,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       protocol TEXT NOT NULL,
       endpoint TEXT NOT NULL,
       attributes TEXT NOT NULL,
       state TEXT NOT NULL,
       token TEXT NOT NULL UNIQUE,
       subscribed_by TEXT NOT NULL,
       guarded BIGINT NOT NULL DEFAULT 0,
       created BIGINT NOT NULL,
       UNIQUE (topic_arn, protocol, endpoint)
     )`,
    `CREATE INDEX subscriptions_of_topic ON subscriptions (topic_arn, sequence)`,
    `CREATE INDEX subscriptions_of_account ON subscriptions (account, region, sequence)`,
    `CREATE TABLE notifications (
       id TEXT PRIMARY KEY,
       subscription_arn TEXT NOT NULL,
       message TEXT NOT NULL,
       attempts BIGINT NOT NULL DEFAULT 0
     )`,
  ],
};
