import type { Log } from '../kernel/log.ts';
import type { Timers } from '../kernel/timers.ts';
import type { Database } from '../store/database.ts';
import { type Claim, extendLeases, releaseWork, type WorkItem } from '../store/work.ts';
import { type HeldWork, idOf } from './held.ts';

export interface LeaseRooms {
  readonly database: Database;
  readonly log: Log;
  readonly timers: Timers;
  readonly node: string;
}

/**
 * Keeps the leases of what this node does, tells handlers whose lease was lost, and frees what is leased to this node though it
 * does not do it: its end could not be recorded, or it was never heard that it had been claimed.
 */
export class LeaseKeeper {
  readonly #rooms: LeaseRooms;
  readonly #held: HeldWork;
  readonly #claim: () => Claim;
  /** Seen once without being done: they may just have been claimed, or just have ended. */
  #strays: ReadonlySet<string> = new Set();
  #callOff = () => {};
  #beating: Promise<void> | undefined;

  constructor(rooms: LeaseRooms, held: HeldWork, claim: () => Claim) {
    this.#rooms = rooms;
    this.#held = held;
    this.#claim = claim;
  }

  start(everyMs: number): void {
    this.#callOff = this.#rooms.timers.after(everyMs, () => {
      this.#beating ??= this.#beat();
      this.start(everyMs);
    });
  }

  /** Frees what is left, except what a handler still does in spite of everything: that lease runs out by itself. */
  async stop(): Promise<void> {
    this.#callOff();
    await this.#beating;
    const { database, node } = this.#rooms;
    await database.write(async (tx) => {
      const leased = await extendLeases(tx, this.#claim());
      for (const item of leased) if (!this.#held.has(item)) await releaseWork(tx, item, node);
    });
  }

  async #beat(): Promise<void> {
    const before = this.#held.all();
    try {
      const leased = await this.#rooms.database.write((tx) => extendLeases(tx, this.#claim()));
      const ids = new Set(leased.map(idOf));
      for (const { item, abort } of before) {
        if (!ids.has(idOf(item)) && this.#held.has(item)) abort.abort(new Error('The lease was lost to another node'));
      }
      await this.#freeStrays(leased.filter((item) => !this.#held.has(item)));
    } catch (error) {
      this.#rooms.log.error('leases could not be extended', { error });
    } finally {
      this.#beating = undefined;
    }
  }

  async #freeStrays(notHeld: readonly WorkItem[]): Promise<void> {
    const { database, node } = this.#rooms;
    const again = notHeld.filter((item) => this.#strays.has(idOf(item)));
    this.#strays = new Set(notHeld.map(idOf));
    if (again.length === 0) return;
    await database.write(async (tx) => {
      for (const item of again) await releaseWork(tx, item, node);
      tx.wake('work');
    });
  }
}
