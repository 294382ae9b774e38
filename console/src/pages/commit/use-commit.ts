import { type Difference, GetBlobCommand, GetCommitCommand, paginateGetDifferences } from '@aws-sdk/client-codecommit';
import { useQuery } from '@tanstack/react-query';
import { useCodeCommit } from '../../wire/codecommit.ts';
import { textOf } from '../repository/use-repository.ts';

/** A commit, and what it changed against its first parent. */
export function useCommit(repositoryName: string, commitId: string) {
  const client = useCodeCommit();
  return useQuery({
    queryKey: ['wire', 'repositories', repositoryName, 'commit', commitId],
    queryFn: async () => {
      const { commit } = await client.send(new GetCommitCommand({ repositoryName, commitId }));
      const differences: Difference[] = [];
      const input = {
        repositoryName,
        beforeCommitSpecifier: commit?.parents?.[0],
        afterCommitSpecifier: commitId,
      };
      for await (const page of paginateGetDifferences({ client }, input)) differences.push(...(page.differences ?? []));
      return { commit, differences };
    },
  });
}

/** Both sides of a changed file as text; undefined when one of them is none. */
export function useSides(repositoryName: string, { beforeBlob, afterBlob }: Difference) {
  const client = useCodeCommit();
  const read = async (blobId: string | undefined) => {
    if (blobId === undefined) return '';
    const { content } = await client.send(new GetBlobCommand({ repositoryName, blobId }));
    return textOf(content ?? new Uint8Array());
  };
  return useQuery({
    queryKey: ['wire', 'repositories', repositoryName, 'sides', beforeBlob?.blobId, afterBlob?.blobId],
    queryFn: async () => {
      const [before, after] = await Promise.all([read(beforeBlob?.blobId), read(afterBlob?.blobId)]);
      return before === undefined || after === undefined ? null : { before, after };
    },
  });
}
