import { type Model, type Shape, type ShapeRef, shapeOf } from '../../../kernel/model.ts';
import { invalidInput } from '../errors.ts';
import type { StartBuildInput } from '../shapes.ts';

/** StartBuild's members out of the JSON an event rule made, read by the model. Members it does not know are passed over. */
export function readStartInput(model: Model, payload: string): Partial<StartBuildInput> {
  const value = parse(payload);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw invalidInput('The input of the build is not a JSON object');
  const { projectName: _, ...members } = readMembers(model, shapeOf(model, 'StartBuildInput'), { value, path: '' });
  return members;
}

interface Place {
  readonly value: object;
  readonly path: string;
}

function readMembers(model: Model, shape: Shape, { value, path }: Place): Record<string, unknown> {
  const given = new Map<string, unknown>(Object.entries(value));
  const members: Record<string, unknown> = {};
  for (const [name, ref] of Object.entries(shape.members ?? {})) {
    const member = given.get(name) ?? undefined;
    const inner = path === '' ? name : `${path}.${name}`;
    if (member !== undefined) members[name] = readValue(model, ref, member, inner);
    else if (path !== '' && shape.required?.includes(name) === true)
      throw invalidInput(`The input of the build has no ${inner}`);
  }
  return members;
}

function readValue(model: Model, ref: ShapeRef, value: unknown, path: string): unknown {
  const shape = shapeOf(model, ref.shape);
  const { type, member } = shape;
  if (type === 'structure' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return readMembers(model, shape, { value, path });
  if (type === 'list' && Array.isArray(value) && member !== undefined)
    return value.map((item: unknown, index) => readValue(model, member, item, `${path}.${index}`));
  if (type === 'boolean' && typeof value === 'boolean') return value;
  if (type === 'integer' && isWithin(shape, value)) return value;
  if (type === 'string' && typeof value === 'string' && (shape.enum?.includes(value) ?? true)) return value;
  throw invalidInput(`The input of the build has a wrong ${path}`);
}

function isWithin({ min, max }: Shape, value: unknown): boolean {
  return Number.isInteger(value) && Number(value) >= (min ?? -Infinity) && Number(value) <= (max ?? Infinity);
}

function parse(payload: string): unknown {
  try {
    return JSON.parse(payload);
  } catch {
    throw invalidInput('The input of the build is not JSON');
  }
}
