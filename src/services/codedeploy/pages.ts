import { readToken, writeToken } from '../../kernel/page.ts';
import { invalidNextToken } from './errors.ts';

/** CodeDeploy's lists have no size of their own choosing. */
export const PAGE = 100;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
}

/** The name after which the page begins. */
export function nameFrom(token: string | undefined): string {
  if (token === undefined) return '';
  const [name] = readToken(token) ?? [];
  if (typeof name !== 'string') throw invalidNextToken();
  return name;
}

/** The number a list goes on from. */
export function numberFrom(token: string | undefined, first: number): number {
  if (token === undefined) return first;
  const [position] = readToken(token) ?? [];
  if (typeof position !== 'number' || !Number.isSafeInteger(position) || position < 0) throw invalidNextToken();
  return position;
}

/** A page of what was asked for with one item too many, which tells whether there is more. */
export function pageOf<Item>(found: readonly Item[], positionOf: (item: Item) => string | number): Page<Item> {
  const items = found.slice(0, PAGE);
  const last = items.at(-1);
  const more = found.length > PAGE && last !== undefined;
  return { items, nextToken: more ? writeToken([positionOf(last)]) : undefined };
}

/** A page of a list that is held whole. */
export function slice<Item>(all: readonly Item[], token: string | undefined): Page<Item> {
  const from = numberFrom(token, 0);
  const items = all.slice(from, from + PAGE);
  return { items, nextToken: from + PAGE < all.length ? writeToken([from + PAGE]) : undefined };
}
