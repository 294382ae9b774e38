import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  loadModel,
  type Model,
  type OperationModel,
  operationOf,
  type Shape,
  shapeOf,
} from '../../../src/kernel/model.ts';
import { jsonRequest, type RawAnswer, sendRaw, sign } from '../../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

/** Errors that any operation may have, declared or not. */
const COMMON = ['ValidationException', 'SerializationException', 'InvalidParameterException', 'InvalidInputException'];

const MODELS = readdirSync(new URL('../../../models/', import.meta.url))
  .map((file) => file.replace(/\.json$/, ''))
  .filter((name) => loadModel(name).metadata.protocol === 'json');

/** Something that is no value of the shape, and what is wrong with it. */
function wrongValues(shape: Shape): (readonly [string, unknown])[] {
  const { type, min = 0, max, pattern, enum: values } = shape;
  const wrong: (readonly [string, unknown])[] = [['wrong type', type === 'string' ? { not: 'text' } : 'not it']];
  if (type === 'string' && values !== undefined) wrong.push(['not in the enum', 'NOT_IN_ENUM']);
  if (type === 'string' && min > 0) wrong.push(['too short', 'x'.repeat(min - 1)]);
  if (type === 'string' && max !== undefined && max < 10_000) wrong.push(['too long', 'a'.repeat(max + 1)]);
  if (type === 'string' && pattern !== undefined && !matches(pattern, '\u0001'))
    wrong.push(['no match', '\u0001'.repeat(Math.max(1, min))]);
  if (type === 'list' && min > 0) wrong.push(['too few', []]);
  if (type === 'integer' && shape.min !== undefined) wrong.push(['too small', shape.min - 1]);
  if (type === 'integer' && max !== undefined) wrong.push(['too large', max + 1]);
  return type === 'blob' || type === 'timestamp' ? [] : wrong;
}

function matches(pattern: string, text: string): boolean {
  return new RegExp(`^(?:${pattern})$`, 's').test(text);
}

/** Inputs that the model does not allow. */
function badInputs(model: Model, operation: OperationModel): (readonly [string, object])[] {
  if (operation.input === undefined) return [];
  const { members = {}, required = [] } = shapeOf(model, operation.input.shape);
  const bad = Object.entries(members).flatMap(([name, ref]) =>
    wrongValues(shapeOf(model, ref.shape)).map(([what, value]) => [`${name}: ${what}`, { [name]: value }] as const),
  );
  return required.length === 0 ? bad : [['nothing', {}], ...bad];
}

describe.each(MODELS)('the operations of %s', (name) => {
  const model = loadModel(name);
  const { targetPrefix = '', jsonVersion = '1.1' } = model.metadata;
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const call = async (operation: string, input: object): Promise<RawAnswer> => {
    const request = jsonRequest(`${targetPrefix}.${operation}`, input);
    const headers = { ...request.headers, 'content-type': `application/x-amz-json-${jsonVersion}` };
    const service = SIGNING_NAMES[name] ?? name;
    return sendRaw(server.endpoint, await sign(server.endpoint, { ...request, headers }, { service }));
  };

  it('refuse what the model does not allow, with errors that it declares for them', { timeout: 60_000 }, async () => {
    let asked = 0;
    for (const operation of Object.keys(model.operations)) {
      const modelled = operationOf(model, operation);
      if (modelled === undefined || (await call(operation, {})).status === 501) continue;
      const declared = new Set([...COMMON, ...(modelled.errors ?? []).map(({ shape }) => shape)]);
      for (const [what, input] of badInputs(model, modelled)) {
        const { status, text } = await call(operation, input);
        const code = codeOf(text);
        expect(`${operation} ${what}: ${status}`).toBe(`${operation} ${what}: 400`);
        expect(declared.has(code), `${operation} ${what}: ${code} is declared`).toBe(true);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(0);
  });
});

const SIGNING_NAMES: Readonly<Record<string, string>> = {
  codeconnections: 'codestar-connections',
  'connection-setup': 'codeconnections',
  watch: 'velocius',
};

function codeOf(text: string): string {
  const { __type: type = '' }: { __type?: string } = JSON.parse(text);
  return type.replace(/^.*#/, '');
}
