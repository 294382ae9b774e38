import type { JsonReader } from './json-reader.ts';
import { comparableNumber } from './numbers.ts';
import { PatternError, wrong } from './pattern-error.ts';
import { type LeafTest, numberTest } from './test-leaf.ts';

/** `["=", 5]`, `[">", 0]`, `[">=", 0, "<", 5]`: read after the name of the operator. */
export function parseNumeric(reader: JsonReader): LeafTest {
  if (reader.next().kind !== '[') throw wrong(reader, 'Value of numeric must be an array.');
  const token = reader.next();
  if (token.kind !== 'string') throw wrong(reader, `Invalid member in numeric match: ${textOf(token)}`);
  const test = parseComparison(reader, token.text);
  return numberTest(test);
}

type NumberTest = (value: number) => boolean;

function parseComparison(reader: JsonReader, operator: string): NumberTest {
  switch (operator) {
    case '=': {
      const wanted = parseBound(reader, operator);
      close(reader, 'Too many elements in numeric expression');
      return (value) => value === wanted;
    }
    case '<': {
      const top = parseBound(reader, operator);
      close(reader, 'Too many elements in numeric expression');
      return (value) => value < top;
    }
    case '<=': {
      const top = parseBound(reader, operator);
      close(reader, 'Too many elements in numeric expression');
      return (value) => value <= top;
    }
    case '>':
    case '>=':
      return parseRange(reader, operator);
    default:
      throw wrong(reader, `Unrecognized numeric range operator: ${operator}`);
  }
}

function parseRange(reader: JsonReader, operator: '>' | '>='): NumberTest {
  const bottom = parseBound(reader, operator);
  const above: NumberTest = operator === '>' ? (value) => value > bottom : (value) => value >= bottom;
  const token = reader.next();
  if (token.kind === ']') return above;
  if (token.kind !== 'string') throw wrong(reader, `Bad value in numeric range: ${textOf(token)}`);
  if (token.text !== '<' && token.text !== '<=') throw wrong(reader, `Bad numeric range operator: ${token.text}`);
  const top = parseBound(reader, token.text);
  if (bottom >= top) throw wrong(reader, 'Bottom must be less than top');
  close(reader, 'Too many terms in numeric range expression');
  return token.text === '<' ? (value) => above(value) && value < top : (value) => above(value) && value <= top;
}

function parseBound(reader: JsonReader, operator: string): number {
  const token = reader.next();
  if (token.kind !== 'number') throw wrong(reader, `Value of ${operator} must be numeric`);
  const value = comparableNumber(token.text);
  if (value === undefined) throw new PatternError(`Cannot compare number : ${token.text}`);
  return value;
}

function close(reader: JsonReader, otherwise: string): void {
  if (reader.next().kind !== ']') throw wrong(reader, otherwise);
}

function textOf(token: { readonly kind: string; readonly text?: string }): string {
  return token.text ?? token.kind;
}
