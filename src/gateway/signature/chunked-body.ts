import { createHash } from 'node:crypto';
import { ServiceError } from '../../kernel/service-error.ts';
import { ByteReader } from '../byte-reader.ts';
import { hmac, type SignatureClaim, sameSignature, sha256, signingKey } from './sigv4.ts';

/** The content encoding `aws-chunked`: chunks with their sizes, signed one after the other or not, and headers after the last. */
export type Trailers = ReadonlyMap<string, string>;

/** Checks the signatures of chunks, each of which covers the one before. */
export interface ChunkSigner {
  readonly claim: SignatureClaim;
  readonly secretAccessKey: string;
}

const MAX_LINE = 16 * 1024;
const CRLF = 2;
const EMPTY = sha256('');

/** The content without its framing. Answers the trailers; throws a ServiceError at the first thing that is not right. */
export async function* readChunks(
  source: AsyncIterable<Buffer>,
  signer: ChunkSigner | undefined,
): AsyncGenerator<Buffer, Trailers> {
  const bytes = new ByteReader(source);
  const check = signer === undefined ? undefined : signatureChain(signer);
  for (;;) {
    const { size, signature } = parseHead(await bytes.line(MAX_LINE));
    const hash = check === undefined ? undefined : createHash('sha256');
    for (let left = size; left > 0; ) {
      const part = await bytes.upTo(left);
      if (part.length === 0) throw incomplete();
      left -= part.length;
      hash?.update(part);
      yield part;
    }
    check?.('AWS4-HMAC-SHA256-PAYLOAD', `${EMPTY}\n${hash?.digest('hex')}`, signature);
    if (size === 0) return readTrailers(bytes, check);
    if ((await bytes.line(CRLF)) !== '') throw incomplete();
  }
}

type Check = (algorithm: string, what: string, signature: string | undefined) => void;

function signatureChain({ claim, secretAccessKey }: ChunkSigner): Check {
  const key = signingKey(secretAccessKey, claim);
  const scope = `${claim.date}/${claim.region}/${claim.service}/aws4_request`;
  let previous = claim.signature;
  return (algorithm, what, signature = '') => {
    const expected = hmac(key, [algorithm, claim.timestamp, scope, previous, what].join('\n')).toString('hex');
    if (!sameSignature(expected, signature)) throw wrongChunk();
    previous = expected;
  };
}

function parseHead(line: string | undefined): { size: number; signature: string | undefined } {
  const [, size, signature] = /^([0-9a-fA-F]{1,13})(?:;chunk-signature=([0-9a-f]{64}))?$/.exec(line ?? '') ?? [];
  if (size === undefined) throw incomplete();
  return { size: Number.parseInt(size, 16), signature };
}

async function readTrailers(bytes: ByteReader, check: Check | undefined): Promise<Trailers> {
  const trailers = new Map<string, string>();
  for (;;) {
    const line = await bytes.line(MAX_LINE);
    if (line === undefined || line === '') break;
    const colon = line.indexOf(':');
    trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  if (check !== undefined && trailers.size > 0) checkTrailers(trailers, check);
  return trailers;
}

function checkTrailers(trailers: Trailers, check: Check): void {
  const signed = [...trailers].filter(([name]) => name !== 'x-amz-trailer-signature');
  const canonical = signed
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
  check('AWS4-HMAC-SHA256-TRAILER', sha256(canonical), trailers.get('x-amz-trailer-signature'));
}

function incomplete(): ServiceError {
  return new ServiceError('IncompleteBody', 'The request body terminated unexpectedly');
}

function wrongChunk(): ServiceError {
  return new ServiceError(
    'SignatureDoesNotMatch',
    'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
    403,
  );
}
