import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Place } from './place.ts';
import { play } from './play.ts';
import { PostgresPlaces } from './postgres-place.ts';
import { storyOf } from './telling/stories.ts';

const SEEDS = 45;
const SEEDS_ON_POSTGRES = 3;

describe('a simulated installation', () => {
  let places: PostgresPlaces;
  beforeAll(() => {
    places = new PostgresPlaces(inject('postgres'));
  });
  afterAll(() => places.close());

  it(`keeps every invariant through ${SEEDS} stories of clients, crashes, lost wake-ups and slow clocks`, {
    timeout: 120_000,
  }, async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) await endsWell(seed);
  });

  it(`and on PostgreSQL through ${SEEDS_ON_POSTGRES}`, { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= SEEDS_ON_POSTGRES; seed += 1) await endsWell(seed, () => places.open());
  });

  it('tells the same story of the same seed', async () => {
    expect((await play(storyOf(7))).lines).toEqual((await play(storyOf(7))).lines);
  });
});

async function endsWell(seed: number, open?: () => Promise<Place>): Promise<void> {
  const { violations, lines } = await play(storyOf(seed), open);
  expect(violations, `seed ${seed}: npm run simulate -- --seed ${seed}\n${lines.join('\n')}`).toEqual([]);
}
