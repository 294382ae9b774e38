import type { Tx } from '../store/database.ts';

/** What to do with a piece of work after a handler has looked at it. */
export type Verdict = { readonly kind: 'done' } | { readonly kind: 'again'; readonly at: number };

export const done: Verdict = { kind: 'done' };

export function again(at: number): Verdict {
  return { kind: 'again', at };
}

/**
 * How a handler ends: with a verdict, or with one that is found in the transaction that ends the work, so that what it writes there
 * and the end of the work stand or fall together.
 */
export type Conclusion = Verdict | Decided;

export interface Decided {
  readonly kind: 'in-transaction';
  readonly decide: (tx: Tx) => Promise<Verdict>;
  /** What is written concerns nothing else: `Database.writeAbout`. */
  readonly subject: string | undefined;
}

export function inTransaction(decide: (tx: Tx) => Promise<Verdict>, subject?: string): Conclusion {
  return { kind: 'in-transaction', decide, subject };
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
export type WorkHandler = (key: string, lease: Lease) => Promise<Conclusion>;

/**
 * Durable work: everything that must happen later or elsewhere, timers included. Asked for in the transaction that makes it
 * necessary, claimed under a lease, taken over from nodes that die.
 */
export interface Work {
  /** Asks for work, now or at `due` (milliseconds). Asking again for work that is running makes it run again afterwards. */
  schedule(tx: Tx, kind: string, key: string, due?: number): Promise<void>;
  /**
   * Says that the transaction puts something into a queue, a table that is its own record of what is to be done. Nothing is written
   * for it: the queue is read on this node after the commit, and by every node that starts or polls, should this one die before.
   */
  ring(tx: Tx, queue: string): void;
}

/** Takes some of what is in a queue and deals with it in one transaction. Called by one node, or by several at the same time. */
export type QueueReader = () => Promise<'more' | 'empty'>;

/** Who is to be told when something ends: the work to schedule then. Stored beside what is waited for. */
export interface WakeCall {
  readonly kind: string;
  readonly key: string;
}
