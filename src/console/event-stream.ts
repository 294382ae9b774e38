import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { LiveEvents } from '../events/live-events.ts';
import type { HttpAnswer, HttpRequest } from '../gateway/http.ts';
import {
  AuthenticationError,
  type AuthenticationRooms,
  authenticate,
  findKey,
  type Verified,
} from '../gateway/signature/authenticate.ts';

export interface StreamRooms extends AuthenticationRooms {
  readonly live: LiveEvents;
}

const EMPTY_BODY = createHash('sha256').update('').digest('hex');
const MAX_SKEW = 5 * 60_000;
const HEARTBEAT_MS = 15_000;
/** A reader this far behind is cut off: it reads everything anew when it comes back. */
const MAX_WAITING = 1_000;

/**
 * Every event of the caller's account and the region it signed for, as it is committed: `text/event-stream`, one envelope an
 * event. What happened before, or while nobody listened, is not repeated: whoever connects asks the services first.
 */
export async function streamEvents(request: HttpRequest, rooms: StreamRooms): Promise<HttpAnswer> {
  if (request.method !== 'GET') return refused(405, 'The stream is read with GET');
  try {
    const verified = await authenticate(request, rooms, {
      signingNames: ['events'],
      payloadHash: EMPTY_BODY,
      maxSkew: MAX_SKEW,
    });
    return await stream(request, verified, rooms);
  } catch (error) {
    if (error instanceof AuthenticationError) return refused(403, error.message);
    throw error;
  }
}

async function stream(
  { signal }: HttpRequest,
  { principal, claim }: Verified,
  rooms: StreamRooms,
): Promise<HttpAnswer> {
  const body = new Readable({ read: () => {}, highWaterMark: MAX_WAITING, objectMode: true });
  const write = (text: string) => {
    if (!body.push(text)) body.destroy();
  };
  const end = () => body.destroy();
  const place = { account: principal.account, region: claim.region };
  const stop = await rooms.live.listen(place, (event) => write(`data: ${event}\n\n`));
  // A key that is revoked while its holder listens hears no more.
  const heartbeat = setInterval(() => findKey(claim, rooms).then(() => write(':\n\n'), end), HEARTBEAT_MS);
  signal.addEventListener('abort', end, { once: true });
  body.once('close', () => {
    stop();
    clearInterval(heartbeat);
    signal.removeEventListener('abort', end);
  });
  if (signal.aborted) end();
  write(':\n\n');
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
    body,
  };
}

function refused(status: number, message: string): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify({ message }),
  };
}
