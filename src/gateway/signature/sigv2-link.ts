import { createHmac } from 'node:crypto';
import { addressOf } from '../bucket-address.ts';
import { type HttpRequest, header } from '../http.ts';
import { AuthenticationError, type AuthenticationRooms, findKey, type Verified } from './authenticate.ts';
import { sameSignature } from './sigv4.ts';

/**
 * Links signed by S3's second version of signatures: what `aws s3 presign` still makes for the older regions. Requests signed so in
 * their headers are not accepted.
 */
export function isVersion2Link({ query }: HttpRequest): boolean {
  const parameters = new URLSearchParams(query);
  return ['AWSAccessKeyId', 'Signature', 'Expires'].every((name) => parameters.has(name));
}

/** Such a link names no region. */
const REGION = 'us-east-1';

export async function authenticateVersion2Link(request: HttpRequest, rooms: AuthenticationRooms): Promise<Verified> {
  const query = new URLSearchParams(request.query);
  const expires = query.get('Expires') ?? '';
  const signature = query.get('Signature') ?? '';
  if (!/^\d{1,12}$/.test(expires))
    throw new AuthenticationError('malformed', 'Invalid date (should be seconds since epoch)');
  if (rooms.clock.now() > Number(expires) * 1000) throw new AuthenticationError('expired', 'Request has expired');
  const claim = {
    accessKeyId: query.get('AWSAccessKeyId') ?? '',
    date: '',
    region: REGION,
    service: 's3',
    signedHeaders: [],
    signature,
    sessionToken: query.get('x-amz-security-token') ?? header(request, 'x-amz-security-token'),
    timestamp: '',
    expiresIn: undefined,
  };
  const key = await findKey(claim, rooms);
  const expected = createHmac('sha1', key.secretAccessKey)
    .update(stringToSign(request, query, expires))
    .digest('base64');
  if (!sameSignature(expected, signature)) {
    throw new AuthenticationError('wrong-signature', 'The request signature we calculated does not match');
  }
  return { principal: key.principal, claim, secretAccessKey: key.secretAccessKey, scope: key.scope };
}

function stringToSign(request: HttpRequest, query: URLSearchParams, expires: string): string {
  const from = (name: string) => query.get(name) ?? header(request, name) ?? '';
  return [
    request.method,
    from('content-md5'),
    from('content-type'),
    expires,
    `${amzHeaders(request, query)}${resource(request, query)}`,
  ].join('\n');
}

/** Of the headers and, since links carry them there, of the query. */
function amzHeaders(request: HttpRequest, query: URLSearchParams): string {
  const names = [...Object.keys(request.headers), ...query.keys()].filter((name) => name.startsWith('x-amz-'));
  return [...new Set(names)]
    .sort()
    .map((name) => `${name}:${(query.get(name) ?? header(request, name) ?? '').trim()}\n`)
    .join('');
}

/** Parameters that are part of what is asked for; all others are not signed. */
const SIGNED = new Set(
  'accelerate acl analytics cors delete inventory lifecycle location logging metrics notification object-lock partNumber policy replication requestPayment response-cache-control response-content-disposition response-content-encoding response-content-language response-content-type response-expires restore select select-type tagging torrent uploadId uploads versionId versioning versions website'.split(
    ' ',
  ),
);

function resource(request: HttpRequest, query: URLSearchParams): string {
  const { bucket = '' } = addressOf(request);
  const inPath = request.path === `/${bucket}` || request.path.startsWith(`/${bucket}/`);
  const signed = [...query].filter(([name]) => SIGNED.has(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  const parameters = signed.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&');
  return `${inPath ? '' : `/${bucket}`}${request.path}${parameters === '' ? '' : `?${parameters}`}`;
}
