import { invalidStructure } from '../errors.ts';
import type { PipelineDeclaration } from '../shapes.ts';
import { repeated } from './repeated.ts';

/** The variables a pipeline declares; how many and how long they may be, the model says. */
export function checkVariables({ variables = [] }: PipelineDeclaration): void {
  const twice = repeated(variables.map(({ name }) => name));
  if (twice !== undefined) {
    throw invalidStructure(`Variable names must be unique. The following variable name is already in use: ${twice}`);
  }
}
