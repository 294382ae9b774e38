import type { Model, Shape, ShapeRef } from '../../kernel/model.ts';
import { ServiceError } from '../../kernel/service-error.ts';
import { compileShapes, type Deed, type DeedOf, type Place } from './compile-shapes.ts';

/**
 * JSON values of the wire to the values operations get: blobs to bytes, timestamps to dates, members the model does not know
 * left out. A value of the wrong type is refused.
 */
export function readShape(model: Model, ref: ShapeRef, value: unknown): unknown {
  return readerOf(model, ref)(value, []);
}

type Read = Deed<Place, unknown>;

const readerOf = compileShapes<Place, unknown>((shape, deedOf) => {
  const read = readPresent(shape, deedOf);
  return (value, at) => (value === null || value === undefined ? undefined : read(value, at));
});

function readPresent(shape: Shape, deedOf: DeedOf<Place, unknown>): Read {
  switch (shape.type) {
    case 'structure':
      return readStructure(shape, deedOf);
    case 'list':
      return readList(shape, deedOf);
    case 'map':
      return readMap(shape, deedOf);
    case 'string':
      return (value, at) => (typeof value === 'string' ? value : refuse(value, 'a String', at));
    case 'boolean':
      return (value, at) => (typeof value === 'boolean' ? value : refuse(value, 'a Boolean', at));
    case 'integer':
      return (value, at) => readInteger(value, 2 ** 31 - 1, 'an Integer', at);
    case 'long':
      return (value, at) => readInteger(value, Number.MAX_SAFE_INTEGER, 'a Long', at);
    case 'float':
    case 'double':
      return (value, at) => (typeof value === 'number' ? value : refuse(value, 'a Double', at));
    case 'timestamp':
      return readTimestamp;
    case 'blob':
      return readBlob;
  }
}

function readStructure(shape: Shape, deedOf: DeedOf<Place, unknown>): Read {
  const members = Object.entries(shape.members ?? {}).map(([name, ref]) => ({
    name,
    wire: ref.locationName ?? name,
    read: deedOf(ref),
  }));
  return (value, at) => {
    if (!isObject(value)) refuse(value, 'a Structure', at);
    const result: Record<string, unknown> = {};
    for (const { name, wire, read } of members) {
      if (!Object.hasOwn(value, wire)) continue;
      at.push(name);
      const member = read(value[wire], at);
      at.pop();
      if (member !== undefined) result[name] = member;
    }
    return result;
  };
}

function readList({ member }: Shape, deedOf: DeedOf<Place, unknown>): Read {
  const read: Read = member === undefined ? (value) => value : deedOf(member);
  return (value, at) => {
    if (!Array.isArray(value)) refuse(value, 'a List', at);
    return value.map((item: unknown, index) => {
      at.push(index + 1);
      const result = read(item, at);
      at.pop();
      return result === undefined ? refuse(null, 'a member of a List', at) : result;
    });
  };
}

function readMap({ value: member }: Shape, deedOf: DeedOf<Place, unknown>): Read {
  const read: Read = member === undefined ? (value) => value : deedOf(member);
  return (value, at) => {
    if (!isObject(value)) refuse(value, 'a Map', at);
    const entries = Object.entries(value).map(([key, item]) => {
      at.push(key);
      const result = read(item, at);
      at.pop();
      return [key, result] as const;
    });
    return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
  };
}

function readInteger(value: unknown, max: number, wanted: string, at: Place): number {
  const fits = typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= max;
  return fits ? value : refuse(value, wanted, at);
}

function readTimestamp(value: unknown, at: Place): Date {
  const time =
    typeof value === 'number' ? new Date(value * 1000) : new Date(typeof value === 'string' ? value : Number.NaN);
  return Number.isNaN(time.getTime()) ? refuse(value, 'a Timestamp', at) : time;
}

function readBlob(value: unknown, at: Place): Uint8Array {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || value.length % 4 === 1) {
    return refuse(value, 'a Blob', at);
  }
  return Buffer.from(value, 'base64');
}

function refuse(value: unknown, wanted: string, at: Place): never {
  const place = at.length === 0 ? '' : ` at '${at.join('.')}'`;
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
