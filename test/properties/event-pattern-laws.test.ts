import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson, writeJson } from '../../src/events/pattern/json-node.ts';
import { compilePattern } from '../../src/events/pattern/match.ts';
import { PatternError } from '../../src/events/pattern/pattern-error.ts';

const matches = (pattern: unknown, event: unknown): boolean =>
  compilePattern(JSON.stringify(pattern))(parseJson(JSON.stringify(event)));

const name = fc.constantFrom('a', 'b', 'c', 'd');
const leaf = fc.oneof(
  fc.constantFrom('x', 'y', '', '10.0.0.1'),
  fc.integer({ min: -3, max: 3 }),
  fc.boolean(),
  fc.constant(null),
);
const { event } = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, fc.array(tie('value'), { maxLength: 3 }), tie('event')),
  event: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
}));
const values = fc.array(
  fc.oneof(
    leaf,
    fc.constantFrom(
      { prefix: 'x' },
      { 'anything-but': 'x' },
      { numeric: ['>', 0] },
      { exists: true },
      { wildcard: '*x*' },
    ),
  ),
  { minLength: 1, maxLength: 3 },
);
const { pattern } = fc.letrec((tie) => ({
  field: fc.oneof({ depthSize: 'small' }, values, tie('pattern')),
  pattern: fc.dictionary(name, tie('field'), { minKeys: 1, maxKeys: 3 }),
}));

describe('event patterns', () => {
  it('never fail on any event, and read JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.parse(writeJson(parseJson(text)))).toEqual(JSON.parse(text));
      }),
    );
    fc.assert(fc.property(pattern, event, (wanted, given) => typeof matches(wanted, given) === 'boolean'));
  });

  it('are accepted, or refused with a reason, whatever text they are', () => {
    const fragments = fc.array(
      fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '"prefix"', '"$or"', '"numeric"', '1', 'null', ' ', '"<"'),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(fragments, (parts) => {
        try {
          compilePattern(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(PatternError);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('of two fields match when both match, where no list makes them one another’s business', () => {
    const flat = fc.dictionary(name, leaf, { maxKeys: 4 });
    fc.assert(
      fc.property(flat, values, values, (given, one, other) => {
        expect(matches({ a: one, b: other }, given)).toBe(matches({ a: one }, given) && matches({ b: other }, given));
      }),
    );
  });

  it('with more values match no less, with more fields no more', () => {
    fc.assert(
      fc.property(pattern, values, leaf, event, (wanted, some, more, given) => {
        if (matches({ e: some }, { e: given.a })) expect(matches({ e: [...some, more] }, { e: given.a })).toBe(true);
        if (matches({ ...wanted, z: some }, given)) expect(matches(wanted, given)).toBe(true);
      }),
    );
  });

  it('with $or match when one of the alternatives does', () => {
    fc.assert(
      fc.property(pattern, pattern, event, (one, other, given) => {
        expect(matches({ $or: [one, other] }, given)).toBe(matches(one, given) || matches(other, given));
      }),
    );
  });

  it('want a field to be there or not to be there, one of the two', () => {
    fc.assert(
      fc.property(event, (given) => {
        expect(matches({ a: [{ exists: true }] }, given)).toBe(!matches({ a: [{ exists: false }] }, given));
      }),
    );
  });

  it('with wildcards match as the regular expression of the same meaning does', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
    const wildcard = fc
      .array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 6 })
      .map((parts) => parts.join('').replace(/\*+/g, '*'));
    fc.assert(
      fc.property(wildcard, text, (wanted, given) => {
        const expression = new RegExp(`^${wanted.replaceAll('*', '.*')}$`, 's');
        expect(matches({ a: [{ wildcard: wanted }] }, { a: given })).toBe(expression.test(given));
      }),
      { numRuns: 1000 },
    );
  });
});
