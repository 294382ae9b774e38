import { readCommit } from '../../../git/commit-object.ts';
import { checkPath } from '../commits/paths.ts';
import { folderDoesNotExist } from '../errors.ts';
import { gitDirectory, lookUp } from '../find.ts';
import { fileMode, findEntry, listTree, type TreeEntry } from '../git/objects.ts';
import { requireCommit } from '../git/require-commit.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { GetFolderInput, GetFolderOutput } from '../shapes.ts';

/** One level; the root is `` or `/`. */
export async function GetFolder(
  { repositoryName, commitSpecifier, folderPath }: GetFolderInput,
  call: CodeCommitCall,
): Promise<GetFolderOutput> {
  const repository = await lookUp(call, repositoryName);
  const directory = gitDirectory(call.rooms, repository);
  const path = folderPath === '' || folderPath === '/' ? '' : checkPath(folderPath.replace(/\/$/, ''));
  const commitId = await requireCommit(directory, repository, commitSpecifier);
  const treeId = await treeOf(directory, commitId, path);
  if (treeId === undefined) throw folderDoesNotExist(folderPath);
  const entries = await listTree(directory, treeId);
  const place = ({ path: relativePath }: TreeEntry) => ({
    absolutePath: path === '' ? relativePath : `${path}/${relativePath}`,
    relativePath,
  });
  const of = (...modes: string[]) => entries.filter(({ mode }) => modes.includes(mode));
  const file = (entry: TreeEntry) => ({ ...place(entry), blobId: entry.id, fileMode: fileMode(entry.mode) });
  return {
    commitId,
    folderPath: path,
    treeId,
    subFolders: of('040000').map((entry) => ({ ...place(entry), treeId: entry.id })),
    files: of('100644', '100755').map(file),
    symbolicLinks: of('120000').map(file),
    subModules: of('160000').map((entry) => ({ ...place(entry), commitId: entry.id })),
  };
}

async function treeOf(directory: string, commitId: string, path: string): Promise<string | undefined> {
  if (path === '') return (await readCommit(directory, commitId))?.treeId;
  const entry = await findEntry(directory, commitId, path);
  return entry?.mode === '040000' ? entry.id : undefined;
}
