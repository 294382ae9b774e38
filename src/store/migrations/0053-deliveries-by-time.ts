import type { Migration } from '../migrate.ts';

/** When a lane's next delivery is due is asked after each one: without this a long line would be read through each time. */
export const deliveriesByTime: Migration = {
  id: 53,
  name: 'deliveries-by-time',
  statements: [`CREATE INDEX deliveries_due ON deliveries (lane, due)`],
};
