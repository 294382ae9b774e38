import { findBuild } from '../../../store/codebuild/builds.ts';
import type { Lease } from '../../../work/work.ts';
import type { CodeBuildRooms } from '../rooms.ts';
import { BuildLost, overTopic } from './journal.ts';

export class BuildTimedOut extends Error {
  override readonly name = 'BuildTimedOut';
}

/** The clock is asked this often, so that a machine that slept is not believed. */
const TICK_MS = 1000;
/** An announcement can be lost with a connection: this often the build is looked at. */
const LOOK_EVERY = 10;

/** Aborts when a build must not go on: it was ended by somebody else, its time is up, or the work is another node's. */
export class Interruption {
  readonly #rooms: Pick<CodeBuildRooms, 'database' | 'clock' | 'log'>;
  readonly #id: string;
  readonly #abort = new AbortController();
  readonly #unsubscribe: () => void;
  readonly #timer: NodeJS.Timeout;
  readonly #lease: Lease;
  #deadline: number;
  #ticks = 0;

  constructor(
    rooms: Pick<CodeBuildRooms, 'database' | 'clock' | 'log'>,
    build: { readonly id: string; readonly deadline: number },
    lease: Lease,
  ) {
    this.#rooms = rooms;
    this.#id = build.id;
    this.#deadline = build.deadline;
    this.#lease = lease;
    this.#unsubscribe = rooms.database.onWake((topic) => {
      if (topic === overTopic(build.id)) this.#lose();
    });
    lease.signal.addEventListener('abort', this.#lose, { once: true });
    if (lease.signal.aborted) this.#lose();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Milliseconds. */
  set deadline(deadline: number) {
    this.#deadline = deadline;
  }

  /** What is to be awaited, unless the interruption comes first: then its reason is thrown, and nobody waits any more. */
  async unlessInterrupted<T>(promise: Promise<T>): Promise<T> {
    const { signal } = this;
    const { promise: interrupted, reject } = Promise.withResolvers<never>();
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    try {
      return await Promise.race([promise, interrupted]);
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#unsubscribe();
    this.#lease.signal.removeEventListener('abort', this.#lose);
  }

  readonly #lose = (): void => this.#abort.abort(new BuildLost(this.#id));

  #tick(): void {
    if (this.#rooms.clock.now() >= this.#deadline) this.#abort.abort(new BuildTimedOut(this.#id));
    this.#ticks += 1;
    if (this.#ticks % LOOK_EVERY === 0)
      this.#look().catch((error: unknown) => this.#rooms.log.error('a build could not be looked at', { error }));
  }

  async #look(): Promise<void> {
    const row = await this.#rooms.database.read((reader) => findBuild(reader, this.#id));
    if (row === undefined || row.ended !== null) this.#lose();
  }
}
