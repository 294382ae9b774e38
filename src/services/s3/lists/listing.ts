/** Keys in order, cut into pages, with what lies behind a delimiter rolled up into prefixes. Works on any list of keyed things. */
export interface Keyed {
  readonly key: string;
  readonly sequence: number;
}

/** From `from` on; of that key itself only what has a lower sequence. */
export interface Position {
  readonly from: Uint8Array;
  readonly before: number;
}

export interface Listing {
  readonly prefix: string;
  readonly delimiter: string | undefined;
  readonly limit: number;
  readonly start: Position;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly prefixes: readonly string[];
  /** The last thing on a page that is not the last page. */
  readonly last: { readonly item: Item } | { readonly prefix: string } | undefined;
}

export type Fetch<Item> = (position: Position, end: Uint8Array | undefined, limit: number) => Promise<Item[]>;

const ALL = Number.MAX_SAFE_INTEGER;
/** Rows asked for at once: enough for a page without prefixes. */
const MAX_BATCH = 1001;

export async function listPage<Item extends Keyed>(listing: Listing, fetch: Fetch<Item>): Promise<Page<Item>> {
  const page = new Filling<Item>(listing);
  const batch = Math.min(listing.limit + 1, MAX_BATCH);
  const end = after(listing.prefix);
  let position: Position | undefined = later(listing.start, startOf(listing.prefix));
  while (position !== undefined && listing.limit > 0) {
    const rows: Item[] = await fetch(position, end, batch);
    if (!rows.every((row) => page.take(row))) break;
    position = rows.length < batch ? undefined : page.next();
  }
  return page.finish();
}

class Filling<Item extends Keyed> {
  readonly #listing: Listing;
  readonly #items: Item[] = [];
  readonly #prefixes: string[] = [];
  #last: { item: Item } | { prefix: string } | undefined;
  #full = false;

  constructor(listing: Listing) {
    this.#listing = listing;
  }

  /** False when the page is full, and this was one too many. */
  take(item: Item): boolean {
    const prefix = rolledUp(item.key, this.#listing);
    if (prefix !== undefined && prefix === this.#prefixes.at(-1)) return true;
    if (this.#items.length + this.#prefixes.length >= this.#listing.limit) {
      this.#full = true;
      return false;
    }
    if (prefix === undefined) this.#items.push(item);
    else this.#prefixes.push(prefix);
    this.#last = prefix === undefined ? { item } : { prefix };
    return true;
  }

  /** After the last thing taken; the rest of a rolled-up prefix is leapt over. */
  next(): Position | undefined {
    if (this.#last === undefined) return undefined;
    if ('item' in this.#last) return afterItem(this.#last.item);
    return afterPrefix(this.#last.prefix);
  }

  finish(): Page<Item> {
    return { items: this.#items, prefixes: this.#prefixes, last: this.#full ? this.#last : undefined };
  }
}

function rolledUp(key: string, { prefix, delimiter }: Pick<Listing, 'prefix' | 'delimiter'>): string | undefined {
  if (delimiter === undefined) return undefined;
  const at = key.indexOf(delimiter, prefix.length);
  return at === -1 ? undefined : key.slice(0, at + delimiter.length);
}

export function startOf(key: string): Position {
  return { from: Buffer.from(key, 'utf8'), before: ALL };
}

/** After all that a key has. */
export function afterKey(key: string): Position {
  return { from: Buffer.from(key, 'utf8'), before: -ALL };
}

function afterItem({ key, sequence }: Keyed): Position {
  return { from: Buffer.from(key, 'utf8'), before: sequence };
}

export function afterPrefix(prefix: string): Position | undefined {
  const from = after(prefix);
  return from === undefined ? undefined : { from, before: ALL };
}

/** A marker that is a rolled-up prefix itself stands for all that lies behind it. */
export function afterMarker(
  marker: string | undefined,
  { prefix, delimiter }: Pick<Listing, 'prefix' | 'delimiter'>,
): Position {
  if (marker === undefined || marker === '') return startOf('');
  const isPrefix = marker.startsWith(prefix) && rolledUp(marker, { prefix, delimiter }) === marker;
  return (isPrefix ? afterPrefix(marker) : undefined) ?? afterKey(marker);
}

function later(one: Position, other: Position): Position {
  return Buffer.compare(one.from, other.from) >= 0 ? one : other;
}

/** The first bytes that come after everything with this prefix; nothing comes after the empty one. UTF-8 has no byte 0xff. */
function after(prefix: string): Uint8Array | undefined {
  if (prefix === '') return undefined;
  const bytes = Buffer.from(prefix, 'utf8');
  const last = bytes.length - 1;
  bytes[last] = (bytes[last] ?? 0) + 1;
  return bytes;
}
