import { type IncomingMessage, Agent as PlainConnections, request as sendPlainly } from 'node:http';
import { Agent as SecureConnections, request as sendSecurely } from 'node:https';
import type { Clock } from '../../kernel/clock.ts';
import { encodeQuery, type Keys, sign } from './signature.ts';

/** One of the services the agent calls. */
export interface Remote {
  /** `http://host:port` or `https://...`; a path in it is put before every path. */
  readonly endpoint: URL;
  /** As signatures name it: `codedeploy-commands`, `s3`. */
  readonly service: string;
  readonly region: string;
  /** Asked for each request: keys may change while the agent runs. */
  keys(): Keys;
  readonly clock: Clock;
}

export interface Call {
  readonly method: 'GET' | 'POST';
  /** Encoded. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds without a byte after which the call is given up. */
  readonly idleTimeout: number;
  readonly stop?: AbortSignal | undefined;
}

const connections = {
  plain: new PlainConnections({ keepAlive: true }),
  secure: new SecureConnections({ keepAlive: true }),
};

/** Sends a signed request; resolves with the answer's beginning, whatever its status, and leaves its body to be read. */
export function call(remote: Remote, { body = '', query = {}, ...rest }: Call): Promise<IncomingMessage> {
  const { endpoint } = remote;
  const path = endpoint.pathname.replace(/\/$/, '') + rest.path;
  const headers = sign(
    { method: rest.method, host: endpoint.host, path, query, headers: rest.headers ?? {}, body },
    { service: remote.service, region: remote.region, keys: remote.keys(), time: remote.clock.now() },
  );
  const search = encodeQuery(query);
  const options = {
    method: rest.method,
    path: search === '' ? path : `${path}?${search}`,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    timeout: rest.idleTimeout,
    ...(rest.stop !== undefined && { signal: rest.stop }),
  };
  return new Promise((resolve, reject) => {
    const request =
      endpoint.protocol === 'https:'
        ? sendSecurely(endpoint, { ...options, agent: connections.secure })
        : sendPlainly(endpoint, { ...options, agent: connections.plain });
    request.once('response', resolve);
    request.once('error', reject);
    request.once('timeout', () => request.destroy(new Error(`${endpoint.host} did not answer in time`)));
    request.end(body);
  });
}
