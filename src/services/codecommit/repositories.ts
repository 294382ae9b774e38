import { archiveOf } from '../../git/archive.ts';
import { changedPaths } from '../../git/changed-paths.ts';
import { infoOf, readCommit } from '../../git/commit-object.ts';
import { isRefName } from '../../git/ref-names.ts';
import type { CommitInfo, Repositories, RepositoryRef } from '../../ports/repositories.ts';
import type { RepositoryRow } from '../../store/repositories.ts';
import { commitDoesNotExist } from './errors.ts';
import { gitDirectory, requireRepository } from './find.ts';
import { runGit } from './git/git.ts';
import { readRef } from './git/refs.ts';
import { requireCommit } from './git/require-commit.ts';
import type { CodeCommitRooms } from './rooms.ts';

/** The port by which other rooms read repositories. */
export function createRepositories(rooms: CodeCommitRooms): Repositories {
  const find = (ref: RepositoryRef): Promise<RepositoryRow> =>
    rooms.database.read((reader) => requireRepository(reader, ref, ref.repositoryName));
  return {
    tip: async (ref, branch) => {
      const directory = gitDirectory(rooms, await find(ref));
      const commitId = isRefName(branch) ? await readRef(directory, `refs/heads/${branch}`) : undefined;
      return commitId === undefined ? undefined : describe(directory, commitId);
    },
    commit: async (ref, commitId) => {
      const repository = await find(ref);
      const directory = gitDirectory(rooms, repository);
      return describe(directory, await requireCommit(directory, repository, commitId));
    },
    archive: async (ref, commitId) => {
      const repository = await find(ref);
      const directory = gitDirectory(rooms, repository);
      return archiveOf(directory, await requireCommit(directory, repository, commitId));
    },
    changedPaths: async (ref, comparison) => {
      const repository = await find(ref);
      return changedPaths(gitDirectory(rooms, repository), comparison, repository.defaultBranch ?? undefined);
    },
    checkout: async (ref, { revision, origin }, place) => {
      const repository = await find(ref);
      const directory = gitDirectory(rooms, repository);
      const commitId = await requireCommit(directory, repository, revision);
      await runGit(place, ['clone', '--quiet', '--no-hardlinks', '--no-checkout', directory, '.']);
      await runGit(place, ['remote', 'set-url', '--', 'origin', origin]);
      await runGit(place, ['-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--detach', commitId]);
      return commitId;
    },
  };
}

async function describe(directory: string, commitId: string): Promise<CommitInfo> {
  const commit = await readCommit(directory, commitId);
  if (commit === undefined) throw commitDoesNotExist(commitId);
  return infoOf(commit);
}
