import { readToken, writeToken } from '../../../kernel/page.ts';
import { checkPath } from '../commits/paths.ts';
import { invalidContinuationToken, invalidMaxResults, pathDoesNotExist } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { findEntry, listFiles, type TreeEntry } from '../git/objects.ts';
import { requireCommit } from '../git/require-commit.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { Difference, GetDifferencesInput, GetDifferencesOutput } from '../shapes.ts';

const PAGE = 400;
const MAX_RESULTS = 500;

/** Two trees side by side: renames are a deletion and an addition. */
export async function GetDifferences(input: GetDifferencesInput, call: CodeCommitCall): Promise<GetDifferencesOutput> {
  const limit = input.MaxResults ?? PAGE;
  if (limit < 1 || limit > MAX_RESULTS) throw invalidMaxResults();
  const offset = offsetOf(input.NextToken);
  const repository = await lookUp(call, input.repositoryName);
  const directory = gitDirectory(call.rooms, repository);
  const after = await requireCommit(directory, repository, input.afterCommitSpecifier);
  const before =
    input.beforeCommitSpecifier === undefined
      ? undefined
      : await requireCommit(directory, repository, input.beforeCommitSpecifier);
  const differences = compare(
    await filesBelow(directory, before, input.beforePath),
    await filesBelow(directory, after, input.afterPath),
  );
  const end = offset + limit;
  return {
    differences: differences.slice(offset, end),
    NextToken: differences.length > end ? writeToken([end]) : undefined,
  };
}

async function filesBelow(
  directory: string,
  commit: string | undefined,
  path: string | undefined,
): Promise<TreeEntry[]> {
  if (commit === undefined) return [];
  const files = await listFiles(directory, commit);
  if (path === undefined || path === '' || path === '/') return files;
  const place = checkPath(path.replace(/\/$/, ''));
  if ((await findEntry(directory, commit, place)) === undefined) throw pathDoesNotExist(path);
  return files.filter((file) => file.path === place || file.path.startsWith(`${place}/`));
}

function compare(before: readonly TreeEntry[], after: readonly TreeEntry[]): Difference[] {
  const [old, current] = [byPath(before), byPath(after)];
  return [...new Set([...old.keys(), ...current.keys()])].sort().flatMap((path) => {
    const [a, b] = [old.get(path), current.get(path)];
    if (a?.id === b?.id && a?.mode === b?.mode) return [];
    const changeType = a === undefined ? 'A' : b === undefined ? 'D' : 'M';
    return [{ changeType, beforeBlob: a && blob(a), afterBlob: b && blob(b) }] satisfies Difference[];
  });
}

function byPath(files: readonly TreeEntry[]): Map<string, TreeEntry> {
  return new Map(files.map((file) => [file.path, file]));
}

function blob({ id, path, mode }: TreeEntry) {
  return { blobId: id, path, mode };
}

function offsetOf(token: string | undefined): number {
  if (token === undefined) return 0;
  const [offset] = readToken(token) ?? [];
  if (typeof offset !== 'number') throw invalidContinuationToken();
  return offset;
}
