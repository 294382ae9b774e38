import { loadModel } from '../../../../src/kernel/model.ts';

const { shapes, operations } = loadModel('codepipeline');

/** The paths of all members that the answer of an operation can have: `a.b[].c`, and `a.d{}` of a map. */
export function membersOf(operation: string): readonly string[] {
  const shape = operations[operation]?.output?.shape;
  if (shape === undefined) throw new Error(`The model has no answer of ${operation}`);
  return [...leavesOf(shape, '')];
}

function* leavesOf(name: string, path: string): Generator<string> {
  const { type, members = {}, member } = shapes[name] ?? {};
  const under = path === '' ? '' : `${path}.`;
  if (type === 'structure')
    for (const [key, ref] of Object.entries(members)) yield* leavesOf(ref.shape, `${under}${key}`);
  else if (type === 'list') yield* leavesOf(member?.shape ?? '', `${path}[]`);
  else yield type === 'map' ? `${path}{}` : path;
}

/** The paths that have a value in an answer. */
export function* pathsIn(value: unknown, path = ''): Generator<string> {
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) for (const item of value) yield* pathsIn(item, `${path}[]`);
  else if (typeof value !== 'object' || value instanceof Date) yield path;
  else
    for (const [key, member] of Object.entries(value)) {
      yield `${path}{}`;
      yield* pathsIn(member, path === '' ? key : `${path}.${key}`);
    }
}
