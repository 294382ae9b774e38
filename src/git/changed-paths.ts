import type { Comparison } from '../ports/git-events.ts';
import { isObjectId, isRefName } from './ref-names.ts';
import { GitError, gitText } from './run-git.ts';

/** Paths that are different between two states of a repository; see Comparison. */
export async function changedPaths(
  directory: string,
  { from, to, branch, since }: Comparison,
  defaultBranch: string | undefined,
): Promise<readonly string[]> {
  const wanted = from ?? (defaultBranch === branch ? undefined : defaultBranch);
  const start = wanted === undefined ? undefined : await commitOf(directory, wanted);
  const base = start !== undefined && since === 'parting' ? await parting(directory, start, to) : start;
  const text =
    base === undefined
      ? await gitText(directory, ['ls-tree', '-r', '--name-only', '-z', '--full-tree', to])
      : await gitText(directory, ['diff-tree', '-r', '--name-only', '-z', '--no-renames', base, to]);
  return text.split('\0').filter((path) => path !== '');
}

/** Of a branch, or of an id that may be cut short. */
async function commitOf(directory: string, name: string): Promise<string | undefined> {
  const isId = isObjectId(name) || /^[0-9a-f]{7,64}$/.test(name);
  const candidates = [...(isRefName(name) ? [`refs/heads/${name}`] : []), ...(isId ? [name] : [])];
  for (const candidate of candidates) {
    const asking = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${candidate}^{commit}`];
    const commit = await gitText(directory, asking).catch(orNothing);
    if (commit !== undefined) return commit.trim();
  }
  return undefined;
}

/** Undefined for histories that have nothing in common. */
async function parting(directory: string, one: string, other: string): Promise<string | undefined> {
  return (await gitText(directory, ['merge-base', one, other]).catch(orNothing))?.trim();
}

function orNothing(error: unknown): undefined {
  if (error instanceof GitError) return undefined;
  throw error;
}
