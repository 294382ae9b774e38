import { describe, expect, it } from 'vitest';
import { runScript } from '../../harness/child.ts';
import { MUTATIONS } from './mutations.ts';

const SEEDS = 40;
const LOADER = new URL('./mutate.ts', import.meta.url).href;

/** A simulator that cannot find anything proves nothing: the product is broken on purpose, and it must say how. */
describe('the simulator finds a product that', () => {
  it.concurrent.each(MUTATIONS)('$name', { timeout: 120_000 }, async ({ name, found }) => {
    const script = 'test/simulation/simulate.ts';
    const environment = { NODE_OPTIONS: `--import ${LOADER}`, MUTATION: name };
    const child = runScript(script, ['--seeds', String(SEEDS), '--no-shorten'], environment);
    expect(await child.exit, child.errors.join('\n')).toBe(1);
    expect(child.lines.join('\n')).toMatch(found);
  });
});
