// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  AssociateApprovalRuleTemplateWithRepository: { input: AssociateApprovalRuleTemplateWithRepositoryInput; output: Record<string, never> };
  BatchAssociateApprovalRuleTemplateWithRepositories: { input: BatchAssociateApprovalRuleTemplateWithRepositoriesInput; output: BatchAssociateApprovalRuleTemplateWithRepositoriesOutput };
  BatchDescribeMergeConflicts: { input: BatchDescribeMergeConflictsInput; output: BatchDescribeMergeConflictsOutput };
  BatchDisassociateApprovalRuleTemplateFromRepositories: { input: BatchDisassociateApprovalRuleTemplateFromRepositoriesInput; output: BatchDisassociateApprovalRuleTemplateFromRepositoriesOutput };
  BatchGetCommits: { input: BatchGetCommitsInput; output: BatchGetCommitsOutput };
  BatchGetRepositories: { input: BatchGetRepositoriesInput; output: BatchGetRepositoriesOutput };
  CreateApprovalRuleTemplate: { input: CreateApprovalRuleTemplateInput; output: CreateApprovalRuleTemplateOutput };
  CreateBranch: { input: CreateBranchInput; output: Record<string, never> };
  CreateCommit: { input: CreateCommitInput; output: CreateCommitOutput };
  CreatePullRequest: { input: CreatePullRequestInput; output: CreatePullRequestOutput };
  CreatePullRequestApprovalRule: { input: CreatePullRequestApprovalRuleInput; output: CreatePullRequestApprovalRuleOutput };
  CreateRepository: { input: CreateRepositoryInput; output: CreateRepositoryOutput };
  CreateUnreferencedMergeCommit: { input: CreateUnreferencedMergeCommitInput; output: CreateUnreferencedMergeCommitOutput };
  DeleteApprovalRuleTemplate: { input: DeleteApprovalRuleTemplateInput; output: DeleteApprovalRuleTemplateOutput };
  DeleteBranch: { input: DeleteBranchInput; output: DeleteBranchOutput };
  DeleteCommentContent: { input: DeleteCommentContentInput; output: DeleteCommentContentOutput };
  DeleteFile: { input: DeleteFileInput; output: DeleteFileOutput };
  DeletePullRequestApprovalRule: { input: DeletePullRequestApprovalRuleInput; output: DeletePullRequestApprovalRuleOutput };
  DeleteRepository: { input: DeleteRepositoryInput; output: DeleteRepositoryOutput };
  DescribeMergeConflicts: { input: DescribeMergeConflictsInput; output: DescribeMergeConflictsOutput };
  DescribePullRequestEvents: { input: DescribePullRequestEventsInput; output: DescribePullRequestEventsOutput };
  DisassociateApprovalRuleTemplateFromRepository: { input: DisassociateApprovalRuleTemplateFromRepositoryInput; output: Record<string, never> };
  EvaluatePullRequestApprovalRules: { input: EvaluatePullRequestApprovalRulesInput; output: EvaluatePullRequestApprovalRulesOutput };
  GetApprovalRuleTemplate: { input: GetApprovalRuleTemplateInput; output: GetApprovalRuleTemplateOutput };
  GetBlob: { input: GetBlobInput; output: GetBlobOutput };
  GetBranch: { input: GetBranchInput; output: GetBranchOutput };
  GetComment: { input: GetCommentInput; output: GetCommentOutput };
  GetCommentReactions: { input: GetCommentReactionsInput; output: GetCommentReactionsOutput };
  GetCommentsForComparedCommit: { input: GetCommentsForComparedCommitInput; output: GetCommentsForComparedCommitOutput };
  GetCommentsForPullRequest: { input: GetCommentsForPullRequestInput; output: GetCommentsForPullRequestOutput };
  GetCommit: { input: GetCommitInput; output: GetCommitOutput };
  GetDifferences: { input: GetDifferencesInput; output: GetDifferencesOutput };
  GetFile: { input: GetFileInput; output: GetFileOutput };
  GetFolder: { input: GetFolderInput; output: GetFolderOutput };
  GetMergeCommit: { input: GetMergeCommitInput; output: GetMergeCommitOutput };
  GetMergeConflicts: { input: GetMergeConflictsInput; output: GetMergeConflictsOutput };
  GetMergeOptions: { input: GetMergeOptionsInput; output: GetMergeOptionsOutput };
  GetPullRequest: { input: GetPullRequestInput; output: GetPullRequestOutput };
  GetPullRequestApprovalStates: { input: GetPullRequestApprovalStatesInput; output: GetPullRequestApprovalStatesOutput };
  GetPullRequestOverrideState: { input: GetPullRequestOverrideStateInput; output: GetPullRequestOverrideStateOutput };
  GetRepository: { input: GetRepositoryInput; output: GetRepositoryOutput };
  GetRepositoryTriggers: { input: GetRepositoryTriggersInput; output: GetRepositoryTriggersOutput };
  ListApprovalRuleTemplates: { input: ListApprovalRuleTemplatesInput; output: ListApprovalRuleTemplatesOutput };
  ListAssociatedApprovalRuleTemplatesForRepository: { input: ListAssociatedApprovalRuleTemplatesForRepositoryInput; output: ListAssociatedApprovalRuleTemplatesForRepositoryOutput };
  ListBranches: { input: ListBranchesInput; output: ListBranchesOutput };
  ListFileCommitHistory: { input: ListFileCommitHistoryRequest; output: ListFileCommitHistoryResponse };
  ListPullRequests: { input: ListPullRequestsInput; output: ListPullRequestsOutput };
  ListRepositories: { input: ListRepositoriesInput; output: ListRepositoriesOutput };
  ListRepositoriesForApprovalRuleTemplate: { input: ListRepositoriesForApprovalRuleTemplateInput; output: ListRepositoriesForApprovalRuleTemplateOutput };
  ListTagsForResource: { input: ListTagsForResourceInput; output: ListTagsForResourceOutput };
  MergeBranchesByFastForward: { input: MergeBranchesByFastForwardInput; output: MergeBranchesByFastForwardOutput };
  MergeBranchesBySquash: { input: MergeBranchesBySquashInput; output: MergeBranchesBySquashOutput };
  MergeBranchesByThreeWay: { input: MergeBranchesByThreeWayInput; output: MergeBranchesByThreeWayOutput };
  MergePullRequestByFastForward: { input: MergePullRequestByFastForwardInput; output: MergePullRequestByFastForwardOutput };
  MergePullRequestBySquash: { input: MergePullRequestBySquashInput; output: MergePullRequestBySquashOutput };
  MergePullRequestByThreeWay: { input: MergePullRequestByThreeWayInput; output: MergePullRequestByThreeWayOutput };
  OverridePullRequestApprovalRules: { input: OverridePullRequestApprovalRulesInput; output: Record<string, never> };
  PostCommentForComparedCommit: { input: PostCommentForComparedCommitInput; output: PostCommentForComparedCommitOutput };
  PostCommentForPullRequest: { input: PostCommentForPullRequestInput; output: PostCommentForPullRequestOutput };
  PostCommentReply: { input: PostCommentReplyInput; output: PostCommentReplyOutput };
  PutCommentReaction: { input: PutCommentReactionInput; output: Record<string, never> };
  PutFile: { input: PutFileInput; output: PutFileOutput };
  PutRepositoryTriggers: { input: PutRepositoryTriggersInput; output: PutRepositoryTriggersOutput };
  TagResource: { input: TagResourceInput; output: Record<string, never> };
  TestRepositoryTriggers: { input: TestRepositoryTriggersInput; output: TestRepositoryTriggersOutput };
  UntagResource: { input: UntagResourceInput; output: Record<string, never> };
  UpdateApprovalRuleTemplateContent: { input: UpdateApprovalRuleTemplateContentInput; output: UpdateApprovalRuleTemplateContentOutput };
  UpdateApprovalRuleTemplateDescription: { input: UpdateApprovalRuleTemplateDescriptionInput; output: UpdateApprovalRuleTemplateDescriptionOutput };
  UpdateApprovalRuleTemplateName: { input: UpdateApprovalRuleTemplateNameInput; output: UpdateApprovalRuleTemplateNameOutput };
  UpdateComment: { input: UpdateCommentInput; output: UpdateCommentOutput };
  UpdateDefaultBranch: { input: UpdateDefaultBranchInput; output: Record<string, never> };
  UpdatePullRequestApprovalRuleContent: { input: UpdatePullRequestApprovalRuleContentInput; output: UpdatePullRequestApprovalRuleContentOutput };
  UpdatePullRequestApprovalState: { input: UpdatePullRequestApprovalStateInput; output: Record<string, never> };
  UpdatePullRequestDescription: { input: UpdatePullRequestDescriptionInput; output: UpdatePullRequestDescriptionOutput };
  UpdatePullRequestStatus: { input: UpdatePullRequestStatusInput; output: UpdatePullRequestStatusOutput };
  UpdatePullRequestTitle: { input: UpdatePullRequestTitleInput; output: UpdatePullRequestTitleOutput };
  UpdateRepositoryDescription: { input: UpdateRepositoryDescriptionInput; output: Record<string, never> };
  UpdateRepositoryEncryptionKey: { input: UpdateRepositoryEncryptionKeyInput; output: UpdateRepositoryEncryptionKeyOutput };
  UpdateRepositoryName: { input: UpdateRepositoryNameInput; output: Record<string, never> };
}

export type AccountId = string;

export type AdditionalData = string;

export interface Approval {
  readonly userArn?: Arn | undefined;
  readonly approvalState?: ApprovalState | undefined;
}

export type ApprovalList = readonly Approval[];

export interface ApprovalRule {
  readonly approvalRuleId?: ApprovalRuleId | undefined;
  readonly approvalRuleName?: ApprovalRuleName | undefined;
  readonly approvalRuleContent?: ApprovalRuleContent | undefined;
  readonly ruleContentSha256?: RuleContentSha256 | undefined;
  readonly lastModifiedDate?: LastModifiedDate | undefined;
  readonly creationDate?: CreationDate | undefined;
  readonly lastModifiedUser?: Arn | undefined;
  readonly originApprovalRuleTemplate?: OriginApprovalRuleTemplate | undefined;
}

export type ApprovalRuleContent = string;

export interface ApprovalRuleEventMetadata {
  readonly approvalRuleName?: ApprovalRuleName | undefined;
  readonly approvalRuleId?: ApprovalRuleId | undefined;
  readonly approvalRuleContent?: ApprovalRuleContent | undefined;
}

export type ApprovalRuleId = string;

export type ApprovalRuleName = string;

export interface ApprovalRuleOverriddenEventMetadata {
  readonly revisionId?: RevisionId | undefined;
  readonly overrideStatus?: OverrideStatus | undefined;
}

export interface ApprovalRuleTemplate {
  readonly approvalRuleTemplateId?: ApprovalRuleTemplateId | undefined;
  readonly approvalRuleTemplateName?: ApprovalRuleTemplateName | undefined;
  readonly approvalRuleTemplateDescription?: ApprovalRuleTemplateDescription | undefined;
  readonly approvalRuleTemplateContent?: ApprovalRuleTemplateContent | undefined;
  readonly ruleContentSha256?: RuleContentSha256 | undefined;
  readonly lastModifiedDate?: LastModifiedDate | undefined;
  readonly creationDate?: CreationDate | undefined;
  readonly lastModifiedUser?: Arn | undefined;
}

export type ApprovalRuleTemplateContent = string;

export type ApprovalRuleTemplateDescription = string;

export type ApprovalRuleTemplateId = string;

export type ApprovalRuleTemplateName = string;

export type ApprovalRuleTemplateNameList = readonly ApprovalRuleTemplateName[];

export type ApprovalRulesList = readonly ApprovalRule[];

export type ApprovalRulesNotSatisfiedList = readonly ApprovalRuleName[];

export type ApprovalRulesSatisfiedList = readonly ApprovalRuleName[];

export type ApprovalState = "APPROVE" | "REVOKE";

export interface ApprovalStateChangedEventMetadata {
  readonly revisionId?: RevisionId | undefined;
  readonly approvalStatus?: ApprovalState | undefined;
}

export type Approved = boolean;

export type Arn = string;

export interface AssociateApprovalRuleTemplateWithRepositoryInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
  readonly repositoryName: RepositoryName;
}

export interface BatchAssociateApprovalRuleTemplateWithRepositoriesError {
  readonly repositoryName?: RepositoryName | undefined;
  readonly errorCode?: ErrorCode | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
}

export type BatchAssociateApprovalRuleTemplateWithRepositoriesErrorsList = readonly BatchAssociateApprovalRuleTemplateWithRepositoriesError[];

export interface BatchAssociateApprovalRuleTemplateWithRepositoriesInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
  readonly repositoryNames: RepositoryNameList;
}

export interface BatchAssociateApprovalRuleTemplateWithRepositoriesOutput {
  readonly associatedRepositoryNames: RepositoryNameList;
  readonly errors: BatchAssociateApprovalRuleTemplateWithRepositoriesErrorsList;
}

export interface BatchDescribeMergeConflictsError {
  readonly filePath: Path;
  readonly exceptionName: ExceptionName;
  readonly message: Message;
}

export type BatchDescribeMergeConflictsErrors = readonly BatchDescribeMergeConflictsError[];

export interface BatchDescribeMergeConflictsInput {
  readonly repositoryName: RepositoryName;
  readonly destinationCommitSpecifier: CommitName;
  readonly sourceCommitSpecifier: CommitName;
  readonly mergeOption: MergeOptionTypeEnum;
  readonly maxMergeHunks?: MaxResults | undefined;
  readonly maxConflictFiles?: MaxResults | undefined;
  readonly filePaths?: FilePaths | undefined;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface BatchDescribeMergeConflictsOutput {
  readonly conflicts: Conflicts;
  readonly nextToken?: NextToken | undefined;
  readonly errors?: BatchDescribeMergeConflictsErrors | undefined;
  readonly destinationCommitId: ObjectId;
  readonly sourceCommitId: ObjectId;
  readonly baseCommitId?: ObjectId | undefined;
}

export interface BatchDisassociateApprovalRuleTemplateFromRepositoriesError {
  readonly repositoryName?: RepositoryName | undefined;
  readonly errorCode?: ErrorCode | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
}

export type BatchDisassociateApprovalRuleTemplateFromRepositoriesErrorsList = readonly BatchDisassociateApprovalRuleTemplateFromRepositoriesError[];

export interface BatchDisassociateApprovalRuleTemplateFromRepositoriesInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
  readonly repositoryNames: RepositoryNameList;
}

export interface BatchDisassociateApprovalRuleTemplateFromRepositoriesOutput {
  readonly disassociatedRepositoryNames: RepositoryNameList;
  readonly errors: BatchDisassociateApprovalRuleTemplateFromRepositoriesErrorsList;
}

export interface BatchGetCommitsError {
  readonly commitId?: ObjectId | undefined;
  readonly errorCode?: ErrorCode | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
}

export type BatchGetCommitsErrorsList = readonly BatchGetCommitsError[];

export interface BatchGetCommitsInput {
  readonly commitIds: CommitIdsInputList;
  readonly repositoryName: RepositoryName;
}

export interface BatchGetCommitsOutput {
  readonly commits?: CommitObjectsList | undefined;
  readonly errors?: BatchGetCommitsErrorsList | undefined;
}

export interface BatchGetRepositoriesError {
  readonly repositoryId?: RepositoryId | undefined;
  readonly repositoryName?: RepositoryName | undefined;
  readonly errorCode?: BatchGetRepositoriesErrorCodeEnum | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
}

export type BatchGetRepositoriesErrorCodeEnum = "EncryptionIntegrityChecksFailedException" | "EncryptionKeyAccessDeniedException" | "EncryptionKeyDisabledException" | "EncryptionKeyNotFoundException" | "EncryptionKeyUnavailableException" | "RepositoryDoesNotExistException";

export type BatchGetRepositoriesErrorsList = readonly BatchGetRepositoriesError[];

export interface BatchGetRepositoriesInput {
  readonly repositoryNames: RepositoryNameList;
}

export interface BatchGetRepositoriesOutput {
  readonly repositories?: RepositoryMetadataList | undefined;
  readonly repositoriesNotFound?: RepositoryNotFoundList | undefined;
  readonly errors?: BatchGetRepositoriesErrorsList | undefined;
}

export interface BlobMetadata {
  readonly blobId?: ObjectId | undefined;
  readonly path?: Path | undefined;
  readonly mode?: Mode | undefined;
}

export interface BranchInfo {
  readonly branchName?: BranchName | undefined;
  readonly commitId?: CommitId | undefined;
}

export type BranchName = string;

export type BranchNameList = readonly BranchName[];

export type CallerReactions = readonly ReactionValue[];

export type CapitalBoolean = boolean;

export type ChangeTypeEnum = "A" | "M" | "D";

export type ClientRequestToken = string;

export type CloneUrlHttp = string;

export type CloneUrlSsh = string;

export interface Comment {
  readonly commentId?: CommentId | undefined;
  readonly content?: Content | undefined;
  readonly inReplyTo?: CommentId | undefined;
  readonly creationDate?: CreationDate | undefined;
  readonly lastModifiedDate?: LastModifiedDate | undefined;
  readonly authorArn?: Arn | undefined;
  readonly deleted?: IsCommentDeleted | undefined;
  readonly clientRequestToken?: ClientRequestToken | undefined;
  readonly callerReactions?: CallerReactions | undefined;
  readonly reactionCounts?: ReactionCountsMap | undefined;
}

export type CommentId = string;

export type Comments = readonly Comment[];

export interface CommentsForComparedCommit {
  readonly repositoryName?: RepositoryName | undefined;
  readonly beforeCommitId?: CommitId | undefined;
  readonly afterCommitId?: CommitId | undefined;
  readonly beforeBlobId?: ObjectId | undefined;
  readonly afterBlobId?: ObjectId | undefined;
  readonly location?: Location | undefined;
  readonly comments?: Comments | undefined;
}

export type CommentsForComparedCommitData = readonly CommentsForComparedCommit[];

export interface CommentsForPullRequest {
  readonly pullRequestId?: PullRequestId | undefined;
  readonly repositoryName?: RepositoryName | undefined;
  readonly beforeCommitId?: CommitId | undefined;
  readonly afterCommitId?: CommitId | undefined;
  readonly beforeBlobId?: ObjectId | undefined;
  readonly afterBlobId?: ObjectId | undefined;
  readonly location?: Location | undefined;
  readonly comments?: Comments | undefined;
}

export type CommentsForPullRequestData = readonly CommentsForPullRequest[];

export interface Commit {
  readonly commitId?: ObjectId | undefined;
  readonly treeId?: ObjectId | undefined;
  readonly parents?: ParentList | undefined;
  readonly message?: Message | undefined;
  readonly author?: UserInfo | undefined;
  readonly committer?: UserInfo | undefined;
  readonly additionalData?: AdditionalData | undefined;
}

export type CommitId = string;

export type CommitIdsInputList = readonly ObjectId[];

export type CommitName = string;

export type CommitObjectsList = readonly Commit[];

export interface Conflict {
  readonly conflictMetadata?: ConflictMetadata | undefined;
  readonly mergeHunks?: MergeHunks | undefined;
}

export type ConflictDetailLevelTypeEnum = "FILE_LEVEL" | "LINE_LEVEL";

export interface ConflictMetadata {
  readonly filePath?: Path | undefined;
  readonly fileSizes?: FileSizes | undefined;
  readonly fileModes?: FileModes | undefined;
  readonly objectTypes?: ObjectTypes | undefined;
  readonly numberOfConflicts?: NumberOfConflicts | undefined;
  readonly isBinaryFile?: IsBinaryFile | undefined;
  readonly contentConflict?: IsContentConflict | undefined;
  readonly fileModeConflict?: IsFileModeConflict | undefined;
  readonly objectTypeConflict?: IsObjectTypeConflict | undefined;
  readonly mergeOperations?: MergeOperations | undefined;
}

export type ConflictMetadataList = readonly ConflictMetadata[];

export interface ConflictResolution {
  readonly replaceContents?: ReplaceContentEntries | undefined;
  readonly deleteFiles?: DeleteFileEntries | undefined;
  readonly setFileModes?: SetFileModeEntries | undefined;
}

export type ConflictResolutionStrategyTypeEnum = "NONE" | "ACCEPT_SOURCE" | "ACCEPT_DESTINATION" | "AUTOMERGE";

export type Conflicts = readonly Conflict[];

export type Content = string;

export type Count = number;

export interface CreateApprovalRuleTemplateInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
  readonly approvalRuleTemplateContent: ApprovalRuleTemplateContent;
  readonly approvalRuleTemplateDescription?: ApprovalRuleTemplateDescription | undefined;
}

export interface CreateApprovalRuleTemplateOutput {
  readonly approvalRuleTemplate: ApprovalRuleTemplate;
}

export interface CreateBranchInput {
  readonly repositoryName: RepositoryName;
  readonly branchName: BranchName;
  readonly commitId: CommitId;
}

export interface CreateCommitInput {
  readonly repositoryName: RepositoryName;
  readonly branchName: BranchName;
  readonly parentCommitId?: CommitId | undefined;
  readonly authorName?: Name | undefined;
  readonly email?: Email | undefined;
  readonly commitMessage?: Message | undefined;
  readonly keepEmptyFolders?: KeepEmptyFolders | undefined;
  readonly putFiles?: PutFileEntries | undefined;
  readonly deleteFiles?: DeleteFileEntries | undefined;
  readonly setFileModes?: SetFileModeEntries | undefined;
}

export interface CreateCommitOutput {
  readonly commitId?: ObjectId | undefined;
  readonly treeId?: ObjectId | undefined;
  readonly filesAdded?: FilesMetadata | undefined;
  readonly filesUpdated?: FilesMetadata | undefined;
  readonly filesDeleted?: FilesMetadata | undefined;
}

export interface CreatePullRequestApprovalRuleInput {
  readonly pullRequestId: PullRequestId;
  readonly approvalRuleName: ApprovalRuleName;
  readonly approvalRuleContent: ApprovalRuleContent;
}

export interface CreatePullRequestApprovalRuleOutput {
  readonly approvalRule: ApprovalRule;
}

export interface CreatePullRequestInput {
  readonly title: Title;
  readonly description?: Description | undefined;
  readonly targets: TargetList;
  readonly clientRequestToken?: ClientRequestToken | undefined;
}

export interface CreatePullRequestOutput {
  readonly pullRequest: PullRequest;
}

export interface CreateRepositoryInput {
  readonly repositoryName: RepositoryName;
  readonly repositoryDescription?: RepositoryDescription | undefined;
  readonly tags?: TagsMap | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
}

export interface CreateRepositoryOutput {
  readonly repositoryMetadata?: RepositoryMetadata | undefined;
}

export interface CreateUnreferencedMergeCommitInput {
  readonly repositoryName: RepositoryName;
  readonly sourceCommitSpecifier: CommitName;
  readonly destinationCommitSpecifier: CommitName;
  readonly mergeOption: MergeOptionTypeEnum;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
  readonly authorName?: Name | undefined;
  readonly email?: Email | undefined;
  readonly commitMessage?: Message | undefined;
  readonly keepEmptyFolders?: KeepEmptyFolders | undefined;
  readonly conflictResolution?: ConflictResolution | undefined;
}

export interface CreateUnreferencedMergeCommitOutput {
  readonly commitId?: ObjectId | undefined;
  readonly treeId?: ObjectId | undefined;
}

export type CreationDate = globalThis.Date;

export type Date = string;

export interface DeleteApprovalRuleTemplateInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
}

export interface DeleteApprovalRuleTemplateOutput {
  readonly approvalRuleTemplateId: ApprovalRuleTemplateId;
}

export interface DeleteBranchInput {
  readonly repositoryName: RepositoryName;
  readonly branchName: BranchName;
}

export interface DeleteBranchOutput {
  readonly deletedBranch?: BranchInfo | undefined;
}

export interface DeleteCommentContentInput {
  readonly commentId: CommentId;
}

export interface DeleteCommentContentOutput {
  readonly comment?: Comment | undefined;
}

export type DeleteFileEntries = readonly DeleteFileEntry[];

export interface DeleteFileEntry {
  readonly filePath: Path;
}

export interface DeleteFileInput {
  readonly repositoryName: RepositoryName;
  readonly branchName: BranchName;
  readonly filePath: Path;
  readonly parentCommitId: CommitId;
  readonly keepEmptyFolders?: KeepEmptyFolders | undefined;
  readonly commitMessage?: Message | undefined;
  readonly name?: Name | undefined;
  readonly email?: Email | undefined;
}

export interface DeleteFileOutput {
  readonly commitId: ObjectId;
  readonly blobId: ObjectId;
  readonly treeId: ObjectId;
  readonly filePath: Path;
}

export interface DeletePullRequestApprovalRuleInput {
  readonly pullRequestId: PullRequestId;
  readonly approvalRuleName: ApprovalRuleName;
}

export interface DeletePullRequestApprovalRuleOutput {
  readonly approvalRuleId: ApprovalRuleId;
}

export interface DeleteRepositoryInput {
  readonly repositoryName: RepositoryName;
}

export interface DeleteRepositoryOutput {
  readonly repositoryId?: RepositoryId | undefined;
}

export interface DescribeMergeConflictsInput {
  readonly repositoryName: RepositoryName;
  readonly destinationCommitSpecifier: CommitName;
  readonly sourceCommitSpecifier: CommitName;
  readonly mergeOption: MergeOptionTypeEnum;
  readonly maxMergeHunks?: MaxResults | undefined;
  readonly filePath: Path;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeMergeConflictsOutput {
  readonly conflictMetadata: ConflictMetadata;
  readonly mergeHunks: MergeHunks;
  readonly nextToken?: NextToken | undefined;
  readonly destinationCommitId: ObjectId;
  readonly sourceCommitId: ObjectId;
  readonly baseCommitId?: ObjectId | undefined;
}

export interface DescribePullRequestEventsInput {
  readonly pullRequestId: PullRequestId;
  readonly pullRequestEventType?: PullRequestEventType | undefined;
  readonly actorArn?: Arn | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface DescribePullRequestEventsOutput {
  readonly pullRequestEvents: PullRequestEventList;
  readonly nextToken?: NextToken | undefined;
}

export type Description = string;

export interface Difference {
  readonly beforeBlob?: BlobMetadata | undefined;
  readonly afterBlob?: BlobMetadata | undefined;
  readonly changeType?: ChangeTypeEnum | undefined;
}

export type DifferenceList = readonly Difference[];

export interface DisassociateApprovalRuleTemplateFromRepositoryInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
  readonly repositoryName: RepositoryName;
}

export type Email = string;

export type ErrorCode = string;

export type ErrorMessage = string;

export interface EvaluatePullRequestApprovalRulesInput {
  readonly pullRequestId: PullRequestId;
  readonly revisionId: RevisionId;
}

export interface EvaluatePullRequestApprovalRulesOutput {
  readonly evaluation: Evaluation;
}

export interface Evaluation {
  readonly approved?: Approved | undefined;
  readonly overridden?: Overridden | undefined;
  readonly approvalRulesSatisfied?: ApprovalRulesSatisfiedList | undefined;
  readonly approvalRulesNotSatisfied?: ApprovalRulesNotSatisfiedList | undefined;
}

export type EventDate = globalThis.Date;

export type ExceptionName = string;

export interface File {
  readonly blobId?: ObjectId | undefined;
  readonly absolutePath?: Path | undefined;
  readonly relativePath?: Path | undefined;
  readonly fileMode?: FileModeTypeEnum | undefined;
}

export type FileContent = Uint8Array;

export type FileList = readonly File[];

export interface FileMetadata {
  readonly absolutePath?: Path | undefined;
  readonly blobId?: ObjectId | undefined;
  readonly fileMode?: FileModeTypeEnum | undefined;
}

export type FileModeTypeEnum = "EXECUTABLE" | "NORMAL" | "SYMLINK";

export interface FileModes {
  readonly source?: FileModeTypeEnum | undefined;
  readonly destination?: FileModeTypeEnum | undefined;
  readonly base?: FileModeTypeEnum | undefined;
}

export type FilePaths = readonly Path[];

export type FileSize = number;

export interface FileSizes {
  readonly source?: FileSize | undefined;
  readonly destination?: FileSize | undefined;
  readonly base?: FileSize | undefined;
}

export interface FileVersion {
  readonly commit?: Commit | undefined;
  readonly blobId?: ObjectId | undefined;
  readonly path?: Path | undefined;
  readonly revisionChildren?: RevisionChildren | undefined;
}

export type FilesMetadata = readonly FileMetadata[];

export interface Folder {
  readonly treeId?: ObjectId | undefined;
  readonly absolutePath?: Path | undefined;
  readonly relativePath?: Path | undefined;
}

export type FolderList = readonly Folder[];

export interface GetApprovalRuleTemplateInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
}

export interface GetApprovalRuleTemplateOutput {
  readonly approvalRuleTemplate: ApprovalRuleTemplate;
}

export interface GetBlobInput {
  readonly repositoryName: RepositoryName;
  readonly blobId: ObjectId;
}

export interface GetBlobOutput {
  readonly content: blob;
}

export interface GetBranchInput {
  readonly repositoryName?: RepositoryName | undefined;
  readonly branchName?: BranchName | undefined;
}

export interface GetBranchOutput {
  readonly branch?: BranchInfo | undefined;
}

export interface GetCommentInput {
  readonly commentId: CommentId;
}

export interface GetCommentOutput {
  readonly comment?: Comment | undefined;
}

export interface GetCommentReactionsInput {
  readonly commentId: CommentId;
  readonly reactionUserArn?: Arn | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface GetCommentReactionsOutput {
  readonly reactionsForComment: ReactionsForCommentList;
  readonly nextToken?: NextToken | undefined;
}

export interface GetCommentsForComparedCommitInput {
  readonly repositoryName: RepositoryName;
  readonly beforeCommitId?: CommitId | undefined;
  readonly afterCommitId: CommitId;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface GetCommentsForComparedCommitOutput {
  readonly commentsForComparedCommitData?: CommentsForComparedCommitData | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface GetCommentsForPullRequestInput {
  readonly pullRequestId: PullRequestId;
  readonly repositoryName?: RepositoryName | undefined;
  readonly beforeCommitId?: CommitId | undefined;
  readonly afterCommitId?: CommitId | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface GetCommentsForPullRequestOutput {
  readonly commentsForPullRequestData?: CommentsForPullRequestData | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface GetCommitInput {
  readonly repositoryName: RepositoryName;
  readonly commitId: ObjectId;
}

export interface GetCommitOutput {
  readonly commit: Commit;
}

export interface GetDifferencesInput {
  readonly repositoryName: RepositoryName;
  readonly beforeCommitSpecifier?: CommitName | undefined;
  readonly afterCommitSpecifier: CommitName;
  readonly beforePath?: Path | undefined;
  readonly afterPath?: Path | undefined;
  readonly MaxResults?: Limit | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface GetDifferencesOutput {
  readonly differences?: DifferenceList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface GetFileInput {
  readonly repositoryName: RepositoryName;
  readonly commitSpecifier?: CommitName | undefined;
  readonly filePath: Path;
}

export interface GetFileOutput {
  readonly commitId: ObjectId;
  readonly blobId: ObjectId;
  readonly filePath: Path;
  readonly fileMode: FileModeTypeEnum;
  readonly fileSize: ObjectSize;
  readonly fileContent: FileContent;
}

export interface GetFolderInput {
  readonly repositoryName: RepositoryName;
  readonly commitSpecifier?: CommitName | undefined;
  readonly folderPath: Path;
}

export interface GetFolderOutput {
  readonly commitId: ObjectId;
  readonly folderPath: Path;
  readonly treeId?: ObjectId | undefined;
  readonly subFolders?: FolderList | undefined;
  readonly files?: FileList | undefined;
  readonly symbolicLinks?: SymbolicLinkList | undefined;
  readonly subModules?: SubModuleList | undefined;
}

export interface GetMergeCommitInput {
  readonly repositoryName: RepositoryName;
  readonly sourceCommitSpecifier: CommitName;
  readonly destinationCommitSpecifier: CommitName;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
}

export interface GetMergeCommitOutput {
  readonly sourceCommitId?: ObjectId | undefined;
  readonly destinationCommitId?: ObjectId | undefined;
  readonly baseCommitId?: ObjectId | undefined;
  readonly mergedCommitId?: ObjectId | undefined;
}

export interface GetMergeConflictsInput {
  readonly repositoryName: RepositoryName;
  readonly destinationCommitSpecifier: CommitName;
  readonly sourceCommitSpecifier: CommitName;
  readonly mergeOption: MergeOptionTypeEnum;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly maxConflictFiles?: MaxResults | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface GetMergeConflictsOutput {
  readonly mergeable: IsMergeable;
  readonly destinationCommitId: ObjectId;
  readonly sourceCommitId: ObjectId;
  readonly baseCommitId?: ObjectId | undefined;
  readonly conflictMetadataList: ConflictMetadataList;
  readonly nextToken?: NextToken | undefined;
}

export interface GetMergeOptionsInput {
  readonly repositoryName: RepositoryName;
  readonly sourceCommitSpecifier: CommitName;
  readonly destinationCommitSpecifier: CommitName;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
}

export interface GetMergeOptionsOutput {
  readonly mergeOptions: MergeOptions;
  readonly sourceCommitId: ObjectId;
  readonly destinationCommitId: ObjectId;
  readonly baseCommitId: ObjectId;
}

export interface GetPullRequestApprovalStatesInput {
  readonly pullRequestId: PullRequestId;
  readonly revisionId: RevisionId;
}

export interface GetPullRequestApprovalStatesOutput {
  readonly approvals?: ApprovalList | undefined;
}

export interface GetPullRequestInput {
  readonly pullRequestId: PullRequestId;
}

export interface GetPullRequestOutput {
  readonly pullRequest: PullRequest;
}

export interface GetPullRequestOverrideStateInput {
  readonly pullRequestId: PullRequestId;
  readonly revisionId: RevisionId;
}

export interface GetPullRequestOverrideStateOutput {
  readonly overridden?: Overridden | undefined;
  readonly overrider?: Arn | undefined;
}

export interface GetRepositoryInput {
  readonly repositoryName: RepositoryName;
}

export interface GetRepositoryOutput {
  readonly repositoryMetadata?: RepositoryMetadata | undefined;
}

export interface GetRepositoryTriggersInput {
  readonly repositoryName: RepositoryName;
}

export interface GetRepositoryTriggersOutput {
  readonly configurationId?: RepositoryTriggersConfigurationId | undefined;
  readonly triggers?: RepositoryTriggersList | undefined;
}

export type HunkContent = string;

export interface IsBinaryFile {
  readonly source?: CapitalBoolean | undefined;
  readonly destination?: CapitalBoolean | undefined;
  readonly base?: CapitalBoolean | undefined;
}

export type IsCommentDeleted = boolean;

export type IsContentConflict = boolean;

export type IsFileModeConflict = boolean;

export type IsHunkConflict = boolean;

export type IsMergeable = boolean;

export type IsMerged = boolean;

export type IsMove = boolean;

export type IsObjectTypeConflict = boolean;

export type KeepEmptyFolders = boolean;

export type KmsKeyId = string;

export type LastModifiedDate = globalThis.Date;

export type Limit = number;

export type LineNumber = number;

export interface ListApprovalRuleTemplatesInput {
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface ListApprovalRuleTemplatesOutput {
  readonly approvalRuleTemplateNames?: ApprovalRuleTemplateNameList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListAssociatedApprovalRuleTemplatesForRepositoryInput {
  readonly repositoryName: RepositoryName;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface ListAssociatedApprovalRuleTemplatesForRepositoryOutput {
  readonly approvalRuleTemplateNames?: ApprovalRuleTemplateNameList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListBranchesInput {
  readonly repositoryName: RepositoryName;
  readonly nextToken?: NextToken | undefined;
}

export interface ListBranchesOutput {
  readonly branches?: BranchNameList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListFileCommitHistoryRequest {
  readonly repositoryName: RepositoryName;
  readonly commitSpecifier?: CommitName | undefined;
  readonly filePath: Path;
  readonly maxResults?: Limit | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListFileCommitHistoryResponse {
  readonly revisionDag: RevisionDag;
  readonly nextToken?: NextToken | undefined;
}

export interface ListPullRequestsInput {
  readonly repositoryName: RepositoryName;
  readonly authorArn?: Arn | undefined;
  readonly pullRequestStatus?: PullRequestStatusEnum | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface ListPullRequestsOutput {
  readonly pullRequestIds: PullRequestIdList;
  readonly nextToken?: NextToken | undefined;
}

export interface ListRepositoriesForApprovalRuleTemplateInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface ListRepositoriesForApprovalRuleTemplateOutput {
  readonly repositoryNames?: RepositoryNameList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListRepositoriesInput {
  readonly nextToken?: NextToken | undefined;
  readonly sortBy?: SortByEnum | undefined;
  readonly order?: OrderEnum | undefined;
}

export interface ListRepositoriesOutput {
  readonly repositories?: RepositoryNameIdPairList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListTagsForResourceInput {
  readonly resourceArn: ResourceArn;
  readonly nextToken?: NextToken | undefined;
}

export interface ListTagsForResourceOutput {
  readonly tags?: TagsMap | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface Location {
  readonly filePath?: Path | undefined;
  readonly filePosition?: Position | undefined;
  readonly relativeFileVersion?: RelativeFileVersionEnum | undefined;
}

export type MaxResults = number;

export interface MergeBranchesByFastForwardInput {
  readonly repositoryName: RepositoryName;
  readonly sourceCommitSpecifier: CommitName;
  readonly destinationCommitSpecifier: CommitName;
  readonly targetBranch?: BranchName | undefined;
}

export interface MergeBranchesByFastForwardOutput {
  readonly commitId?: ObjectId | undefined;
  readonly treeId?: ObjectId | undefined;
}

export interface MergeBranchesBySquashInput {
  readonly repositoryName: RepositoryName;
  readonly sourceCommitSpecifier: CommitName;
  readonly destinationCommitSpecifier: CommitName;
  readonly targetBranch?: BranchName | undefined;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
  readonly authorName?: Name | undefined;
  readonly email?: Email | undefined;
  readonly commitMessage?: Message | undefined;
  readonly keepEmptyFolders?: KeepEmptyFolders | undefined;
  readonly conflictResolution?: ConflictResolution | undefined;
}

export interface MergeBranchesBySquashOutput {
  readonly commitId?: ObjectId | undefined;
  readonly treeId?: ObjectId | undefined;
}

export interface MergeBranchesByThreeWayInput {
  readonly repositoryName: RepositoryName;
  readonly sourceCommitSpecifier: CommitName;
  readonly destinationCommitSpecifier: CommitName;
  readonly targetBranch?: BranchName | undefined;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
  readonly authorName?: Name | undefined;
  readonly email?: Email | undefined;
  readonly commitMessage?: Message | undefined;
  readonly keepEmptyFolders?: KeepEmptyFolders | undefined;
  readonly conflictResolution?: ConflictResolution | undefined;
}

export interface MergeBranchesByThreeWayOutput {
  readonly commitId?: ObjectId | undefined;
  readonly treeId?: ObjectId | undefined;
}

export interface MergeHunk {
  readonly isConflict?: IsHunkConflict | undefined;
  readonly source?: MergeHunkDetail | undefined;
  readonly destination?: MergeHunkDetail | undefined;
  readonly base?: MergeHunkDetail | undefined;
}

export interface MergeHunkDetail {
  readonly startLine?: LineNumber | undefined;
  readonly endLine?: LineNumber | undefined;
  readonly hunkContent?: HunkContent | undefined;
}

export type MergeHunks = readonly MergeHunk[];

export interface MergeMetadata {
  readonly isMerged?: IsMerged | undefined;
  readonly mergedBy?: Arn | undefined;
  readonly mergeCommitId?: CommitId | undefined;
  readonly mergeOption?: MergeOptionTypeEnum | undefined;
}

export interface MergeOperations {
  readonly source?: ChangeTypeEnum | undefined;
  readonly destination?: ChangeTypeEnum | undefined;
}

export type MergeOptionTypeEnum = "FAST_FORWARD_MERGE" | "SQUASH_MERGE" | "THREE_WAY_MERGE";

export type MergeOptions = readonly MergeOptionTypeEnum[];

export interface MergePullRequestByFastForwardInput {
  readonly pullRequestId: PullRequestId;
  readonly repositoryName: RepositoryName;
  readonly sourceCommitId?: ObjectId | undefined;
}

export interface MergePullRequestByFastForwardOutput {
  readonly pullRequest?: PullRequest | undefined;
}

export interface MergePullRequestBySquashInput {
  readonly pullRequestId: PullRequestId;
  readonly repositoryName: RepositoryName;
  readonly sourceCommitId?: ObjectId | undefined;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
  readonly commitMessage?: Message | undefined;
  readonly authorName?: Name | undefined;
  readonly email?: Email | undefined;
  readonly keepEmptyFolders?: KeepEmptyFolders | undefined;
  readonly conflictResolution?: ConflictResolution | undefined;
}

export interface MergePullRequestBySquashOutput {
  readonly pullRequest?: PullRequest | undefined;
}

export interface MergePullRequestByThreeWayInput {
  readonly pullRequestId: PullRequestId;
  readonly repositoryName: RepositoryName;
  readonly sourceCommitId?: ObjectId | undefined;
  readonly conflictDetailLevel?: ConflictDetailLevelTypeEnum | undefined;
  readonly conflictResolutionStrategy?: ConflictResolutionStrategyTypeEnum | undefined;
  readonly commitMessage?: Message | undefined;
  readonly authorName?: Name | undefined;
  readonly email?: Email | undefined;
  readonly keepEmptyFolders?: KeepEmptyFolders | undefined;
  readonly conflictResolution?: ConflictResolution | undefined;
}

export interface MergePullRequestByThreeWayOutput {
  readonly pullRequest?: PullRequest | undefined;
}

export type Message = string;

export type Mode = string;

export type Name = string;

export type NextToken = string;

export type NumberOfConflicts = number;

export type ObjectId = string;

export type ObjectSize = number;

export type ObjectTypeEnum = "FILE" | "DIRECTORY" | "GIT_LINK" | "SYMBOLIC_LINK";

export interface ObjectTypes {
  readonly source?: ObjectTypeEnum | undefined;
  readonly destination?: ObjectTypeEnum | undefined;
  readonly base?: ObjectTypeEnum | undefined;
}

export type OrderEnum = "ascending" | "descending";

export interface OriginApprovalRuleTemplate {
  readonly approvalRuleTemplateId?: ApprovalRuleTemplateId | undefined;
  readonly approvalRuleTemplateName?: ApprovalRuleTemplateName | undefined;
}

export type Overridden = boolean;

export interface OverridePullRequestApprovalRulesInput {
  readonly pullRequestId: PullRequestId;
  readonly revisionId: RevisionId;
  readonly overrideStatus: OverrideStatus;
}

export type OverrideStatus = "OVERRIDE" | "REVOKE";

export type ParentList = readonly ObjectId[];

export type Path = string;

export type Position = number;

export interface PostCommentForComparedCommitInput {
  readonly repositoryName: RepositoryName;
  readonly beforeCommitId?: CommitId | undefined;
  readonly afterCommitId: CommitId;
  readonly location?: Location | undefined;
  readonly content: Content;
  readonly clientRequestToken?: ClientRequestToken | undefined;
}

export interface PostCommentForComparedCommitOutput {
  readonly repositoryName?: RepositoryName | undefined;
  readonly beforeCommitId?: CommitId | undefined;
  readonly afterCommitId?: CommitId | undefined;
  readonly beforeBlobId?: ObjectId | undefined;
  readonly afterBlobId?: ObjectId | undefined;
  readonly location?: Location | undefined;
  readonly comment?: Comment | undefined;
}

export interface PostCommentForPullRequestInput {
  readonly pullRequestId: PullRequestId;
  readonly repositoryName: RepositoryName;
  readonly beforeCommitId: CommitId;
  readonly afterCommitId: CommitId;
  readonly location?: Location | undefined;
  readonly content: Content;
  readonly clientRequestToken?: ClientRequestToken | undefined;
}

export interface PostCommentForPullRequestOutput {
  readonly repositoryName?: RepositoryName | undefined;
  readonly pullRequestId?: PullRequestId | undefined;
  readonly beforeCommitId?: CommitId | undefined;
  readonly afterCommitId?: CommitId | undefined;
  readonly beforeBlobId?: ObjectId | undefined;
  readonly afterBlobId?: ObjectId | undefined;
  readonly location?: Location | undefined;
  readonly comment?: Comment | undefined;
}

export interface PostCommentReplyInput {
  readonly inReplyTo: CommentId;
  readonly clientRequestToken?: ClientRequestToken | undefined;
  readonly content: Content;
}

export interface PostCommentReplyOutput {
  readonly comment?: Comment | undefined;
}

export interface PullRequest {
  readonly pullRequestId?: PullRequestId | undefined;
  readonly title?: Title | undefined;
  readonly description?: Description | undefined;
  readonly lastActivityDate?: LastModifiedDate | undefined;
  readonly creationDate?: CreationDate | undefined;
  readonly pullRequestStatus?: PullRequestStatusEnum | undefined;
  readonly authorArn?: Arn | undefined;
  readonly pullRequestTargets?: PullRequestTargetList | undefined;
  readonly clientRequestToken?: ClientRequestToken | undefined;
  readonly revisionId?: RevisionId | undefined;
  readonly approvalRules?: ApprovalRulesList | undefined;
}

export interface PullRequestCreatedEventMetadata {
  readonly repositoryName?: RepositoryName | undefined;
  readonly sourceCommitId?: CommitId | undefined;
  readonly destinationCommitId?: CommitId | undefined;
  readonly mergeBase?: CommitId | undefined;
}

export interface PullRequestEvent {
  readonly pullRequestId?: PullRequestId | undefined;
  readonly eventDate?: EventDate | undefined;
  readonly pullRequestEventType?: PullRequestEventType | undefined;
  readonly actorArn?: Arn | undefined;
  readonly pullRequestCreatedEventMetadata?: PullRequestCreatedEventMetadata | undefined;
  readonly pullRequestStatusChangedEventMetadata?: PullRequestStatusChangedEventMetadata | undefined;
  readonly pullRequestSourceReferenceUpdatedEventMetadata?: PullRequestSourceReferenceUpdatedEventMetadata | undefined;
  readonly pullRequestMergedStateChangedEventMetadata?: PullRequestMergedStateChangedEventMetadata | undefined;
  readonly approvalRuleEventMetadata?: ApprovalRuleEventMetadata | undefined;
  readonly approvalStateChangedEventMetadata?: ApprovalStateChangedEventMetadata | undefined;
  readonly approvalRuleOverriddenEventMetadata?: ApprovalRuleOverriddenEventMetadata | undefined;
}

export type PullRequestEventList = readonly PullRequestEvent[];

export type PullRequestEventType = "PULL_REQUEST_CREATED" | "PULL_REQUEST_STATUS_CHANGED" | "PULL_REQUEST_SOURCE_REFERENCE_UPDATED" | "PULL_REQUEST_MERGE_STATE_CHANGED" | "PULL_REQUEST_APPROVAL_RULE_CREATED" | "PULL_REQUEST_APPROVAL_RULE_UPDATED" | "PULL_REQUEST_APPROVAL_RULE_DELETED" | "PULL_REQUEST_APPROVAL_RULE_OVERRIDDEN" | "PULL_REQUEST_APPROVAL_STATE_CHANGED";

export type PullRequestId = string;

export type PullRequestIdList = readonly PullRequestId[];

export interface PullRequestMergedStateChangedEventMetadata {
  readonly repositoryName?: RepositoryName | undefined;
  readonly destinationReference?: ReferenceName | undefined;
  readonly mergeMetadata?: MergeMetadata | undefined;
}

export interface PullRequestSourceReferenceUpdatedEventMetadata {
  readonly repositoryName?: RepositoryName | undefined;
  readonly beforeCommitId?: CommitId | undefined;
  readonly afterCommitId?: CommitId | undefined;
  readonly mergeBase?: CommitId | undefined;
}

export interface PullRequestStatusChangedEventMetadata {
  readonly pullRequestStatus?: PullRequestStatusEnum | undefined;
}

export type PullRequestStatusEnum = "OPEN" | "CLOSED";

export interface PullRequestTarget {
  readonly repositoryName?: RepositoryName | undefined;
  readonly sourceReference?: ReferenceName | undefined;
  readonly destinationReference?: ReferenceName | undefined;
  readonly destinationCommit?: CommitId | undefined;
  readonly sourceCommit?: CommitId | undefined;
  readonly mergeBase?: CommitId | undefined;
  readonly mergeMetadata?: MergeMetadata | undefined;
}

export type PullRequestTargetList = readonly PullRequestTarget[];

export interface PutCommentReactionInput {
  readonly commentId: CommentId;
  readonly reactionValue: ReactionValue;
}

export type PutFileEntries = readonly PutFileEntry[];

export interface PutFileEntry {
  readonly filePath: Path;
  readonly fileMode?: FileModeTypeEnum | undefined;
  readonly fileContent?: FileContent | undefined;
  readonly sourceFile?: SourceFileSpecifier | undefined;
}

export interface PutFileInput {
  readonly repositoryName: RepositoryName;
  readonly branchName: BranchName;
  readonly fileContent: FileContent;
  readonly filePath: Path;
  readonly fileMode?: FileModeTypeEnum | undefined;
  readonly parentCommitId?: CommitId | undefined;
  readonly commitMessage?: Message | undefined;
  readonly name?: Name | undefined;
  readonly email?: Email | undefined;
}

export interface PutFileOutput {
  readonly commitId: ObjectId;
  readonly blobId: ObjectId;
  readonly treeId: ObjectId;
}

export interface PutRepositoryTriggersInput {
  readonly repositoryName: RepositoryName;
  readonly triggers: RepositoryTriggersList;
}

export interface PutRepositoryTriggersOutput {
  readonly configurationId?: RepositoryTriggersConfigurationId | undefined;
}

export type ReactionCountsMap = Readonly<{ [key: string]: Count }>;

export type ReactionEmoji = string;

export interface ReactionForComment {
  readonly reaction?: ReactionValueFormats | undefined;
  readonly reactionUsers?: ReactionUsersList | undefined;
  readonly reactionsFromDeletedUsersCount?: Count | undefined;
}

export type ReactionShortCode = string;

export type ReactionUnicode = string;

export type ReactionUsersList = readonly Arn[];

export type ReactionValue = string;

export interface ReactionValueFormats {
  readonly emoji?: ReactionEmoji | undefined;
  readonly shortCode?: ReactionShortCode | undefined;
  readonly unicode?: ReactionUnicode | undefined;
}

export type ReactionsForCommentList = readonly ReactionForComment[];

export type ReferenceName = string;

export type RelativeFileVersionEnum = "BEFORE" | "AFTER";

export type ReplaceContentEntries = readonly ReplaceContentEntry[];

export interface ReplaceContentEntry {
  readonly filePath: Path;
  readonly replacementType: ReplacementTypeEnum;
  readonly content?: FileContent | undefined;
  readonly fileMode?: FileModeTypeEnum | undefined;
}

export type ReplacementTypeEnum = "KEEP_BASE" | "KEEP_SOURCE" | "KEEP_DESTINATION" | "USE_NEW_CONTENT";

export type RepositoryDescription = string;

export type RepositoryId = string;

export interface RepositoryMetadata {
  readonly accountId?: AccountId | undefined;
  readonly repositoryId?: RepositoryId | undefined;
  readonly repositoryName?: RepositoryName | undefined;
  readonly repositoryDescription?: RepositoryDescription | undefined;
  readonly defaultBranch?: BranchName | undefined;
  readonly lastModifiedDate?: LastModifiedDate | undefined;
  readonly creationDate?: CreationDate | undefined;
  readonly cloneUrlHttp?: CloneUrlHttp | undefined;
  readonly cloneUrlSsh?: CloneUrlSsh | undefined;
  readonly Arn?: Arn | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
}

export type RepositoryMetadataList = readonly RepositoryMetadata[];

export type RepositoryName = string;

export interface RepositoryNameIdPair {
  readonly repositoryName?: RepositoryName | undefined;
  readonly repositoryId?: RepositoryId | undefined;
}

export type RepositoryNameIdPairList = readonly RepositoryNameIdPair[];

export type RepositoryNameList = readonly RepositoryName[];

export type RepositoryNotFoundList = readonly RepositoryName[];

export interface RepositoryTrigger {
  readonly name: RepositoryTriggerName;
  readonly destinationArn: Arn;
  readonly customData?: RepositoryTriggerCustomData | undefined;
  readonly branches?: BranchNameList | undefined;
  readonly events: RepositoryTriggerEventList;
}

export type RepositoryTriggerCustomData = string;

export type RepositoryTriggerEventEnum = "all" | "updateReference" | "createReference" | "deleteReference";

export type RepositoryTriggerEventList = readonly RepositoryTriggerEventEnum[];

export interface RepositoryTriggerExecutionFailure {
  readonly trigger?: RepositoryTriggerName | undefined;
  readonly failureMessage?: RepositoryTriggerExecutionFailureMessage | undefined;
}

export type RepositoryTriggerExecutionFailureList = readonly RepositoryTriggerExecutionFailure[];

export type RepositoryTriggerExecutionFailureMessage = string;

export type RepositoryTriggerName = string;

export type RepositoryTriggerNameList = readonly RepositoryTriggerName[];

export type RepositoryTriggersConfigurationId = string;

export type RepositoryTriggersList = readonly RepositoryTrigger[];

export type ResourceArn = string;

export type RevisionChildren = readonly RevisionId[];

export type RevisionDag = readonly FileVersion[];

export type RevisionId = string;

export type RuleContentSha256 = string;

export type SetFileModeEntries = readonly SetFileModeEntry[];

export interface SetFileModeEntry {
  readonly filePath: Path;
  readonly fileMode: FileModeTypeEnum;
}

export type SortByEnum = "repositoryName" | "lastModifiedDate";

export interface SourceFileSpecifier {
  readonly filePath: Path;
  readonly isMove?: IsMove | undefined;
}

export interface SubModule {
  readonly commitId?: ObjectId | undefined;
  readonly absolutePath?: Path | undefined;
  readonly relativePath?: Path | undefined;
}

export type SubModuleList = readonly SubModule[];

export interface SymbolicLink {
  readonly blobId?: ObjectId | undefined;
  readonly absolutePath?: Path | undefined;
  readonly relativePath?: Path | undefined;
  readonly fileMode?: FileModeTypeEnum | undefined;
}

export type SymbolicLinkList = readonly SymbolicLink[];

export type TagKey = string;

export type TagKeysList = readonly TagKey[];

export interface TagResourceInput {
  readonly resourceArn: ResourceArn;
  readonly tags: TagsMap;
}

export type TagValue = string;

export type TagsMap = Readonly<{ [key: string]: TagValue }>;

export interface Target {
  readonly repositoryName: RepositoryName;
  readonly sourceReference: ReferenceName;
  readonly destinationReference?: ReferenceName | undefined;
}

export type TargetList = readonly Target[];

export interface TestRepositoryTriggersInput {
  readonly repositoryName: RepositoryName;
  readonly triggers: RepositoryTriggersList;
}

export interface TestRepositoryTriggersOutput {
  readonly successfulExecutions?: RepositoryTriggerNameList | undefined;
  readonly failedExecutions?: RepositoryTriggerExecutionFailureList | undefined;
}

export type Title = string;

export interface UntagResourceInput {
  readonly resourceArn: ResourceArn;
  readonly tagKeys: TagKeysList;
}

export interface UpdateApprovalRuleTemplateContentInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
  readonly newRuleContent: ApprovalRuleTemplateContent;
  readonly existingRuleContentSha256?: RuleContentSha256 | undefined;
}

export interface UpdateApprovalRuleTemplateContentOutput {
  readonly approvalRuleTemplate: ApprovalRuleTemplate;
}

export interface UpdateApprovalRuleTemplateDescriptionInput {
  readonly approvalRuleTemplateName: ApprovalRuleTemplateName;
  readonly approvalRuleTemplateDescription: ApprovalRuleTemplateDescription;
}

export interface UpdateApprovalRuleTemplateDescriptionOutput {
  readonly approvalRuleTemplate: ApprovalRuleTemplate;
}

export interface UpdateApprovalRuleTemplateNameInput {
  readonly oldApprovalRuleTemplateName: ApprovalRuleTemplateName;
  readonly newApprovalRuleTemplateName: ApprovalRuleTemplateName;
}

export interface UpdateApprovalRuleTemplateNameOutput {
  readonly approvalRuleTemplate: ApprovalRuleTemplate;
}

export interface UpdateCommentInput {
  readonly commentId: CommentId;
  readonly content: Content;
}

export interface UpdateCommentOutput {
  readonly comment?: Comment | undefined;
}

export interface UpdateDefaultBranchInput {
  readonly repositoryName: RepositoryName;
  readonly defaultBranchName: BranchName;
}

export interface UpdatePullRequestApprovalRuleContentInput {
  readonly pullRequestId: PullRequestId;
  readonly approvalRuleName: ApprovalRuleName;
  readonly existingRuleContentSha256?: RuleContentSha256 | undefined;
  readonly newRuleContent: ApprovalRuleContent;
}

export interface UpdatePullRequestApprovalRuleContentOutput {
  readonly approvalRule: ApprovalRule;
}

export interface UpdatePullRequestApprovalStateInput {
  readonly pullRequestId: PullRequestId;
  readonly revisionId: RevisionId;
  readonly approvalState: ApprovalState;
}

export interface UpdatePullRequestDescriptionInput {
  readonly pullRequestId: PullRequestId;
  readonly description: Description;
}

export interface UpdatePullRequestDescriptionOutput {
  readonly pullRequest: PullRequest;
}

export interface UpdatePullRequestStatusInput {
  readonly pullRequestId: PullRequestId;
  readonly pullRequestStatus: PullRequestStatusEnum;
}

export interface UpdatePullRequestStatusOutput {
  readonly pullRequest: PullRequest;
}

export interface UpdatePullRequestTitleInput {
  readonly pullRequestId: PullRequestId;
  readonly title: Title;
}

export interface UpdatePullRequestTitleOutput {
  readonly pullRequest: PullRequest;
}

export interface UpdateRepositoryDescriptionInput {
  readonly repositoryName: RepositoryName;
  readonly repositoryDescription?: RepositoryDescription | undefined;
}

export interface UpdateRepositoryEncryptionKeyInput {
  readonly repositoryName: RepositoryName;
  readonly kmsKeyId: KmsKeyId;
}

export interface UpdateRepositoryEncryptionKeyOutput {
  readonly repositoryId?: RepositoryId | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
  readonly originalKmsKeyId?: KmsKeyId | undefined;
}

export interface UpdateRepositoryNameInput {
  readonly oldName: RepositoryName;
  readonly newName: RepositoryName;
}

export interface UserInfo {
  readonly name?: Name | undefined;
  readonly email?: Email | undefined;
  readonly date?: Date | undefined;
}

export type blob = Uint8Array;
