import type { CommandsOfAction } from '../../actions/action.ts';
import type { ActionDeclaration } from '../facts/declaration.ts';

type Texts = Readonly<Record<string, string>>;

/** Everything in an action that may refer to variables, by the place where it stands. */
export function textsOf(action: Pick<ActionDeclaration, 'configuration' | 'commands' | 'environmentVariables'>): Texts {
  const { configuration, commands = [], environmentVariables = [] } = action;
  return {
    ...configuration,
    ...Object.fromEntries(commands.map((text, index) => [commandKey(index), text])),
    ...Object.fromEntries(environmentVariables.map(({ name, value }) => [variableKey(name), value])),
  };
}

/** The configuration among the texts, once they are resolved. */
export function configurationIn(texts: Texts, { configuration = {} }: Pick<ActionDeclaration, 'configuration'>): Texts {
  return Object.fromEntries(Object.keys(configuration).map((key) => [key, texts[key] ?? '']));
}

export function commandsIn(
  texts: Texts,
  action: Pick<ActionDeclaration, 'commands' | 'outputVariables' | 'environmentVariables'>,
): CommandsOfAction | undefined {
  const { commands, outputVariables = [], environmentVariables = [] } = action;
  if (commands === undefined) return undefined;
  return {
    commands: commands.map((text, index) => texts[commandKey(index)] ?? text),
    outputVariables,
    environmentVariables: environmentVariables.map((variable) => ({
      ...variable,
      value: texts[variableKey(variable.name)] ?? variable.value,
    })),
  };
}

function commandKey(index: number): string {
  return `commands[${index}]`;
}

function variableKey(name: string): string {
  return `environmentVariables[${name}]`;
}
