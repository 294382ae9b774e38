import {
  BatchGetCommitsCommand,
  type Commit,
  GetBranchCommand,
  GetFileCommand,
  GetFolderCommand,
  GetRepositoryCommand,
  paginateListBranches,
} from '@aws-sdk/client-codecommit';
import { useQuery } from '@tanstack/react-query';
import { useCodeCommit } from '../../wire/codecommit.ts';
import { usePolling } from '../../wire/live.tsx';

export function useRepository(repositoryName: string) {
  const client = useCodeCommit();
  return useQuery({
    queryKey: ['wire', 'repositories', repositoryName, 'metadata'],
    queryFn: async () => (await client.send(new GetRepositoryCommand({ repositoryName }))).repositoryMetadata ?? {},
  });
}

export interface Branch {
  readonly name: string;
  readonly commitId: string;
}

export function useBranches(repositoryName: string) {
  const client = useCodeCommit();
  return useQuery({
    queryKey: ['wire', 'repositories', repositoryName, 'branches'],
    queryFn: async () => {
      const names: string[] = [];
      for await (const page of paginateListBranches({ client }, { repositoryName }))
        names.push(...(page.branches ?? []));
      return Promise.all(
        names.map(async (name): Promise<Branch> => {
          const { branch } = await client.send(new GetBranchCommand({ repositoryName, branchName: name }));
          return { name, commitId: branch?.commitId ?? '' };
        }),
      );
    },
    refetchInterval: usePolling(),
  });
}

const SHOWN = 50;
const BATCH = 100;

/** The last commits that lead to the tip, newest first. */
export function useCommits(repositoryName: string, tip: string | undefined) {
  const client = useCodeCommit();
  return useQuery({
    queryKey: ['wire', 'repositories', repositoryName, 'commits', tip],
    enabled: tip !== undefined,
    queryFn: async () => {
      const known = new Map<string, Commit>();
      let wanted = [tip ?? ''];
      while (wanted.length > 0 && known.size < SHOWN) {
        const command = new BatchGetCommitsCommand({ repositoryName, commitIds: wanted.slice(0, BATCH) });
        const { commits = [] } = await client.send(command);
        for (const commit of commits) known.set(commit.commitId ?? '', commit);
        wanted = [...new Set(commits.flatMap(({ parents = [] }) => parents))].filter((id) => !known.has(id));
      }
      return [...known.values()].sort((one, other) => timeOf(other) - timeOf(one)).slice(0, SHOWN);
    },
  });
}

/** `1767225600 +0000` in milliseconds. */
export function timeOf({ committer, author }: Commit): number {
  return Number((committer?.date ?? author?.date ?? '0').split(' ')[0]) * 1_000;
}

export function useFolder(repositoryName: string, commitSpecifier: string | undefined, folderPath: string) {
  const client = useCodeCommit();
  return useQuery({
    queryKey: ['wire', 'repositories', repositoryName, 'folder', commitSpecifier, folderPath],
    enabled: commitSpecifier !== undefined,
    queryFn: () => client.send(new GetFolderCommand({ repositoryName, commitSpecifier, folderPath })),
  });
}

/** The content of a file as text; undefined when it is not text. */
export function useFile(repositoryName: string, commitSpecifier: string | undefined, filePath: string) {
  const client = useCodeCommit();
  return useQuery({
    queryKey: ['wire', 'repositories', repositoryName, 'file', commitSpecifier, filePath],
    enabled: commitSpecifier !== undefined,
    queryFn: async () => {
      const { fileContent } = await client.send(new GetFileCommand({ repositoryName, commitSpecifier, filePath }));
      return { text: textOf(fileContent ?? new Uint8Array()) };
    },
  });
}

export function textOf(bytes: Uint8Array): string | undefined {
  try {
    return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
