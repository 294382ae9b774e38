import { readToken, writeToken } from '../../../kernel/page.ts';
import { invalidContinuationToken } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { readRefs } from '../git/refs.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { ListBranchesInput, ListBranchesOutput } from '../shapes.ts';

const PAGE = 1000;

export async function ListBranches(
  { repositoryName, nextToken }: ListBranchesInput,
  call: CodeCommitCall,
): Promise<ListBranchesOutput> {
  const repository = await lookUp(call, repositoryName);
  const refs = await readRefs(gitDirectory(call.rooms, repository), 'refs/heads/');
  const names = refs.map(({ name }) => name.slice('refs/heads/'.length)).filter((name) => name > positionOf(nextToken));
  const branches = names.slice(0, PAGE);
  return { branches, nextToken: names.length > PAGE ? writeToken([branches.at(-1) ?? '']) : undefined };
}

function positionOf(token: string | undefined): string {
  if (token === undefined) return '';
  const [name] = readToken(token) ?? [];
  if (typeof name !== 'string') throw invalidContinuationToken();
  return name;
}
