import { describe, expect, it } from 'vitest';
import { clientAddress } from '../../src/gateway/client-address.ts';
import { isSignedBy } from '../../src/kernel/hub-signature.ts';
import { parseRange } from '../../src/kernel/ip-range.ts';
import { isAuthentic } from '../../src/services/codepipeline/webhooks/webhook-authentication.ts';
import { checkFilter, matches } from '../../src/services/codepipeline/webhooks/webhook-filters.ts';

describe('a signature', () => {
  it('is the one that GitHub documents', () => {
    const signature = 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';
    const header = (name: string) => (name === 'x-hub-signature-256' ? signature : undefined);
    expect(isSignedBy("It's a Secret to Everybody", Buffer.from('Hello, World!'), header)).toBe(true);
    expect(isSignedBy("It's a Secret to Everybody", Buffer.from('Hello, World?'), header)).toBe(false);
  });
});

describe('an address', () => {
  it.each([
    ['192.0.2.0/24', '192.0.2.255', true],
    ['192.0.2.0/24', '192.0.3.0', false],
    ['192.0.2.0/24', '::ffff:192.0.2.7', true],
    ['2001:db8::/32', '2001:db8:ffff::1', true],
    ['2001:db8::/32', '2001:db9::1', false],
    ['2001:db8::/32', '192.0.2.1', false],
    ['0.0.0.0/0', '2001:db8::1', false],
    ['::1/128', '::1', true],
    ['192.0.2.0/24', '', false],
  ])('in %s: %s is %s', (AllowedIPRange, address, expected) => {
    const webhook = {
      name: 'w',
      targetPipeline: 'p',
      targetAction: 'a',
      filters: [],
      authentication: 'IP',
      authenticationConfiguration: { AllowedIPRange },
    } as const;
    expect(isAuthentic(webhook, { body: Buffer.of(), headers: {}, header: () => undefined, address })).toBe(expected);
  });
});

describe('the address of a client', () => {
  const proxies = ['10.0.0.0/8', '2001:db8::/32'].map(parseRange).filter((range) => range !== undefined);
  it.each([
    ['192.0.2.1', undefined, '192.0.2.1'],
    ['192.0.2.1', '203.0.113.7', '192.0.2.1'],
    ['10.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::ffff:10.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db9::7', '2001:db9::7'],
    ['10.0.0.1', '192.0.2.9, 203.0.113.7, 10.0.0.2', '203.0.113.7'],
    ['10.0.0.1', '10.0.0.3,10.0.0.2', '10.0.0.3'],
    ['10.0.0.1', 'unknown', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.7, unknown', '10.0.0.1'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
  ])('of %s that speaks for %s is %s', (connection, forwarded, client) => {
    expect(clientAddress(connection, forwarded, proxies)).toBe(client);
  });
});

describe('a filter', () => {
  const BODY = {
    ref: 'refs/heads/main',
    number: 7,
    fork: false,
    nothing: null,
    'a-b': 'dash',
    commits: [
      { id: 'one', added: ['README.md', 'src/a.ts'] },
      { id: 'two', added: [] },
    ],
  };
  it.each<[string, string | undefined, boolean]>([
    ['$.ref', 'refs/heads/main', true],
    ['$.ref', 'refs/heads/{Branch}', true],
    ['$.ref', '{Kind}/heads/{Branch}', true],
    ['$.ref', 'refs/heads/{Missing}', false],
    ['$.ref', 'refs/heads/{constructor}', false],
    ['ref', 'refs/heads/main', true],
    ["$['ref']", 'refs/heads/main', true],
    ["$['a-b']", 'dash', true],
    ['$.ref', 'main', false],
    ['$.ref', undefined, true],
    ['$.missing', undefined, false],
    ['$.number', '7', true],
    ['$.fork', 'false', true],
    ['$.nothing', 'null', true],
    ['$.commits', undefined, true],
    ['$.commits', '[object Object]', false],
    ['$.commits[0].id', 'one', true],
    ['$.commits[-1].id', 'two', true],
    ['$.commits[*].added[*]', 'src/a.ts', true],
    ['$..id', 'two', true],
    ["$.commits[?@.id == 'two'].id", undefined, true],
    ["$.commits[?(@.id == 'three')].id", undefined, false],
    ['$.constructor', undefined, false],
    ['$.__proto__', undefined, false],
    ['$.ref.length', undefined, false],
  ])('%s = %s: %s', (jsonPath, matchEquals, expected) => {
    checkFilter({ jsonPath, matchEquals });
    expect(matches({ jsonPath, matchEquals }, BODY, { Branch: 'main', Kind: 'refs' })).toBe(expected);
  });

  it('takes no longer than its body is long, whatever path is accepted and whatever body comes', () => {
    let nested: unknown = 1;
    for (let depth = 0; depth < 2000; depth += 1) nested = { a: nested, b: [nested === 1] };
    const began = performance.now();
    for (const jsonPath of ['$..a', '$..[?@.a]', '$..*', '$..[?@.b[0] == true].a', '$[*][*][*][*]']) {
      checkFilter({ jsonPath });
      matches({ jsonPath }, nested, {});
    }
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
