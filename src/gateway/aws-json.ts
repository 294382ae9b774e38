import { type OperationModel, operationOf, shapeOf } from '../kernel/model.ts';
import type { AnyService } from '../kernel/operation.ts';
import { ServiceError } from '../kernel/service-error.ts';
import { type HttpAnswer, type HttpRequest, header } from './http.ts';
import type { Protocol } from './protocol.ts';
import { readBody } from './read-body.ts';
import { readShape } from './shapes/read-shape.ts';
import { writeShape } from './shapes/write-shape.ts';
import { type AuthenticationError, type AuthenticationFault, authenticate } from './signature/authenticate.ts';
import { sha256 } from './signature/sigv4.ts';
import type { Target } from './target.ts';

/** AWS JSON 1.1, and 1.0, which differs in its name only: POST / with the operation in X-Amz-Target. */
const CONTENT_TYPE = 'application/x-amz-json-1.1';
const JSON_1_0 = 'application/x-amz-json-1.0';
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
        takesLimitedKeys: true,
      });
      return { verified, input: readInput(body, target, request) };
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

/** Of a prefix such as `com.amazonaws.codeconnections.CodeConnections_20231201` some SDKs send the last part alone. */
function prefixOf(service: AnyService): [string, AnyService][] {
  const { targetPrefix } = service.model.metadata;
  if (targetPrefix === undefined) return [];
  const last = targetPrefix.slice(targetPrefix.lastIndexOf('.') + 1);
  return [...new Set([targetPrefix, last])].map((prefix) => [prefix, service]);
}

function identify(request: HttpRequest, byPrefix: ReadonlyMap<string, AnyService>): Target {
  if (request.method !== 'POST')
    throw new ServiceError('UnknownOperationException', 'Operations are sent by POST', 405);
  if (!ACCEPTED_TYPE.test(header(request, 'content-type') ?? CONTENT_TYPE)) {
    throw new ServiceError('UnknownOperationException', `The Content-Type of an operation is ${CONTENT_TYPE}`);
  }
  const asked = header(request, 'x-amz-target') ?? '';
  // Prefixes may hold dots of their own.
  const dot = asked.lastIndexOf('.');
  const service = byPrefix.get(asked.slice(0, Math.max(dot, 0)));
  const operation = service === undefined ? undefined : operationOf(service.model, asked.slice(dot + 1));
  if (service === undefined || operation === undefined) throw new ServiceError('UnknownOperationException', '');
  return { service, operation };
}

function readInput(body: Buffer, target: Target, request: HttpRequest): unknown {
  const { service, operation } = target;
  const value = body.length === 0 ? {} : parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ServiceError('SerializationException', 'The body must be a JSON object');
  }
  if (operation.input === undefined) return {};
  const names = headerMembers(target);
  const told = names.map((name) => [name, header(request, name)] as const);
  const all = names.length === 0 ? value : { ...value, ...Object.fromEntries(told) };
  return readShape(service.model, operation.input, all);
}

const headerMembersOf = new WeakMap<OperationModel, readonly string[]>();

/** Headers that the model names as members of the input: no service of AWS's has any, but for what deployment agents send. */
function headerMembers({ service, operation }: Target): readonly string[] {
  let names = headerMembersOf.get(operation);
  if (names === undefined) {
    const { members = {} } = shapeOf(service.model, operation.input?.shape ?? '');
    names = Object.entries(members).flatMap(([name, { location, locationName = name }]) =>
      location === 'header' ? [locationName] : [],
    );
    headerMembersOf.set(operation, names);
  }
  return names;
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
  return { status, headers: { 'content-type': answerType(request), 'x-amzn-requestid': request.id }, body };
}

/** Services of JSON 1.0 are answered in it. */
function answerType(request: HttpRequest): string {
  return header(request, 'content-type') === JSON_1_0 ? JSON_1_0 : CONTENT_TYPE;
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
