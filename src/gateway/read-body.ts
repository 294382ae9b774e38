import type { Readable } from 'node:stream';
import { ServiceError } from '../kernel/service-error.ts';
import type { HttpRequest } from './http.ts';

/** A client that sends nothing for this long is not waited for any longer. */
const MAX_SILENCE_MS = 20_000;

/** Reads a whole body that must fit in memory; a larger one is refused before it is read to the end. */
export async function readBody(request: HttpRequest, limit: number, maxSilenceMs = MAX_SILENCE_MS): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  if (request.body.destroyed) throw gone();
  return collect(request.body, limit, maxSilenceMs);
}

/** Listens by hand: to iterate over a stream costs more than the rest of a small request. */
function collect(body: Readable, limit: number, maxSilenceMs: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const silence = setTimeout(() => giveUp(tooSlow()), maxSilenceMs);
    const take = (chunk: Buffer): void => {
      silence.refresh();
      size += chunk.length;
      chunks.push(chunk);
      if (size > limit) giveUp(tooLarge(limit));
    };
    // Refusing must not end the stream: the answer goes out over the same connection.
    const giveUp = (error: Error): void => {
      clearTimeout(silence);
      body.off('data', take).pause();
      reject(error);
    };
    body.on('data', take);
    body.on('error', giveUp);
    body.once('end', () => {
      clearTimeout(silence);
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks));
    });
    body.once('close', () => {
      if (!body.readableEnded) giveUp(gone());
    });
  });
}

function tooLarge(limit: number): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', `Request size exceeded ${limit} bytes`, 413);
}

function gone(): Error {
  return new Error('The client has gone');
}

function tooSlow(): ServiceError {
  return new ServiceError('RequestTimeoutException', 'The body did not arrive in time', 408);
}
