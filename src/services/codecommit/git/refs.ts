import { isObjectId, isRefName } from '../../../git/ref-names.ts';
import { GitError } from '../../../git/run-git.ts';
import { gitText, runGit } from './git.ts';

export interface Ref {
  /** `refs/heads/main`. */
  readonly name: string;
  /** Of the commit, also when an annotated tag stands before it. */
  readonly commitId: string;
}

/** Branches and tags, by name. */
export async function readRefs(
  directory: string,
  prefix: 'refs/heads/' | 'refs/tags/' | 'refs/' = 'refs/',
): Promise<Ref[]> {
  const format = '--format=%(refname)%00%(objectname)%00%(*objectname)';
  const text = await gitText(directory, [
    'for-each-ref',
    format,
    ...(prefix === 'refs/' ? ['refs/heads/', 'refs/tags/'] : [prefix]),
  ]);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', objectId = '', peeled = ''] = line.split('\0');
      return { name, commitId: peeled === '' ? objectId : peeled };
    });
}

/** By its full name and no other: to rev-parse the missing `refs/heads/a` would be the tag `refs/heads/a`. */
export async function readRef(directory: string, name: string): Promise<string | undefined> {
  const text = await gitText(directory, ['for-each-ref', '--format=%(refname)%00%(objectname)', name]);
  const found = text
    .split('\n')
    .map((line) => line.split('\0'))
    .find(([refName]) => refName === name);
  const objectId = found?.[1];
  return objectId === undefined || name.startsWith('refs/heads/') ? objectId : peel(directory, objectId);
}

/** The commit id of a branch, a tag, a full reference or a full commit id; undefined when there is none, null when it is none of these. */
export async function resolveCommit(directory: string, specifier: string): Promise<string | undefined | null> {
  if (isObjectId(specifier)) return peel(directory, specifier);
  if (!isRefName(specifier)) return null;
  if (specifier.startsWith('refs/')) return readRef(directory, specifier);
  return (await readRef(directory, `refs/heads/${specifier}`)) ?? (await readRef(directory, `refs/tags/${specifier}`));
}

async function peel(directory: string, objectId: string): Promise<string | undefined> {
  try {
    return (
      await gitText(directory, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${objectId}^{commit}`])
    ).trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

export const NO_COMMIT = '0'.repeat(40);

/** Moves a reference if it still is where it is believed to be: answers false when somebody else was faster. */
export async function updateRef(directory: string, name: string, to: string, from: string): Promise<boolean> {
  try {
    await runGit(directory, ['update-ref', '--end-of-options', name, to, from]);
    return true;
  } catch (error) {
    if (error instanceof GitError && /expected|exists|unable to resolve|cannot lock ref/i.test(error.stderr))
      return false;
    throw error;
  }
}

export async function deleteRef(directory: string, name: string): Promise<void> {
  await runGit(directory, ['update-ref', '-d', '--end-of-options', name]);
}

export async function setHead(directory: string, branch: string): Promise<void> {
  await runGit(directory, ['symbolic-ref', 'HEAD', `refs/heads/${branch}`]);
}
