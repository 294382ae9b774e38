import type { Artifact, ArtifactCopy } from '../actions/action.ts';
import { resolveConfiguration } from '../machine/variables.ts';
import type { PipelineRow } from '../store/pipelines.ts';
import type { ActionInput } from './action-record.ts';
import { commandsIn, configurationIn, textsOf } from './action-texts.ts';
import type { ActionDeclaration, ArtifactStore, Declaration } from './declaration.ts';
import type { LoadedExecution } from './load-facts.ts';
import { describeUnresolved, producedBy } from './produced.ts';
import { exceedsLimit, MAX_RESOLVED_CONFIGURATION } from './variable-limits.ts';

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
  const region = action.region ?? pipeline.region;
  const store = storeOf(execution.declaration, region);
  const place = (name: string) => newArtifact(pipeline, store, name, randomKey());
  const inputs = wanted.flatMap((name) => artifacts.get(name) ?? []).map((artifact) => near(artifact, store, place));
  const input: ActionInput = {
    actionTypeId: action.actionTypeId,
    configuration: action.configuration ?? {},
    resolvedConfiguration: configurationIn(resolved, action),
    commands: commandsIn(resolved, action),
    inputArtifacts: inputs.map(({ artifact }) => artifact),
    copies: inputs.flatMap(({ copy }) => copy ?? []),
    outputArtifacts: (action.outputArtifacts ?? []).map(({ name, files }) => ({ ...place(name), files })),
    namespace: action.namespace,
    region,
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
  return exceedsLimit(input.resolvedConfiguration, MAX_RESOLVED_CONFIGURATION)
    ? tooLong(input)
    : { kind: 'ready', input };
}

/** What is not passed on is not kept either. */
function tooLong(input: ActionInput): Preparation {
  const message = `The configuration of the action exceeds ${MAX_RESOLVED_CONFIGURATION} bytes once its variables are resolved`;
  return {
    kind: 'impossible',
    input: { ...input, resolvedConfiguration: input.configuration },
    code: 'ConfigurationError',
    message,
  };
}

function storeOf(declaration: Declaration, region: string): ArtifactStore {
  const store = declaration.artifactStore ?? declaration.artifactStores?.[region];
  if (store === undefined) throw new Error(`Pipeline ${declaration.name} has no artifact store in ${region}`);
  return store;
}

/** An input as the action finds it: in the store of its own region, where it is copied when it lies elsewhere. */
function near(
  artifact: Artifact,
  { location }: ArtifactStore,
  place: (name: string) => Artifact,
): { readonly artifact: Artifact; readonly copy?: ArtifactCopy } {
  if (artifact.bucket === location) return { artifact };
  const to = { ...place(artifact.name), revisionId: artifact.revisionId };
  return { artifact: to, copy: { from: artifact, to } };
}

/** `<pipeline[:20]>/<artifact[:10]>/<random>` in the artifact store: short, as AWS keeps it. */
function newArtifact(pipeline: PipelineRow, store: ArtifactStore, name: string, random: string): Artifact {
  return {
    name,
    bucket: store.location,
    key: `${pipeline.name.slice(0, 20)}/${name.slice(0, 10)}/${random}`,
    encryptionKey: store.encryptionKey?.id,
  };
}
