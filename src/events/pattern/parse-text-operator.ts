import { parseCidr, parseIp } from './ip-address.ts';
import type { JsonReader } from './json-reader.ts';
import { PatternError, wrong } from './pattern-error.ts';
import {
  endsIgnoringCase,
  endsWith,
  equalsIgnoringCase,
  equalsString,
  type LeafTest,
  likeWildcard,
  startsIgnoringCase,
  startsWith,
  testString,
} from './test-leaf.ts';
import { isTooComplex, parseWildcard } from './wildcard.ts';

/** Operators whose value is one string: all read after the name of the operator. */
export function parseExactly(reader: JsonReader): LeafTest {
  return equalsString(parseText(reader, 'exact'));
}

export function parseEqualsIgnoreCase(reader: JsonReader): LeafTest {
  return equalsIgnoringCase(parseText(reader, 'equals-ignore-case'));
}

export function parsePrefix(reader: JsonReader): LeafTest {
  return parseAffix(reader, 'prefix', { exact: startsWith, ignoringCase: startsIgnoringCase });
}

export function parseSuffix(reader: JsonReader): LeafTest {
  return parseAffix(reader, 'suffix', { exact: endsWith, ignoringCase: endsIgnoringCase });
}

export function parseWildcardOperator(reader: JsonReader): LeafTest {
  return parseWildcardTest(reader, parseText(reader, 'wildcard'));
}

export function parseWildcardTest(reader: JsonReader, text: string): LeafTest {
  try {
    const wildcard = parseWildcard(text);
    if (isTooComplex(wildcard)) throw new PatternError(TOO_COMPLEX);
    return likeWildcard(text);
  } catch (error) {
    if (error instanceof PatternError || !(error instanceof Error)) throw error;
    throw wrong(reader, error.message);
  }
}

const TOO_COMPLEX =
  'Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after a wildcard character';

/** AWS's words for a CIDR that is not a string speak of a prefix. */
export function parseCidrOperator(reader: JsonReader): LeafTest {
  const text = parseText(reader, 'prefix');
  try {
    const contains = parseCidr(text);
    return testString((value) => {
      const address = parseIp(value);
      return address !== undefined && contains(address);
    });
  } catch (error) {
    throw error instanceof Error ? new PatternError(error.message) : error;
  }
}

interface Affix {
  readonly exact: (text: string) => LeafTest;
  readonly ignoringCase: (text: string) => LeafTest;
}

/** A string, or `{"equals-ignore-case": string}`. */
function parseAffix(reader: JsonReader, operator: 'prefix' | 'suffix', { exact, ignoringCase }: Affix): LeafTest {
  const token = reader.next();
  if (token.kind === 'string') return exact(token.text);
  if (token.kind !== '{') throw wrong(reader, `${operator} match pattern must be a string`);
  const name = reader.next();
  if (name.kind !== 'name' || name.text !== 'equals-ignore-case')
    throw wrong(reader, `Unsupported ${operator} pattern: ${name.kind === 'name' ? name.text : ''}`);
  const text = parseText(reader, 'equals-ignore-case');
  if (reader.next().kind !== '}') throw wrong(reader, 'Only one key allowed in match expression');
  return ignoringCase(text);
}

function parseText(reader: JsonReader, operator: string): string {
  const token = reader.next();
  if (token.kind !== 'string') throw wrong(reader, `${operator} match pattern must be a string`);
  return token.text;
}
