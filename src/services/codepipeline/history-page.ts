import { readToken, writeToken } from '../../kernel/page.ts';
import { invalidNextToken } from './errors.ts';

/** Pages of history go back in time by the sequence numbers of rows. */
export function beforeSequence(token: string | undefined): number {
  if (token === undefined) return Number.MAX_SAFE_INTEGER;
  const [sequence] = readToken(token) ?? [];
  if (typeof sequence !== 'number') throw invalidNextToken();
  return sequence;
}

/** `rows` were asked for with one more than the page holds. */
export function cutPage<Row extends { readonly sequence: number }>(
  rows: readonly Row[],
  limit: number,
): { readonly page: readonly Row[]; readonly nextToken: string | undefined } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextToken: rows.length > limit && last !== undefined ? writeToken([last.sequence]) : undefined };
}
