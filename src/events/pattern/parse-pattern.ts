/**
 * Reads an event pattern as AWS's own matcher does: one condition per field, alternatives where there is `$or`.
 *
 * Gaps: the complexity of wildcards is judged pattern by pattern, and between the scores that AWS is known to take and to refuse
 * the line is a guess.
 */
import { JsonReader } from './json-reader.ts';
import { parseAnythingBut } from './parse-anything-but.ts';
import { parseNumeric } from './parse-numeric.ts';
import {
  parseCidrOperator,
  parseEqualsIgnoreCase,
  parseExactly,
  parsePrefix,
  parseSuffix,
  parseWildcardOperator,
} from './parse-text-operator.ts';
import { asPatternError, PatternError, wrong } from './pattern-error.ts';
import { equalsLiteral, equalsNumber, equalsString, type LeafTest } from './test-leaf.ts';

/** What is wanted of one field: one value that passes a test; or, with `absent`, no value at all. */
export interface Condition {
  readonly path: readonly string[];
  readonly tests: readonly LeafTest[];
  readonly absent: boolean;
}

/** Conditions that must all hold, by their paths. */
type Rule = Map<string, Condition>;

/** The pattern holds when all conditions of one of these hold. Throws PatternError. */
export function parsePattern(source: string): readonly (readonly Condition[])[] {
  const reader = new JsonReader(source);
  try {
    if (reader.next().kind !== '{') throw wrong(reader, 'Filter is not an object');
    const rules = parseObject(reader, { path: [], insideOr: false }, [new Map()]);
    return rules.map((rule) => [...rule.values()]);
  } catch (error) {
    throw asPatternError(error, source);
  }
}

interface Context {
  readonly path: readonly string[];
  readonly insideOr: boolean;
}

/** AWS documents a thousand combinations of `$or`. */
const MAX_RULES = 1000;
const RESERVED = new Set([
  'exactly',
  'prefix',
  'suffix',
  'equals-ignore-case',
  'wildcard',
  'anything-but',
  'numeric',
  'exists',
  'cidr',
]);

/** Adds the fields of an object to every rule so far; read after its `{`. */
function parseObject(reader: JsonReader, context: Context, rules: Rule[]): Rule[] {
  let all = rules;
  let empty = true;
  for (let token = reader.next(); token.kind === 'name'; token = reader.next()) {
    empty = false;
    if (token.text === '$or') all = parseOr(reader, context, all);
    else all = parseField(reader, context, { name: token.text, rules: all });
  }
  if (empty) throw wrong(reader, 'Empty objects are not allowed');
  return all;
}

interface Field {
  readonly name: string;
  readonly rules: Rule[];
}

function parseField(reader: JsonReader, { path, insideOr }: Context, { name, rules }: Field): Rule[] {
  if (insideOr && RESERVED.has(name))
    throw wrong(reader, `${name} is Ruler reserved fieldName which cannot be used inside $or.`);
  const here = [...path, ...name.split('.')];
  const token = reader.next();
  if (token.kind === '{') return parseObject(reader, { path: here, insideOr }, rules);
  if (token.kind !== '[') throw wrong(reader, `"${name}" must be an object or an array`);
  const condition = parseCondition(reader, here);
  return rules.map((rule) => new Map(rule).set(here.join('.'), condition));
}

/** Every rule so far, once with each of the objects. */
function parseOr(reader: JsonReader, { path }: Context, rules: Rule[]): Rule[] {
  if (reader.next().kind !== '[') throw wrong(reader, 'It must be an Array followed with $or.');
  const all: Rule[] = [];
  let count = 0;
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    if (token.kind !== '{') throw wrong(reader, 'Only JSON object is allowed in array of $or relationship.');
    all.push(...parseObject(reader, { path, insideOr: true }, rules));
    count += 1;
    if (all.length > MAX_RULES)
      throw new PatternError(`Rule is too complex - more than ${MAX_RULES} combinations of $or`);
  }
  if (count < 2) throw wrong(reader, 'There must have at least 2 Objects in $or relationship.');
  return all;
}

function parseCondition(reader: JsonReader, path: readonly string[]): Condition {
  const tests: LeafTest[] = [];
  let absent = false;
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    if (token.kind === 'string') tests.push(equalsString(token.text));
    else if (token.kind === 'number') tests.push(equalsNumber(token.text));
    else if (token.kind === 'literal') tests.push(equalsLiteral(token.text));
    else if (token.kind === '{') {
      const test = parseExpression(reader);
      if (test === 'absent') absent = true;
      else tests.push(test);
    } else throw wrong(reader, 'Match value must be String, number, true, false, or null');
  }
  if (tests.length === 0 && !absent) throw wrong(reader, 'Empty arrays are not allowed');
  return { path, tests, absent };
}

const OPERATORS: Readonly<Record<string, (reader: JsonReader) => LeafTest | 'absent'>> = {
  exactly: parseExactly,
  prefix: parsePrefix,
  suffix: parseSuffix,
  'equals-ignore-case': parseEqualsIgnoreCase,
  wildcard: parseWildcardOperator,
  'anything-but': parseAnythingBut,
  numeric: parseNumeric,
  exists: parseExists,
  cidr: parseCidrOperator,
};

function parseExpression(reader: JsonReader): LeafTest | 'absent' {
  const name = reader.next();
  if (name.kind !== 'name') throw wrong(reader, 'Match expression name not found');
  const operator = Object.hasOwn(OPERATORS, name.text) ? OPERATORS[name.text] : undefined;
  if (operator === undefined) throw wrong(reader, `Unrecognized match type ${name.text}`);
  const test = operator(reader);
  if (reader.next().kind !== '}') throw wrong(reader, 'Only one key allowed in match expression');
  return test;
}

function parseExists(reader: JsonReader): LeafTest | 'absent' {
  const token = reader.next();
  if (token.kind !== 'literal' || token.text === 'null')
    throw wrong(reader, 'exists match pattern must be either true or false.');
  return token.text === 'true' ? () => true : 'absent';
}
