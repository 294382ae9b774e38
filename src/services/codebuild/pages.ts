import { readToken, writeToken } from '../../kernel/page.ts';
import { invalidToken } from './errors.ts';

/** CodeBuild's lists of projects and builds have no size of their own choosing. */
export const PAGE = 100;

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextToken: string | undefined;
}

/** The text and the number a page goes on from. */
export function positionFrom(
  token: string | undefined,
): { readonly text: string; readonly number: number } | undefined {
  if (token === undefined) return undefined;
  const [text, number] = readToken(token) ?? [];
  if (typeof text !== 'string' || typeof number !== 'number') throw invalidToken();
  return { text, number };
}

/** The time and the number a page goes on from. */
export function positionInTime(
  token: string | undefined,
): { readonly created: number; readonly number: number } | undefined {
  const from = positionFrom(token);
  if (from === undefined) return undefined;
  const created = Number(from.text);
  if (!Number.isSafeInteger(created)) throw invalidToken();
  return { created, number: from.number };
}

/** A page of what was asked for with one item too many, which tells whether there is more. */
export function pageOf<Item>(
  found: readonly Item[],
  positionOf: (item: Item) => readonly [string, number],
  size = PAGE,
): Page<Item> {
  const items = found.slice(0, size);
  const last = items.at(-1);
  const more = found.length > size && last !== undefined;
  return { items, nextToken: more ? writeToken(positionOf(last)) : undefined };
}
