import { lookUp } from '../find.ts';
import { repositoryMetadata } from '../repository-view.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { GetRepositoryInput, GetRepositoryOutput } from '../shapes.ts';

export async function GetRepository(
  { repositoryName }: GetRepositoryInput,
  call: CodeCommitCall,
): Promise<GetRepositoryOutput> {
  return { repositoryMetadata: repositoryMetadata(await lookUp(call, repositoryName), call.endpoint) };
}
