import { type ActionProvider, type ActionRun, wrongOnceResolved } from '../../actions/action.ts';
import type { ActionInput } from '../facts/action-record.ts';

/**
 * What is wrong with what variables brought into an action: it is checked as what is declared is, for nobody guesses what an action is
 * to do. What has no variables was checked when it was declared.
 */
export function wrongByVariables(
  { configuration: declared }: ActionInput,
  { actionName, configuration, inputs, outputs }: ActionRun,
  provider: ActionProvider,
): string | undefined {
  if (!Object.values(declared).some((value) => value.includes('#{'))) return undefined;
  const artifacts = { inputs: inputs.map(nameOf), outputs: outputs.map(nameOf) };
  const wrong = wrongOnceResolved(provider, configuration, artifacts);
  return wrong && `Action configuration for action '${actionName}' is not valid: ${wrong}`;
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}
