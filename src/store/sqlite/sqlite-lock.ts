import { DatabaseSync } from 'node:sqlite';

export class DatabaseInUse extends Error {
  constructor(path: string) {
    super(`${path} is in use by another velocius server. Stop it, or choose another directory with --data.`);
    this.name = 'DatabaseInUse';
  }
}

const SQLITE_BUSY = 5;

/**
 * A second server on the same file is refused by a second database beside it that the first keeps locked: the operating system
 * drops that lock when the process dies, however it dies.
 */
export function lockDatabase(path: string): DatabaseSync {
  const lock = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    throw isBusy(error) ? new DatabaseInUse(path) : error;
  }
  return lock;
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;
}
