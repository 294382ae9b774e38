import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock } from '../kernel/clock.ts';
import type { Ids } from '../kernel/ids.ts';
import { ServiceError } from '../kernel/service-error.ts';
import { Turns } from '../kernel/turns.ts';
import type { GitAccess } from '../ports/connections.ts';
import type { Comparison } from '../ports/git-events.ts';
import type { FetchedCommit, RemoteRepositories, WantedClone, WantedCommit } from '../ports/remote-repositories.ts';
import { archiveOf } from './archive.ts';
import { changedPaths } from './changed-paths.ts';
import { checkoutRemote } from './checkout-remote.ts';
import { infoOf, readCommit } from './commit-object.ts';
import { removeLeftovers } from './leftover-places.ts';
import { isObjectId, isRefName } from './ref-names.ts';
import { asked, explained, isMissing, noCommit } from './remote-failure.ts';
import { FETCHING_MS, type Reach, remoteOptions } from './remote-settings.ts';
import { GitError, gitText, runGit } from './run-git.ts';

export interface RemoteRooms {
  readonly ids: Pick<Ids, 'uuid'>;
  readonly clock: Clock;
  /** Where repositories are while something is done with them. */
  readonly directory: string;
}

const AT_ONCE = 4;
const ASKING_MS = 60_000;

/** Repositories of git hosts, by the system's git: shallow into a place of their own, or whole into a build's. */
export function createRemoteRepositories(rooms: RemoteRooms): RemoteRepositories & { close(): void } {
  const turns = new Turns(AT_ONCE);
  const stop = new AbortController();
  const reach = (access: GitAccess): Reach => ({ ...access, signal: stop.signal });
  return {
    tip: (access, branch) => turns.take(() => tip(rooms, reach(access), branch)),
    fetch: (access, wanted, use) =>
      turns.take(() => inPlace(rooms, async (place) => use(await fetchShallow(place, reach(access), wanted)))),
    changedPaths: (access, comparison) =>
      turns.take(() => inPlace(rooms, (place) => remoteChanges(place, reach(access), comparison))),
    clone: (access, wanted, directory) =>
      turns.take(() => clone({ ...access, signal: wanted.signal }, wanted, directory)),
    checkout: (access, wanted, directory) =>
      turns.take(() => checkoutRemote({ ...access, signal: wanted.signal }, wanted, directory)),
    // What is under way is done again by whoever goes on with it.
    close: () => stop.abort(),
  };
}

async function tip(rooms: RemoteRooms, access: Reach, branch: string): Promise<string | undefined> {
  if (!isRefName(branch)) return undefined;
  const ref = `refs/heads/${branch}`;
  await mkdir(rooms.directory, { recursive: true });
  const options = remoteOptions(access, ASKING_MS);
  const text = await asked(access, () => gitText(rooms.directory, ['ls-remote', '--', access.url, ref], options));
  const line = text.split('\n').find((candidate) => candidate.endsWith(`\t${ref}`));
  const commitId = line?.split('\t')[0] ?? '';
  return isObjectId(commitId) ? commitId : undefined;
}

async function fetchShallow(place: string, access: Reach, wanted: WantedCommit): Promise<FetchedCommit> {
  await runGit(place, ['init', '--quiet', '--bare', '--template=', '.']);
  const commitId =
    wanted.commitId === undefined
      ? await fetchBranch(place, access, wanted.branch)
      : await fetchCommit(place, access, wanted.commitId);
  const commit = await readCommit(place, commitId);
  if (commit === undefined) throw noCommit(commitId, access);
  return { commit: infoOf(commit), archive: () => archiveOf(place, commitId) };
}

const TAKEN = 'refs/velocius/taken';

async function fetchBranch(place: string, access: Reach, branch: string): Promise<string> {
  if (!isRefName(branch)) throw noBranch(branch, access);
  try {
    await fetchInto(place, access, ['--depth=1', '--', access.url, `+refs/heads/${branch}:${TAKEN}`]);
  } catch (error) {
    if (isMissing(error)) throw noBranch(branch, access);
    throw explained(error, access);
  }
  return (await gitText(place, ['rev-parse', '--verify', `${TAKEN}^{commit}`])).trim();
}

/** By its id, which hosts may refuse; then among all branches and tags. */
async function fetchCommit(place: string, access: Reach, commitId: string): Promise<string> {
  if (!isObjectId(commitId)) throw noCommit(commitId, access);
  try {
    await fetchInto(place, access, ['--depth=1', '--', access.url, `+${commitId}:${TAKEN}`]);
  } catch (error) {
    if (!isMissing(error)) throw explained(error, access);
    await asked(access, () =>
      fetchInto(place, access, ['--', access.url, '+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*']),
    );
  }
  return peeled(place, commitId, access);
}

/** Of an annotated tag, which hosts tell of by the tag's own id, the commit. */
async function peeled(place: string, id: string, access: Reach): Promise<string> {
  try {
    return (await gitText(place, ['rev-parse', '--verify', '--quiet', `${id}^{commit}`])).trim();
  } catch (error) {
    throw error instanceof GitError ? noCommit(id, access) : error;
  }
}

function fetchInto(place: string, access: Reach, parameters: readonly string[]): Promise<Buffer> {
  return runGit(
    place,
    ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', ...parameters],
    remoteOptions(access, FETCHING_MS),
  );
}

/** Two states need no history; where they parted is known from it, for which files need not be fetched. */
async function remoteChanges(place: string, access: Reach, comparison: Comparison): Promise<readonly string[]> {
  await runGit(place, ['init', '--quiet', '--bare', '--template=', '.']);
  const { from, to, since } = comparison;
  const ids = [to, from].filter((commit) => commit !== undefined).filter(isObjectId);
  const shallow = since === 'from' && from !== undefined && isObjectId(from);
  if (!shallow || !(await hasFetched(place, access, ids)))
    await asked(access, () =>
      fetchInto(place, access, ['--filter=blob:none', '--', access.url, '+refs/heads/*:refs/heads/*']),
    );
  const defaultBranch = from === undefined ? await defaultBranchOf(place, access) : undefined;
  return changedPaths(place, comparison, defaultBranch);
}

/** Whether the host gives commits by their ids. */
async function hasFetched(place: string, access: Reach, ids: readonly string[]): Promise<boolean> {
  try {
    await fetchInto(place, access, ['--depth=1', '--filter=blob:none', '--', access.url, ...ids]);
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw explained(error, access);
  }
}

async function defaultBranchOf(place: string, access: Reach): Promise<string | undefined> {
  const asking = ['ls-remote', '--symref', '--', access.url, 'HEAD'];
  const text = await asked(access, () => gitText(place, asking, remoteOptions(access, ASKING_MS)));
  return /^ref: refs\/heads\/(\S+)\tHEAD$/m.exec(text)?.[1];
}

async function clone(access: Reach, { branch, commitId }: WantedClone, directory: string): Promise<void> {
  if (!isObjectId(commitId)) throw noCommit(commitId, access);
  const options = remoteOptions(access, FETCHING_MS);
  await asked(access, () =>
    runGit(directory, ['clone', '--quiet', '--template=', '--no-checkout', '--', access.url, '.'], options),
  );
  if ((await readCommit(directory, commitId)) === undefined)
    await fetchInto(directory, access, ['--', 'origin', commitId]).catch((error: unknown) => {
      throw isMissing(error) ? noCommit(commitId, access) : explained(error, access);
    });
  try {
    await runGit(directory, ['checkout', '--quiet', '--detach', commitId], options);
  } catch (error) {
    if (error instanceof GitError) throw noCommit(`${commitId} of ${branch}`, access);
    throw error;
  }
}

async function inPlace<T>({ ids, clock, directory }: RemoteRooms, deed: (place: string) => Promise<T>): Promise<T> {
  await removeLeftovers(directory, clock.now() - 2 * FETCHING_MS);
  const place = join(directory, ids.uuid());
  await mkdir(place, { recursive: true });
  try {
    return await deed(place);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function noBranch(branch: string, { url }: Reach): ServiceError {
  return new ServiceError('ConfigurationError', `No Branch [${branch}] found for the repository ${url}`);
}
