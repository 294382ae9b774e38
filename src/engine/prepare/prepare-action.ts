import { resolveConfiguration } from '../../machine/variables.ts';
import type { PipelineRow } from '../../store/codepipeline/pipelines.ts';
import { bringNear, newArtifact, storeOf } from '../artifact-places.ts';
import type { ActionInput } from '../facts/action-record.ts';
import type { ActionDeclaration } from '../facts/declaration.ts';
import type { LoadedExecution } from '../facts/load-facts.ts';
import { describeUnresolved, producedBy } from '../facts/produced.ts';
import { exceedsLimit, MAX_RESOLVED_CONFIGURATION } from '../variable-limits.ts';
import { commandsIn, configurationIn, textsOf } from './action-texts.ts';

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
  const inputs = bringNear(
    wanted.flatMap((name) => artifacts.get(name) ?? []),
    store,
    place,
  );
  const input: ActionInput = {
    actionTypeId: action.actionTypeId,
    configuration: action.configuration ?? {},
    resolvedConfiguration: configurationIn(resolved, action),
    commands: commandsIn(resolved, action),
    ...inputs,
    outputArtifacts: (action.outputArtifacts ?? []).map(({ name, files }) => ({ ...place(name), files })),
    namespace: action.namespace,
    region,
    roleArn: action.roleArn,
  };
  const missing = wanted.find((name) => !artifacts.has(name));
  if (missing !== undefined)
    return impossible(input, 'ConfigurationError', `Input artifact ${missing} was not produced by any earlier action`);
  if (resolution.kind === 'unresolved') return impossible(input, 'InvalidVariable', describeUnresolved(resolution));
  if (!exceedsLimit(input.resolvedConfiguration, MAX_RESOLVED_CONFIGURATION)) return { kind: 'ready', input };
  const message = `The configuration of the action exceeds ${MAX_RESOLVED_CONFIGURATION} bytes once its variables are resolved`;
  // What is not passed on is not kept either.
  return impossible({ ...input, resolvedConfiguration: input.configuration }, 'ConfigurationError', message);
}

function impossible(input: ActionInput, code: string, message: string): Preparation {
  return { kind: 'impossible', input, code, message };
}
