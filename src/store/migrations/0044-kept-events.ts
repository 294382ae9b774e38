import type { Migration } from '../migrate.ts';

/** What went over the bus, as it went: `execution_id` names the execution of a pipeline that an event tells of. */
export const keptEvents: Migration = {
  id: 44,
  name: 'kept-events',
  statements: [
    `CREATE TABLE kept_events (
       sequence AUTOINCREMENT_KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       execution_id TEXT,
       kept BIGINT NOT NULL,
       event TEXT NOT NULL
     )`,
    `CREATE INDEX kept_events_of_execution ON kept_events (execution_id, sequence)`,
    `CREATE INDEX kept_events_of_bus ON kept_events (account, region, sequence)`,
  ],
};
