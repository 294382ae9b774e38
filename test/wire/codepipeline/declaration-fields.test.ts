import { ListPipelinesCommand } from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel, type Shape } from '../../../src/kernel/model.ts';
import { jsonRequest, sendRaw, sign } from '../../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const { shapes } = loadModel('codepipeline');

function shapeOf(name: string): Shape {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`The model has no shape ${name}`);
  return shape;
}

const SAMPLES = ['Sample', 'arn:aws:iam::123456789012:role/sample'];
const KEY = 'eu-west-1';
const fits = ({ pattern = '.*' }: Shape, text: string) => new RegExp(`^(?:${pattern})$`, 's').test(text);

/** A value with everything in it that its shape can have, once. */
function whole(name: string): unknown {
  const shape = shapeOf(name);
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(Object.entries(shape.members ?? {}).map(([key, ref]) => [key, whole(ref.shape)]));
    case 'list':
      return [whole(shape.member?.shape ?? '')];
    case 'map':
      return { [KEY]: whole(shape.value?.shape ?? '') };
    case 'integer':
      return shape.min ?? 1;
    default:
      return shape.enum?.[0] ?? SAMPLES.find((sample) => fits(shape, sample));
  }
}

type Path = readonly (string | number)[];

/** Every place in a declaration, with its shape. */
function* placesIn(name: string, path: Path): Generator<readonly [Path, Shape]> {
  const shape = shapeOf(name);
  yield [path, shape];
  for (const [key, ref] of Object.entries(shape.members ?? {})) yield* placesIn(ref.shape, [...path, key]);
  if (shape.member !== undefined) yield* placesIn(shape.member.shape, [...path, 0]);
  if (shape.value !== undefined) yield* placesIn(shape.value.shape, [...path, KEY]);
}

const MISSING = Symbol('missing');

/** What is wrong in such a place: each breaks one constraint, or is of another type. */
function* breaches(shape: Shape, isRequired: boolean): Generator<readonly [unknown, string]> {
  const { min = 0, max = Number.POSITIVE_INFINITY } = shape;
  if (isRequired) yield [MISSING, 'ValidationException'];
  yield [shape.type === 'string' ? { not: 'a text' } : 'something else', 'SerializationException'];
  if (shape.type === 'integer') for (const value of [min - 1, max + 1]) yield* within(value, 'ValidationException');
  if (shape.type === 'list') yield* sizes(min, max, (count) => Array(count).fill(whole(shape.member?.shape ?? '')));
  if (shape.type !== 'string') return;
  if (shape.enum !== undefined) yield ['NOT_ONE_OF_THEM', 'ValidationException'];
  else yield* sizes(min, max, (count) => 'a'.repeat(count));
  const strange = ['a b!', 'stranger'].find((text) => !fits(shape, text));
  if (strange !== undefined) yield [strange, 'ValidationException'];
}

function* within(value: number, error: string): Generator<readonly [unknown, string]> {
  if (Number.isFinite(value)) yield [value, error];
}

function* sizes(min: number, max: number, make: (count: number) => unknown): Generator<readonly [unknown, string]> {
  if (min > 0) yield [make(min - 1), 'ValidationException'];
  if (Number.isFinite(max)) yield [make(max + 1), 'ValidationException'];
}

/** The whole declaration but for one place. */
function broken(path: Path, value: unknown): unknown {
  const pipeline = whole('PipelineDeclaration');
  let place = pipeline as Record<string | number, unknown>;
  for (const key of path.slice(0, -1)) place = place[key] as typeof place;
  const last = path.at(-1) ?? '';
  if (value === MISSING) delete place[last];
  else place[last] = value;
  return pipeline;
}

/** As AWS names a place: up to the map it is in, whose values have no names of their own. */
function inWords(path: Path): string {
  const end = path.indexOf(KEY);
  return ['pipeline', ...(end < 0 ? path : path.slice(0, end))]
    .map((key) => (typeof key === 'number' ? `${key + 1}.member` : key))
    .join('.');
}

const PLACES = [...placesIn('PipelineDeclaration', [])]
  .filter(([path]) => path.length > 0)
  .map(([path, shape]) => ({ where: inWords(path), path, shape }));

function isRequired(path: Path): boolean {
  const parent = PLACES.find((place) => JSON.stringify(place.path) === JSON.stringify(path.slice(0, -1)));
  const { required = [] } = parent?.shape ?? shapeOf('PipelineDeclaration');
  return required.includes(String(path.at(-1)));
}

// What the wire says is the same on every database.
describe.each(['CreatePipeline', 'UpdatePipeline'])('every field of a declaration, as %s gets it', (operation) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  async function answer(pipeline: unknown) {
    const request = jsonRequest(`CodePipeline_20150709.${operation}`, { pipeline });
    const { status, text } = await sendRaw(server.endpoint, await sign(server.endpoint, request));
    const { __type: type, message } = JSON.parse(text);
    return { status, type, message };
  }

  it('may be there: then only what they say together is wrong', async () => {
    expect(await answer(whole('PipelineDeclaration'))).toMatchObject({ type: 'InvalidStructureException' });
  });

  it.each(PLACES)('is refused when it is wrong, by its place: $where', async ({ where, path, shape }) => {
    const wrong = [...breaches(shape, isRequired(path))];
    expect(wrong).not.toEqual([]);
    for (const [value, type] of wrong) {
      const refusal = await answer(broken(path, value));
      expect(refusal).toMatchObject({ status: 400, type });
      expect(refusal.message).toContain(type === 'ValidationException' ? `at '${where}` : '');
    }
    expect((await server.codepipeline.send(new ListPipelinesCommand({}))).pipelines).toEqual([]);
  });
});
