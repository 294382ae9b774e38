import { type ActionProvider, findProvider, type Range } from '../../../actions/action.ts';
import { invalidAction } from '../errors.ts';
import type { ActionDeclaration } from '../shapes.ts';
import { checkCommands } from './check-commands.ts';

export interface ActionPlace {
  readonly region: string;
  readonly stage: string;
  readonly providers: readonly ActionProvider[];
}

/** One action by itself: its type, its artifacts' number, its configuration. */
export function checkAction(action: ActionDeclaration, place: ActionPlace): void {
  const provider = findType(action, place);
  checkCount(action, 'input', provider.inputs);
  checkCount(action, 'output', provider.outputs);
  checkConfiguration(action, provider);
  checkRegion(action, place.region);
  checkTimeout(action, provider);
  checkCommands(action);
}

/** Sources are where their pipeline is, and so is what others do for it. */
function checkRegion({ name, region, actionTypeId }: ActionDeclaration, own: string): void {
  if (region === undefined || region === own) return;
  if (actionTypeId.category === 'Source' || actionTypeId.owner !== 'AWS') {
    throw invalidAction(
      `Action '${name}' is in region ${region}: source, third-party and custom actions cannot be cross-region actions`,
    );
  }
}

/** Of all actions a manual approval alone waits as long as it is told to: the model says from 5 minutes to 60 days. */
function checkTimeout({ name, timeoutInMinutes }: ActionDeclaration, { type }: ActionProvider): void {
  if (timeoutInMinutes !== undefined && type.category !== 'Approval')
    throw invalidAction(`Action '${name}': timeoutInMinutes can be set for manual approvals only`);
}

function findType(action: ActionDeclaration, { region, providers }: ActionPlace): ActionProvider {
  const { category, owner, provider, version } = action.actionTypeId;
  const found = findProvider(providers, action.actionTypeId);
  if (found === undefined) {
    throw invalidAction(
      `ActionType (Category: '${category}', Provider: '${provider}', Owner: '${owner}', Version: '${version}') in action '${action.name}' is not available in region '${region.replaceAll('-', '_').toUpperCase()}'`,
    );
  }
  return found;
}

function checkCount(action: ActionDeclaration, kind: 'input' | 'output', { min, max }: Range): void {
  const artifacts = (kind === 'input' ? action.inputArtifacts : action.outputArtifacts) ?? [];
  const declares = `Action ${action.name} declares ${artifacts.length} ${kind} artifacts which is`;
  if (artifacts.length < min) throw invalidAction(`${declares} less than the minimum count (${min})`);
  if (artifacts.length > max) throw invalidAction(`${declares} more than the maximum count (${max})`);
}

function checkConfiguration(action: ActionDeclaration, provider: ActionProvider): void {
  const configuration = action.configuration ?? {};
  const known = new Set(provider.configuration.map(({ name }) => name));
  const unknown = Object.keys(configuration).find((key) => !known.has(key));
  if (unknown !== undefined) {
    throw invalidAction(`Action configuration for action '${action.name}' contains unknown configuration '${unknown}'`);
  }
  const missing = provider.configuration.find(({ name, required }) => required && configuration[name] === undefined);
  if (missing !== undefined) {
    throw invalidAction(
      `Action configuration for action '${action.name}' is missing required configuration '${missing.name}'`,
    );
  }
  const wrong = provider.check?.(configuration, {
    inputs: (action.inputArtifacts ?? []).map(({ name }) => name),
    outputs: (action.outputArtifacts ?? []).map(({ name }) => name),
  });
  if (wrong !== undefined)
    throw invalidAction(`Action configuration for action '${action.name}' is not valid: ${wrong}`);
}
