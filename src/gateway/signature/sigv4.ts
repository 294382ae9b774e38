import { createHmac, createSecretKey, hash, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { HttpRequest } from '../http.ts';
import { header } from '../http.ts';

/** AWS Signature Version 4: what a client claims, and what the signature should be. */
export interface SignatureClaim {
  readonly accessKeyId: string;
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly sessionToken: string | undefined;
  /** `YYYYMMDDTHHMMSSZ`. */
  readonly timestamp: string;
  /** Seconds a presigned URL is good for; undefined when the signature stands in the header. */
  readonly expiresIn: number | undefined;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
export const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

/** The claim of the Authorization header or of the query; undefined when the request carries none, null when it is malformed. */
export function readClaim(request: HttpRequest): SignatureClaim | undefined | null {
  const authorization = header(request, 'authorization');
  if (authorization !== undefined) return readHeaderClaim(request, authorization);
  const query = new URLSearchParams(request.query);
  if (query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature')) return readQueryClaim(query);
  return undefined;
}

function readHeaderClaim(request: HttpRequest, authorization: string): SignatureClaim | null {
  const match = /^AWS4-HMAC-SHA256\s+(.+)$/.exec(authorization.trim());
  if (match?.[1] === undefined) return null;
  const parts = new Map(
    match[1].split(',').map((part) => {
      const [name = '', ...rest] = part.trim().split('=');
      return [name, rest.join('=')];
    }),
  );
  return claim({
    credential: parts.get('Credential'),
    signedHeaders: parts.get('SignedHeaders'),
    signature: parts.get('Signature'),
    timestamp: header(request, 'x-amz-date') ?? compactDate(header(request, 'date')),
    sessionToken: header(request, 'x-amz-security-token'),
    expiresIn: undefined,
  });
}

function readQueryClaim(query: URLSearchParams): SignatureClaim | null {
  if (query.get('X-Amz-Algorithm') !== ALGORITHM) return null;
  const expires = query.get('X-Amz-Expires');
  if (expires === null || !/^\d{1,6}$/.test(expires)) return null;
  return claim({
    credential: query.get('X-Amz-Credential') ?? undefined,
    signedHeaders: query.get('X-Amz-SignedHeaders') ?? undefined,
    signature: query.get('X-Amz-Signature') ?? undefined,
    timestamp: query.get('X-Amz-Date') ?? undefined,
    sessionToken: query.get('X-Amz-Security-Token') ?? undefined,
    expiresIn: Number(expires),
  });
}

interface ClaimParts {
  readonly credential: string | undefined;
  readonly signedHeaders: string | undefined;
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  readonly sessionToken: string | undefined;
  readonly expiresIn: number | undefined;
}

function claim(parts: ClaimParts): SignatureClaim | null {
  const [accessKeyId, date, region, service, terminator, ...more] = (parts.credential ?? '').split('/');
  const { signature, timestamp } = parts;
  const signedHeaders = parts.signedHeaders?.toLowerCase().split(';') ?? [];
  const complete =
    accessKeyId &&
    date &&
    region &&
    service &&
    terminator === 'aws4_request' &&
    more.length === 0 &&
    signature &&
    timestamp;
  if (!complete || !signedHeaders.includes('host') || !/^\d{8}T\d{6}Z$/.test(timestamp)) return null;
  return {
    accessKeyId,
    date,
    region,
    service,
    signature,
    timestamp,
    signedHeaders,
    sessionToken: parts.sessionToken,
    expiresIn: parts.expiresIn,
  };
}

/** Milliseconds since the epoch of a claim's timestamp. */
export function claimTime({ timestamp: t }: SignatureClaim): number {
  const iso = `${t.slice(0, 4)}-${t.slice(4, 6)}-${t.slice(6, 8)}T${t.slice(9, 11)}:${t.slice(11, 13)}:${t.slice(13, 15)}Z`;
  return Date.parse(iso);
}

/** The signature the holder of `secret` would have made; `payloadHash` in hex or one of the `UNSIGNED-`, `STREAMING-` words. */
export function expectedSignature(
  request: HttpRequest,
  claimed: SignatureClaim,
  secret: string,
  payloadHash: string,
): string {
  const toSign = [
    ALGORITHM,
    claimed.timestamp,
    `${claimed.date}/${claimed.region}/${claimed.service}/aws4_request`,
    sha256(canonicalRequest(request, claimed, payloadHash)),
  ].join('\n');
  return hmac(signingKey(secret, claimed), toSign).toString('hex');
}

interface SigningScope {
  readonly date: string;
  readonly region: string;
  readonly service: string;
}

const MAX_KEPT_KEYS = 256;
/** Keys by secret and scope: making one takes four of the five digests that a signature needs, and they are kept ready to sign. */
const keptKeys = new Map<string, KeyObject>();

export function signingKey(secret: string, { date, region, service }: SigningScope): KeyObject {
  const id = `${date}/${region}/${service}/${secret}`;
  const kept = keptKeys.get(id);
  if (kept !== undefined) return kept;
  const key = createSecretKey(hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), 'aws4_request'));
  const [oldest] = keptKeys.keys();
  if (keptKeys.size >= MAX_KEPT_KEYS && oldest !== undefined) keptKeys.delete(oldest);
  keptKeys.set(id, key);
  return key;
}

export function sameSignature(one: string, other: string): boolean {
  const a = Buffer.from(one);
  const b = Buffer.from(other);
  return a.length === b.length && timingSafeEqual(a, b);
}

export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data, 'hex');
}

export function hmac(key: string | Uint8Array | KeyObject, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

function canonicalRequest(request: HttpRequest, claimed: SignatureClaim, payloadHash: string): string {
  const headers = claimed.signedHeaders.map((name) => `${name}:${canonicalHeader(request, name)}\n`).join('');
  return [
    request.method,
    canonicalPath(request.path, claimed.service),
    canonicalQuery(request.query),
    headers,
    claimed.signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

function canonicalHeader(request: HttpRequest, name: string): string {
  return (header(request, name) ?? '').trim().replaceAll(/ +/g, ' ');
}

/** S3 signs the path as it is sent; every other service encodes it once more. */
function canonicalPath(path: string, service: string): string {
  if (service === 's3')
    return path
      .split('/')
      .map((part) => encode(decode(part)))
      .join('/');
  return path.split('/').map(encode).join('/');
}

function canonicalQuery(query: string): string {
  if (query === '') return '';
  return query
    .split('&')
    .filter((pair) => pair !== '' && !pair.startsWith('X-Amz-Signature='))
    .map((pair) => {
      const [name = '', ...rest] = pair.split('=');
      return [encode(decode(name)), encode(decode(rest.join('=')))] as const;
    })
    .sort(([a, x], [b, y]) => compare(a, b) || compare(x, y))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}

function compactDate(date: string | undefined): string | undefined {
  const time = Date.parse(date ?? '');
  if (Number.isNaN(time)) return undefined;
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
}
