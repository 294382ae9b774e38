import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** Who a sandboxed build runs as: never root, and for a root server nobody who has anything else on the machine. */
export interface BuildUser {
  readonly uid: number;
  readonly gid: number;
  /** Command line that becomes this user; empty when the server is that user. */
  readonly become: readonly string[];
  /** Gives what is below the directory to this user. No process of a build may be running on it. */
  own(directory: string): Promise<void>;
  /** Gives it back to the server's user. */
  disown(directory: string): Promise<void>;
  /** Lets another build have it; once. */
  release(): void;
}

/** Users of a root server's builds are 20000 and up, one for each at a time; they need no entry in /etc/passwd. */
const FIRST_UID = 20_000;

/** Hands out users; a server without root has only itself. */
export function buildUsers(): () => BuildUser {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return () => sameUser(uid, gid);
  const taken = new Set<number>();
  return () => {
    const slot = lowestFree(taken);
    taken.add(slot);
    return slotUser(FIRST_UID + slot, () => taken.delete(slot));
  };
}

function sameUser(uid: number, gid: number): BuildUser {
  return { uid, gid, become: [], own: async () => {}, disown: async () => {}, release: () => {} };
}

function slotUser(id: number, release: () => void): BuildUser {
  return {
    uid: id,
    gid: id,
    become: ['setpriv', '--reuid', String(id), '--regid', String(id), '--clear-groups', '--'],
    own: (directory) => changeOwner(id, directory),
    disown: (directory) => changeOwner(0, directory),
    release,
  };
}

/** Symbolic links are changed themselves, never followed. */
async function changeOwner(id: number, directory: string): Promise<void> {
  await execute('chown', ['-R', '-h', '-P', `${id}:${id}`, '--', directory]);
}

function lowestFree(taken: ReadonlySet<number>): number {
  let slot = 0;
  while (taken.has(slot)) slot++;
  return slot;
}
