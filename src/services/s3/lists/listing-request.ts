import { invalidArgument } from '../errors.ts';

const MAX_KEYS = 1000;

/** How many entries a page may have: what was asked for, 1000 at most. */
export function pageSize(asked: number | undefined, name: string): number {
  if (asked !== undefined && (asked < 0 || asked > 2 ** 31 - 1)) {
    throw invalidArgument(`Argument ${name} must be an integer between 0 and 2147483647`, name, String(asked));
  }
  return Math.min(asked ?? MAX_KEYS, MAX_KEYS);
}

/** An empty delimiter is none. */
export function delimiterOf(delimiter: string | undefined): string | undefined {
  return delimiter === '' ? undefined : delimiter;
}

/** How keys are written in an answer: XML cannot hold every character, so clients ask for URL encoding. */
export function keyWriter(encoding: string | undefined): (key: string) => string {
  return encoding === 'url' ? encodeKey : (key) => key;
}

function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replaceAll('%20', '+')
    .replaceAll(/[!'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
