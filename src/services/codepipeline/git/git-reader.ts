import type { Connections } from '../../../ports/connections.ts';
import type { GitReader } from '../../../ports/git-events.ts';
import type { RemoteRepositories } from '../../../ports/remote-repositories.ts';
import type { Repositories } from '../../../ports/repositories.ts';

export interface GitReaderRooms {
  readonly repositories: Repositories;
  readonly connections: Connections;
  readonly remotes: RemoteRepositories;
}

/** Repositories of this server and of git hosts, as one. */
export function createGitReader({ repositories, connections, remotes }: GitReaderRooms): GitReader {
  return {
    changedPaths: async (repository, comparison) => {
      if (repository.kind === 'codecommit') return repositories.changedPaths(repository, comparison);
      const { account, connectionArn, fullRepositoryId } = repository;
      return remotes.changedPaths(await connections.access(account, connectionArn, fullRepositoryId), comparison);
    },
    tip: async (repository, branch) => {
      if (repository.kind === 'codecommit') return (await repositories.tip(repository, branch))?.commitId;
      const { account, connectionArn, fullRepositoryId } = repository;
      return remotes.tip(await connections.access(account, connectionArn, fullRepositoryId), branch);
    },
  };
}
