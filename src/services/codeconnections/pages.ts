import { readToken, writeToken } from '../../kernel/page.ts';
import { invalid } from './errors.ts';

const LARGEST = 100;

/** MaxResults of 0 is one of AWS's minima: it asks for no size of its own. */
export function sizeOf(maxResults: number | undefined): number {
  return maxResults === undefined || maxResults === 0 ? LARGEST : maxResults;
}

/** The id after which the page begins. */
export function idFrom(token: string | undefined): string {
  if (token === undefined) return '';
  const [id] = readToken(token) ?? [];
  if (typeof id !== 'string') throw invalid('The next token is not one of this list');
  return id;
}

/** A page of what was found with one item too many, which tells whether there is more. */
export function pageOf<Row extends { readonly id: string }>(found: readonly Row[], size: number) {
  const rows = found.slice(0, size);
  const last = rows.at(-1);
  return { rows, nextToken: found.length > size && last !== undefined ? writeToken([last.id]) : undefined };
}
