import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommit } from '../../../git/commit-object.ts';
import { isObjectId } from '../../../git/ref-names.ts';
import { ServiceError } from '../../../kernel/service-error.ts';
import type { RepositoryRow } from '../../../store/repositories.ts';
import { changeRefs } from '../announcements/announce.ts';
import {
  branchDoesNotExist,
  branchNameIsTagName,
  commitMessageLengthExceeded,
  invalidEmail,
  invalidParentCommitId,
  nameLengthExceeded,
  noChange,
  parentCommitDoesNotExist,
  parentCommitIdOutdated,
  parentCommitIdRequired,
} from '../errors.ts';
import { gitDirectory } from '../find.ts';
import { gitText, runGit } from '../git/git.ts';
import { NO_COMMIT, readRef, readRefs, resolveCommit, updateRef } from '../git/refs.ts';
import { checkBranchName } from '../ref-names.ts';
import type { CodeCommitCall } from '../rooms.ts';

/** A change to one file of the tree; without an id the file is removed. */
export interface TreeChange {
  readonly path: string;
  readonly mode: string;
  readonly id: string | undefined;
}

export interface NewCommit {
  readonly branchName: string;
  /** Undefined for the first commit of a repository. */
  readonly parent: string | undefined;
  readonly changes: readonly TreeChange[];
  readonly message: string;
  readonly name: string | undefined;
  readonly email: string | undefined;
}

export interface Written {
  readonly commitId: string;
  readonly treeId: string;
}

/** The parent a commit on a branch must have, checked against the one the caller names. */
export async function requireParent(
  directory: string,
  branchName: string,
  named: string | undefined,
): Promise<string | undefined> {
  checkBranchName(branchName);
  const tip = await readRef(directory, `refs/heads/${branchName}`);
  if (tip === undefined) return parentOfNewBranch(directory, branchName);
  if (named === undefined) throw parentCommitIdRequired();
  if (!isObjectId(named)) throw invalidParentCommitId(named);
  if (!(await resolveCommit(directory, named))) throw parentCommitDoesNotExist(named);
  if (named !== tip) throw parentCommitIdOutdated(named, branchName);
  return named;
}

/** Only an empty repository gets its first branch by a commit. */
async function parentOfNewBranch(directory: string, branchName: string): Promise<undefined> {
  if ((await readRef(directory, `refs/tags/${branchName}`)) !== undefined) throw branchNameIsTagName(branchName);
  if ((await readRefs(directory, 'refs/heads/')).length > 0) throw branchDoesNotExist(branchName);
  return undefined;
}

export async function storeBlob(directory: string, content: Uint8Array): Promise<string> {
  return (await gitText(directory, ['hash-object', '-w', '--stdin'], { input: content })).trim();
}

const MAX_MESSAGE = 256 * 1024;
const MAX_NAME = 1024;

/** Writes tree and commit, then moves the branch, if nobody else has moved it meanwhile. */
export async function writeCommit(
  repository: RepositoryRow,
  commit: NewCommit,
  call: CodeCommitCall,
): Promise<Written> {
  checkWords(commit);
  const directory = gitDirectory(call.rooms, repository);
  const treeId = await writeTree(directory, commit);
  if (commit.parent !== undefined && (await readCommit(directory, commit.parent))?.treeId === treeId) throw noChange();
  const parents = commit.parent === undefined ? [] : ['-p', commit.parent];
  const environment = signatures(commit, call);
  const commitId = (
    await gitText(directory, ['commit-tree', treeId, ...parents], { input: commit.message, environment })
  ).trim();
  await changeRefs(repository, call.rooms, async () => {
    const moved = await updateRef(directory, `refs/heads/${commit.branchName}`, commitId, commit.parent ?? NO_COMMIT);
    if (!moved) throw parentCommitIdOutdated(commit.parent ?? 'none', commit.branchName);
  });
  return { commitId, treeId };
}

/** In an index of its own, which is thrown away. */
async function writeTree(directory: string, { parent, changes }: NewCommit): Promise<string> {
  const place = await mkdtemp(join(directory, 'index-'));
  const options = { environment: { GIT_INDEX_FILE: join(place, 'index') } };
  try {
    if (parent !== undefined) await runGit(directory, ['read-tree', parent], options);
    const removals = changes.filter(({ id }) => id === undefined).map(({ path }) => `0 ${NO_COMMIT}\t${path}\0`);
    const puts = changes.flatMap(({ id, mode, path }) => (id === undefined ? [] : [`${mode} ${id}\t${path}\0`]));
    await runGit(directory, ['update-index', '-z', '--index-info'], {
      ...options,
      input: [...removals, ...puts].join(''),
    });
    return (await gitText(directory, ['write-tree'], options)).trim();
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function checkWords({ message, name, email }: NewCommit): void {
  if (Buffer.byteLength(message) > MAX_MESSAGE) throw commitMessageLengthExceeded();
  if ((name ?? '').length > MAX_NAME) throw nameLengthExceeded();
  if (message.includes('\0')) throw new ServiceError('ValidationException', 'The commit message holds a NUL character');
  if (/[<>\p{Cc}]/u.test(email ?? '')) throw invalidEmail();
}

/** git keeps no control characters and angle brackets, nor what stands at either end without being part of a name. */
function cleanName(name: string): string {
  return name.replaceAll(/[<>\p{Cc}]/gu, '').replaceAll(/^[\s.,:;"\\']+|[\s.,:;"\\']+$/g, '');
}

/** Author and committer are the same; without a name that git can keep it is the caller's. */
function signatures({ name, email }: NewCommit, { principal, now }: CodeCommitCall): Record<string, string> {
  const person = cleanName(name ?? '') || cleanName(principal.arn.split(/[:/]/).at(-1) ?? '') || 'unknown';
  const date = `@${Math.floor(now / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: person,
    GIT_AUTHOR_EMAIL: email ?? '',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: person,
    GIT_COMMITTER_EMAIL: email ?? '',
    GIT_COMMITTER_DATE: date,
  };
}
