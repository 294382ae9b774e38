import type { RepositoryRow } from '../../../store/repositories.ts';
import { commitDoesNotExist, invalidCommit } from '../errors.ts';
import { resolveCommit } from './refs.ts';

/** The commit a caller means: what the specifier says, or the tip of the default branch. */
export async function requireCommit(
  directory: string,
  repository: RepositoryRow,
  specifier: string | undefined,
): Promise<string> {
  const { defaultBranch } = repository;
  const wanted = specifier === undefined || specifier === 'HEAD' ? defaultBranch : specifier;
  if (wanted === null) throw commitDoesNotExist('HEAD');
  const commitId = await resolveCommit(directory, wanted);
  if (commitId === null) throw invalidCommit(wanted);
  if (commitId === undefined) throw commitDoesNotExist(wanted);
  return commitId;
}
