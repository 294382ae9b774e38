import { operationOf } from '../kernel/model.ts';
import type { AnyService } from '../kernel/operation.ts';
import { ServiceError } from '../kernel/service-error.ts';
import { type AuthenticationError, type AuthenticationFault, authenticate } from './authenticate.ts';
import { type HttpAnswer, type HttpRequest, header } from './http.ts';
import type { Protocol } from './protocol.ts';
import { readBody } from './read-body.ts';
import { readShape } from './read-shape.ts';
import { sha256 } from './sigv4.ts';
import type { Target } from './target.ts';
import { writeShape } from './write-shape.ts';

/** AWS JSON 1.1: POST / with the operation in X-Amz-Target. */
const CONTENT_TYPE = 'application/x-amz-json-1.1';
const ACCEPTED_TYPE = /^application\/(?:x-amz-json-1\.[01]|json)\s*(?:;|$)/i;
/** The largest legitimate body is CodeCommit's: 7 MB of files in base64. */
const MAX_BODY = 16 * 1024 * 1024;
const MAX_SKEW = 5 * 60_000;

export interface JsonOptions {
  readonly services: readonly AnyService[];
  /** Answers that break the model are errors: for tests. */
  readonly strict: boolean;
}

export function awsJson({ services, strict }: JsonOptions): Protocol {
  const byPrefix = new Map(services.flatMap((service) => prefixOf(service)));
  return {
    name: 'json',
    claims: (request) => header(request, 'x-amz-target') !== undefined,
    identify: (request) => identify(request, byPrefix),
    receive: async (request, target, rooms) => {
      const body = await readBody(request, MAX_BODY);
      const verified = await authenticate(request, rooms, {
        signingNames: target.service.signingNames,
        payloadHash: sha256(body),
        maxSkew: MAX_SKEW,
      });
      return { verified, input: readInput(body, target) };
    },
    answer: (output, target, request) => {
      const ref = target.operation.output;
      if (ref === undefined) return json(request, 200, '');
      const { model } = target.service;
      return json(request, 200, JSON.stringify(writeShape({ model, strict }, ref, output ?? {})));
    },
    refuse: (error, request) =>
      json(request, error.status, JSON.stringify({ __type: error.code, message: error.message, ...error.details })),
    authenticationError,
  };
}

function prefixOf(service: AnyService): [string, AnyService][] {
  const { targetPrefix } = service.model.metadata;
  return targetPrefix === undefined ? [] : [[targetPrefix, service]];
}

function identify(request: HttpRequest, byPrefix: ReadonlyMap<string, AnyService>): Target {
  if (request.method !== 'POST')
    throw new ServiceError('UnknownOperationException', 'Operations are sent by POST', 405);
  if (!ACCEPTED_TYPE.test(header(request, 'content-type') ?? CONTENT_TYPE)) {
    throw new ServiceError('UnknownOperationException', `The Content-Type of an operation is ${CONTENT_TYPE}`);
  }
  const [prefix = '', name = '', ...more] = (header(request, 'x-amz-target') ?? '').split('.');
  const service = byPrefix.get(prefix);
  const operation = service === undefined || more.length > 0 ? undefined : operationOf(service.model, name);
  if (service === undefined || operation === undefined) throw new ServiceError('UnknownOperationException', '');
  return { service, operation };
}

function readInput(body: Buffer, { service, operation }: Target): unknown {
  const value = body.length === 0 ? {} : parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ServiceError('SerializationException', 'The body must be a JSON object');
  }
  return operation.input === undefined ? {} : readShape(service.model, operation.input, value);
}

const UTF_8 = new TextDecoder('utf-8', { fatal: true });

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(UTF_8.decode(body));
  } catch {
    throw new ServiceError('SerializationException', 'The body is not valid JSON');
  }
}

function json(request: HttpRequest, status: number, body: string): HttpAnswer {
  return { status, headers: { 'content-type': CONTENT_TYPE, 'x-amzn-requestid': request.id }, body };
}

const CODES: Readonly<Record<AuthenticationFault, string>> = {
  missing: 'MissingAuthenticationTokenException',
  malformed: 'IncompleteSignatureException',
  'unknown-key': 'UnrecognizedClientException',
  'wrong-token': 'UnrecognizedClientException',
  'expired-token': 'ExpiredTokenException',
  expired: 'InvalidSignatureException',
  skewed: 'InvalidSignatureException',
  'wrong-scope': 'InvalidSignatureException',
  'wrong-signature': 'InvalidSignatureException',
};

function authenticationError(error: AuthenticationError): ServiceError {
  return new ServiceError(CODES[error.fault], error.message, 400);
}
