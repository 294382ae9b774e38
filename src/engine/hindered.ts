import { Hindrance } from '../kernel/hindrance.ts';
import type { Tx } from '../store/database.ts';
import type { EngineRooms } from './engine-rooms.ts';

/** An action or a rule that waits for its provider's answer. */
export interface Waiting {
  /** As the store had it before the provider was asked. */
  readonly summary: string | null;
  /** Keeps another; null: none. */
  note(tx: Tx, summary: string | null, now: number): Promise<void>;
}

const PROMISE = 'Will be tried again: ';
const MAX_SHOWN = 500;

/**
 * Asks a provider. What hinders it stands in the summary of what waits, until it can be asked; it is tried again as after any error.
 * Providers that say nothing leave the summary as it is.
 */
export async function askInSight<T>(
  ask: () => Promise<T>,
  waiting: Waiting,
  { database, clock }: EngineRooms,
): Promise<T> {
  const note = (summary: string | null) => database.write((tx) => waiting.note(tx, summary, clock.now()));
  try {
    const answer = await ask();
    if (isPromise(waiting.summary)) await note(null);
    return answer;
  } catch (error) {
    if (error instanceof Hindrance) await note(`${PROMISE}${error.message}`.slice(0, MAX_SHOWN));
    throw error;
  }
}

/** What hindered it to the end, for it will not be tried again; undefined when nothing did. */
export function hinderedBy(summary: string | null): string | undefined {
  return isPromise(summary) ? summary.slice(PROMISE.length) : undefined;
}

function isPromise(summary: string | null): summary is string {
  return summary?.startsWith(PROMISE) ?? false;
}

interface Spent {
  readonly started: number;
  readonly deadline: number;
  readonly summary: string | null;
}

/** Its time is up: in words, and what its summary is to be if that is not true any more. */
export function timedOut(what: 'action' | 'rule', { started, deadline, summary }: Spent) {
  const message = `The ${what} timed out after ${Math.round((deadline - started) / 60_000)} minutes`;
  const reason = hinderedBy(summary);
  if (reason === undefined) return { message, summary: undefined };
  return { message: `${message}: ${reason}`, summary: `${message}: ${reason}` };
}
