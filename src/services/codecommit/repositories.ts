import { Readable } from 'node:stream';
import type { CommitInfo, Repositories, RepositoryRef } from '../../ports/repositories.ts';
import type { RepositoryRow } from '../../store/repositories.ts';
import { commitDoesNotExist } from './errors.ts';
import { gitDirectory, requireRepository } from './find.ts';
import { GitError, runGit, startGit } from './git.ts';
import { type CommitObject, readCommit, timeOf } from './objects.ts';
import { isRefName } from './ref-names.ts';
import { readRef } from './refs.ts';
import { requireCommit } from './require-commit.ts';
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
      return archive(directory, await requireCommit(directory, repository, commitId));
    },
    checkout: async (ref, revision, place) => {
      const repository = await find(ref);
      const directory = gitDirectory(rooms, repository);
      const commitId = await requireCommit(directory, repository, revision);
      await runGit(place, ['clone', '--quiet', '--no-hardlinks', '--no-checkout', directory, '.']);
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

function infoOf(commit: CommitObject): CommitInfo {
  const iso = (time: number): string => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
  return {
    commitId: commit.commitId,
    message: commit.message,
    authorName: commit.author.name,
    authorDate: iso(timeOf(commit.author)),
    committerDate: iso(timeOf(commit.committer)),
  };
}

/** A stream that ends with an error when git fails, so that half an archive is never taken for a whole one. */
function archive(directory: string, commitId: string) {
  const git = startGit(directory, ['archive', '--format=zip', commitId]);
  git.stdin.end();
  const parts = async function* (): AsyncGenerator<Buffer> {
    for await (const chunk of git.stdout) yield chunk;
    const exitCode = await git.ended;
    if (exitCode !== 0) throw new GitError('archive', exitCode, git.complaint());
  };
  return Readable.from(parts(), { objectMode: false });
}
