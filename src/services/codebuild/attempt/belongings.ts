import type { TemporaryCredentials } from '../../../ports/credentials.ts';
import { removeTree } from '../../../runners/records.ts';
import type { Sandbox } from '../../../runners/runner.ts';
import type { BuildDirectories } from '../place.ts';
import type { CodeBuildRooms } from '../rooms.ts';

/** What one attempt at a build has of the machine and the server, to be given back whatever happens. */
export class Belongings {
  readonly #rooms: Pick<CodeBuildRooms, 'credentials' | 'log'>;
  directories: BuildDirectories | undefined;
  credentials: TemporaryCredentials | undefined;
  sandbox: Sandbox | undefined;
  #underway: Promise<unknown> = Promise.resolve();

  constructor(rooms: Pick<CodeBuildRooms, 'credentials' | 'log'>) {
    this.#rooms = rooms;
  }

  /** Something that may still acquire belongings after nobody waits for it any more. */
  track<T>(deed: Promise<T>): Promise<T> {
    this.#underway = deed.catch(() => undefined);
    return deed;
  }

  async release(): Promise<void> {
    await this.#give();
    // Interrupted in the middle: what it acquires later is given back when it comes.
    void this.#underway.then(() => this.#give());
  }

  async #give(): Promise<void> {
    const { directories, credentials, sandbox } = this;
    this.directories = undefined;
    this.credentials = undefined;
    this.sandbox = undefined;
    const clear = async () => {
      await sandbox?.close();
      if (directories !== undefined) await removeTree(directories.root);
    };
    const revoke = async () => {
      if (credentials !== undefined) await this.#rooms.credentials.revoke(credentials.accessKeyId);
    };
    for (const result of await Promise.allSettled([clear(), revoke()])) {
      if (result.status === 'rejected')
        this.#rooms.log.error('what a build left could not be removed', { directories, error: result.reason });
    }
  }
}
