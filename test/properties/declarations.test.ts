import type { ActionDeclaration, PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadModel, operationOf } from '../../src/kernel/model.ts';
import { dummyProvider } from '../harness/dummy-provider.ts';
import { action, approval, pipeline, QUIET, source, stage } from '../harness/pipelines.ts';
import { jsonRequest, sendRaw, sign } from '../harness/raw-http.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';

type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

const DECLARED = new Set(
  operationOf(loadModel('codepipeline'), 'CreatePipeline')
    ?.errors?.map(({ shape }) => shape)
    .concat('SerializationException'),
);

/** A declaration that uses most of what there is. */
const GOOD = pipeline(
  'mutant',
  [
    stage('Source', source('Fetch', { namespace: 'Src' })),
    stage(
      'Build',
      action('Compile', {
        inputArtifacts: [{ name: 'FetchOutput' }],
        outputArtifacts: [{ name: 'Built' }],
        configuration: { Note: '#{Src.x} #{variables.Reason}' },
        namespace: 'Bld',
      }),
      action('Test', { inputArtifacts: [{ name: 'Built' }], runOrder: 2, configuration: { Note: '#{Bld.y}' } }),
    ),
    stage('Approve', approval()),
  ],
  { ...QUIET, executionMode: 'QUEUED', version: 7 },
);

/** What a member may be replaced by: values of other members, which are almost right, and values that nothing takes. */
const STRANGE: Json[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e20,
  '',
  ' ',
  'x'.repeat(2000),
  '#{a.b}',
  '#{',
  [],
  [null],
  {},
  { a: 1 },
];

/** Every place in a value, as a path of keys and indexes. */
function placesIn(value: Json, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inside = Object.entries(value).flatMap(([key, item]) =>
    placesIn(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? inside : [path, ...inside];
}

function valueAt(value: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>((at, key) => (at as { [key: string | number]: Json })[key] ?? null, value);
}

type Change =
  | { readonly kind: 'delete' }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'strange'; readonly value: Json }
  | { readonly kind: 'value-of'; readonly index: number };

function change(value: Json, path: readonly (string | number)[], how: Change): void {
  const key = path.at(-1) ?? '';
  const parent = valueAt(value, path.slice(0, -1));
  if (typeof parent !== 'object' || parent === null) return;
  if (how.kind === 'delete' && Array.isArray(parent)) parent.splice(Number(key), 1);
  else if (how.kind === 'delete') delete (parent as { [key: string]: Json })[key];
  else if (how.kind === 'repeat' && Array.isArray(parent)) parent.push(structuredClone(parent[Number(key)] ?? null));
  else if (how.kind === 'strange') (parent as { [key: string | number]: Json })[key] = how.value;
  else if (how.kind === 'value-of') {
    const places = placesIn(value);
    const other = places[how.index % Math.max(1, places.length)] ?? [];
    (parent as { [key: string | number]: Json })[key] = structuredClone(valueAt(value, other));
  }
}

const changes: fc.Arbitrary<readonly (readonly [number, Change])[]> = fc.array(
  fc.tuple(
    fc.nat(),
    fc.oneof(
      fc.constant<Change>({ kind: 'delete' }),
      fc.constant<Change>({ kind: 'repeat' }),
      fc.constantFrom(...STRANGE).map((value): Change => ({ kind: 'strange', value })),
      fc.nat().map((index): Change => ({ kind: 'value-of', index })),
    ),
  ),
  { minLength: 1, maxLength: 3 },
);

const mutants = changes.map((list) => {
  const declaration: Json = JSON.parse(JSON.stringify(GOOD));
  for (const [place, how] of list) {
    const places = placesIn(declaration);
    const path = places[place % Math.max(1, places.length)];
    if (path !== undefined) change(declaration, path, how);
  }
  return declaration;
});

describe('a declaration that somebody has damaged', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer('sqlite', {}, { providers: dummyProvider().providers });
  });
  afterAll(() => server.close());

  const call = async (operation: string, body: object) => {
    const request = jsonRequest(`CodePipeline_20150709.${operation}`, body);
    return sendRaw(server.endpoint, await sign(server.endpoint, request));
  };
  const names = async () => JSON.parse((await call('ListPipelines', {})).text).pipelines as unknown[];

  it('is refused with an error of the model and changes nothing, or is sound all the same', {
    timeout: 60_000,
  }, async () => {
    let accepted = 0;
    await fc.assert(
      fc.asyncProperty(mutants, async (mutant) => {
        const { status, text } = await call('CreatePipeline', { pipeline: mutant });
        if (status === 200) {
          accepted += 1;
          const { pipeline: made } = JSON.parse(text);
          expect(flaws(made)).toEqual([]);
          await call('DeletePipeline', { name: made.name });
          return;
        }
        expect(status).toBe(400);
        const { __type: code, message } = JSON.parse(text);
        expect(DECLARED.has(code), `${code} is declared`).toBe(true);
        expect(message).not.toBe('');
        expect(await names()).toEqual([]);
      }),
      { numRuns: 250 },
    );
    expect(accepted).toBeGreaterThan(0);
    expect(server.errors).toEqual([]);
  });
});

/** What is wrong with a declaration that was accepted: said again, in the simplest words. */
function flaws({ stages = [], variables = [], artifactStore, artifactStores }: PipelineDeclaration): string[] {
  const actions = stages.flatMap((each) => each.actions ?? []);
  const isSource = (each: ActionDeclaration) => each.actionTypeId?.category === 'Source';
  const order = inOrder(stages);
  const wrong: readonly (readonly [string, boolean])[] = [
    ['fewer than two stages', stages.length < 2],
    ['a stage without actions', stages.some((each) => (each.actions ?? []).length === 0)],
    ['a stage name twice', repeats(stages.map(({ name }) => name))],
    ['an action name twice in a stage', stages.some((each) => repeats((each.actions ?? []).map(({ name }) => name)))],
    ['a first stage with others than sources', !(stages[0]?.actions ?? []).every(isSource)],
    ['a source later', stages.slice(1).some((each) => (each.actions ?? []).some(isSource))],
    ['an output made twice', repeats(actions.flatMap((each) => outputsOf(each)))],
    ['a namespace twice', repeats(actions.flatMap(({ namespace }) => namespace ?? []))],
    ['a variable twice', repeats(variables.map(({ name }) => name))],
    ['not one kind of artifact store', (artifactStore === undefined) === (artifactStores === undefined)],
    ['an input that is not made before', order.some(({ action: each, before }) => !hasInputs(each, before))],
    ['a reference that is not made before', order.some(({ action: each, before }) => !hasNamespaces(each, before))],
    ['a type that is not there', actions.some((each) => !/^(Dummy|Manual)$/.test(each.actionTypeId?.provider ?? ''))],
  ];
  return wrong.flatMap(([what, isWrong]) => (isWrong ? [what] : []));
}

interface Turn {
  readonly action: ActionDeclaration;
  readonly before: readonly ActionDeclaration[];
}

function inOrder(stages: NonNullable<PipelineDeclaration['stages']>): Turn[] {
  return stages.flatMap((each, index) =>
    (each.actions ?? []).map((one) => ({
      action: one,
      before: [
        ...stages.slice(0, index).flatMap((earlier) => earlier.actions ?? []),
        ...(each.actions ?? []).filter((other) => (other.runOrder ?? 1) < (one.runOrder ?? 1)),
      ],
    })),
  );
}

function outputsOf({ outputArtifacts = [] }: ActionDeclaration): (string | undefined)[] {
  return outputArtifacts.map(({ name }) => name);
}

function hasInputs({ inputArtifacts = [] }: ActionDeclaration, before: readonly ActionDeclaration[]): boolean {
  const made = before.flatMap(outputsOf);
  return inputArtifacts.every(({ name }) => made.includes(name));
}

function hasNamespaces({ configuration = {} }: ActionDeclaration, before: readonly ActionDeclaration[]): boolean {
  const made = ['codepipeline', 'variables', ...before.flatMap(({ namespace }) => namespace ?? [])];
  const used = Object.values(configuration).flatMap((text) =>
    // What is not closed is no reference.
    [...text.matchAll(/#\{([^.{}]*)[^{}]*\}/g)].map(([, name]) => name),
  );
  return used.every((name) => made.includes(name ?? ''));
}

function repeats(names: readonly unknown[]): boolean {
  return new Set(names).size < names.length;
}
