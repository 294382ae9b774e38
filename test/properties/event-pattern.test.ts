import { describe, expect, it } from 'vitest';
import { parseJson } from '../../src/events/pattern/json-node.ts';
import { compilePattern } from '../../src/events/pattern/match.ts';

/** Whether an event matches; both are given as values, or as text where spelling counts. */
function matches(pattern: unknown, event: unknown): boolean {
  return compilePattern(textOf(pattern))(parseJson(textOf(event)));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function reasonOf(pattern: unknown): string {
  try {
    compilePattern(textOf(pattern));
    return 'accepted';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('an event pattern', () => {
  /** [what, list of wanted values of field `a`, event, expectation] */
  const VALUES: readonly (readonly [string, string, string, boolean])[] = [
    ['a string', '["x"]', '{"a":"x"}', true],
    ['another string', '["x"]', '{"a":"y"}', false],
    ['one of several', '["x","y"]', '{"a":"y"}', true],
    ['no field', '["x"]', '{}', false],
    ['300 written 300.0', '[300]', '{"a":300.0}', true],
    ['300 written 3e2', '[300]', '{"a":3e2}', true],
    ['300.0 wanted, 300 given', '[300.0]', '{"a":300}', true],
    ['a number as text', '[300]', '{"a":"300"}', false],
    ['true as text', '[true]', '{"a":"true"}', false],
    ['true', '[true]', '{"a":true}', true],
    ['false for true', '[true]', '{"a":false}', false],
    ['a number too long to compare, in the same digits', '[12345678901234567]', '{"a":12345678901234567}', true],
    ['a number too long to compare, its neighbour', '[12345678901234567]', '{"a":12345678901234568}', false],
    ['a number too long to compare, spelt otherwise', '[12345678901234567]', '{"a":12345678901234567.0}', false],
    ['zero and minus zero', '[0]', '{"a":-0}', true],
    ['null', '[null]', '{"a":null}', true],
    ['null for a missing field', '[null]', '{}', false],
    ['null for an empty list', '[null]', '{"a":[]}', false],
    ['an object where a value is wanted', '["x"]', '{"a":{"b":"x"}}', false],
    ['an address with leading zeros', '["10.0.0.5"]', '{"a":"010.0.0.5"}', true],
    ['an address in its long form', '["::1"]', '{"a":"0:0:0:0:0:0:0:1"}', true],
    ['exactly', '[{"exactly":"x"}]', '{"a":"x"}', true],
    ['escapes', '["x\\u0041"]', '{"a":"xA"}', true],

    ['exists: null', '[{"exists":true}]', '{"a":null}', true],
    ['exists: empty text', '[{"exists":true}]', '{"a":""}', true],
    ['exists: missing', '[{"exists":true}]', '{}', false],
    ['exists: empty list', '[{"exists":true}]', '{"a":[]}', false],
    ['exists: empty object', '[{"exists":true}]', '{"a":{}}', false],
    ['exists: object', '[{"exists":true}]', '{"a":{"b":1}}', false],
    ['exists: list', '[{"exists":true}]', '{"a":[1]}', true],
    ['absent: missing', '[{"exists":false}]', '{}', true],
    ['absent: empty list', '[{"exists":false}]', '{"a":[]}', true],
    ['absent: empty object', '[{"exists":false}]', '{"a":{}}', true],
    ['absent: object', '[{"exists":false}]', '{"a":{"b":1}}', true],
    ['absent: null', '[{"exists":false}]', '{"a":null}', false],
    ['absent: list', '[{"exists":false}]', '{"a":[1]}', false],
    ['absent or a value', '[{"exists":false},"x"]', '{"a":"x"}', true],
    ['absent or another value', '[{"exists":false},"x"]', '{"a":"y"}', false],

    ['anything-but: other', '[{"anything-but":"x"}]', '{"a":"y"}', true],
    ['anything-but: same', '[{"anything-but":"x"}]', '{"a":"x"}', false],
    ['anything-but: missing', '[{"anything-but":"x"}]', '{}', false],
    ['anything-but: empty list', '[{"anything-but":"x"}]', '{"a":[]}', false],
    ['anything-but: object', '[{"anything-but":"x"}]', '{"a":{"b":"y"}}', false],
    ['anything-but: null', '[{"anything-but":"x"}]', '{"a":null}', true],
    ['anything-but: another type', '[{"anything-but":"x"}]', '{"a":1}', true],
    ['anything-but: one other element', '[{"anything-but":"x"}]', '{"a":["x","y"]}', true],
    ['anything-but: only such elements', '[{"anything-but":"x"}]', '{"a":["x","x"]}', false],
    ['anything-but: list of strings', '[{"anything-but":["x","y"]}]', '{"a":"y"}', false],
    ['anything-but: number', '[{"anything-but":1}]', '{"a":1.0}', false],
    ['anything-but: list of numbers and the text of one', '[{"anything-but":[1,2]}]', '{"a":"1"}', true],
    ['anything-but prefix', '[{"anything-but":{"prefix":"in"}}]', '{"a":"init"}', false],
    ['anything-but prefix, other', '[{"anything-but":{"prefix":"in"}}]', '{"a":"out"}', true],
    ['anything-but prefixes', '[{"anything-but":{"prefix":["in","ou"]}}]', '{"a":"out"}', false],
    ['anything-but suffix', '[{"anything-but":{"suffix":"it"}}]', '{"a":"init"}', false],
    ['anything-but ignoring case', '[{"anything-but":{"equals-ignore-case":["X","Y"]}}]', '{"a":"y"}', false],
    ['anything-but wildcard', '[{"anything-but":{"wildcard":["*/lib/*"]}}]', '{"a":"a/lib/b"}', false],
    ['anything-but wildcard, other', '[{"anything-but":{"wildcard":"*/lib/*"}}]', '{"a":"a/bin/b"}', true],

    ['prefix', '[{"prefix":"us-"}]', '{"a":"us-east-1"}', true],
    ['prefix, other', '[{"prefix":"us-"}]', '{"a":"eu-us-"}', false],
    ['prefix of nothing', '[{"prefix":""}]', '{"a":""}', true],
    ['prefix of nothing, number', '[{"prefix":""}]', '{"a":1}', false],
    ['prefix ignoring case', '[{"prefix":{"equals-ignore-case":"EventB"}}]', '{"a":"eventbridge"}', true],
    ['suffix', '[{"suffix":".png"}]', '{"a":"x.png"}', true],
    ['suffix, other', '[{"suffix":".png"}]', '{"a":".png.gz"}', false],
    ['suffix of nothing', '[{"suffix":""}]', '{"a":"x"}', true],
    ['suffix ignoring case', '[{"suffix":{"equals-ignore-case":".PNG"}}]', '{"a":"x.pNg"}', true],
    ['equals-ignore-case', '[{"equals-ignore-case":"Alice"}]', '{"a":"aLICE"}', true],
    ['equals-ignore-case with accents', '[{"equals-ignore-case":"À"}]', '{"a":"à"}', true],
    ['equals-ignore-case is by character', '[{"equals-ignore-case":"ß"}]', '{"a":"SS"}', false],

    ['wildcard', '[{"wildcard":"dir/*.png"}]', '{"a":"dir/a/b.png"}', true],
    ['wildcard, other end', '[{"wildcard":"dir/*.png"}]', '{"a":"dir/a.png.gz"}', false],
    ['wildcard alone', '[{"wildcard":"*"}]', '{"a":""}', true],
    ['wildcard alone, number', '[{"wildcard":"*"}]', '{"a":1}', false],
    ['wildcard of nothing', '[{"wildcard":""}]', '{"a":""}', true],
    ['wildcard of nothing, text', '[{"wildcard":""}]', '{"a":"x"}', false],
    ['wildcard without overlap', '[{"wildcard":"ab*ba"}]', '{"a":"aba"}', false],
    ['wildcard with several stars', '[{"wildcard":"a*b*c"}]', '{"a":"a-b-b-c"}', true],
    ['an escaped star', '[{"wildcard":"a\\\\*b"}]', '{"a":"a*b"}', true],
    ['an escaped star is no star', '[{"wildcard":"a\\\\*b"}]', '{"a":"axb"}', false],
    ['an escaped backslash', '[{"wildcard":"a\\\\\\\\*"}]', '{"a":"a\\\\x"}', true],

    ['numeric =', '[{"numeric":["=",5]}]', '{"a":5.0}', true],
    ['numeric <', '[{"numeric":["<",5]}]', '{"a":5}', false],
    ['numeric <=', '[{"numeric":["<=",5]}]', '{"a":5}', true],
    ['numeric >', '[{"numeric":[">",5]}]', '{"a":5.000001}', true],
    ['numeric range', '[{"numeric":[">",0,"<=",5]}]', '{"a":5}', true],
    ['numeric range, below', '[{"numeric":[">",0,"<=",5]}]', '{"a":0}', false],
    ['numeric of text', '[{"numeric":["=",5]}]', '{"a":"5"}', false],
    ['numeric of a list', '[{"numeric":["=",5]}]', '{"a":["x",5]}', true],

    ['cidr', '[{"cidr":"10.0.0.0/24"}]', '{"a":"10.0.0.255"}', true],
    ['cidr, outside', '[{"cidr":"10.0.0.0/24"}]', '{"a":"10.0.1.0"}', false],
    ['cidr with bits of the host', '[{"cidr":"10.0.0.77/24"}]', '{"a":"10.0.0.1"}', true],
    ['cidr of a value with a mask', '[{"cidr":"10.0.0.0/24"}]', '{"a":"10.0.0.1/32"}', false],
    ['cidr of a value with a space', '[{"cidr":"10.0.0.0/24"}]', '{"a":"10.0.0.1 "}', false],
    ['cidr of IPv6', '[{"cidr":"2001:db8::/32"}]', '{"a":"2001:db8:1::1"}', true],
    ['cidr of IPv6, IPv4 given', '[{"cidr":"::/0"}]', '{"a":"10.0.0.1"}', false],
    ['cidr of all', '[{"cidr":"0.0.0.0/0"}]', '{"a":"200.1.2.3"}', true],

    ['any element', '["y"]', '{"a":["x","y"]}', true],
    ['nested lists', '["y"]', '{"a":[["x"],[["y"]]]}', true],
    ['either of two members of one name', '["x"]', '{"a":"x","a":"y"}', true],
    ['the other of them', '["y"]', '{"a":"x","a":"y"}', true],
  ];

  it.each(VALUES)('on %s', (_, wanted, event, expected) => {
    expect(matches(`{"a":${wanted}}`, event)).toBe(expected);
  });

  it('wants all of its fields', () => {
    const pattern = { source: ['aws.s3'], detail: { state: ['on'], kind: ['x'] } };
    expect(matches(pattern, { source: 'aws.s3', detail: { state: 'on', kind: 'x', more: 1 } })).toBe(true);
    expect(matches(pattern, { source: 'aws.s3', detail: { state: 'on', kind: 'y' } })).toBe(false);
  });

  it('may name a nested field with dots', () => {
    expect(matches({ 'detail.state': ['on'] }, { detail: { state: 'on' } })).toBe(true);
    expect(matches({ detail: { 'a.b': [1], a: { c: [2] } } }, { detail: { a: { b: 1, c: 2 } } })).toBe(true);
  });

  it('wants what it wants of one element of a list of objects in one and the same', () => {
    const pattern = { list: { x: [1], y: [2] } };
    expect(matches(pattern, { list: [{ x: 1, y: 2 }] })).toBe(true);
    expect(
      matches(pattern, {
        list: [
          { x: 1, y: 9 },
          { x: 9, y: 2 },
        ],
      }),
    ).toBe(false);
    expect(matches({ list: { x: [1], in: { y: [2] } } }, { list: [{ x: 1, in: [{ y: 3 }, { y: 2 }] }] })).toBe(true);
    expect(matches({ a: { x: [1] }, b: { y: [2] } }, { a: [{ x: 1 }], b: [{ z: 1 }, { y: 2 }] })).toBe(true);
  });

  it('looks for an absent field in the element that fields before it chose, else in all', () => {
    const event = { list: [{ b: 1 }, { c: 2 }] };
    expect(matches({ list: { b: [{ exists: false }] } }, event)).toBe(false);
    expect(matches({ list: { c: [2], d: [{ exists: false }] } }, event)).toBe(true);
    expect(matches({ list: { c: [2], x: [{ exists: false }] } }, { list: [{ c: 2 }, { x: 1 }] })).toBe(true);
    expect(matches({ gone: { deep: [{ exists: false }] } }, { other: 1 })).toBe(true);
    expect(matches({ a: { b: [{ exists: false }] } }, { a: [] })).toBe(true);
  });

  it('with $or wants one of several, and its other fields besides', () => {
    const pattern = { source: ['s'], detail: { $or: [{ a: [1] }, { b: [{ numeric: ['>', 5] }] }], c: ['c'] } };
    expect(matches(pattern, { source: 's', detail: { a: 1, c: 'c' } })).toBe(true);
    expect(matches(pattern, { source: 's', detail: { b: 6, c: 'c' } })).toBe(true);
    expect(matches(pattern, { source: 's', detail: { a: 1 } })).toBe(false);
    expect(matches(pattern, { source: 's', detail: { a: 2, b: 5, c: 'c' } })).toBe(false);
    const nested = { $or: [{ a: [1], $or: [{ b: [1] }, { c: [1] }] }, { d: [1] }] };
    expect(matches(nested, { a: 1, c: 1 })).toBe(true);
    expect(matches(nested, { a: 1 })).toBe(false);
    expect(matches(nested, { d: 1 })).toBe(true);
  });

  it('takes the last of two fields of one name, and ignores what follows it', () => {
    expect(matches('{"a":["x"],"a":["y"]} trailing', '{"a":"y"}')).toBe(true);
    expect(matches('{"a":["x"],"a":["y"]}', '{"a":"x"}')).toBe(false);
  });

  it.each([
    ['[]', 'Filter is not an object'],
    ['""', 'Filter is not an object'],
    ['', 'Filter is not an object'],
    ['{}', 'Empty objects are not allowed'],
    ['{"a":{}}', 'Empty objects are not allowed'],
    ['{"a":[]}', 'Empty arrays are not allowed'],
    ['{"a":"x"}', '"a" must be an object or an array'],
    ['{"a":[["x"]]}', 'Match value must be String, number, true, false, or null'],
    ['{"a":[{}]}', 'Match expression name not found'],
    ['{"a":[{"toString":"x"}]}', 'Unrecognized match type toString'],
    ['{"a":[{"prefix":"x","suffix":"y"}]}', 'Only one key allowed in match expression'],
    ['{"a":[{"prefix":1}]}', 'prefix match pattern must be a string'],
    ['{"a":[{"suffix":[]}]}', 'suffix match pattern must be a string'],
    ['{"a":[{"wildcard":1}]}', 'wildcard match pattern must be a string'],
    ['{"a":[{"equals-ignore-case":["x"]}]}', 'equals-ignore-case match pattern must be a string'],
    ['{"a":[{"exactly":1}]}', 'exact match pattern must be a string'],
    ['{"a":[{"cidr":1}]}', 'prefix match pattern must be a string'],
    ['{"a":[{"prefix":{"x":"y"}}]}', 'Unsupported prefix pattern: x'],
    ['{"a":[{"suffix":{"x":"y"}}]}', 'Unsupported suffix pattern: x'],
    ['{"a":[{"anything-but":{"x":"y"}}]}', 'Unsupported anything-but pattern: x'],
    ['{"a":[{"anything-but":{"prefix":{"equals-ignore-case":"x"}}}]}', 'prefix match pattern must be a string'],
    ['{"a":[{"exists":"x"}]}', 'exists match pattern must be either true or false.'],
    ['{"a":[{"anything-but":null}]}', 'Value of anything-but must be an array or single string/number value.'],
    ['{"a":[{"anything-but":[null]}]}', 'Inside anything but list, start|null|boolean is not supported.'],
    ['{"a":[{"anything-but":["x",1]}]}', 'Inside anything but list, either all values are number or string'],
    ['{"a":[{"anything-but":[]}]}', 'Inside anything but list, either all values are number or string'],
    [
      '{"a":[{"anything-but":{"equals-ignore-case":[1]}}]}',
      'Inside anything-but/equals-ignore-case list, number|start|null|boolean is not supported.',
    ],
    ['{"a":[{"anything-but":{"prefix":""}}]}', 'Null prefix/suffix not allowed'],
    ['{"a":[{"numeric":5}]}', 'Value of numeric must be an array.'],
    ['{"a":[{"numeric":[5]}]}', 'Invalid member in numeric match: '],
    ['{"a":[{"numeric":[">","x"]}]}', 'Value of > must be numeric'],
    ['{"a":[{"numeric":["~",5]}]}', 'Unrecognized numeric range operator: ~'],
    ['{"a":[{"numeric":[">",5,">",6]}]}', 'Bad numeric range operator: >'],
    ['{"a":[{"numeric":[">",5,6]}]}', 'Bad value in numeric range: '],
    ['{"a":[{"numeric":["=",5,6]}]}', 'Too many elements in numeric expression'],
    ['{"a":[{"numeric":[">",5,"<",7,8]}]}', 'Too many terms in numeric range expression'],
    ['{"a":[{"numeric":[">",5,"<",5]}]}', 'Bottom must be less than top'],
    ['{"a":[{"numeric":["=",12345678901234567]}]}', 'Cannot compare number : 12345678901234567'],
    ['{"a":[{"cidr":"10.0.0.1"}]}', "Malformed CIDR, one '/' required"],
    ['{"a":[{"cidr":"10.0.0.1/x"}]}', 'mask bits must be an integer'],
    ['{"a":[{"cidr":"10.0.0.1/-1"}]}', 'must not be negative'],
    ['{"a":[{"cidr":"10.0.0.1/32"}]}', 'IPv4 mask bits must be < 32'],
    ['{"a":[{"cidr":"::1/128"}]}', 'IPv6 mask bits must be < 128'],
    ['{"a":[{"cidr":"host/8"}]}', 'Nonstandard IP address: host'],
    ['{"a":[{"cidr":"1.2.3.400/8"}]}', 'Invalid IP address: 1.2.3.400'],
    ['{"a":[{"wildcard":"x**y"}]}', 'Consecutive wildcard characters at pos 1'],
    ['{"a":[{"wildcard":"x\\\\y"}]}', 'Invalid escape character at pos 1'],
    ['{"$or":{"a":[1]}}', 'It must be an Array followed with $or.'],
    ['{"$or":[{"a":[1]}]}', 'There must have at least 2 Objects in $or relationship.'],
    ['{"$or":[{"a":[1]},1]}', 'Only JSON object is allowed in array of $or relationship.'],
    ['{"$or":[{"prefix":["x"]},{"a":[1]}]}', 'prefix is Ruler reserved fieldName which cannot be used inside $or.'],
    ['{"a":[x]}', "Unrecognized token 'x': was expecting"],
    ['{"a":["x"', 'Unexpected end-of-input: expected close marker for Array'],
    ['{"a" ["x"]}', 'was expecting a colon to separate field name and value'],
    ['{a:["x"]}', 'was expecting double-quote to start field name'],
    ['{"a":["x" "y"]}', 'was expecting comma to separate Array entries'],
  ])('is refused: %s', (pattern, reason) => {
    expect(reasonOf(pattern)).toContain(reason);
  });

  it('is refused with the place where reading stopped', () => {
    expect(reasonOf('{"a":"x"}')).toBe(
      '"a" must be an object or an array\n at [Source: (String)"{"a":"x"}"; line: 1, column: 9]',
    );
    expect(reasonOf('{"a":\n []}')).toContain('line: 2, column: 4]');
    expect(reasonOf('{"a":[{"cidr":"x"}]}')).not.toContain('Source');
  });

  it('may not hold wildcards that are too complex to follow', () => {
    const reason = 'Rule is too complex - try using fewer wildcard characters';
    expect(reasonOf({ a: [{ wildcard: '*:*:*:*:*:event-bus/*' }] })).toContain(reason);
    expect(reasonOf({ a: [{ wildcard: '/Users/*/dir/dir/dir/dir/dir/doc.txt' }] })).toBe('accepted');
    expect(reasonOf({ a: [{ wildcard: 'arn:aws:s3:::*/logs/*.gz' }] })).toBe('accepted');
  });

  it('with more combinations of $or than a thousand is refused', () => {
    const alternatives = (name: string) => Array.from({ length: 11 }, (_, index) => ({ [name]: [index] }));
    const pattern = { a: { $or: alternatives('x') }, b: { $or: alternatives('x') }, c: { $or: alternatives('x') } };
    expect(reasonOf(pattern)).toContain('Rule is too complex');
  });
});

describe('matching', () => {
  it('takes time in proportion to the event, also for what is absent or only in the last element', () => {
    const list = [...Array(50_000).fill({ a: 1 }), { b: 1 }];
    const started = performance.now();
    expect(matches({ list: { b: [{ exists: false }] } }, { list })).toBe(false);
    expect(matches({ list: { a: [1], b: [1] } }, { list })).toBe(false);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
