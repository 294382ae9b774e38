import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { beginChecksum, CHECKSUM_ALGORITHMS, type Checksum, isChecksumAlgorithm } from '../kernel/checksum.ts';
import { ServiceError } from '../kernel/service-error.ts';
import { type HttpRequest, header } from './http.ts';
import type { Verified } from './signature/authenticate.ts';
import { readChunks, type Trailers } from './signature/chunked-body.ts';
import { UNSIGNED_PAYLOAD } from './signature/sigv4.ts';

/**
 * The body of an S3 request. Everything the client said of it is checked while it streams by: the signature's SHA-256 or that of each
 * chunk, Content-MD5, the checksum of a header or trailer, the length. What is wrong comes out as an error at the end of the
 * stream, so whoever reads it keeps nothing before it has ended well.
 *
 * Gaps: the XXHASH checksums are not known.
 */
const SIGNED_CHUNKS = ['STREAMING-AWS4-HMAC-SHA256-PAYLOAD', 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER'];
const UNSIGNED_CHUNKS = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';

/** What the signature says of the body: a SHA-256 in hex or one of AWS's words. */
export function payloadWord(request: HttpRequest): string {
  const word = header(request, 'x-amz-content-sha256') ?? queryWord(request.query);
  if (word === undefined) {
    throw new ServiceError('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  }
  if (/^[0-9a-f]{64}$/.test(word) || [UNSIGNED_PAYLOAD, UNSIGNED_CHUNKS, ...SIGNED_CHUNKS].includes(word)) return word;
  throw new ServiceError(
    'InvalidArgument',
    'x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER or a valid sha256 value.',
    400,
    { ArgumentName: 'x-amz-content-sha256', ArgumentValue: word },
  );
}

function queryWord(query: string): string | undefined {
  const parameters = new URLSearchParams(query);
  if (!parameters.has('X-Amz-Signature')) return undefined;
  return parameters.get('X-Amz-Content-Sha256') ?? UNSIGNED_PAYLOAD;
}

/** The content, free of framing and checked as it is read. */
export function openPayload(request: HttpRequest, verified: Verified, word: string): Readable {
  const chunked = word.startsWith('STREAMING-');
  const checks = [...lengthChecks(request, chunked), ...md5Checks(request), ...hashChecks(word)];
  const sums = checksumChecks(request);
  const signer = SIGNED_CHUNKS.includes(word) ? verified : undefined;
  const source = unwrap(request);
  const content = chunked ? readChunks(source, signer) : source;
  return Readable.from(checked(content, [...checks, ...sums]), { objectMode: false });
}

/** One thing to hold against the content. */
interface Check {
  update(bytes: Buffer): void;
  finish(trailers: Trailers): void;
}

/** The request's own stream must not be destroyed when reading stops early: the answer goes out on its socket. */
async function* unwrap(request: HttpRequest): AsyncGenerator<Buffer, Trailers> {
  for await (const chunk of request.body.iterator({ destroyOnReturn: false })) yield chunk;
  return new Map();
}

async function* checked(content: AsyncGenerator<Buffer, Trailers>, checks: readonly Check[]): AsyncGenerator<Buffer> {
  for (;;) {
    const next = await content.next();
    if (next.done) {
      for (const check of checks) check.finish(next.value);
      return;
    }
    for (const check of checks) check.update(next.value);
    yield next.value;
  }
}

function lengthChecks(request: HttpRequest, chunked: boolean): Check[] {
  const announced = header(request, chunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (announced === undefined) return [];
  let length = 0;
  return [
    {
      update: (bytes) => {
        length += bytes.length;
      },
      finish: () => {
        if (length !== Number(announced)) {
          throw new ServiceError(
            'IncompleteBody',
            'You did not provide the number of bytes specified by the Content-Length HTTP header',
          );
        }
      },
    },
  ];
}

function md5Checks(request: HttpRequest): Check[] {
  const expected = header(request, 'content-md5');
  if (expected === undefined) return [];
  if (Buffer.from(expected, 'base64').length !== 16) {
    throw new ServiceError('InvalidDigest', 'The Content-MD5 you specified was invalid.', 400, {
      'Content-MD5': expected,
    });
  }
  const refuse = (found: string) =>
    new ServiceError('BadDigest', 'The Content-MD5 you specified did not match what we received.', 400, {
      ExpectedDigest: expected,
      CalculatedDigest: found,
    });
  return [digestCheck(beginChecksum('MD5'), 'base64', () => expected, refuse)];
}

function hashChecks(word: string): Check[] {
  if (!/^[0-9a-f]{64}$/.test(word)) return [];
  const refuse = (found: string) =>
    new ServiceError(
      'XAmzContentSHA256Mismatch',
      "The provided 'x-amz-content-sha256' header does not match what was computed.",
      400,
      { ClientComputedContentSHA256: word, S3ComputedContentSHA256: found },
    );
  const hash = createHash('sha256');
  const sum = { update: (bytes: Uint8Array) => void hash.update(bytes), digest: () => hash.digest() };
  return [digestCheck(sum, 'hex', () => word, refuse)];
}

/** Of each algorithm that a header brings or `x-amz-trailer` announces. */
function checksumChecks(request: HttpRequest): Check[] {
  const announced = (header(request, 'x-amz-trailer') ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  return CHECKSUM_ALGORITHMS.flatMap((algorithm) => {
    const name = `x-amz-checksum-${algorithm.toLowerCase()}`;
    const inHeader = isFullObjectSum(request, name) ? undefined : header(request, name);
    if (inHeader === undefined && !announced.includes(name)) return [];
    const refuse = () =>
      new ServiceError(
        isChecksumAlgorithm(algorithm) && inHeader !== undefined && !isDigest(algorithm, inHeader)
          ? 'InvalidRequest'
          : 'BadDigest',
        inHeader !== undefined && !isDigest(algorithm, inHeader)
          ? `Value for ${name} header is invalid.`
          : `The ${algorithm} you specified did not match the calculated checksum.`,
      );
    return [digestCheck(beginChecksum(algorithm), 'base64', (trailers) => inHeader ?? trailers.get(name), refuse)];
  });
}

/** On CompleteMultipartUpload the header speaks of the whole object, not of the body of the request. */
function isFullObjectSum(request: HttpRequest, name: string): boolean {
  return request.method === 'POST' && header(request, name) !== undefined && /(?:^|&)uploadId=/.test(request.query);
}

function isDigest(algorithm: (typeof CHECKSUM_ALGORITHMS)[number], value: string): boolean {
  return Buffer.from(value, 'base64').length === beginChecksum(algorithm).digest().length;
}

function digestCheck(
  sum: Checksum,
  encoding: 'hex' | 'base64',
  expected: (trailers: Trailers) => string | undefined,
  refuse: (found: string) => ServiceError,
): Check {
  return {
    update: (bytes) => sum.update(bytes),
    finish: (trailers) => {
      const found = sum.digest().toString(encoding);
      if (found !== expected(trailers)) throw refuse(found);
    },
  };
}
