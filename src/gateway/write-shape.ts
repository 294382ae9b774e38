import { type Model, type Shape, type ShapeRef, shapeOf } from '../kernel/model.ts';

/**
 * An operation's answer to JSON values of the wire: dates to epoch seconds, bytes to base64. Members the model does not know
 * are our own mistake: `strict` makes them an error, otherwise they are left out.
 */
export interface Writing {
  readonly model: Model;
  readonly strict: boolean;
}

export function writeShape(writing: Writing, ref: ShapeRef, value: unknown, path = ''): unknown {
  if (value === null || value === undefined) return undefined;
  const shape = shapeOf(writing.model, ref.shape);
  switch (shape.type) {
    case 'structure':
      return writeStructure(writing, shape, value as Record<string, unknown>, path);
    case 'list':
      return writeList(writing, shape, value as readonly unknown[], path);
    case 'map':
      return writeMap(writing, shape, value as Record<string, unknown>, path);
    case 'timestamp':
      expect(writing, value instanceof Date, 'a Date', path);
      return value instanceof Date ? value.getTime() / 1000 : undefined;
    case 'blob':
      expect(writing, value instanceof Uint8Array, 'bytes', path);
      return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : undefined;
    case 'string':
      expect(writing, typeof value === 'string', 'a string', path);
      return value;
    case 'boolean':
      expect(writing, typeof value === 'boolean', 'a boolean', path);
      return value;
    default:
      expect(writing, typeof value === 'number' && Number.isFinite(value), 'a number', path);
      return value;
  }
}

function writeStructure(writing: Writing, shape: Shape, value: Record<string, unknown>, path: string): object {
  const members = shape.members ?? {};
  if (writing.strict) refuseUnmodelled(shape, value, path);
  const result: Record<string, unknown> = {};
  for (const [name, ref] of Object.entries(members)) {
    const member = writeShape(writing, ref, value[name], `${path}.${name}`);
    if (member !== undefined) result[ref.locationName ?? name] = member;
  }
  return result;
}

function writeList(writing: Writing, shape: Shape, value: readonly unknown[], path: string): unknown {
  const { member } = shape;
  return member === undefined
    ? value
    : value.map((item, index) => writeShape(writing, member, item, `${path}[${index}]`));
}

function writeMap(writing: Writing, shape: Shape, value: Record<string, unknown>, path: string): unknown {
  const { value: member } = shape;
  if (member === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, writeShape(writing, member, item, `${path}.${key}`)]),
  );
}

function refuseUnmodelled(shape: Shape, value: Record<string, unknown>, path: string): void {
  for (const [name, member] of Object.entries(value)) {
    if (member !== undefined && shape.members?.[name] === undefined)
      throw new Error(`${path}.${name} is not in the model`);
  }
  for (const name of shape.required ?? []) {
    if (value[name] === undefined || value[name] === null) throw new Error(`${path}.${name} is required by the model`);
  }
}

function expect(writing: Writing, holds: boolean, wanted: string, path: string): void {
  if (writing.strict && !holds) throw new Error(`${path} is not ${wanted}`);
}
