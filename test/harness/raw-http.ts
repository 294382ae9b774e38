import { createHash } from 'node:crypto';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { SignatureV4 } from '@smithy/signature-v4';
import { Hash } from './sha256.ts';

/** An answer as it came over the wire. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface RawRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array | undefined;
}

/** Sends exactly what it is given. */
export function sendRaw(endpoint: string, { method, path, headers, body }: RawRequest): Promise<RawAnswer> {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, method, path, headers, agent: false, timeout: 20_000 },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.once('error', reject);
    request.once('timeout', () => request.destroy(new Error('no answer within 20 s')));
    request.end(body);
  });
}

export interface Signing {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly sessionToken?: string;
  readonly service?: string;
  readonly region?: string;
  readonly date?: Date;
}

/** Signs with the AWS SDK's own signer. */
export async function sign(endpoint: string, request: RawRequest, signing: Signing = {}): Promise<RawRequest> {
  const url = new URL(`${endpoint}${request.path}`);
  const query: Record<string, string | string[]> = {};
  for (const name of new Set(url.searchParams.keys())) query[name] = url.searchParams.getAll(name);
  const signed = await signer(signing).sign(
    {
      method: request.method,
      protocol: 'http:',
      hostname: url.hostname,
      port: Number(url.port),
      path: url.pathname,
      query,
      headers: { host: url.host, ...request.headers },
      ...(request.body === undefined ? {} : { body: request.body }),
    },
    { signingDate: signing.date ?? new Date() },
  );
  return { ...request, headers: signed.headers };
}

export function signer(signing: Signing = {}): SignatureV4 {
  return new SignatureV4({
    service: signing.service ?? 'codepipeline',
    region: signing.region ?? 'eu-west-1',
    credentials: {
      accessKeyId: signing.accessKeyId ?? 'test',
      secretAccessKey: signing.secretAccessKey ?? 'test',
      ...(signing.sessionToken === undefined ? {} : { sessionToken: signing.sessionToken }),
    },
    sha256: Hash,
    applyChecksum: true,
    uriEscapePath: signing.service !== 's3',
  });
}

/** A request of an operation in AWS JSON, not signed yet. */
export function jsonRequest(target: string, body: unknown): RawRequest {
  return {
    method: 'POST',
    path: '/',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
  };
}

export function sha256(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}
