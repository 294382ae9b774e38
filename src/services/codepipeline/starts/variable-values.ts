import { validation } from '../errors.ts';
import type { PipelineVariableDeclarationList, PipelineVariableList } from '../shapes.ts';

export interface VariableValue {
  readonly name: string;
  readonly value: string;
}

/** The values a run has without anybody giving any; undefined when a variable has no default. */
export function defaultVariables(declared: PipelineVariableDeclarationList = []): VariableValue[] | undefined {
  const values = declared.flatMap(({ name, defaultValue }) =>
    defaultValue === undefined ? [] : [{ name, value: defaultValue }],
  );
  return values.length === declared.length ? values : undefined;
}

/** Every declared variable with the value given for it, or its default. */
export function variableValues(
  declared: PipelineVariableDeclarationList = [],
  given: PipelineVariableList = [],
): VariableValue[] {
  const values = new Map(given.map(({ name, value }) => [name, value]));
  if (values.size < given.length) throw validation('A pipeline variable is given more than once');
  const known = new Set(declared.map(({ name }) => name));
  const unknown = given.find(({ name }) => !known.has(name));
  if (unknown !== undefined) throw validation(`The pipeline does not declare a variable '${unknown.name}'`);
  return declared.map(({ name, defaultValue }) => {
    const value = values.get(name) ?? defaultValue;
    if (value === undefined) throw validation(`The pipeline variable '${name}' has no default value: give it a value`);
    return { name, value };
  });
}
