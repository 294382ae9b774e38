import type { Range } from '../../../actions/action.ts';
import type { RegisteredType } from '../../../actions/registered-type.ts';
import { configurationIn } from '../../../actions/url-template.ts';
import { validation } from '../errors.ts';

/** Refuses a type of action that could not be used. */
export function checkActionType({ inputs, outputs, properties, urls, id }: RegisteredType): void {
  checkRange('input', inputs);
  checkRange('output', outputs);
  if (id.category === 'Source' && inputs.max > 0) throw validation('A source action has no input artifacts');
  const names = properties.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw validation(`The configuration property ${twice} is declared more than once`);
  checkQueryable(properties);
  const [, ...templates] = [
    urls.configurationUrl,
    urls.entityUrlTemplate,
    urls.executionUrlTemplate,
    urls.revisionUrlTemplate,
  ];
  for (const template of templates) if (template !== undefined) checkTemplate(template, properties);
  if (urls.configurationUrl !== undefined) checkUrl(urls.configurationUrl);
}

function checkRange(kind: string, { min, max }: Range): void {
  if (min > max) throw validation(`The minimum count of ${kind} artifacts, ${min}, is more than the maximum, ${max}`);
}

function checkQueryable(properties: RegisteredType['properties']): void {
  const queryable = properties.filter((property) => property.queryable === true);
  if (queryable.length > 1) throw validation('An action type can have one queryable property at the most');
  const wrong = queryable.find(({ required, secret }) => !required || secret === true);
  if (wrong !== undefined) throw validation(`The queryable property ${wrong.name} must be required and not secret`);
}

/** A link shows its values to everybody, and is broken where one is missing. */
function checkTemplate(template: string, properties: RegisteredType['properties']): void {
  checkUrl(template);
  for (const name of configurationIn(template)) {
    const property = properties.find((candidate) => candidate.name === name);
    if (property === undefined || !property.required || property.secret === true)
      throw validation(`{Config:${name}} in a URL must name a configuration property that is required and not secret`);
  }
}

function checkUrl(url: string): void {
  if (!/^https?:\/\/[^\s{}]+/.test(url)) throw validation(`'${url}' does not begin as a URL of the web does`);
}
