import { findRepository, type RepositoryRow } from '../../../store/repositories.ts';
import { maximumRepositoryNamesExceeded, repositoryNamesRequired } from '../errors.ts';
import { repositoryMetadata } from '../repository-view.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { BatchGetRepositoriesInput, BatchGetRepositoriesOutput } from '../shapes.ts';

const MAX_NAMES = 100;

export async function BatchGetRepositories(
  { repositoryNames }: BatchGetRepositoriesInput,
  { account, region, rooms, endpoint }: CodeCommitCall,
): Promise<BatchGetRepositoriesOutput> {
  if (repositoryNames.length === 0) throw repositoryNamesRequired();
  if (repositoryNames.length > MAX_NAMES) throw maximumRepositoryNamesExceeded();
  const found: RepositoryRow[] = [];
  const repositoriesNotFound: string[] = [];
  await rooms.database.read(async (reader) => {
    for (const name of repositoryNames) {
      const row = await findRepository(reader, { account, region, name });
      if (row === undefined) repositoriesNotFound.push(name);
      else found.push(row);
    }
  });
  return { repositories: found.map((row) => repositoryMetadata(row, endpoint)), repositoriesNotFound, errors: [] };
}
