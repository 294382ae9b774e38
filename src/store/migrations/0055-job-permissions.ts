import type { Migration } from '../migrate.ts';

/** What the credentials of a job are good for beside its artifacts: statements of a policy, as its type declared them. */
export const jobPermissions: Migration = {
  id: 55,
  name: 'job-permissions',
  statements: ['ALTER TABLE jobs ADD COLUMN permissions TEXT'],
};
