import type { Migration } from '../migrate.ts';

/** The stage of an execution that was retried last, and when: the events of the stage tell it from then on. */
export const lastRetry: Migration = {
  id: 60,
  name: 'last-retry',
  statements: [
    'ALTER TABLE executions ADD COLUMN retried_stage TEXT',
    'ALTER TABLE executions ADD COLUMN retried_at BIGINT',
  ],
};
