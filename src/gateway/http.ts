import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

/** A request as it came from the wire; nothing of it is decoded, since signatures cover the raw text. */
export interface HttpRequest {
  readonly id: string;
  readonly method: string;
  /** Path as sent, still percent-encoded, such as `/bucket/a%20b`. */
  readonly path: string;
  /** Query as sent, without the question mark. */
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
  /** Address of the client. */
  readonly remoteAddress: string;
  /** Base URL under which the client reached us, such as `http://127.0.0.1:4566`. */
  readonly endpoint: string;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text and bytes are sent in one go with their length; a stream is sent as it comes. */
  readonly body?: string | Uint8Array | Readable | undefined;
}

/** A protocol of its own that shares the port, such as git over HTTP. */
export interface Edge {
  readonly name: string;
  /** Reached under any host name: it is open to nobody who does not know a secret of its own. */
  readonly anyHost?: boolean | undefined;
  claims(request: HttpRequest): boolean;
  answer(request: HttpRequest): Promise<HttpAnswer>;
}

export function header(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}
