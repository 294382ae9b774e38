import { ServiceError } from '../kernel/service-error.ts';
import type { ActionRun, Artifact } from './action.ts';

/** A configuration value that CreatePipeline made sure is there; a variable may still have made it empty. */
export function required({ configuration }: Pick<ActionRun, 'configuration'>, name: string): string {
  const value = configuration[name];
  if (value === undefined || value === '') throw new ServiceError('ConfigurationError', `${name} has no value`);
  return value;
}

export function firstInput({ inputs }: ActionRun): Artifact {
  const [input] = inputs;
  if (input === undefined) throw new ServiceError('ConfigurationError', 'The action has no input artifact');
  return input;
}

export function firstOutput({ outputs }: ActionRun): Artifact {
  const [output] = outputs;
  if (output === undefined) throw new ServiceError('ConfigurationError', 'The action has no output artifact');
  return output;
}

/** What a variable will bring is known only when the action runs: it is checked again then. */
export function hasReference(text: string): boolean {
  return text.includes('#{');
}

/** `true` or `false`, however it is written: templates write them in several ways. */
export function isBoolean(text: string): boolean {
  return /^(?:true|false)$/i.test(text);
}
