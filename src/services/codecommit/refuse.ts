import { ServiceError } from '../../kernel/service-error.ts';
import type { Violation } from '../../kernel/violation.ts';

/** Outermost member -> the two exceptions that tell it is missing or malformed. */
const EXCEPTIONS: Readonly<Record<string, readonly [required: string, invalid: string]>> = {
  repositoryName: ['RepositoryNameRequired', 'InvalidRepositoryName'],
  oldName: ['RepositoryNameRequired', 'InvalidRepositoryName'],
  newName: ['RepositoryNameRequired', 'InvalidRepositoryName'],
  repositoryNames: ['RepositoryNamesRequired', 'InvalidRepositoryName'],
  repositoryDescription: ['InvalidRepositoryDescription', 'InvalidRepositoryDescription'],
  branchName: ['BranchNameRequired', 'InvalidBranchName'],
  defaultBranchName: ['BranchNameRequired', 'InvalidBranchName'],
  commitId: ['CommitIdRequired', 'InvalidCommitId'],
  commitIds: ['CommitIdsListRequired', 'InvalidCommitId'],
  parentCommitId: ['ParentCommitIdRequired', 'InvalidParentCommitId'],
  commitSpecifier: ['CommitRequired', 'InvalidCommit'],
  beforeCommitSpecifier: ['CommitRequired', 'InvalidCommit'],
  afterCommitSpecifier: ['CommitRequired', 'InvalidCommit'],
  filePath: ['PathRequired', 'InvalidPath'],
  folderPath: ['PathRequired', 'InvalidPath'],
  beforePath: ['PathRequired', 'InvalidPath'],
  afterPath: ['PathRequired', 'InvalidPath'],
  putFiles: ['PathRequired', 'InvalidPath'],
  deleteFiles: ['PathRequired', 'InvalidPath'],
  setFileModes: ['PathRequired', 'InvalidPath'],
  fileMode: ['FileModeRequired', 'InvalidFileMode'],
  fileContent: ['FileContentRequired', 'FileContentSizeLimitExceeded'],
  blobId: ['BlobIdRequired', 'InvalidBlobId'],
  sortBy: ['InvalidSortBy', 'InvalidSortBy'],
  order: ['InvalidOrder', 'InvalidOrder'],
  nextToken: ['InvalidContinuationToken', 'InvalidContinuationToken'],
  resourceArn: ['ResourceArnRequired', 'InvalidResourceArn'],
  tags: ['TagsMapRequired', 'InvalidTagsMap'],
  tagKeys: ['TagKeysListRequired', 'InvalidTagKeysList'],
  kmsKeyId: ['EncryptionKeyInvalidId', 'EncryptionKeyInvalidId'],
};

/** CodeCommit has an exception per member where other services answer ValidationException. The first breach counts. */
export function refuse([violation]: readonly Violation[]): ServiceError {
  if (violation === undefined) return new ServiceError('ValidationException', 'The input is not valid');
  const { kind, member, path, constraint } = violation;
  const [required, invalid] = exceptionsOf(member, path);
  return new ServiceError(`${kind === 'required' ? required : invalid}Exception`, `${path}: ${constraint}`);
}

/** Files of a commit break off at a member of theirs that has exceptions of its own. */
function exceptionsOf(member: string, path: string): readonly [required: string, invalid: string] {
  const inner = path.slice(path.lastIndexOf('.') + 1);
  const telling = inner === 'fileMode' || inner === 'fileContent' ? inner : member;
  return EXCEPTIONS[telling] ?? ['Validation', 'Validation'];
}
