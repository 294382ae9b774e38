import { createHash, createHmac } from 'node:crypto';
import { request } from 'node:http';

/** Requests signed by hand, for what the SDK would never send. */
export interface RawRequest {
  readonly endpoint: string;
  readonly method: string;
  /** Path and query as sent; the query in the order of its names. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** What the signature says of the body. */
  readonly payload?: string;
  readonly accessKeyId?: string;
  readonly secret?: string;
  readonly time?: Date;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Of the error document. */
  readonly code: string | undefined;
}

const REGION = 'eu-west-1';

export const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();

export interface Signature {
  readonly headers: Record<string, string>;
  readonly signature: string;
  readonly scope: string;
  readonly stamp: string;
  readonly key: Buffer;
}

export function sign(raw: RawRequest): Signature {
  const stamp = (raw.time ?? new Date()).toISOString().replaceAll(/[-:]|\.\d{3}/g, '');
  const scope = `${stamp.slice(0, 8)}/${REGION}/s3/aws4_request`;
  const payload = raw.payload ?? sha256(raw.body ?? '');
  const headers: Record<string, string> = {
    ...raw.headers,
    host: raw.headers?.host ?? new URL(raw.endpoint).host,
    'x-amz-date': stamp,
    'x-amz-content-sha256': payload,
  };
  const names = Object.keys(headers).sort();
  const [path = '', query = ''] = raw.path.split('?');
  const canonicalQuery = query
    .split('&')
    .map((pair) => (pair === '' || pair.includes('=') ? pair : `${pair}=`))
    .join('&');
  const canonical = [
    raw.method,
    path,
    canonicalQuery,
    ...names.map((name) => `${name}:${headers[name]}`),
    '',
    names.join(';'),
    payload,
  ].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${raw.secret ?? 'test'}`, stamp.slice(0, 8)), REGION), 's3'), 'aws4_request');
  const signature = hmac(key, ['AWS4-HMAC-SHA256', stamp, scope, sha256(canonical)].join('\n')).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${raw.accessKeyId ?? 'test'}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { headers: { ...headers, authorization }, signature, scope, stamp, key };
}

export function send(raw: RawRequest): Promise<RawAnswer> {
  return exchange(raw, sign(raw).headers, raw.body);
}

/** Without any signature of ours. */
export function exchange(
  raw: Pick<RawRequest, 'endpoint' | 'method' | 'path'>,
  headers: Readonly<Record<string, string>>,
  body: string | Buffer = '',
): Promise<RawAnswer> {
  const { hostname, port } = new URL(raw.endpoint);
  const length = body.length === 0 ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  const options = { host: hostname, port, method: raw.method, path: raw.path, headers: { ...length, ...headers } };
  return new Promise((resolve, reject) => {
    const sent = request(options, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1];
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text, code });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** A body of signed chunks, each of which signs the one before; `trailers` are signed after the last. */
export function signedChunks(
  { signature, scope, stamp, key }: Signature,
  chunks: readonly string[],
  trailers: Readonly<Record<string, string>> = {},
): string {
  let previous = signature;
  const next = (algorithm: string, what: string) => {
    previous = hmac(key, [algorithm, stamp, scope, previous, what].join('\n')).toString('hex');
    return previous;
  };
  const framed = [...chunks, ''].map((chunk) => {
    const own = next('AWS4-HMAC-SHA256-PAYLOAD', `${sha256('')}\n${sha256(chunk)}`);
    return `${chunk.length.toString(16)};chunk-signature=${own}\r\n${chunk}${chunk === '' ? '' : '\r\n'}`;
  });
  const lines = Object.entries(trailers).map(([name, value]) => `${name}:${value}\n`);
  const signed = lines.length === 0 ? '' : next('AWS4-HMAC-SHA256-TRAILER', sha256(lines.join('')));
  const tail = lines.map((line) => line.replace('\n', '\r\n')).join('');
  const closing = signed === '' ? '' : `x-amz-trailer-signature:${signed}\r\n`;
  return `${framed.join('')}${tail}${closing}\r\n`;
}
