import { connect, type Socket } from 'node:net';
import { sign } from '../src/agent/wire/signature.ts';

/**
 * A thin client for measuring: signs AWS JSON, and sends it over connections that are kept. It must not be what is measured, so it
 * writes bytes to sockets by itself, and a request can be made ready before the clock starts.
 */
export interface WireClient {
  /** A signed request, to be sent once or often within the minutes its signature is good for. */
  ready(operation: string, input: object): Request;
  exchange(request: Request): Promise<Record<string, unknown>>;
  send(operation: string, input: object): Promise<Record<string, unknown>>;
  close(): void;
}

export interface Request {
  readonly operation: string;
  readonly bytes: Buffer;
}

const KEYS = { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: undefined };

export function codepipelineClient(endpoint: string): WireClient {
  const { host, hostname, port } = new URL(endpoint);
  const idle: Connection[] = [];
  const ready = (operation: string, input: object): Request => ({
    operation,
    bytes: requestBytes(host, operation, input),
  });
  const exchange = async ({ operation, bytes }: Request): Promise<Record<string, unknown>> => {
    let connection = idle.pop();
    while (connection !== undefined && !connection.open) connection = idle.pop();
    connection ??= new Connection(hostname, Number(port));
    const { status, text, keep } = await connection.exchange(bytes);
    if (keep) idle.push(connection);
    if (status !== 200) throw new Error(`${operation}: ${status} ${text}`);
    return text === '' ? {} : JSON.parse(text);
  };
  return {
    ready,
    exchange,
    send: (operation, input) => exchange(ready(operation, input)),
    close: () => {
      for (const connection of idle) connection.close();
    },
  };
}

function requestBytes(host: string, operation: string, input: object): Buffer {
  const body = JSON.stringify(input);
  const headers = sign(
    {
      method: 'POST',
      host,
      path: '/',
      query: {},
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `CodePipeline_20150709.${operation}`,
      },
      body,
    },
    { service: 'codepipeline', region: 'eu-west-1', keys: KEYS, time: Date.now() },
  );
  const lines = Object.entries({ ...headers, 'content-length': Buffer.byteLength(body) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return Buffer.from(`POST / HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly keep: boolean;
}

/** One request at a time over one socket. */
class Connection {
  open = true;
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined;

  constructor(host: string, port: number) {
    this.#socket = connect({ host, port, noDelay: true });
    this.#socket.on('data', (chunk) => this.#take(chunk));
    this.#socket.on('error', (error) => this.#end(error));
    this.#socket.on('close', () => this.#end(new Error('The connection was closed before the answer')));
  }

  exchange(bytes: Buffer): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(bytes);
    });
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    const answer = readAnswer(this.#received);
    if (answer === undefined) return;
    this.#received = Buffer.alloc(0);
    this.#waiting?.resolve(answer);
    this.#waiting = undefined;
  }

  #end(error: Error): void {
    this.open = false;
    this.#waiting?.reject(error);
  }
}

/** Undefined while the answer has not arrived whole. Both servers say how long it is. */
function readAnswer(received: Buffer): Answer | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.toString('latin1', 0, end);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  const start = end + 4;
  if (received.length < start + length) return undefined;
  return {
    status: Number(head.slice(9, 12)),
    text: received.toString('utf8', start, start + length),
    keep: !/^connection: *close/im.test(head),
  };
}

/** Runs `work` for numbers 0 to `count` - 1 with so many under way at once; answers the seconds it took. */
export async function inFlight(
  count: number,
  concurrency: number,
  work: (index: number) => Promise<unknown>,
): Promise<number> {
  const began = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return (performance.now() - began) / 1000;
}
