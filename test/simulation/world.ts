import type { Clock } from '../../src/kernel/clock.ts';
import type { Ids } from '../../src/kernel/ids.ts';

/** Something that is under way and goes on when its turn has come. */
export interface Gate {
  readonly kind: 'write' | 'read' | 'turn' | 'timer' | 'wake-up' | 'provider' | 'answer' | 'outside';
  /** In words, for the story. */
  readonly what: string;
  /** The number of the server whose memory it is part of: it is gone when that dies. */
  readonly node: number | undefined;
  open(fate: Fate): Promise<void> | void;
}

/** What becomes of a transaction. */
export type Fate = 'well' | 'crash-before-commit' | 'crash-after-commit' | 'undone' | 'done-but-unknown' | 'deadlock';

interface Timer {
  readonly at: number;
  readonly gate: Gate;
}

/** Time zero of every simulation. */
const BEGINNING = Date.UTC(2030, 0, 1);

/** An error that the simulation itself made. */
export class Injected extends Error {}

/**
 * Time, chance, and the order of everything: nothing happens by itself. What would wait for a database, a network or a timer waits
 * at a gate instead, until the story opens it.
 */
export class World {
  readonly gates: Gate[] = [];
  readonly clock: Clock = { now: () => this.now };
  readonly ids: Ids;
  now = BEGINNING;
  readonly #timers: Timer[] = [];
  readonly #tell: (line: string) => void;
  readonly violations: string[] = [];
  /** Events that were to start a pipeline which had no room for as long as EventBridge tries. */
  givenUp = 0;

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
    this.ids = countingIds();
  }

  tell(line: string): void {
    this.#tell(`${((this.now - BEGINNING) / 1000).toFixed(3).padStart(9)} s  ${line}`);
  }

  complain(violation: string): void {
    this.violations.push(violation);
    this.tell(`BROKEN: ${violation}`);
  }

  wait(gate: Gate): void {
    this.gates.push(gate);
  }

  /** A gate that appears after some time; returns the way to call it off. */
  waitUntil(at: number, gate: Gate): () => void {
    const timer = { at, gate };
    this.#timers.push(timer);
    return () => {
      remove(this.#timers, timer);
      remove(this.gates, gate);
    };
  }

  /** Opens one gate, and lets all that follows from it run until it waits again. */
  async open(gate: Gate, fate: Fate = 'well'): Promise<void> {
    remove(this.gates, gate);
    await gate.open(fate);
    await this.settle();
  }

  /** A turn of the event loop begins when no promise is left to run on. */
  settle(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  passTo(at: number): void {
    this.now = Math.max(this.now, at);
    const due = this.#timers.filter((timer) => timer.at <= this.now).sort((one, other) => one.at - other.at);
    for (const timer of due) {
      remove(this.#timers, timer);
      this.gates.push(timer.gate);
    }
  }

  nextTimer(): number | undefined {
    return this.#timers.length === 0 ? undefined : Math.min(...this.#timers.map(({ at }) => at));
  }

  /** What the memory of a server held is gone. */
  forget(node: number): void {
    for (const gate of this.gates.filter((each) => each.node === node)) remove(this.gates, gate);
    for (const timer of this.#timers.filter((each) => each.gate.node === node)) remove(this.#timers, timer);
  }
}

function remove<T>(list: T[], item: T): void {
  const index = list.indexOf(item);
  if (index >= 0) list.splice(index, 1);
}

function countingIds(): Ids {
  let count = 0;
  const next = (length: number) => (++count).toString().padStart(length, '0');
  return {
    uuid: () => `00000000-0000-4000-8000-${next(12)}`,
    alphanumeric: next,
    upperAlphanumeric: next,
    secret: (bytes) => next(bytes * 2),
  };
}
