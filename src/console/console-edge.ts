import type { LiveEvents } from '../events/live-events.ts';
import type { Edge, HttpAnswer, HttpRequest } from '../gateway/http.ts';
import type { AuthenticationRooms } from '../gateway/signature/authenticate.ts';
import { CONSOLE_PATH } from '../kernel/console-links.ts';
import { ConsoleFiles } from './console-files.ts';
import { streamEvents } from './event-stream.ts';

/**
 * The web console: files a browser loads without signing, and the stream of events it signs for like any other request. The
 * console itself is a client of the wire; nothing here answers for a service.
 *
 * By design: an unsigned GET below /console is the console's, whatever a bucket of that name holds.
 */
export interface ConsoleRooms extends AuthenticationRooms {
  /** Directory of the built console. */
  readonly directory: string;
  readonly live: LiveEvents;
  /** What the browser must know before it can sign: see `session.ts` of the console. */
  readonly account: string;
  readonly defaultKey: boolean;
}

const STREAM = `${CONSOLE_PATH}/events-stream`;
const SETTINGS = `${CONSOLE_PATH}/settings.json`;

export function consoleEdge(rooms: ConsoleRooms): Edge {
  const files = new ConsoleFiles(rooms.directory);
  return {
    name: 'console',
    claims: (request) => request.path === STREAM || (isReading(request) && isConsolePath(request)),
    answer: async (request) => {
      if (request.path === STREAM) return streamEvents(request, rooms);
      if (request.path === SETTINGS) return settings(rooms);
      if (request.path === '/' || request.path === CONSOLE_PATH) return redirect(`${CONSOLE_PATH}/`, request.query);
      return files.answer(request.path.slice(CONSOLE_PATH.length + 1), request);
    },
  };
}

/** Signed requests are for the services: ListBuckets is a GET of `/`, too. So is the confirmation of a subscription, unsigned. */
function isReading({ method, headers, query }: HttpRequest): boolean {
  const forServices =
    headers.authorization !== undefined || /(?:^|&)(?:x-amz-|awsaccesskeyid|signature=|action=)/i.test(query);
  return (method === 'GET' || method === 'HEAD') && !forServices;
}

/** A query may be at the root, too: the links that confirm subscriptions are. */
function isConsolePath({ path, query }: HttpRequest): boolean {
  if (path === '/') return !/(?:^|&)Action=/.test(query);
  return path === CONSOLE_PATH || path.startsWith(`${CONSOLE_PATH}/`);
}

function settings({ account, defaultKey }: ConsoleRooms): HttpAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ account, defaultKey }),
  };
}

function redirect(path: string, query: string): HttpAnswer {
  const location = query === '' ? path : `${path}?${query}`;
  return { status: 302, headers: { location, 'cache-control': 'no-store' }, body: '' };
}
