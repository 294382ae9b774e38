import type { Log } from '../kernel/log.ts';
import { isServiceError, ServiceError } from '../kernel/service-error.ts';
import type { HttpAnswer, HttpRequest } from './http.ts';
import type { Protocol } from './protocol.ts';
import { AuthenticationError } from './signature/authenticate.ts';
import type { Target } from './target.ts';

export interface FailureRooms {
  readonly log: Log;
}

export interface Failed {
  readonly request: HttpRequest;
  readonly protocol: Protocol;
  readonly target: Target | undefined;
}

/** The one place where errors become answers. What is not AWS's error is ours: logged whole, answered without its details. */
export function failure(error: unknown, { request, protocol, target }: Failed, { log }: FailureRooms): HttpAnswer {
  if (error instanceof AuthenticationError)
    return protocol.refuse(protocol.authenticationError(error), request, target);
  if (isServiceError(error)) return protocol.refuse(error, request, target);
  if (!request.signal.aborted) {
    log.error('request failed', {
      requestId: request.id,
      operation: target?.operation.name,
      path: request.path,
      error,
    });
  }
  const internal = new ServiceError('InternalFailure', `Internal failure. Request id: ${request.id}`, 500);
  return protocol.refuse(internal, request, target);
}
