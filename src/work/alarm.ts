import type { Clock } from '../kernel/clock.ts';
import type { Timers } from '../kernel/timers.ts';

const MAX_TIMER_MS = 2 ** 31 - 1;

export interface AlarmRooms {
  readonly clock: Clock;
  readonly timers: Timers;
}

/** One timer that rings at the earliest of the times it was asked for. */
export class Alarm {
  readonly #rooms: AlarmRooms;
  readonly #ring: () => void;
  #callOff = () => {};
  #at = Number.POSITIVE_INFINITY;
  #stopped = false;

  constructor(rooms: AlarmRooms, ring: () => void) {
    this.#rooms = rooms;
    this.#ring = ring;
  }

  ringBy(at: number): void {
    if (this.#stopped || at >= this.#at) return;
    this.#callOff();
    this.#at = at;
    const wait = Math.min(Math.max(at - this.#rooms.clock.now(), 1), MAX_TIMER_MS);
    this.#callOff = this.#rooms.timers.after(wait, () => {
      this.#at = Number.POSITIVE_INFINITY;
      this.#ring();
    });
  }

  stop(): void {
    this.#stopped = true;
    this.#callOff();
  }
}
