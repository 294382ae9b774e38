import type { Readable } from 'node:stream';
import { type Model, type OperationModel, type ShapeRef, shapeOf } from '../../kernel/model.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import type { Address } from '../bucket-address.ts';
import { type HttpRequest, header } from '../http.ts';
import { readXml } from './read-xml.ts';

/** A request taken apart; its members are spread over address, query, headers and body. */
export interface RestRequest {
  readonly request: HttpRequest;
  readonly address: Address;
  readonly query: URLSearchParams;
  readonly body: Readable;
}

const MAX_DOCUMENT = 2 * 1024 * 1024;

/** The operation's input, by the locations of the model. A blob stays a stream; documents are read whole. */
export async function readRestInput(model: Model, operation: OperationModel, rest: RestRequest): Promise<unknown> {
  if (operation.input === undefined) return {};
  const { members = {}, payload } = shapeOf(model, operation.input.shape);
  const input: Record<string, unknown> = {};
  for (const [name, ref] of Object.entries(members)) {
    const value = name === payload ? await readPayload(model, ref, rest) : readLocated(model, name, ref, rest);
    if (value !== undefined) input[name] = value;
  }
  return input;
}

async function readPayload(model: Model, ref: ShapeRef, { body, request }: RestRequest): Promise<unknown> {
  const { type } = shapeOf(model, ref.shape);
  if (type === 'blob') {
    requireLength(request);
    return body;
  }
  const text = await readText(body);
  if (text === '') return undefined;
  return type === 'string' ? text : readXml(model, ref, text);
}

function requireLength(request: HttpRequest): void {
  if (header(request, 'content-length') !== undefined) return;
  if (header(request, 'x-amz-decoded-content-length') !== undefined) return;
  throw new ServiceError('MissingContentLength', 'You must provide the Content-Length HTTP header.', 411);
}

async function readText(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MAX_DOCUMENT) throw new ServiceError('MaxMessageLengthExceeded', 'Your request was too big.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function readLocated(model: Model, name: string, ref: ShapeRef, rest: RestRequest): unknown {
  const wire = ref.locationName ?? name;
  switch (ref.location) {
    case 'uri':
      return name === 'Bucket' ? rest.address.bucket : rest.address.key;
    case 'querystring':
      return convert(model, ref, wire, rest.query.get(wire) ?? undefined);
    case 'header':
      return convert(model, ref, wire, header(rest.request, wire.toLowerCase()));
    case 'headers':
      return readPrefixed(rest.request, wire.toLowerCase());
    default:
      return undefined;
  }
}

function readPrefixed(request: HttpRequest, prefix: string): Record<string, string> {
  const names = Object.keys(request.headers).filter((name) => name.startsWith(prefix));
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), header(request, name) ?? '']));
}

function convert(model: Model, ref: ShapeRef, wire: string, text: string | undefined): unknown {
  if (text === undefined) return undefined;
  switch (shapeOf(model, ref.shape).type) {
    case 'integer':
    case 'long':
      return readNumber(wire, text);
    case 'boolean':
      return text.toLowerCase() === 'true';
    case 'timestamp':
      return readDate(text);
    case 'list':
      return text.split(',').map((item) => item.trim());
    default:
      return text;
  }
}

function readNumber(wire: string, text: string): number | undefined {
  if (text === '') return undefined;
  const value = Number(text);
  if (/^-?\d+$/.test(text) && Number.isSafeInteger(value)) return value;
  throw new ServiceError('InvalidArgument', `Provided ${wire} not an integer or within integer range`, 400, {
    ArgumentName: wire,
    ArgumentValue: text,
  });
}

/** A condition whose date cannot be read is no condition, as HTTP has it. */
function readDate(text: string): Date | undefined {
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
