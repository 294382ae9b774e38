import type { Migration } from '../migrate.ts';

export const sweptArtifacts: Migration = {
  id: 26,
  name: 'swept-artifacts',
  statements: [`CREATE TABLE swept_artifacts (execution_id TEXT PRIMARY KEY)`],
};
