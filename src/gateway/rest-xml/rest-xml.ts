import type { AnyService } from '../../kernel/operation.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import { type Address, addressOf } from '../bucket-address.ts';
import type { HttpRequest } from '../http.ts';
import { openPayload, payloadWord } from '../payload.ts';
import type { Protocol } from '../protocol.ts';
import { type AuthenticationRooms, authenticate } from '../signature/authenticate.ts';
import { authenticateVersion2Link, isVersion2Link } from '../signature/sigv2-link.ts';
import { readClaim, UNSIGNED_PAYLOAD } from '../signature/sigv4.ts';
import type { Target } from '../target.ts';
import { readRestInput } from './read-rest-input.ts';
import { type FindRoute, routesOf } from './rest-routes.ts';
import { authenticationError, writeFailure } from './rest-xml-failure.ts';
import { refuseUnmodelled, writeRestAnswer } from './write-rest-answer.ts';

/**
 * S3's REST protocol: the last to be asked, it takes every request that no other protocol claims.
 *
 * Gaps: uploads by HTML forms (POST with a policy), headers signed by version 2 and signatures of version 4a are not accepted;
 * nothing is public, so every request is signed.
 */
const MAX_SKEW = 15 * 60_000;

export interface RestXmlOptions {
  readonly service: AnyService;
  /** Answers that break the model are errors: for tests. */
  readonly strict: boolean;
}

export function restXml({ service, strict }: RestXmlOptions): Protocol {
  const findRoute = routesOf(service.model);
  return {
    name: 'rest-xml',
    claims: () => true,
    identify: (request) => identify(request, addressOf(request), service, findRoute),
    receive: async (request, target, rooms) => {
      const { verified, word } = await verify(request, service, rooms);
      const body = openPayload(request, verified, word);
      const rest = { request, address: addressOf(request), query: new URLSearchParams(request.query), body };
      return { verified, input: await readRestInput(service.model, target.operation, rest) };
    },
    answer: (output, target, request) => {
      const members = (output ?? {}) as Record<string, unknown>;
      if (strict) refuseUnmodelled(target, members);
      const answer = writeRestAnswer(target, members);
      return { ...answer, headers: { 'x-amz-request-id': request.id, ...answer.headers } };
    },
    refuse: (error, request) => writeFailure(error, request),
    authenticationError,
  };
}

async function verify(request: HttpRequest, service: AnyService, rooms: AuthenticationRooms) {
  if (isVersion2Link(request)) {
    return { verified: await authenticateVersion2Link(request, rooms), word: UNSIGNED_PAYLOAD };
  }
  // Who says nothing of a key is told so before anything else.
  const word = readClaim(request) === undefined ? '' : payloadWord(request);
  const expectation = {
    signingNames: service.signingNames,
    payloadHash: word,
    maxSkew: MAX_SKEW,
    takesLimitedKeys: true,
  };
  return { verified: await authenticate(request, rooms, expectation), word };
}

function identify(request: HttpRequest, address: Address, service: AnyService, findRoute: FindRoute): Target {
  const operation = findRoute({
    method: request.method,
    address,
    query: new URLSearchParams(request.query),
    hasHeader: (name) => request.headers[name] !== undefined,
  });
  if (operation === undefined) {
    throw new ServiceError('MethodNotAllowed', 'The specified method is not allowed against this resource.', 405, {
      Method: request.method,
    });
  }
  return { service, operation };
}
