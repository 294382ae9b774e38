import { numberIn, tokenOf } from './list-token.ts';

/** Pages of history go back in time by the sequence numbers of rows. */
export function beforeSequence(list: string, token: string | undefined): number {
  return numberIn(list, token, Number.MAX_SAFE_INTEGER);
}

/** `rows` were asked for with one more than the page holds. */
export function cutPage<Row extends { readonly sequence: number }>(
  list: string,
  rows: readonly Row[],
  limit: number,
): { readonly page: readonly Row[]; readonly nextToken: string | undefined } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, nextToken: rows.length > limit && last !== undefined ? tokenOf(list, last.sequence) : undefined };
}
