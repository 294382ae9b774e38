import {
  fileContentAndSourceFileSpecified,
  fileContentSizeLimitExceeded,
  fileDoesNotExist,
  fileEntryRequired,
  maximumFileEntriesExceeded,
  putFileEntryConflict,
  restrictedSourceFile,
  samePathRequest,
  sourceFileOrContentRequired,
} from '../errors.ts';
import { type FileMode, fileMode, gitMode, isSubmodule, type TreeEntry } from '../git/objects.ts';
import type { CreateCommitInput, FileMetadata, PutFileEntry } from '../shapes.ts';
import { checkPath } from './paths.ts';
import { checkPlace, foldersOf } from './tree-conflicts.ts';
import { storeBlob, type TreeChange } from './write-commit.ts';

export interface CommitPlan {
  readonly changes: readonly TreeChange[];
  readonly added: readonly FileMetadata[];
  readonly updated: readonly FileMetadata[];
  readonly deleted: readonly FileMetadata[];
}

/** The file with which a folder without others is kept. */
const FOLDER_KEEPER = /(^|\/)\.gitkeep$/;
const MAX_ENTRIES = 100;
const MAX_BYTES = 7 * 1024 * 1024;

/** What a CreateCommit changes in a tree, once everything asked for has been found possible. */
export async function planCommit(
  directory: string,
  input: CreateCommitInput,
  entries: readonly TreeEntry[],
): Promise<CommitPlan> {
  const { putFiles = [], deleteFiles = [], setFileModes = [] } = input;
  const put = putFiles.map((entry) => ({ ...entry, filePath: checkPath(entry.filePath) }));
  const gone = deleteFiles.map(({ filePath }) => checkPath(filePath));
  const modes = setFileModes.map((entry) => ({ ...entry, filePath: checkPath(entry.filePath) }));
  checkRequest([...put.map(({ filePath }) => filePath), ...gone, ...modes.map(({ filePath }) => filePath)], put);
  const known = new Map(entries.filter((entry) => !isSubmodule(entry)).map((file) => [file.path, file]));
  const require = (path: string): TreeEntry => known.get(path) ?? fail(path);
  const removed = gone.map(require);
  const moved = put.flatMap(({ sourceFile }) => (sourceFile?.isMove ? [require(checkPath(sourceFile.filePath))] : []));
  const left = entries.filter((entry) => !removed.includes(entry) && !moved.includes(entry));
  for (const { filePath } of put) checkPlace(filePath, left);
  const written: TreeEntry[] = [];
  for (const entry of put) written.push(await contentOf(directory, entry, require));
  const remoded = modes.map(({ filePath, fileMode: mode }) => ({ ...require(filePath), mode: gitMode(mode) }));
  return {
    changes: [
      ...[...removed, ...moved].map(({ path, mode }) => ({ path, mode, id: undefined })),
      ...written,
      ...remoded,
    ],
    added: written.filter(({ path }) => !known.has(path)).map(metadata),
    updated: [...written.filter(({ path }) => known.has(path)), ...remoded].map(metadata),
    deleted: [...removed, ...moved].map(metadata),
  };
}

function checkRequest(paths: readonly string[], put: readonly PutFileEntry[]): void {
  if (paths.length === 0) throw fileEntryRequired();
  if (paths.length > MAX_ENTRIES) throw maximumFileEntriesExceeded();
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw samePathRequest(twice);
  const putPaths = new Set(put.map(({ filePath }) => filePath));
  const clash = [...putPaths].find((path) => foldersOf(path).some((folder) => putPaths.has(folder)));
  if (clash !== undefined) throw putFileEntryConflict(clash);
  if (put.reduce((sum, { fileContent }) => sum + (fileContent?.length ?? 0), 0) > MAX_BYTES)
    throw fileContentSizeLimitExceeded();
  for (const { filePath, fileContent, sourceFile } of put) {
    if (fileContent === undefined && sourceFile === undefined) throw sourceFileOrContentRequired(filePath);
    if (fileContent !== undefined && sourceFile !== undefined) throw fileContentAndSourceFileSpecified(filePath);
    if (FOLDER_KEEPER.test(sourceFile?.filePath ?? '')) throw restrictedSourceFile(sourceFile?.filePath ?? '');
  }
}

async function contentOf(
  directory: string,
  entry: PutFileEntry,
  require: (path: string) => TreeEntry,
): Promise<TreeEntry> {
  const { filePath: path, fileContent, sourceFile } = entry;
  const given: FileMode | undefined = entry.fileMode;
  if (fileContent !== undefined) {
    return {
      path,
      mode: gitMode(given ?? 'NORMAL'),
      id: await storeBlob(directory, fileContent),
      size: fileContent.length,
    };
  }
  const source = require(checkPath(sourceFile?.filePath ?? ''));
  return { ...source, path, mode: given === undefined ? source.mode : gitMode(given) };
}

function metadata({ path, id, mode }: TreeEntry): FileMetadata {
  return { absolutePath: path, blobId: id, fileMode: fileMode(mode) };
}

function fail(path: string): never {
  throw fileDoesNotExist(path);
}
