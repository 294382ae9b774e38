import type { Migration } from '../migrate.ts';

/** Who last enabled a transition that had been disabled, and when. */
export const enabledTransitions: Migration = {
  id: 50,
  name: 'enabled-transitions',
  statements: [
    `CREATE TABLE enabled_transitions (
       pipeline_id TEXT NOT NULL,
       stage TEXT NOT NULL,
       side TEXT NOT NULL,
       changed_by TEXT NOT NULL,
       changed_at BIGINT NOT NULL,
       PRIMARY KEY (pipeline_id, stage, side)
     )`,
  ],
};
