import { invalidAction } from '../errors.ts';
import type { ActionDeclaration } from '../shapes.ts';
import { repeated } from './repeated.ts';

const MEMBERS = ['commands', 'outputVariables', 'environmentVariables'] as const;
const VARIABLE = /^[A-Za-z_]\w*$/;

/** What the Commands action has instead of a configuration, and no other: workers are told of none. */
export function checkCommands(action: ActionDeclaration): void {
  if (runsCommands(action)) checkMembers(action);
  else refuseMembers(action);
}

export function runsCommands({ actionTypeId: { owner, category } }: ActionDeclaration): boolean {
  return owner === 'AWS' && category === 'Compute';
}

function checkMembers(action: ActionDeclaration): void {
  const { name, commands, outputVariables = [], environmentVariables = [] } = action;
  if (commands === undefined) throw invalidAction(`Action '${name}' must have commands`);
  if (commands.some((command) => /[\r\n\0]/.test(command)))
    throw invalidAction(`Action '${name}': commands of several lines are not supported`);
  checkNames(`Action '${name}': outputVariables`, outputVariables);
  if (outputVariables.some((variable) => variable.startsWith('AWS_')))
    throw invalidAction(`Action '${name}': outputVariables: keys of AWS cannot be output`);
  checkNames(
    `Action '${name}': environmentVariables`,
    environmentVariables.map((variable) => variable.name),
  );
}

function refuseMembers(action: ActionDeclaration): void {
  const member = (action.outputArtifacts ?? []).some(({ files }) => files !== undefined)
    ? 'outputArtifacts.files'
    : MEMBERS.find((name) => action[name] !== undefined);
  if (member !== undefined)
    throw invalidAction(`Action '${action.name}': ${member} can be used with the Commands action only`);
}

/** Names that a shell can set, each once. */
function checkNames(where: string, names: readonly string[]): void {
  const wrong = names.find((name) => !VARIABLE.test(name));
  if (wrong !== undefined) throw invalidAction(`${where}: '${wrong}' is not the name of a variable`);
  const twice = repeated(names);
  if (twice !== undefined) throw invalidAction(`${where}: '${twice}' is there more than once`);
}
