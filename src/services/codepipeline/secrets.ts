import { type ActionProvider, findProvider } from '../../actions/action.ts';
import { openAction, sealValues } from '../../engine/prepare/sealed-actions.ts';
import { requireSameKey } from '../../secrets/same-key.ts';
import type { Secrets } from '../../secrets/secrets.ts';
import type { Reader, Tx } from '../../store/database.ts';
import type { CodePipelineCall } from './find.ts';
import type { ActionDeclaration, PipelineDeclaration, StageDeclaration } from './shapes.ts';

/**
 * Values of secret configuration properties are shown as a mask everywhere but to whoever does the job. Who updates a pipeline
 * may send the mask back, and the value stays. They are stored sealed.
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
  call: CodePipelineCall,
  action: ActionDeclaration,
): Promise<ActionDeclaration> {
  const { sealed: _, ...shown }: StoredAction = action;
  const { configuration } = shown;
  if (configuration === undefined) return shown;
  const secrets = await secretsAmong(reader, call, action, Object.keys(configuration));
  return { ...shown, configuration: maskConfiguration(configuration, secrets) };
}

/** Those of the keys whose values in the configuration of a stored action are secret. */
export async function secretsAmong(
  reader: Reader,
  { rooms, account, region }: CodePipelineCall,
  { sealed = [], actionTypeId }: StoredAction,
  keys: readonly string[],
): Promise<string[]> {
  const provider = await rooms.providers.find(reader, { account, region }, actionTypeId);
  return keys.filter((key) => sealed.includes(key) || isSecret(key, provider, actionTypeId.owner));
}

/** A type that was changed since may no longer know a property it once called secret: what nobody calls public is not shown. */
function isSecret(key: string, provider: ActionProvider | undefined, owner: string): boolean {
  const property = provider?.configuration.find(({ name }) => name === key);
  return property === undefined ? owner !== 'AWS' : property.secret === true;
}

export interface StoredAction extends ActionDeclaration {
  readonly sealed?: readonly string[] | undefined;
}

/** The declaration as it is stored. */
export async function sealSecrets(
  tx: Tx,
  pipeline: PipelineDeclaration,
  pipelineId: string,
  { providers, secrets }: { readonly providers: readonly ActionProvider[]; readonly secrets: Secrets },
): Promise<PipelineDeclaration> {
  let anySealed = false;
  const sealed = eachAction(pipeline, (action, stage): StoredAction => {
    const { configuration = {} } = action;
    const keys = secretsOf(action, providers).filter((key) => configuration[key] !== undefined);
    if (keys.length === 0) return action;
    anySealed = true;
    const place = { pipelineId, stage, action: action.name };
    return { ...action, configuration: sealValues(configuration, keys, place, secrets), sealed: keys };
  });
  if (anySealed) await requireSameKey(tx, secrets);
  return sealed;
}

/** A stored declaration with its secrets in clear. */
export function openSecrets(stored: PipelineDeclaration, pipelineId: string, secrets: Secrets): PipelineDeclaration {
  return eachAction(stored, (action, stage) => openAction(action, pipelineId, stage, secrets));
}

function eachAction(
  pipeline: PipelineDeclaration,
  deed: (action: ActionDeclaration, stage: string) => ActionDeclaration,
): PipelineDeclaration {
  const stages = pipeline.stages.map((stage) => ({
    ...stage,
    actions: stage.actions.map((action) => deed(action, stage.name)),
  }));
  return { ...pipeline, stages };
}

function secretsOf({ actionTypeId }: ActionDeclaration, providers: readonly ActionProvider[]): string[] {
  const properties = findProvider(providers, actionTypeId)?.configuration ?? [];
  return properties.filter(({ secret }) => secret === true).map(({ name }) => name);
}

/** Where the mask was sent back, the value that the action has. */
export function keepSecrets(
  next: PipelineDeclaration,
  known: PipelineDeclaration,
  providers: readonly ActionProvider[],
): PipelineDeclaration {
  return eachAction(next, (action, stage) => {
    const same = actionAt(known, stage, action.name) ?? findRenamed(next, known, action);
    return same !== undefined && isOfType(same, action) ? keepSecretsOf(action, same, providers) : action;
  });
}

function actionAt({ stages }: PipelineDeclaration, stage: string, action: string): ActionDeclaration | undefined {
  return stages.find(({ name }) => name === stage)?.actions.find(({ name }) => name === action);
}

/** The one that went when this one came, where no other of their type came or went: it has another name, or stage. */
function findRenamed(
  next: PipelineDeclaration,
  known: PipelineDeclaration,
  action: ActionDeclaration,
): ActionDeclaration | undefined {
  const [gone, ...others] = only(known, next, action);
  return others.length === 0 && only(next, known, action).length === 1 ? gone : undefined;
}

/** Actions of the type that are in one declaration, and not at that place in the other. */
function only(one: PipelineDeclaration, other: PipelineDeclaration, type: ActionDeclaration): ActionDeclaration[] {
  return one.stages.flatMap(({ name: stage, actions }) =>
    actions.filter((action) => isOfType(action, type) && actionAt(other, stage, action.name) === undefined),
  );
}

function isOfType({ actionTypeId: one }: ActionDeclaration, { actionTypeId: other }: ActionDeclaration): boolean {
  return (
    one.category === other.category &&
    one.owner === other.owner &&
    one.provider === other.provider &&
    one.version === other.version
  );
}

function keepSecretsOf(
  action: ActionDeclaration,
  known: ActionDeclaration,
  providers: readonly ActionProvider[],
): ActionDeclaration {
  const kept = secretsOf(action, providers).flatMap((name) => {
    const value = known.configuration?.[name];
    return value !== undefined && IS_MASK.test(action.configuration?.[name] ?? '') ? [[name, value]] : [];
  });
  return kept.length === 0
    ? action
    : { ...action, configuration: { ...action.configuration, ...Object.fromEntries(kept) } };
}
