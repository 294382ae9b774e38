import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLike } from '../../src/gateway/permissions/session-policy.ts';

const letters = (...units: string[]) => fc.string({ unit: fc.constantFrom(...units), maxLength: 12 });

describe('patterns of policies', () => {
  it('mean what the same regular expression means', () => {
    fc.assert(
      fc.property(letters('a', 'b', '*', '?', '.'), letters('a', 'b', '.', '*'), (pattern, text) => {
        const expression = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.');
        expect(isLike(pattern, text)).toBe(new RegExp(`^${expression}$`).test(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('take no longer for being cunning', () => {
    const begun = process.hrtime.bigint();
    expect(isLike(`${'*a'.repeat(900)}b`, 'a'.repeat(2000))).toBe(false);
    expect(Number(process.hrtime.bigint() - begun) / 1e6).toBeLessThan(500);
  });
});
