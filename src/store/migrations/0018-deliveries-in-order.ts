import type { Migration } from '../migrate.ts';

/** Deliveries get an order, and lanes in which it is kept. No version before this one was released: none are carried over. */
export const deliveriesInOrder: Migration = {
  id: 18,
  name: 'deliveries-in-order',
  statements: [
    `DROP TABLE deliveries`,
    `CREATE TABLE deliveries (
       sequence AUTOINCREMENT_KEY,
       id TEXT NOT NULL UNIQUE,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       rule TEXT NOT NULL,
       target TEXT NOT NULL,
       event TEXT NOT NULL,
       lane TEXT NOT NULL,
       attempts BIGINT NOT NULL DEFAULT 0,
       due BIGINT NOT NULL,
       created BIGINT NOT NULL
     )`,
    `CREATE INDEX deliveries_of_lane ON deliveries (lane, sequence)`,
  ],
};
