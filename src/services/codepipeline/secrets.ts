import { type ActionProvider, findProvider } from '../../actions/action.ts';
import type { Reader } from '../../store/database.ts';
import type { CodePipelineCall } from './find.ts';
import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from './shapes.ts';

/**
 * Values of secret configuration properties are shown as a mask everywhere but to whoever does the job. Who updates a pipeline
 * may send the mask back, and the value stays.
 */
const MASK = '****';
const IS_MASK = /^\*{4,5}$/;

type Configuration = Readonly<Record<string, string>>;

export function maskConfiguration(configuration: Configuration, secrets: readonly string[]): Record<string, string> {
  const shown = Object.entries(configuration).map(([key, value]) => [key, secrets.includes(key) ? MASK : value]);
  return Object.fromEntries(shown);
}

/** The declaration as it may be seen. */
export async function maskSecrets(
  reader: Reader,
  call: CodePipelineCall,
  pipeline: PipelineDeclaration,
): Promise<PipelineDeclaration> {
  const stages: StageDeclaration[] = [];
  for (const stage of pipeline.stages) {
    const actions: ActionDeclaration[] = [];
    for (const action of stage.actions) actions.push(await maskAction(reader, call, action));
    stages.push({ ...stage, actions });
  }
  return { ...pipeline, stages };
}

async function maskAction(
  reader: Reader,
  { rooms, account, region }: CodePipelineCall,
  action: ActionDeclaration,
): Promise<ActionDeclaration> {
  const { configuration, actionTypeId } = action;
  if (configuration === undefined) return action;
  const provider = await rooms.providers.find(reader, { account, region }, actionTypeId);
  const secrets = Object.keys(configuration).filter((key) => isSecret(key, provider, actionTypeId.owner));
  return { ...action, configuration: maskConfiguration(configuration, secrets) };
}

/** A type that was changed since may no longer know a property it once called secret: what nobody calls public is not shown. */
function isSecret(key: string, provider: ActionProvider | undefined, owner: string): boolean {
  const property = provider?.configuration.find(({ name }) => name === key);
  return property === undefined ? owner !== 'AWS' : property.secret === true;
}

/** Where the mask was sent back, the value that the action has. */
export function keepSecrets(
  next: PipelineDeclaration,
  known: PipelineDeclaration,
  providers: readonly ActionProvider[],
): PipelineDeclaration {
  return {
    ...next,
    stages: next.stages.map((stage) => ({
      ...stage,
      actions: stage.actions.map((action) => keepSecretsOf(action, findSame(known, stage.name, action), providers)),
    })),
  };
}

function findSame({ stages }: PipelineDeclaration, stage: string, action: ActionDeclaration) {
  const same = stages.find(({ name }) => name === stage)?.actions.find(({ name }) => name === action.name);
  return JSON.stringify(typeOf(same)) === JSON.stringify(typeOf(action)) ? same : undefined;
}

function typeOf(action: ActionDeclaration | undefined) {
  const { category, owner, provider, version } = action?.actionTypeId ?? {};
  return [category, owner, provider, version];
}

function keepSecretsOf(
  action: ActionDeclaration,
  known: ActionDeclaration | undefined,
  providers: readonly ActionProvider[],
): ActionDeclaration {
  const secrets = findProvider(providers, action.actionTypeId)?.configuration.filter(({ secret }) => secret === true);
  const kept = (secrets ?? []).flatMap(({ name }) => {
    const value = known?.configuration?.[name];
    return value !== undefined && IS_MASK.test(action.configuration?.[name] ?? '') ? [[name, value]] : [];
  });
  return kept.length === 0
    ? action
    : { ...action, configuration: { ...action.configuration, ...Object.fromEntries(kept) } };
}
