import { query } from 'jsonpath-rfc9535';
import parse from 'jsonpath-rfc9535/parser';
import { invalidWebhookFilter } from '../errors.ts';
import type { WebhookFilterRule } from '../shapes.ts';

/**
 * What the body of a delivery must hold for a webhook to start its pipeline.
 *
 * Gaps: paths are JSONPath of RFC 9535; of what Jayway's Java library knows beside it, a path without `$` is taken, and functions,
 * `=~`, `in` and the like are refused. A path that selects several values matches when one of them does; without matchEquals it
 * matches when it selects anything. A placeholder whose key the action does not have, or has as a secret, stays as it is.
 */
export function checkFilter({ jsonPath }: WebhookFilterRule): void {
  let path: unknown;
  try {
    path = parse(wholePath(jsonPath));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw invalidWebhookFilter(`'${jsonPath}' is not a JSONPath: ${reason}`);
  }
  const excess = excessOf(path);
  if (excess !== undefined) throw invalidWebhookFilter(`'${jsonPath}' is not accepted: ${excess}`);
}

export function matches(
  { jsonPath, matchEquals }: WebhookFilterRule,
  body: unknown,
  configuration: Readonly<Record<string, string>>,
): boolean {
  const values = query(body as Parameters<typeof query>[0], wholePath(jsonPath));
  if (matchEquals === undefined) return values.length > 0;
  const wanted = filledIn(matchEquals, configuration);
  return values.some((value) => isScalar(value) && String(value) === wanted);
}

const PLACEHOLDER = /\{([^{}]+)\}/g;

/** The keys that a filter names in its placeholders. */
export function placeholdersIn({ matchEquals = '' }: WebhookFilterRule): string[] {
  return [...matchEquals.matchAll(PLACEHOLDER)].map(([, key = '']) => key);
}

/** `refs/heads/{Branch}` with the target action's configuration. */
function filledIn(text: string, configuration: Readonly<Record<string, string>>): string {
  return text.replaceAll(PLACEHOLDER, (whole, key: string) =>
    Object.hasOwn(configuration, key) ? (configuration[key] ?? whole) : whole,
  );
}

function wholePath(jsonPath: string): string {
  return jsonPath.startsWith('$') ? jsonPath : `$.${jsonPath}`;
}

function isScalar(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}

interface Part {
  readonly type?: unknown;
  readonly name?: unknown;
  readonly selectors?: unknown;
}

const MAX_DESCENTS = 1;
const MAX_FILTERS = 2;
const MAX_SELECTORS = 4;

/** Strangers choose the bodies, so a path must not take longer than its body is long, more or less; nor run a regular expression. */
function excessOf(path: unknown): string | undefined {
  const parts = [...partsOf(path)];
  const count = (type: string): number => parts.filter((part) => part.type === type).length;
  const selectors = parts.reduce((sum, part) => sum + Math.max(lengthOf(part.selectors) - 1, 0), 0);
  if (parts.some(({ type, name }) => type === 'FunctionExpr' && (name === 'match' || name === 'search')))
    return 'it has a regular expression';
  if (count('DescendantSegment') > MAX_DESCENTS) return `it has more than ${MAX_DESCENTS} '..'`;
  if (count('FilterSelector') > MAX_FILTERS) return `it has more than ${MAX_FILTERS} filters`;
  if (selectors > MAX_SELECTORS) return `it has more than ${MAX_SELECTORS} alternatives`;
  return undefined;
}

function* partsOf(value: unknown): Generator<Part> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value;
  for (const member of Object.values(value)) yield* partsOf(member);
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
