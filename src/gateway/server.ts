import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import type { Ids } from '../kernel/ids.ts';
import type { IpRange } from '../kernel/ip-range.ts';
import { clientAddress } from './client-address.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import { type LineRooms, line } from './line.ts';

const LINGER_MS = 3_000;

export interface ServerRooms extends LineRooms {
  readonly ids: Ids;
  /** Proxies that are believed whom they speak for. */
  readonly trustedProxies: readonly IpRange[];
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

export interface GatewayServer {
  readonly address: Address;
  /** Refuses new connections, lets requests under way finish for `graceMs`, then cuts them off. */
  close(graceMs?: number): Promise<void>;
}

/** Opens the port. `port` 0 takes a free one; the address says which. */
export async function serve(at: Address, rooms: ServerRooms): Promise<GatewayServer> {
  const server = createServer(
    { requestTimeout: 0, maxHeaderSize: 64 * 1024, keepAliveTimeout: 65_000 },
    (message, response) => {
      void respond(message, response, rooms);
    },
  );
  // Clients that ask before they send ("Expect: 100-continue") are told to go on by Node itself.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(at.port, at.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const { address, port } = server.address() as AddressInfo;
  return { address: { host: address, port }, close: (graceMs = 2000) => close(server, graceMs) };
}

async function respond(message: IncomingMessage, response: ServerResponse, rooms: ServerRooms): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) gone.abort(new Error('The client has gone'));
  });
  const answer = await line(requestOf(message, gone.signal, rooms), rooms);
  // Clients set their clocks by it before they sign again: it is the time by which signatures are judged.
  response.setHeader('date', new Date(rooms.clock.now()).toUTCString());
  try {
    await send(answer, message, response);
  } catch {
    response.destroy();
  }
}

function requestOf(message: IncomingMessage, signal: AbortSignal, rooms: ServerRooms): HttpRequest {
  const [path = '/', ...query] = (message.url ?? '/').split('?');
  return {
    id: rooms.ids.uuid(),
    method: message.method ?? 'GET',
    path,
    query: query.join('?'),
    headers: message.headers,
    body: message,
    remoteAddress: clientAddress(
      message.socket.remoteAddress ?? '',
      message.headersDistinct['x-forwarded-for']?.join(','),
      rooms.trustedProxies,
    ),
    endpoint: `http://${message.headers.host ?? ''}`,
    signal,
  };
}

async function send(answer: HttpAnswer, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, headers, body } = answer;
  if (body instanceof Readable) {
    response.writeHead(status, headers);
    if (message.method === 'HEAD') {
      body.destroy();
      response.end();
      return;
    }
    await pipeline(body, response);
    return;
  }
  const withLength =
    'content-length' in headers || status === 204 || status === 304
      ? headers
      : { ...headers, 'content-length': String(Buffer.byteLength(body ?? '')) };
  if (message.complete) {
    response.writeHead(status, withLength);
    // Text as text: Node then sends headers and body in one write.
    response.end(message.method === 'HEAD' ? undefined : body);
    return;
  }
  // An answer before the request was read to its end closes the connection: the rest would be read as a new request.
  response.writeHead(status, { ...withLength, connection: 'close' });
  response.flushHeaders();
  if (message.method !== 'HEAD' && body !== undefined) response.write(body);
  await readAway(message);
  response.end();
}

/** To close on a client that is still sending would cut off the answer too: so the rest is read away for a while. */
async function readAway(message: IncomingMessage): Promise<void> {
  const signal = AbortSignal.timeout(LINGER_MS);
  message.resume();
  await finished(message, { signal, cleanup: true }).catch(() => {});
}

function close(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
