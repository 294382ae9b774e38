import { type JsonNode, parseJson } from '../../../events/pattern/json-node.ts';
import { JsonError } from '../../../events/pattern/json-reader.ts';
import { compilePattern, type EventMatcher } from '../../../events/pattern/match.ts';
import { type Condition, parsePattern } from '../../../events/pattern/parse-pattern.ts';
import { PatternError } from '../../../events/pattern/pattern-error.ts';
import type { Attributes } from '../attributes.ts';
import { invalidParameter } from '../errors.ts';
import type { MessageAttribute, PublishedMessage } from '../messages/message.ts';

/**
 * Which messages a subscriber wants: by their attributes, or by their bodies that are JSON objects. Policies are read as patterns
 * of events are.
 *
 * Gaps: AWS's documentation counts keys of nested policies now all, now only those at the top: here those at the top.
 */
const SCOPES: readonly string[] = ['MessageAttributes', 'MessageBody'];
const MAX_BYTES = 256 * 1024;
const MAX_KEYS = 5;
const MAX_COMBINATIONS = 150;

/** Throws InvalidParameter where the attributes of a subscription hold a policy that is none. */
export function checkFilterPolicy(attributes: Attributes): void {
  const { FilterPolicyScope: scope } = attributes;
  if (scope !== undefined && !SCOPES.includes(scope))
    throw invalidParameter(
      `FilterPolicyScope: Invalid value [${scope}]. Please use either MessageBody or MessageAttributes`,
    );
  const policy = policyOf(attributes);
  if (policy === undefined) return;
  if (Buffer.byteLength(policy) > MAX_BYTES) throw invalidParameter('FilterPolicy: Filter policy is too large');
  const alternatives = conditionsOf(policy);
  for (const conditions of alternatives) checkKeys(conditions, scope);
  if (alternatives.reduce((sum, conditions) => sum + combinations(conditions), 0) > MAX_COMBINATIONS)
    throw invalidParameter('FilterPolicy: Filter policy is too complex');
  if (scope !== 'MessageBody' && isNested(policy))
    throw invalidParameter('FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy');
}

/** Whether a subscriber with these attributes wants the message, whose text for it is `text`. */
export function wants(attributes: Attributes, message: PublishedMessage, text: string): boolean {
  const policy = policyOf(attributes);
  if (policy === undefined) return true;
  const matches: EventMatcher = compilePattern(policy);
  if (attributes.FilterPolicyScope !== 'MessageBody') return matches(attributesNode(message.attributes));
  const body = readBody(text);
  return body?.kind === 'object' && matches(body);
}

/** Undefined where everything is wanted. */
function policyOf({ FilterPolicy: policy }: Attributes): string | undefined {
  return policy === undefined || /^\s*(?:\{\s*\}\s*)?$/.test(policy) ? undefined : policy;
}

function conditionsOf(policy: string): readonly (readonly Condition[])[] {
  try {
    return parsePattern(policy);
  } catch (error) {
    if (error instanceof PatternError) throw invalidParameter(`FilterPolicy: ${error.message}`);
    throw error;
  }
}

function checkKeys(conditions: readonly Condition[], scope: string | undefined): void {
  const keys = conditions.map(({ path }) => (scope === 'MessageBody' ? (path[0] ?? '') : path.join('.')));
  if (new Set(keys).size > MAX_KEYS)
    throw invalidParameter(`FilterPolicy: Filter policy can not have more than ${MAX_KEYS} keys`);
}

function combinations(conditions: readonly Condition[]): number {
  return conditions.reduce((product, { tests, absent }) => product * (tests.length + Number(absent)), 1);
}

function isNested(policy: string): boolean {
  const node = parseJson(policy);
  const members = node.kind === 'object' ? node.members : [];
  return members.some(([name, value]) => name !== '$or' && value.kind === 'object');
}

/** Dots in names lead into patterns, and so they do here. Of binary values nothing can be wanted. */
function attributesNode(attributes: Readonly<Record<string, MessageAttribute>>): JsonNode {
  const members = Object.entries(attributes).flatMap(([name, attribute]) => {
    const value = valueNode(attribute);
    return value === undefined ? [] : [memberAt(name.split('.'), value)];
  });
  return { kind: 'object', members };
}

function memberAt([name = '', ...below]: readonly string[], value: JsonNode): readonly [string, JsonNode] {
  return [name, below.length === 0 ? value : { kind: 'object', members: [memberAt(below, value)] }];
}

function valueNode({ Type: type, Value: text }: MessageAttribute): JsonNode | undefined {
  if (type.startsWith('Binary')) return undefined;
  if (type.startsWith('Number')) return { kind: 'number', text };
  if (!type.startsWith('String.Array')) return { kind: 'string', text };
  const array = readBody(text);
  return array?.kind === 'array' ? array : undefined;
}

function readBody(text: string): JsonNode | undefined {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof JsonError) return undefined;
    throw error;
  }
}
