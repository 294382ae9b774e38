import { readToken, writeToken } from '../../../kernel/page.ts';
import { listRepositories } from '../../../store/repositories.ts';
import { invalidContinuationToken } from '../errors.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { ListRepositoriesInput, ListRepositoriesOutput } from '../shapes.ts';

const PAGE = 1000;

export async function ListRepositories(
  { nextToken, sortBy = 'repositoryName', order = 'ascending' }: ListRepositoriesInput,
  { account, region, rooms }: CodeCommitCall,
): Promise<ListRepositoriesOutput> {
  const offset = offsetOf(nextToken);
  const rows = await rooms.database.read((reader) => listRepositories(reader, account, region));
  if (sortBy === 'lastModifiedDate') rows.sort((a, b) => a.updated - b.updated);
  if (order === 'descending') rows.reverse();
  const end = offset + PAGE;
  return {
    repositories: rows.slice(offset, end).map(({ name, id }) => ({ repositoryName: name, repositoryId: id })),
    nextToken: rows.length > end ? writeToken([end]) : undefined,
  };
}

function offsetOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const [offset] = readToken(token) ?? [];
  if (typeof offset !== 'number') throw invalidContinuationToken();
  return offset;
}
