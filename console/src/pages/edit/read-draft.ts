import type {
  ActionDeclaration,
  Condition,
  FailureConditions,
  GitBranchFilterCriteria,
  GitConfiguration,
  GitPullRequestFilter,
  GitPushFilter,
  PipelineDeclaration,
  PipelineTriggerDeclaration,
  RuleDeclaration,
  StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import type { Draft } from './draft.ts';

/** What is against a value at a place; undefined where nothing is. */
type Shape = (value: unknown, place: string) => string | undefined;

const text: Shape = (value, place) => (typeof value === 'string' ? undefined : `${place} must be text`);
const number: Shape = (value, place) => (typeof value === 'number' ? undefined : `${place} must be a number`);

function list(of: Shape): Shape {
  return (value, place) =>
    Array.isArray(value) ? firstOf(value, (item, index) => of(item, `${place}[${index}]`)) : `${place} must be a list`;
}

function map(of: Shape): Shape {
  return (value, place) =>
    isObject(value)
      ? firstOf(Object.entries(value), ([key, item]) => of(item, `${place}.${key}`))
      : `${place} must be an object`;
}

/** Every member may be missing; one that AWS does not know would be dropped on the way without a word. */
function structure<Name extends string>(members: Readonly<Record<Name, Shape>>): Shape {
  const known = new Map<string, Shape>(Object.entries(members));
  return (value, place) =>
    isObject(value)
      ? firstOf(Object.entries(value), ([name, item]) => {
          const of = known.get(name);
          return of === undefined ? `${place} has no member ${name}` : of(item, `${place}.${name}`);
        })
      : `${place} must be an object`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function firstOf<Item>(items: readonly Item[], look: (item: Item, index: number) => string | undefined) {
  for (const [index, item] of items.entries()) {
    const problem = look(item, index);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

const texts = list(text);
const typeId = structure({ category: text, owner: text, provider: text, version: text });
const store = structure({ type: text, location: text, encryptionKey: structure({ id: text, type: text }) });
const inputArtifacts = list(structure({ name: text }));

const rule = structure<keyof RuleDeclaration>({
  name: text,
  ruleTypeId: typeId,
  configuration: map(text),
  commands: texts,
  inputArtifacts,
  roleArn: text,
  region: text,
  timeoutInMinutes: number,
});
const conditions = list(structure<keyof Condition>({ result: text, rules: list(rule) }));

const action = structure<keyof ActionDeclaration>({
  name: text,
  actionTypeId: typeId,
  runOrder: number,
  configuration: map(text),
  commands: texts,
  outputArtifacts: list(structure({ name: text, files: texts })),
  inputArtifacts,
  outputVariables: texts,
  roleArn: text,
  region: text,
  namespace: text,
  timeoutInMinutes: number,
  environmentVariables: list(structure({ name: text, value: text, type: text })),
});

const stage = structure<keyof StageDeclaration>({
  name: text,
  blockers: list(structure({ name: text, type: text })),
  actions: list(action),
  onFailure: structure<keyof FailureConditions>({
    result: text,
    retryConfiguration: structure({ retryMode: text }),
    conditions,
  }),
  onSuccess: structure({ conditions }),
  beforeEntry: structure({ conditions }),
});

const patterns = structure<keyof GitBranchFilterCriteria>({ includes: texts, excludes: texts });
const trigger = structure<keyof PipelineTriggerDeclaration>({
  providerType: text,
  gitConfiguration: structure<keyof GitConfiguration>({
    sourceActionName: text,
    push: list(structure<keyof GitPushFilter>({ tags: patterns, branches: patterns, filePaths: patterns })),
    pullRequest: list(
      structure<keyof GitPullRequestFilter>({ events: texts, branches: patterns, filePaths: patterns }),
    ),
  }),
});

const declaration = structure<keyof PipelineDeclaration>({
  name: text,
  roleArn: text,
  artifactStore: store,
  artifactStores: map(store),
  stages: list(stage),
  version: number,
  executionMode: text,
  pipelineType: text,
  variables: list(structure({ name: text, defaultValue: text, description: text })),
  triggers: list(trigger),
});

/**
 * A declaration out of JSON that somebody typed or pasted, also out of what `aws codepipeline get-pipeline` prints; throws an Error
 * that says what of it no form can show.
 */
export function readDraft(json: string): Draft {
  const value: unknown = JSON.parse(json);
  const pasted = isObject(value) && 'pipeline' in value ? value.pipeline : value;
  const problem = declaration(pasted, 'The declaration');
  if (problem !== undefined) throw new Error(problem);
  return pasted as Draft;
}
