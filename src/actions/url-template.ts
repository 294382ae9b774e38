const PLACEHOLDER = /\{(Config:([^{}]+)|ExternalExecutionId)\}/g;

/** The names in `{Config:Name}`. */
export function configurationIn(template: string): string[] {
  return [...template.matchAll(PLACEHOLDER)].flatMap(([, , name]) => (name === undefined ? [] : [name]));
}

/** The URL, or undefined while a value that belongs into it is not known. */
export function fillTemplate(
  template: string | undefined,
  configuration: Readonly<Record<string, string>>,
  externalExecutionId: string | undefined,
): string | undefined {
  if (template === undefined) return undefined;
  let complete = true;
  const url = template.replaceAll(PLACEHOLDER, (_, _whole, name?: string) => {
    const value = name === undefined ? externalExecutionId : configuration[name];
    if (value === undefined) complete = false;
    return encodeURI((value ?? '').toWellFormed());
  });
  return complete ? url : undefined;
}
