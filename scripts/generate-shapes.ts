import type { Model, Shape } from '../src/kernel/model.ts';

const HEADER = '// Generated from models/ by `npm run generate`. Do not edit.\n';

/** TypeScript types of every shape that a request or an answer of the service can hold. */
export function generateShapes(model: Model): string {
  const reachable = reachableShapes(model);
  const types = [...reachable].sort().map((name) => declare(name, shape(model, name), model));
  const usesStream = types.some((type) => type.includes('Readable'));
  const operations = Object.values(model.operations)
    .map(
      (operation) =>
        `  ${operation.name}: { input: ${operation.input?.shape ?? 'Record<string, never>'}; output: ${
          operation.output?.shape ?? 'Record<string, never>'
        } };`,
    )
    .join('\n');
  return [
    HEADER,
    usesStream ? "import type { Readable } from 'node:stream';\n" : '',
    `export interface Operations {\n${operations}\n}\n`,
    ...types,
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function reachableShapes(model: Model): Set<string> {
  const reachable = new Set<string>();
  const visit = (name: string | undefined): void => {
    if (name === undefined || reachable.has(name)) return;
    reachable.add(name);
    const { members, member, key, value } = shape(model, name);
    for (const ref of [...Object.values(members ?? {}), member, key, value]) visit(ref?.shape);
  };
  for (const operation of Object.values(model.operations)) {
    visit(operation.input?.shape);
    visit(operation.output?.shape);
  }
  return reachable;
}

function declare(name: string, declared: Shape, model: Model): string {
  if (declared.type === 'structure') return declareStructure(name, declared, model);
  const text = typeText(declared);
  // A shape named `string` is what it is called.
  return text === name ? '' : `export type ${name} = ${text};\n`;
}

function declareStructure(name: string, declared: Shape, model: Model): string {
  const required = new Set(declared.required);
  const members = Object.entries(declared.members ?? {}).map(([member, ref]) => {
    const streams = declared.payload === member && isStream(model, ref.shape, ref);
    const type = streams ? 'Readable' : ref.shape;
    return required.has(member)
      ? `  readonly ${quote(member)}: ${type};`
      : `  readonly ${quote(member)}?: ${type} | undefined;`;
  });
  if (members.length === 0) return `export type ${name} = Record<string, never>;\n`;
  return `export interface ${name} {\n${members.join('\n')}\n}\n`;
}

function isStream(model: Model, name: string, ref: object): boolean {
  return shape(model, name).type === 'blob' && (shape(model, name).streaming === true || 'streaming' in ref);
}

function typeText(declared: Shape): string {
  switch (declared.type) {
    case 'string':
      return declared.enum === undefined ? 'string' : declared.enum.map((value) => JSON.stringify(value)).join(' | ');
    case 'integer':
    case 'long':
    case 'float':
    case 'double':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'timestamp':
      return 'globalThis.Date';
    case 'blob':
      return 'Uint8Array';
    case 'list':
      return `readonly ${declared.member?.shape}[]`;
    case 'map':
      return `Readonly<{ [key: string]: ${declared.value?.shape} }>`;
    case 'structure':
      return 'Record<string, unknown>';
  }
}

function shape(model: Model, name: string): Shape {
  const found = model.shapes[name];
  if (found === undefined) throw new Error(`No shape ${name}`);
  return found;
}

function quote(member: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(member) ? member : JSON.stringify(member);
}
