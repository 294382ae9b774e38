import type { ClaimedWork, WorkItem } from '../store/work.ts';

/** A piece of work this node is doing. */
export interface Held {
  readonly item: ClaimedWork;
  readonly abort: AbortController;
  /** Claimed anew before this time was concluded: to be done next. */
  next?: ClaimedWork;
}

/** What this node is doing, and how much more of each kind it may take. */
export class HeldWork {
  readonly #limit: number;
  readonly #held = new Map<string, Held>();
  readonly #counts = new Map<string, number>();

  constructor(limitPerKind: number) {
    this.#limit = limitPerKind;
  }

  has(item: WorkItem): boolean {
    return this.#held.has(idOf(item));
  }

  get(item: WorkItem): Held | undefined {
    return this.#held.get(idOf(item));
  }

  hasRoom(kind: string): boolean {
    return (this.#counts.get(kind) ?? 0) < this.#limit;
  }

  add(item: ClaimedWork): Held {
    const held = { item, abort: new AbortController() };
    this.#held.set(idOf(item), held);
    this.#counts.set(item.kind, (this.#counts.get(item.kind) ?? 0) + 1);
    return held;
  }

  /** Answers false when it was let go before. */
  remove(held: Held): boolean {
    const { item } = held;
    if (this.get(item) !== held) return false;
    this.#held.delete(idOf(item));
    this.#counts.set(item.kind, (this.#counts.get(item.kind) ?? 1) - 1);
    return true;
  }

  all(): Held[] {
    return [...this.#held.values()];
  }
}

export function idOf({ kind, key }: WorkItem): string {
  return `${kind}\n${key}`;
}
