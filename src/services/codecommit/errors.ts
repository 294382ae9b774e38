import { ServiceError } from '../../kernel/service-error.ts';

/** CodeCommit's errors, each once, in AWS's words where they are known. `code` without the suffix `Exception`. */
function error(code: string, message: string): ServiceError {
  return new ServiceError(`${code}Exception`, message);
}

export const repositoryNameRequired = () =>
  error('RepositoryNameRequired', 'A repository name is required but was not specified.');
export const invalidRepositoryName = (name: string) =>
  error(
    'InvalidRepositoryName',
    `The repository name ${name} is not valid: it must be 1 to 100 letters, digits, periods, underscores and dashes, and not end in .git`,
  );
export const repositoryNameExists = (name: string) =>
  error('RepositoryNameExists', `Repository named ${name} already exists`);
export const repositoryDoesNotExist = (name: string) => error('RepositoryDoesNotExist', `${name} does not exist`);
export const invalidBranchName = (name: string) => error('InvalidBranchName', `The branch name ${name} is not valid`);
export const branchDoesNotExist = (name: string) => error('BranchDoesNotExist', `Branch ${name} does not exist`);
export const branchNameExists = (name: string) => error('BranchNameExists', `Branch ${name} already exists`);
export const branchNameIsTagName = (name: string) =>
  error('BranchNameIsTagName', `${name} is the name of a tag, not of a branch`);
export const defaultBranchCannotBeDeleted = (name: string) =>
  error('DefaultBranchCannotBeDeleted', `${name} is the default branch: it cannot be deleted`);
export const commitDoesNotExist = (commit: string) => error('CommitDoesNotExist', `Commit ${commit} does not exist`);
export const commitIdDoesNotExist = (commit: string) =>
  error('CommitIdDoesNotExist', `Commit ${commit} does not exist`);
export const invalidCommit = (commit: string) => error('InvalidCommit', `${commit} is not a valid commit`);
export const invalidCommitId = (commit: string) => error('InvalidCommitId', `${commit} is not a full commit id`);
export const parentCommitIdRequired = () =>
  error('ParentCommitIdRequired', 'A parent commit id is required: the branch has commits already');
export const invalidParentCommitId = (commit: string) =>
  error('InvalidParentCommitId', `${commit} is not a full commit id`);
export const parentCommitDoesNotExist = (commit: string) =>
  error('ParentCommitDoesNotExist', `The parent commit ${commit} does not exist`);
export const parentCommitIdOutdated = (commit: string, branch: string) =>
  error('ParentCommitIdOutdated', `The parent commit ${commit} is not the tip of branch ${branch}`);
export const invalidPath = (path: string) => error('InvalidPath', `The path ${JSON.stringify(path)} is not valid`);
export const pathDoesNotExist = (path: string) => error('PathDoesNotExist', `The path ${path} does not exist`);
export const fileDoesNotExist = (path: string) => error('FileDoesNotExist', `The file ${path} does not exist`);
export const folderDoesNotExist = (path: string) => error('FolderDoesNotExist', `The folder ${path} does not exist`);
export const fileTooLarge = (path: string) => error('FileTooLarge', `The file ${path} is larger than 6 MB`);
export const blobIdDoesNotExist = (id: string) => error('BlobIdDoesNotExist', `The blob ${id} does not exist`);
export const invalidBlobId = (id: string) => error('InvalidBlobId', `${id} is not a full blob id`);
export const fileContentRequired = () =>
  error('FileContentRequired', 'The file content is required but was not specified.');
export const fileContentSizeLimitExceeded = () =>
  error('FileContentSizeLimitExceeded', 'The content of the files is larger than 7 MB');
export const sameFileContent = (path: string) =>
  error('SameFileContent', `The content of ${path} is what it was before`);
export const fileNameConflictsWithDirectoryName = (path: string) =>
  error('FileNameConflictsWithDirectoryName', `${path} is a folder`);
export const directoryNameConflictsWithFileName = (path: string) =>
  error('DirectoryNameConflictsWithFileName', `A folder of the path ${path} is a file`);
export const filePathConflictsWithSubmodulePath = (path: string) =>
  error('FilePathConflictsWithSubmodulePath', `The path ${path} is that of a submodule, or leads into one`);
export const restrictedSourceFile = (path: string) =>
  error('RestrictedSourceFile', `${path} keeps a folder: it can be neither copied nor moved`);
export const fileEntryRequired = () =>
  error('FileEntryRequired', 'The commit has no files to put, to delete or to change the mode of');
export const sourceFileOrContentRequired = (path: string) =>
  error('SourceFileOrContentRequired', `${path} has neither content nor a source file`);
export const fileContentAndSourceFileSpecified = (path: string) =>
  error('FileContentAndSourceFileSpecified', `${path} has both content and a source file`);
export const samePathRequest = (path: string) => error('SamePathRequest', `The path ${path} is named more than once`);
export const putFileEntryConflict = (path: string) =>
  error('PutFileEntryConflict', `${path} is both a file and a folder in this commit`);
export const maximumFileEntriesExceeded = () =>
  error('MaximumFileEntriesExceeded', 'A commit can name 100 files at the most');
export const noChange = () => error('NoChange', 'The commit would change nothing');
export const commitMessageLengthExceeded = () =>
  error('CommitMessageLengthExceeded', 'The commit message is longer than 256 KB');
export const nameLengthExceeded = () => error('NameLengthExceeded', 'The name is longer than 1024 characters');
export const invalidEmail = () => error('InvalidEmail', 'The e-mail address is not valid');
export const invalidContinuationToken = () => error('InvalidContinuationToken', 'The continuation token is not valid');
export const invalidMaxResults = () => error('InvalidMaxResults', 'The number of results must be between 1 and 500');
export const repositoryNamesRequired = () =>
  error('RepositoryNamesRequired', 'At least one repository name is required');
export const maximumRepositoryNamesExceeded = () =>
  error('MaximumRepositoryNamesExceeded', 'No more than 100 repository names can be given');
export const invalidResourceArn = (arn: string) => error('InvalidResourceArn', `${arn} is not the ARN of a repository`);
export const tooManyTags = () => error('TooManyTags', 'A repository can have no more than 50 tags');
export const invalidTagsMap = () => error('InvalidTagsMap', 'The tags are not valid');
export const invalidSystemTagUsage = () => error('InvalidSystemTagUsage', 'Tag keys must not begin with aws:');
export const notImplemented = (what: string) =>
  new ServiceError('NotImplementedException', `${what} is not implemented by this server`, 501);
export const commitIdsListRequired = () => error('CommitIdsListRequired', 'At least one commit id is required');
export const commitIdsLimitExceeded = () => error('CommitIdsLimitExceeded', 'No more than 100 commit ids can be given');
