import type { DeclaredSource, SourcePolling } from '../../src/actions/action.ts';

/** Repositories outside the servers: each has a newest revision, which is another one after each commit. */
export class Sources {
  readonly #commits = new Map<string, number>();

  newest(repository: string): string {
    return `${repository}@${this.#commits.get(repository) ?? 0}`;
  }

  commit(repository: string): void {
    this.#commits.set(repository, (this.#commits.get(repository) ?? 0) + 1);
  }

  /** Asked of, a gate is what takes its time; `told` sources have a place where changes are told of. */
  polling(ask: <T>(what: string, deed: () => T) => Promise<T>): SourcePolling {
    return {
      place: ({ configuration }) =>
        configuration.Watched === 'told' ? placeOf(configuration.Repository ?? '') : undefined,
      newest: ({ configuration: { Repository = '' } }: DeclaredSource) =>
        ask(`the newest revision of ${Repository}`, () => this.newest(Repository)),
    };
  }
}

/** Where changes of a repository are told of. */
export function placeOf(repository: string): string {
  return `simulated:${repository}`;
}
