import { type IpAddress, parseIp } from './ip-address.ts';
import type { Leaf } from './json-node.ts';
import { comparableNumber } from './numbers.ts';
import { matchesWildcard, parseWildcard } from './wildcard.ts';

/** Whether a value of an event is one that a pattern wants. */
export type LeafTest = (leaf: Leaf) => boolean;

export function testString(accepts: (text: string) => boolean): LeafTest {
  return (leaf) => leaf.kind === 'string' && accepts(leaf.text);
}

/** Texts that are IP addresses are equal when the addresses are. */
export function equalsString(wanted: string): LeafTest {
  const address = parseIp(wanted);
  if (address === undefined) return testString((text) => text === wanted);
  return testString((text) => text === wanted || isSameAddress(parseIp(text), address));
}

function isSameAddress(one: IpAddress | undefined, other: IpAddress): boolean {
  return one !== undefined && one.bits === other.bits && one.value === other.value;
}

export function equalsNumber(wanted: string): LeafTest {
  const number = comparableNumber(wanted);
  return (leaf) =>
    leaf.kind === 'number' &&
    (leaf.text === wanted || (number !== undefined && comparableNumber(leaf.text) === number));
}

export function equalsLiteral(wanted: string): LeafTest {
  return (leaf) => leaf.kind === 'literal' && leaf.text === wanted;
}

export function startsWith(prefix: string): LeafTest {
  return testString((text) => text.startsWith(prefix));
}

export function endsWith(suffix: string): LeafTest {
  return testString((text) => text.endsWith(suffix));
}

export function equalsIgnoringCase(wanted: string): LeafTest {
  const folded = fold(wanted);
  return testString((text) => fold(text) === folded);
}

export function startsIgnoringCase(prefix: string): LeafTest {
  const folded = fold(prefix);
  return testString((text) => fold(text).startsWith(folded));
}

export function endsIgnoringCase(suffix: string): LeafTest {
  const folded = fold(suffix);
  return testString((text) => fold(text).endsWith(folded));
}

/** Character by character: what becomes longer or shorter in the other case stays as it is. */
function fold(text: string): string {
  return Array.from(text, (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  }).join('');
}

export function likeWildcard(pattern: string): LeafTest {
  const wildcard = parseWildcard(pattern);
  return testString((text) => matchesWildcard(wildcard, text));
}

export function numberTest(accepts: (value: number) => boolean): LeafTest {
  return (leaf) => {
    const value = leaf.kind === 'number' ? comparableNumber(leaf.text) : undefined;
    return value !== undefined && accepts(value);
  };
}

export function noneOf(tests: readonly LeafTest[]): LeafTest {
  return (leaf) => !tests.some((test) => test(leaf));
}
