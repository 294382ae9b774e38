import type { Artifact } from '../actions/action.ts';
import { resolveConfiguration } from '../machine/variables.ts';
import type { PipelineRow } from '../store/pipelines.ts';
import type { ActionInput } from './action-record.ts';
import { commandsIn, configurationIn, textsOf } from './action-texts.ts';
import type { ActionDeclaration, Declaration } from './declaration.ts';
import type { LoadedExecution } from './load-facts.ts';
import { describeUnresolved, producedBy } from './produced.ts';

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
  const { scope, artifacts } = producedBy(execution);
  const texts = textsOf(action);
  const resolution = resolveConfiguration(texts, scope);
  const resolved = resolution.kind === 'resolved' ? resolution.configuration : texts;
  const wanted = (action.inputArtifacts ?? []).map(({ name }) => name);
  const input: ActionInput = {
    actionTypeId: action.actionTypeId,
    configuration: action.configuration ?? {},
    resolvedConfiguration: configurationIn(resolved, action),
    commands: commandsIn(resolved, action),
    inputArtifacts: wanted.flatMap((name) => artifacts.get(name) ?? []),
    outputArtifacts: (action.outputArtifacts ?? []).map(({ name, files }) => ({
      ...newArtifact(pipeline, execution.declaration, name, randomKey()),
      files,
    })),
    namespace: action.namespace,
    region: action.region ?? pipeline.region,
    roleArn: action.roleArn,
  };
  const missing = wanted.find((name) => !artifacts.has(name));
  if (missing !== undefined) {
    return {
      kind: 'impossible',
      input,
      code: 'ConfigurationError',
      message: `Input artifact ${missing} was not produced by any earlier action`,
    };
  }
  if (resolution.kind === 'unresolved')
    return { kind: 'impossible', input, code: 'InvalidVariable', message: describeUnresolved(resolution) };
  return { kind: 'ready', input };
}

/** `<pipeline[:20]>/<artifact[:10]>/<random>` in the artifact store: short, as AWS keeps it. */
function newArtifact(pipeline: PipelineRow, declaration: Declaration, name: string, random: string): Artifact {
  const store = declaration.artifactStore ?? declaration.artifactStores?.[pipeline.region];
  if (store === undefined) throw new Error(`Pipeline ${pipeline.name} has no artifact store`);
  return { name, bucket: store.location, key: `${pipeline.name.slice(0, 20)}/${name.slice(0, 10)}/${random}` };
}
