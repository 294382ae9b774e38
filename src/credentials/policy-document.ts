import type { PolicyStatement, SessionPolicy } from '../ports/credentials.ts';

/** What is no policy of IAM's grammar, with the words that say why; without words it is no JSON at all. */
export class PolicyError extends Error {}

/** A document (`Version`, `Statement`) as IAM writes it. Throws PolicyError. */
export function readPolicy(text: string): SessionPolicy {
  return policyOf(parse(text));
}

/** The same, or its statements without the document around them: one, or a list. */
export function readStatements(text: string): SessionPolicy {
  const value = parse(text);
  const isDocument = typeof value === 'object' && value !== null && 'Statement' in value;
  return policyOf(isDocument ? value : { Statement: value });
}

function policyOf(value: unknown): SessionPolicy {
  const { Version: version = '2012-10-17', Statement: statements, ...others } = membersOf(value, 'The policy', ['Id']);
  if (version !== '2012-10-17' && version !== '2008-10-17') throw new PolicyError('The policy has no version of ours');
  checkNoMore(others, 'The policy');
  const list = Array.isArray(statements) ? statements : [statements];
  if (list.length === 0 || list[0] === undefined) throw new PolicyError('The policy has no Statement');
  return { statements: list.map(readStatement) };
}

function readStatement(value: unknown): PolicyStatement {
  const { Effect: effect, Condition: condition, ...rest } = membersOf(value, 'A Statement', ['Sid']);
  if (effect !== 'Allow' && effect !== 'Deny') throw new PolicyError('The Effect of a Statement is Allow or Deny');
  const {
    Action: actions,
    NotAction: otherActions,
    Resource: resources,
    NotResource: otherResources,
    ...others
  } = rest;
  checkNoMore(others, 'A Statement');
  return {
    effect,
    actions: readList('Action', actions, otherActions, /^(?:\*|[\w-]+:[\w*?]+)$/),
    exceptActions: otherActions !== undefined,
    resources: readList('Resource', resources, otherResources, /^(?:\*|arn:.+)$/s),
    exceptResources: otherResources !== undefined,
    conditional: condition !== undefined,
  };
}

/** One of the two is there. */
function readList(name: string, these: unknown, others: unknown, form: RegExp): string[] {
  if ((these === undefined) === (others === undefined))
    throw new PolicyError(`A Statement has either ${name} or Not${name}`);
  const value = these ?? others;
  const texts: unknown[] = Array.isArray(value) ? value : [value];
  const isWrong = (text: unknown) => typeof text !== 'string' || !form.test(text);
  if (texts.length === 0 || texts.some(isWrong)) throw new PolicyError(`A Statement has an invalid ${name}`);
  return texts.map(String);
}

/** Without those that say nothing. */
function membersOf(value: unknown, what: string, idle: readonly string[]): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PolicyError(`${what} is not an object`);
  return Object.fromEntries(Object.entries(value).filter(([name]) => !idle.includes(name)));
}

function checkNoMore(members: object, what: string): void {
  const [name] = Object.keys(members);
  if (name !== undefined) throw new PolicyError(`${what} has no ${name} here`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PolicyError();
  }
}
