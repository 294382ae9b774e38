import { describe, expect, it } from 'vitest';
import { runScript } from '../../harness/child.ts';
import { MUTATIONS } from './mutations.ts';

/** How many stories it may take from the one that is known to find it: another story may have to, once stories are told otherwise. */
const SEEDS = 200;
const LOADER = new URL('./mutate.ts', import.meta.url).href;

/** A simulator that cannot find anything proves nothing: the product is broken on purpose, and it must say how. */
describe('the simulator finds a product that', () => {
  it.concurrent.each(MUTATIONS)('$name', { timeout: 120_000 }, async ({ name, seed, found }) => {
    const script = 'test/simulation/simulate.ts';
    const environment = { NODE_OPTIONS: `--import ${LOADER}`, MUTATION: name };
    const child = runScript(script, ['--from', `${seed}`, '--seeds', `${SEEDS}`, '--no-shorten'], environment);
    expect(await child.exit, child.errors.join('\n')).toBe(1);
    expect(child.lines.join('\n')).toMatch(found);
  });
});
