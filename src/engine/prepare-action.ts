import type { Artifact } from '../actions/action.ts';
import { type Resolution, resolveConfiguration, type VariableScope } from '../machine/variables.ts';
import type { PipelineRow } from '../store/pipelines.ts';
import type { ActionInput, ActionOutput } from './action-record.ts';
import { commandsIn, configurationIn, textsOf } from './action-texts.ts';
import type { ActionDeclaration, Declaration } from './declaration.ts';
import type { LoadedExecution } from './load-facts.ts';

export type Preparation =
  | { readonly kind: 'ready'; readonly input: ActionInput }
  | { readonly kind: 'impossible'; readonly input: ActionInput; readonly code: string; readonly message: string };

/** What an action is started with: its configuration with the variables of this execution, and its artifacts. */
export function prepareAction(
  pipeline: PipelineRow,
  execution: LoadedExecution,
  action: ActionDeclaration,
  randomKey: () => string,
): Preparation {
  const done = completedOutputs(execution);
  const texts = textsOf(action);
  const resolution = resolveConfiguration(texts, scopeOf(execution, done));
  const resolved = resolution.kind === 'resolved' ? resolution.configuration : texts;
  const available = new Map(
    done.flatMap(({ output }) => output.outputArtifacts.map((artifact) => [artifact.name, artifact])),
  );
  const wanted = (action.inputArtifacts ?? []).map(({ name }) => name);
  const input: ActionInput = {
    actionTypeId: action.actionTypeId,
    configuration: action.configuration ?? {},
    resolvedConfiguration: configurationIn(resolved, action),
    commands: commandsIn(resolved, action),
    inputArtifacts: wanted.flatMap((name) => available.get(name) ?? []),
    outputArtifacts: (action.outputArtifacts ?? []).map(({ name, files }) => ({
      ...newArtifact(pipeline, execution.declaration, name, randomKey()),
      files,
    })),
    namespace: action.namespace,
    region: action.region ?? pipeline.region,
    roleArn: action.roleArn,
  };
  const missing = wanted.find((name) => !available.has(name));
  if (missing !== undefined) {
    return {
      kind: 'impossible',
      input,
      code: 'ConfigurationError',
      message: `Input artifact ${missing} was not produced by any earlier action`,
    };
  }
  if (resolution.kind === 'unresolved')
    return { kind: 'impossible', input, code: 'InvalidVariable', message: describe(resolution) };
  return { kind: 'ready', input };
}

function describe({ configurationKey, reference }: Extract<Resolution, { kind: 'unresolved' }>): string {
  return `Unresolved variable #{${reference.namespace}.${reference.key}} in the configuration key ${configurationKey}: no earlier action of this execution has produced it`;
}

interface Completed {
  readonly namespace: string | undefined;
  readonly output: ActionOutput;
}

function completedOutputs({ actions }: LoadedExecution): Completed[] {
  return actions
    .filter(({ status, output }) => status === 'Succeeded' && output !== null)
    .map(({ input, output }) => {
      const { namespace }: ActionInput = JSON.parse(input);
      return { namespace, output: JSON.parse(output ?? '{}') };
    });
}

function scopeOf({ row }: LoadedExecution, done: readonly Completed[]): VariableScope {
  const variables: readonly { name: string; value: string }[] = JSON.parse(row.variables);
  const scope = new Map<string, Readonly<Record<string, string>>>([
    ['codepipeline', { PipelineExecutionId: row.id }],
    ['variables', Object.fromEntries(variables.map(({ name, value }) => [name, value]))],
  ]);
  for (const { namespace, output } of done) if (namespace !== undefined) scope.set(namespace, output.variables);
  return scope;
}

/** `<pipeline[:20]>/<artifact[:10]>/<random>` in the artifact store: short, as AWS keeps it. */
function newArtifact(pipeline: PipelineRow, declaration: Declaration, name: string, random: string): Artifact {
  const store = declaration.artifactStore ?? declaration.artifactStores?.[pipeline.region];
  if (store === undefined) throw new Error(`Pipeline ${pipeline.name} has no artifact store`);
  return { name, bucket: store.location, key: `${pipeline.name.slice(0, 20)}/${name.slice(0, 10)}/${random}` };
}
