import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import type { Log } from '../../kernel/log.ts';

/** How long a database that is away is waited for: it restarts, or another takes its place. Clients wait a minute for an answer. */
const PATIENCE_MS = 40_000;
const TRY_AGAIN_MS = 500;

/** What PostgreSQL says when a connection ends that is not to, or cannot be made yet. */
const OF_CONNECTIONS = /^(?:08|57P|53300)/;

/** Connections of a pool; to a database that does not answer, as soon as it does. */
export class PatientPool {
  readonly #pool: pg.Pool;
  readonly #log: Log;
  readonly #hurry: AbortSignal | undefined;
  #isAway = false;

  /** Nobody is waited for once `hurry` is aborted. */
  constructor(pool: pg.Pool, log: Log, hurry: AbortSignal | undefined) {
    this.#pool = pool;
    this.#log = log;
    this.#hurry = hurry;
  }

  async take(): Promise<pg.PoolClient> {
    for (let tries = PATIENCE_MS / TRY_AGAIN_MS; ; tries -= 1) {
      try {
        const client = await this.#pool.connect();
        this.#tell(false);
        return client;
      } catch (error) {
        if (this.#pool.ending || !isLostConnection(error)) throw error;
        this.#tell(true, error);
        if (tries === 0 || this.#hurry?.aborted) throw error;
        await delay(TRY_AGAIN_MS, undefined, { signal: this.#hurry }).catch(() => {});
      }
    }
  }

  end(): Promise<void> {
    return this.#pool.end();
  }

  /** Once each time, however many wait. */
  #tell(isAway: boolean, error?: unknown): void {
    if (isAway === this.#isAway) return;
    this.#isAway = isAway;
    if (isAway) this.#log.error('PostgreSQL does not answer: start it; everything waits for it', { error });
    else this.#log.info('PostgreSQL answers again');
  }
}

/** What the database says of a statement has a code of its own; all else comes from the way to it. */
export function isLostConnection(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || OF_CONNECTIONS.test(error.code ?? '');
}
