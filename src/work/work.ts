import type { Tx } from '../store/database.ts';

/** What to do with a piece of work after a handler has looked at it. */
export type Verdict = { readonly kind: 'done' } | { readonly kind: 'again'; readonly at: number };

export const done: Verdict = { kind: 'done' };

export function again(at: number): Verdict {
  return { kind: 'again', at };
}

/** Held while a handler runs; `signal` aborts when another node has taken the work over, or the server stops. */
export interface Lease {
  readonly attempts: number;
  readonly signal: AbortSignal;
}

/**
 * Does one piece of work. At least once, so it must bear repeating; never twice at the same time while the lease holds.
 * A handler that throws is called again, later and later (1 s, 2 s, 4 s ... 60 s).
 */
export type WorkHandler = (key: string, lease: Lease) => Promise<Verdict>;

/**
 * Durable work: everything that must happen later or elsewhere, timers included. Asked for in the transaction that makes it
 * necessary, claimed under a lease, taken over from nodes that die.
 */
export interface Work {
  /** Asks for work, now or at `due` (milliseconds). Asking again for work that is running makes it run again afterwards. */
  schedule(tx: Tx, kind: string, key: string, due?: number): Promise<void>;
}

/** Who is to be told when something ends: the work to schedule then. Stored beside what is waited for. */
export interface WakeCall {
  readonly kind: string;
  readonly key: string;
}
