import { ServiceError } from '../kernel/service-error.ts';
import type { WantedRevision } from '../ports/remote-repositories.ts';
import { isObjectId, isRefName } from './ref-names.ts';
import { asked, explained, isMissing, noCommit } from './remote-failure.ts';
import { FETCHING_MS, type Reach, remoteOptions } from './remote-settings.ts';
import { GitError, gitText, runGit } from './run-git.ts';

interface Clone {
  readonly access: Reach;
  readonly directory: string;
  readonly depth: number | undefined;
}

/** A clone checked out at whatever names a commit; the clone knows its origin, and no credentials. */
export async function checkoutRemote(
  access: Reach,
  { revision, depth }: WantedRevision,
  directory: string,
): Promise<string> {
  const name = nameOf(revision);
  const clone: Clone = { access, directory, depth };
  const commitId = isObjectId(name)
    ? await bringCommit(await begun(clone), name)
    : await bringRef(await begun(clone), refsOf(name, access));
  if (commitId === undefined) throw noCommit(name, access);
  await asked(access, () =>
    runGit(directory, ['checkout', '--quiet', '--detach', commitId], remoteOptions(access, FETCHING_MS)),
  );
  return commitId;
}

/** Of `refs/heads/main^{id}` the id. */
function nameOf(revision: string | undefined): string {
  if (revision === undefined || revision === '') return 'HEAD';
  return /^refs\/.+\^\{([0-9a-f]{40})\}$/.exec(revision)?.[1] ?? revision;
}

/** What a name may stand for at the host, the likeliest first. */
function refsOf(name: string, access: Reach): readonly string[] {
  const pull = /^pr\/(\d+)$/.exec(name)?.[1];
  if (pull !== undefined) return [`refs/pull/${pull}/head`];
  if (!isRefName(name))
    throw new ServiceError('ConfigurationError', `${JSON.stringify(name)} names no revision of ${access.url}`);
  if (name === 'HEAD' || name.startsWith('refs/')) return [name];
  return [`refs/heads/${name}`, `refs/tags/${name}`];
}

async function begun(clone: Clone): Promise<Clone> {
  const { access, directory, depth } = clone;
  if (depth !== undefined) {
    await runGit(directory, ['init', '--quiet', '--template=', '.']);
    await runGit(directory, ['remote', 'add', '--', 'origin', access.url]);
    return clone;
  }
  const options = remoteOptions(access, FETCHING_MS);
  await asked(access, () =>
    runGit(directory, ['clone', '--quiet', '--template=', '--no-checkout', '--', access.url, '.'], options),
  );
  return clone;
}

/** Hosts may refuse to give a commit by its id; then it is sought among all branches and tags. */
async function bringCommit(clone: Clone, id: string): Promise<string | undefined> {
  const known = await commitAt(clone, id);
  if (known !== undefined || (await hasFetched(clone, [...shallow(clone), '--', 'origin', id])))
    return commitAt(clone, id);
  await hasFetched(clone, ['--tags', '--', 'origin', '+refs/heads/*:refs/remotes/origin/*']);
  return commitAt(clone, id);
}

async function bringRef(clone: Clone, refs: readonly string[]): Promise<string | undefined> {
  for (const ref of refs)
    if (await hasFetched(clone, [...shallow(clone), '--', 'origin', ref])) return commitAt(clone, 'FETCH_HEAD');
  return undefined;
}

function shallow({ depth }: Clone): readonly string[] {
  return depth === undefined ? [] : [`--depth=${depth}`];
}

async function hasFetched({ access, directory }: Clone, what: readonly string[]): Promise<boolean> {
  try {
    await runGit(directory, ['fetch', '--quiet', ...what], remoteOptions(access, FETCHING_MS));
    return true;
  } catch (error) {
    if (isMissing(error)) return false;
    throw explained(error, access);
  }
}

async function commitAt({ directory }: Clone, name: string): Promise<string | undefined> {
  try {
    return (await gitText(directory, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`])).trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
