import { operationOf, type Shape, shapeOf } from '../kernel/model.ts';
import { ANONYMOUS, type AnyService } from '../kernel/operation.ts';
import { ServiceError } from '../kernel/service-error.ts';
import { type HttpAnswer, type HttpRequest, header } from './http.ts';
import type { Caller, Protocol } from './protocol.ts';
import { readBody } from './read-body.ts';
import { element, writeXml } from './rest-xml/write-xml.ts';
import {
  type AuthenticationError,
  type AuthenticationFault,
  type AuthenticationRooms,
  authenticate,
} from './signature/authenticate.ts';
import { readClaim, sha256 } from './signature/sigv4.ts';
import type { Target } from './target.ts';

/** AWS Query: form-encoded parameters with Action and Version, answers in XML. */
const MAX_BODY = 1024 * 1024;
const MAX_SKEW = 15 * 60_000;

export function awsQuery({ services }: { readonly services: readonly AnyService[] }): Protocol {
  const queried = services.filter(({ model }) => model.metadata.protocol === 'query');
  const bodies = new WeakMap<HttpRequest, Buffer>();
  return {
    name: 'query',
    claims: (request) =>
      request.path === '/' &&
      ((request.method === 'POST' && isForm(request)) ||
        (request.method === 'GET' && /(?:^|&)Action=/.test(request.query))),
    identify: async (request) => {
      const body = await readBody(request, MAX_BODY);
      bodies.set(request, body);
      return identify(parametersOf(request, body), queried);
    },
    receive: async (request, target, rooms) => {
      const body = bodies.get(request) ?? Buffer.alloc(0);
      const verified = await identifyCaller(request, target, rooms, body);
      return { verified, input: readParameters(target, parametersOf(request, body)) };
    },
    answer: (output, target, request) => xml(request, 200, resultXml(output, target, request.id)),
    refuse: (error, request, target) => {
      const refusal = inWordsOfQuery(error);
      return xml(request, refusal.status, errorXml(refusal, request.id, target));
    },
    authenticationError,
  };
}

async function identifyCaller(
  request: HttpRequest,
  { service, operation }: Target,
  rooms: AuthenticationRooms,
  body: Buffer,
): Promise<Caller> {
  if (service.unsigned?.includes(operation.name) && readClaim(request) === undefined)
    return { principal: ANONYMOUS, scope: undefined, claim: { region: '' } };
  return authenticate(request, rooms, {
    signingNames: service.signingNames,
    payloadHash: sha256(body),
    maxSkew: MAX_SKEW,
    takesLimitedKeys: true,
  });
}

function isForm(request: HttpRequest): boolean {
  return (header(request, 'content-type') ?? '').startsWith('application/x-www-form-urlencoded');
}

function parametersOf(request: HttpRequest, body: Buffer): URLSearchParams {
  return new URLSearchParams(request.method === 'GET' ? request.query : body.toString('utf8'));
}

function identify(parameters: URLSearchParams, services: readonly AnyService[]): Target {
  const [action, version] = [parameters.get('Action') ?? '', parameters.get('Version') ?? ''];
  const service = services.find(
    ({ model }) => model.metadata.apiVersion === version && operationOf(model, action) !== undefined,
  );
  const operation = service === undefined ? undefined : operationOf(service.model, action);
  if (service === undefined || operation === undefined) {
    throw new ServiceError('InvalidAction', `Could not find operation ${action} for version ${version}`);
  }
  return { service, operation };
}

function readParameters({ service, operation }: Target, parameters: URLSearchParams): unknown {
  return operation.input === undefined
    ? {}
    : readMembers(service, shapeOf(service.model, operation.input.shape), parameters, '');
}

function readMembers(service: AnyService, shape: Shape, parameters: URLSearchParams, prefix: string): object {
  const members = Object.entries(shape.members ?? {}).map(([name, ref]) => [
    name,
    readValue(service, shapeOf(service.model, ref.shape), parameters, `${prefix}${ref.locationName ?? name}`),
  ]);
  return Object.fromEntries(members.filter(([, value]) => value !== undefined));
}

function readValue(service: AnyService, shape: Shape, parameters: URLSearchParams, name: string): unknown {
  switch (shape.type) {
    case 'structure':
      return has(parameters, `${name}.`) ? readMembers(service, shape, parameters, `${name}.`) : undefined;
    case 'list':
      return readList(service, shape, parameters, name);
    case 'map':
      return readMap(service, shape, parameters, name);
    case 'blob':
      return parameters.has(name) ? Buffer.from(parameters.get(name) ?? '', 'base64') : undefined;
    case 'integer':
    case 'long':
      return readNumber(parameters.get(name), name);
    case 'boolean':
      return parameters.has(name) ? parameters.get(name) === 'true' : undefined;
    case 'timestamp':
      return parameters.has(name) ? new Date(parameters.get(name) ?? '') : undefined;
    default:
      return parameters.get(name) ?? undefined;
  }
}

function readList(service: AnyService, shape: Shape, parameters: URLSearchParams, name: string): unknown[] | undefined {
  if (shape.member === undefined || !has(parameters, `${name}.member.`)) return undefined;
  const member = shapeOf(service.model, shape.member.shape);
  const items: unknown[] = [];
  for (let index = 1; has(parameters, `${name}.member.${index}`); index += 1) {
    items.push(readValue(service, member, parameters, `${name}.member.${index}`));
  }
  return items;
}

/** `Attributes.entry.1.key=a&Attributes.entry.1.value=b`. */
function readMap(service: AnyService, shape: Shape, parameters: URLSearchParams, name: string): object | undefined {
  if (shape.value === undefined || !has(parameters, `${name}.entry.`)) return undefined;
  const value = shapeOf(service.model, shape.value.shape);
  const entries: [string, unknown][] = [];
  for (let index = 1; has(parameters, `${name}.entry.${index}.`); index += 1) {
    const entry = `${name}.entry.${index}`;
    const key = parameters.get(`${entry}.${shape.key?.locationName ?? 'key'}`);
    if (key === null) throw new ServiceError('MalformedInput', `${entry} has no key`);
    entries.push([key, readValue(service, value, parameters, `${entry}.${shape.value.locationName ?? 'value'}`)]);
  }
  return Object.fromEntries(entries);
}

function readNumber(text: string | null, name: string): number | undefined {
  if (text === null) return undefined;
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new ServiceError('MalformedInput', `${name} is not a number`);
  return value;
}

function has(parameters: URLSearchParams, prefix: string): boolean {
  return [...parameters.keys()].some((key) => key === prefix || key.startsWith(prefix));
}

function resultXml(output: unknown, { service, operation }: Target, requestId: string): string {
  const { model } = service;
  const { output: ref, name } = operation;
  const result = ref === undefined ? '' : element(ref.resultWrapper ?? `${name}Result`, writeXml(model, ref, output));
  const metadata = element('ResponseMetadata', element('RequestId', requestId));
  return `<${name}Response xmlns="${model.metadata.xmlNamespace}">${result}${metadata}</${name}Response>`;
}

function errorXml(error: ServiceError, requestId: string, target: Target | undefined): string {
  const namespace = target?.service.model.metadata.xmlNamespace;
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  const body = element(
    'Error',
    element('Type', type) + element('Code', error.code, true) + element('Message', error.message, true),
  );
  const attribute = namespace === undefined ? '' : ` xmlns="${namespace}"`;
  return `<ErrorResponse${attribute}>${body}${element('RequestId', requestId)}</ErrorResponse>`;
}

/** Errors of the gateway's own steps bear the names of the JSON protocol. */
function inWordsOfQuery(error: ServiceError): ServiceError {
  return error.code === 'AccessDeniedException' ? new ServiceError('AccessDenied', error.message, 403) : error;
}

function xml(request: HttpRequest, status: number, body: string): HttpAnswer {
  return { status, headers: { 'content-type': 'text/xml', 'x-amzn-requestid': request.id }, body };
}

const CODES: Readonly<Record<AuthenticationFault, string>> = {
  missing: 'MissingAuthenticationToken',
  malformed: 'IncompleteSignature',
  'unknown-key': 'InvalidClientTokenId',
  'wrong-token': 'InvalidClientTokenId',
  'expired-token': 'ExpiredToken',
  expired: 'SignatureDoesNotMatch',
  skewed: 'SignatureDoesNotMatch',
  'wrong-scope': 'SignatureDoesNotMatch',
  'wrong-signature': 'SignatureDoesNotMatch',
};

function authenticationError(error: AuthenticationError): ServiceError {
  return new ServiceError(CODES[error.fault], error.message, 403);
}
