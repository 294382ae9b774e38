import type { Readable } from 'node:stream';
import { ServiceError } from '../kernel/service-error.ts';
import type { HttpRequest } from './http.ts';

/** A client that sends nothing for this long is not waited for any longer. */
const MAX_SILENCE_MS = 20_000;

/** Reads a whole body that must fit in memory; a larger one is refused before it is read to the end. */
export async function readBody(request: HttpRequest, limit: number, maxSilenceMs = MAX_SILENCE_MS): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
  let silence: NodeJS.Timeout | undefined;
  const silent = new Promise<never>((_, reject) => {
    silence = setTimeout(() => reject(tooSlow()), maxSilenceMs);
  });
  try {
    return await Promise.race([collect(request.body, limit, () => silence?.refresh()), silent]);
  } finally {
    clearTimeout(silence);
  }
}

async function collect(body: Readable, limit: number, heard: () => void): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Refusing must not end the stream: the answer goes out over the same connection.
  for await (const chunk of body.iterator({ destroyOnReturn: false })) {
    heard();
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', `Request size exceeded ${limit} bytes`, 413);
}

function tooSlow(): ServiceError {
  return new ServiceError('RequestTimeoutException', 'The body did not arrive in time', 408);
}
