import type { Migration } from '../migrate.ts';

export const waiters: Migration = {
  id: 17,
  name: 'waiters',
  statements: [
    `CREATE TABLE execution_waiters (
       execution_id TEXT NOT NULL,
       kind TEXT NOT NULL,
       key TEXT NOT NULL,
       PRIMARY KEY (execution_id, kind, key)
     )`,
  ],
};
