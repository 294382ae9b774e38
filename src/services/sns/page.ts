import { readToken, writeToken } from '../../kernel/page.ts';
import { invalidParameter } from './errors.ts';

export const PAGE = 100;

/** The position a token stands for. */
export function positionOf<Position extends string | number>(token: string | undefined, first: Position): Position {
  if (token === undefined || token === '') return first;
  const [position] = readToken(token) ?? [];
  if (typeof position !== typeof first) throw invalidParameter('NextToken');
  return position as Position; // of the type of `first`, as was just seen
}

/** `rows` were asked for with one more than the page holds. */
export function cutPage<Row>(rows: readonly Row[], position: (row: Row) => string | number) {
  const page = rows.slice(0, PAGE);
  const last = page.at(-1);
  return { page, nextToken: rows.length > PAGE && last !== undefined ? writeToken([position(last)]) : undefined };
}
