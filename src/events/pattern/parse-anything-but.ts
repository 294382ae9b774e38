import type { JsonReader, Token } from './json-reader.ts';
import { parseWildcardTest } from './parse-text-operator.ts';
import { wrong } from './pattern-error.ts';
import {
  endsWith,
  equalsIgnoringCase,
  equalsNumber,
  type LeafTest,
  noneOf,
  startsWith,
  testString,
} from './test-leaf.ts';

/** What a member of `{"anything-but": {"<name>": ...}}` is compared with. */
const NESTED: Readonly<Record<string, (reader: JsonReader, text: string) => LeafTest>> = {
  prefix: (_, text) => startsWith(text),
  suffix: (_, text) => endsWith(text),
  'equals-ignore-case': (_, text) => equalsIgnoringCase(text),
  wildcard: parseWildcardTest,
};

/** Read after the name of the operator: a string, a number, a list of either, or an object with one nested operator. */
export function parseAnythingBut(reader: JsonReader): LeafTest {
  const token = reader.next();
  switch (token.kind) {
    case '{':
      return parseNested(reader);
    case '[':
      return noneOf(parseList(reader));
    case 'string':
      return noneOf([testString((text) => text === token.text)]);
    case 'number':
      return noneOf([equalsNumber(token.text)]);
    default:
      throw wrong(reader, 'Value of anything-but must be an array or single string/number value.');
  }
}

function parseList(reader: JsonReader): LeafTest[] {
  const tests: LeafTest[] = [];
  const kinds = new Set<string>();
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    kinds.add(token.kind);
    if (token.kind === 'string') {
      const { text } = token;
      tests.push(testString((other) => other === text));
    } else if (token.kind === 'number') tests.push(equalsNumber(token.text));
    else throw wrong(reader, 'Inside anything but list, start|null|boolean is not supported.');
  }
  if (kinds.size !== 1)
    throw wrong(
      reader,
      'Inside anything but list, either all values are number or string, mixed type is not supported',
    );
  return tests;
}

function parseNested(reader: JsonReader): LeafTest {
  const name = reader.next();
  if (name.kind !== 'name') throw wrong(reader, 'Anything-But expression name not found');
  const operator = Object.hasOwn(NESTED, name.text) ? NESTED[name.text] : undefined;
  if (operator === undefined) throw wrong(reader, `Unsupported anything-but pattern: ${name.text}`);
  const token = reader.next();
  const texts = token.kind === '[' ? parseTexts(reader, name.text) : [parseText(reader, name.text, token)];
  if (texts.length === 0)
    throw wrong(
      reader,
      'Inside anything but list, either all values are number or string, mixed type is not supported',
    );
  const test = noneOf(texts.map((text) => operator(reader, text)));
  if (reader.next().kind !== '}') throw wrong(reader, 'Only one key allowed in match expression');
  return test;
}

function parseTexts(reader: JsonReader, operator: string): string[] {
  const texts: string[] = [];
  for (let token = reader.next(); token.kind !== ']'; token = reader.next()) {
    if (token.kind !== 'string')
      throw wrong(reader, `Inside anything-but/${operator} list, number|start|null|boolean is not supported.`);
    texts.push(checkText(reader, operator, token.text));
  }
  return texts;
}

function parseText(reader: JsonReader, operator: string, token: Token): string {
  if (token.kind !== 'string') throw wrong(reader, `${operator} match pattern must be a string`);
  return checkText(reader, operator, token.text);
}

function checkText(reader: JsonReader, operator: string, text: string): string {
  if (text === '' && (operator === 'prefix' || operator === 'suffix'))
    throw wrong(reader, 'Null prefix/suffix not allowed');
  return text;
}
