import { ServiceError } from '../kernel/service-error.ts';
import type { HttpRequest } from './http.ts';

/** Reads a whole body that must fit in memory; a larger one is refused before it is read to the end. */
export async function readBody(request: HttpRequest, limit: number): Promise<Buffer> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): ServiceError {
  return new ServiceError('RequestEntityTooLargeException', `Request size exceeded ${limit} bytes`, 413);
}
