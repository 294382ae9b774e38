import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../../src/gateway/http.ts';
import { expectedSignature, readClaim } from '../../../src/gateway/signature/sigv4.ts';
import { type RawRequest, sha256, signer } from '../../harness/raw-http.ts';

const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const CREDENTIAL = 'AKIDEXAMPLE/20150830/us-east-1/service/aws4_request';

function arrived({ method, path, headers, body }: RawRequest): HttpRequest {
  const [place = '/', ...query] = path.split('?');
  return {
    id: 'request',
    method,
    path: place,
    query: query.join('?'),
    headers,
    body: Readable.from([body ?? '']),
    remoteAddress: '127.0.0.1',
    endpoint: `http://${headers.host}`,
    signal: new AbortController().signal,
  };
}

function expected(request: RawRequest, secret: string): string {
  const received = arrived(request);
  const claim = readClaim(received);
  if (claim === undefined || claim === null) throw new Error('no claim');
  return expectedSignature(received, claim, secret, sha256(request.body ?? ''));
}

interface Vector {
  readonly name: string;
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signed?: string;
  readonly body?: string;
  readonly signature: string;
}

/** From AWS's Signature Version 4 test suite. */
const VECTORS: readonly Vector[] = [
  { name: 'get-vanilla', path: '/', signature: '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31' },
  {
    name: 'get-vanilla-query-order-key-case',
    path: '/?Param2=value2&Param1=value1',
    signature: 'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
  },
  {
    name: 'get-unreserved',
    path: '/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
    signature: '07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f',
  },
  {
    name: 'get-header-value-trim',
    path: '/',
    headers: { 'my-header1': ' value1', 'my-header2': ' "a   b   c"' },
    signed: 'host;my-header1;my-header2;x-amz-date',
    signature: 'acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736',
  },
  {
    name: 'post-vanilla',
    method: 'POST',
    path: '/',
    signature: '5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b',
  },
  {
    name: 'post-x-www-form-urlencoded',
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    signed: 'content-type;host;x-amz-date',
    body: 'Param1=value1',
    signature: 'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
  },
];

describe('a signature of version 4', () => {
  it.each(VECTORS)('is what AWS says for $name', ({ method = 'GET', path, headers, signed, body, signature }) => {
    const request = {
      method,
      path,
      headers: {
        host: 'example.amazonaws.com',
        'x-amz-date': '20150830T123600Z',
        authorization: `AWS4-HMAC-SHA256 Credential=${CREDENTIAL}, SignedHeaders=${signed ?? 'host;x-amz-date'}, Signature=${signature}`,
        ...headers,
      },
      body,
    };
    expect(expected(request, SECRET)).toBe(signature);
  });

  const text = fc.string({ unit: 'grapheme', minLength: 0, maxLength: 12 });
  const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}$/);
  const value = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
  const requests = fc.record({
    method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD'),
    segments: fc.array(
      text.filter((segment) => segment !== '.' && segment !== '..'),
      { maxLength: 4 },
    ),
    query: fc.dictionary(
      // The SDK's own signer keeps parameters in plain objects, and loses this one.
      text.filter((name) => name !== '' && name !== '__proto__'),
      fc.oneof(text, fc.array(text, { minLength: 1, maxLength: 3 })),
      {
        maxKeys: 4,
      },
    ),
    headers: fc.dictionary(
      word.map((name) => `x-${name}`),
      value,
      { maxKeys: 3 },
    ),
    body: fc.string({ unit: 'binary', maxLength: 100 }),
    service: fc.constantFrom('s3', 'codepipeline'),
    secret: fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }),
    token: fc.option(word, { nil: undefined }),
  });
  type Shape = typeof requests extends fc.Arbitrary<infer T> ? T : never;

  const encode = (part: string) =>
    encodeURIComponent(part).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  const pathOf = ({ segments }: Shape) =>
    `/${segments
      .filter((segment) => segment !== '')
      .map(encode)
      .join('/')}`;
  const queryOf = (query: Readonly<Record<string, string | string[] | null>>) =>
    Object.entries(query)
      .flatMap(([name, values]) => [values ?? ''].flat().map((item) => `${encode(name)}=${encode(item)}`))
      .join('&');
  const join = (path: string, query: string) => (query === '' ? path : `${path}?${query}`);
  const signingOf = ({ service, secret, token }: Shape) => ({
    service,
    accessKeyId: 'AKIDEXAMPLE',
    secretAccessKey: secret,
    ...(token === undefined ? {} : { sessionToken: token }),
  });
  const unsigned = (made: Shape) => ({
    method: made.method,
    protocol: 'http:',
    hostname: '127.0.0.1',
    port: 4566,
    path: pathOf(made),
    query: made.query,
    headers: { host: '127.0.0.1:4566', ...made.headers },
  });

  it("in the header is the SDK's, whatever the request", async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (made) => {
        const signed = await signer(signingOf(made)).sign({ ...unsigned(made), body: made.body });
        const request = {
          method: made.method,
          path: join(pathOf(made), queryOf(made.query)),
          headers: signed.headers,
          body: made.body,
        };
        expect(readClaim(arrived(request))).toMatchObject({ signature: expected(request, made.secret) });
      }),
      { numRuns: 300 },
    );
  });

  it("in a presigned URL is the SDK's, whatever the request", async () => {
    await fc.assert(
      fc.asyncProperty(requests, async (made) => {
        const signed = await signer(signingOf(made)).presign(unsigned(made), { expiresIn: 60 });
        const request = {
          method: made.method,
          path: join(pathOf(made), queryOf(signed.query ?? {})),
          headers: { host: '127.0.0.1:4566', ...made.headers },
        };
        const claim = readClaim(arrived(request));
        expect(claim).toMatchObject({ expiresIn: 60, sessionToken: made.token });
        expect(claim).toMatchObject({ signature: expected(request, made.secret) });
      }),
      { numRuns: 300 },
    );
  });

  it('is another for another secret, body, path, query or header', async () => {
    const request: RawRequest = {
      method: 'POST',
      path: '/a?b=c',
      headers: {
        host: 'example.amazonaws.com',
        'x-amz-date': '20150830T123600Z',
        authorization: `AWS4-HMAC-SHA256 Credential=${CREDENTIAL}, SignedHeaders=host;x-amz-date, Signature=0`,
      },
      body: 'body',
    };
    const signatures = [
      expected(request, SECRET),
      expected(request, `${SECRET}.`),
      expected({ ...request, body: 'Body' }, SECRET),
      expected({ ...request, path: '/A?b=c' }, SECRET),
      expected({ ...request, path: '/a?b=d' }, SECRET),
      expected({ ...request, headers: { ...request.headers, host: 'other' } }, SECRET),
    ];
    expect(new Set(signatures).size).toBe(signatures.length);
  });
});

describe('an Authorization header that is not complete', () => {
  const complete = `AWS4-HMAC-SHA256 Credential=${CREDENTIAL}, SignedHeaders=host;x-amz-date, Signature=00`;
  it.each([
    ['another scheme', 'Basic dGVzdDp0ZXN0'],
    ['another algorithm', complete.replace('SHA256', 'SHA1')],
    ['no credential', complete.replace(/Credential=[^,]*/, 'Credential=')],
    ['a credential with too few parts', complete.replace('/service/aws4_request', '')],
    ['a credential with too many parts', complete.replace('service', 'a/b')],
    ['another terminator', complete.replace('aws4_request', 'aws5_request')],
    ['no signature', complete.replace(/Signature=00/, '')],
    ['the host not signed', complete.replace('host;x-amz-date', 'x-amz-date')],
    ['nothing', ''],
  ])('is no claim: %s', (_, authorization) => {
    const headers = { host: 'h', 'x-amz-date': '20150830T123600Z', authorization };
    expect(readClaim(arrived({ method: 'GET', path: '/', headers }))).toBeNull();
  });

  it('nor is one without a date, or with a date that is none', () => {
    for (const date of [undefined, '2015-08-30', '20150830T123600']) {
      const headers = { host: 'h', authorization: complete, ...(date === undefined ? {} : { 'x-amz-date': date }) };
      expect(readClaim(arrived({ method: 'GET', path: '/', headers }))).toBeNull();
    }
  });

  it('nor is any noise', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (noise) => {
        const headers = { host: 'h', 'x-amz-date': '20150830T123600Z', authorization: `AWS4-HMAC-SHA256 ${noise}` };
        expect(readClaim(arrived({ method: 'GET', path: '/', headers }))).toBeNull();
      }),
    );
  });
});
