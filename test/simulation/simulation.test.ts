import { describe, expect, it } from 'vitest';
import { play } from './play.ts';
import { storyOf } from './story.ts';

const SEEDS = 60;

describe('a simulated installation', () => {
  it(`keeps every invariant through ${SEEDS} stories of clients, crashes, lost wake-ups and slow clocks`, {
    timeout: 120_000,
  }, async () => {
    for (let seed = 1; seed <= SEEDS; seed += 1) {
      const { violations, lines } = await play(storyOf(seed));
      expect(violations, `seed ${seed}: npm run simulate -- --seed ${seed}\n${lines.join('\n')}`).toEqual([]);
    }
  });

  it('tells the same story of the same seed', async () => {
    expect((await play(storyOf(7))).lines).toEqual((await play(storyOf(7))).lines);
  });
});
