import type { Clock } from '../kernel/clock.ts';
import type { Timers } from '../kernel/timers.ts';

export interface AlarmRooms {
  readonly clock: Clock;
  readonly timers: Timers;
}

/**
 * One timer that rings at the earliest of the times it was asked for, and no later than in `longestWait` milliseconds: a clock that is
 * set back makes a time that was near a distant one.
 */
export class Alarm {
  readonly #rooms: AlarmRooms;
  readonly #longestWait: number;
  readonly #ring: () => void;
  #callOff = () => {};
  #at = Number.POSITIVE_INFINITY;
  #stopped = false;

  constructor(rooms: AlarmRooms, longestWait: number, ring: () => void) {
    this.#rooms = rooms;
    this.#longestWait = longestWait;
    this.#ring = ring;
  }

  ringBy(at: number): void {
    if (this.#stopped || at >= this.#at) return;
    this.#callOff();
    this.#at = at;
    const wait = Math.min(Math.max(at - this.#rooms.clock.now(), 1), this.#longestWait);
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
