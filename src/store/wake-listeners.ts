import { runDeeds } from './after-commit.ts';

/** Those who want to hear topics on this node. */
export class WakeListeners {
  readonly #listeners = new Set<(topic: string) => void>();

  add(listener: (topic: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  announce(topics: Iterable<string>): void {
    for (const topic of topics) runDeeds([...this.#listeners].map((listener) => () => listener(topic)));
  }
}
