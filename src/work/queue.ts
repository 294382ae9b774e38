import type { QueueReader } from './work.ts';

/** Reads one queue: one pass at a time, and another when it was rung meanwhile. */
export class Queue {
  readonly #read: QueueReader;
  readonly #failed: (error: unknown) => void;
  #reading: Promise<void> | undefined;
  #rung = false;
  #stopped = false;

  constructor(read: QueueReader, failed: (error: unknown) => void) {
    this.#read = read;
    this.#failed = failed;
  }

  ring(): void {
    this.#rung = true;
    this.#reading ??= this.#readUntilEmpty().finally(() => {
      this.#reading = undefined;
    });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#reading;
  }

  /** What goes wrong is tried again when the queue is next rung, at the latest when it is polled. */
  async #readUntilEmpty(): Promise<void> {
    while (this.#rung && !this.#stopped) {
      this.#rung = false;
      try {
        if ((await this.#read()) === 'more') this.#rung = true;
      } catch (error) {
        this.#failed(error);
      }
    }
  }
}
