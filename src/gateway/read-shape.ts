import { type Model, type Shape, type ShapeRef, shapeOf } from '../kernel/model.ts';
import { ServiceError } from '../kernel/service-error.ts';

/**
 * JSON values of the wire to the values operations get: blobs to bytes, timestamps to dates, members the model does not know
 * left out. A value of the wrong type is refused.
 */
export function readShape(model: Model, ref: ShapeRef, value: unknown, path = ''): unknown {
  if (value === null || value === undefined) return undefined;
  const shape = shapeOf(model, ref.shape);
  switch (shape.type) {
    case 'structure':
      return readStructure(model, shape, value, path);
    case 'list':
      return readList(model, shape, value, path);
    case 'map':
      return readMap(model, shape, value, path);
    case 'string':
      return typeof value === 'string' ? value : refuse(value, 'a String', path);
    case 'boolean':
      return typeof value === 'boolean' ? value : refuse(value, 'a Boolean', path);
    case 'integer':
    case 'long':
      return readInteger(shape, value, path);
    case 'float':
    case 'double':
      return typeof value === 'number' ? value : refuse(value, 'a Double', path);
    case 'timestamp':
      return readTimestamp(value, path);
    case 'blob':
      return readBlob(value, path);
  }
}

function readStructure(model: Model, shape: Shape, value: unknown, path: string): object {
  if (!isObject(value)) refuse(value, 'a Structure', path);
  const result: Record<string, unknown> = {};
  for (const [name, ref] of Object.entries(shape.members ?? {})) {
    const wire = ref.locationName ?? name;
    if (!Object.hasOwn(value, wire)) continue;
    const member = readShape(model, ref, value[wire], join(path, name));
    if (member !== undefined) result[name] = member;
  }
  return result;
}

function readList(model: Model, shape: Shape, value: unknown, path: string): unknown[] {
  if (!Array.isArray(value)) refuse(value, 'a List', path);
  const { member } = shape;
  if (member === undefined) return value;
  return value.map((item, index) => {
    const read = readShape(model, member, item, join(path, String(index + 1)));
    return read === undefined ? refuse(null, 'a member of a List', path) : read;
  });
}

function readMap(model: Model, shape: Shape, value: unknown, path: string): object {
  if (!isObject(value)) refuse(value, 'a Map', path);
  const { value: member } = shape;
  if (member === undefined) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, readShape(model, member, item, join(path, key))]);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

function readInteger(shape: Shape, value: unknown, path: string): number {
  const max = shape.type === 'integer' ? 2 ** 31 - 1 : Number.MAX_SAFE_INTEGER;
  if (typeof value !== 'number' || !Number.isInteger(value) || Math.abs(value) > max) {
    return refuse(value, shape.type === 'integer' ? 'an Integer' : 'a Long', path);
  }
  return value;
}

function readTimestamp(value: unknown, path: string): Date {
  const time =
    typeof value === 'number' ? new Date(value * 1000) : new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(time.getTime()) ? refuse(value, 'a Timestamp', path) : time;
}

function readBlob(value: unknown, path: string): Uint8Array {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 === 1) {
    return refuse(value, 'a Blob', path);
  }
  return Buffer.from(value, 'base64');
}

function refuse(value: unknown, wanted: string, path: string): never {
  const place = path === '' ? '' : ` at '${path}'`;
  throw new ServiceError('SerializationException', `${nameOfType(value)} can not be converted to ${wanted}${place}`);
}

function nameOfType(value: unknown): string {
  if (value === null) return 'NULL_VALUE';
  if (Array.isArray(value)) return 'START_ARRAY';
  if (typeof value === 'object') return 'START_OBJECT';
  return `${typeof value}_VALUE`.toUpperCase();
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function join(path: string, part: string): string {
  return path === '' ? part : `${path}.${part}`;
}
