// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  AcknowledgeJob: { input: AcknowledgeJobInput; output: AcknowledgeJobOutput };
  AcknowledgeThirdPartyJob: { input: AcknowledgeThirdPartyJobInput; output: AcknowledgeThirdPartyJobOutput };
  CreateCustomActionType: { input: CreateCustomActionTypeInput; output: CreateCustomActionTypeOutput };
  CreatePipeline: { input: CreatePipelineInput; output: CreatePipelineOutput };
  DeleteCustomActionType: { input: DeleteCustomActionTypeInput; output: Record<string, never> };
  DeletePipeline: { input: DeletePipelineInput; output: Record<string, never> };
  DeleteWebhook: { input: DeleteWebhookInput; output: DeleteWebhookOutput };
  DeregisterWebhookWithThirdParty: { input: DeregisterWebhookWithThirdPartyInput; output: DeregisterWebhookWithThirdPartyOutput };
  DisableStageTransition: { input: DisableStageTransitionInput; output: Record<string, never> };
  EnableStageTransition: { input: EnableStageTransitionInput; output: Record<string, never> };
  GetActionType: { input: GetActionTypeInput; output: GetActionTypeOutput };
  GetJobDetails: { input: GetJobDetailsInput; output: GetJobDetailsOutput };
  GetPipeline: { input: GetPipelineInput; output: GetPipelineOutput };
  GetPipelineExecution: { input: GetPipelineExecutionInput; output: GetPipelineExecutionOutput };
  GetPipelineState: { input: GetPipelineStateInput; output: GetPipelineStateOutput };
  GetThirdPartyJobDetails: { input: GetThirdPartyJobDetailsInput; output: GetThirdPartyJobDetailsOutput };
  ListActionExecutions: { input: ListActionExecutionsInput; output: ListActionExecutionsOutput };
  ListActionTypes: { input: ListActionTypesInput; output: ListActionTypesOutput };
  ListDeployActionExecutionTargets: { input: ListDeployActionExecutionTargetsInput; output: ListDeployActionExecutionTargetsOutput };
  ListPipelineExecutions: { input: ListPipelineExecutionsInput; output: ListPipelineExecutionsOutput };
  ListPipelines: { input: ListPipelinesInput; output: ListPipelinesOutput };
  ListRuleExecutions: { input: ListRuleExecutionsInput; output: ListRuleExecutionsOutput };
  ListRuleTypes: { input: ListRuleTypesInput; output: ListRuleTypesOutput };
  ListTagsForResource: { input: ListTagsForResourceInput; output: ListTagsForResourceOutput };
  ListWebhooks: { input: ListWebhooksInput; output: ListWebhooksOutput };
  OverrideStageCondition: { input: OverrideStageConditionInput; output: Record<string, never> };
  PollForJobs: { input: PollForJobsInput; output: PollForJobsOutput };
  PollForThirdPartyJobs: { input: PollForThirdPartyJobsInput; output: PollForThirdPartyJobsOutput };
  PutActionRevision: { input: PutActionRevisionInput; output: PutActionRevisionOutput };
  PutApprovalResult: { input: PutApprovalResultInput; output: PutApprovalResultOutput };
  PutJobFailureResult: { input: PutJobFailureResultInput; output: Record<string, never> };
  PutJobSuccessResult: { input: PutJobSuccessResultInput; output: Record<string, never> };
  PutThirdPartyJobFailureResult: { input: PutThirdPartyJobFailureResultInput; output: Record<string, never> };
  PutThirdPartyJobSuccessResult: { input: PutThirdPartyJobSuccessResultInput; output: Record<string, never> };
  PutWebhook: { input: PutWebhookInput; output: PutWebhookOutput };
  RegisterWebhookWithThirdParty: { input: RegisterWebhookWithThirdPartyInput; output: RegisterWebhookWithThirdPartyOutput };
  RetryStageExecution: { input: RetryStageExecutionInput; output: RetryStageExecutionOutput };
  RollbackStage: { input: RollbackStageInput; output: RollbackStageOutput };
  StartPipelineExecution: { input: StartPipelineExecutionInput; output: StartPipelineExecutionOutput };
  StopPipelineExecution: { input: StopPipelineExecutionInput; output: StopPipelineExecutionOutput };
  TagResource: { input: TagResourceInput; output: TagResourceOutput };
  UntagResource: { input: UntagResourceInput; output: UntagResourceOutput };
  UpdateActionType: { input: UpdateActionTypeInput; output: Record<string, never> };
  UpdatePipeline: { input: UpdatePipelineInput; output: UpdatePipelineOutput };
}

export type AWSRegionName = string;

export interface AWSSessionCredentials {
  readonly accessKeyId: AccessKeyId;
  readonly secretAccessKey: SecretAccessKey;
  readonly sessionToken: SessionToken;
}

export type AccessKeyId = string;

export type AccountId = string;

export interface AcknowledgeJobInput {
  readonly jobId: JobId;
  readonly nonce: Nonce;
}

export interface AcknowledgeJobOutput {
  readonly status?: JobStatus | undefined;
}

export interface AcknowledgeThirdPartyJobInput {
  readonly jobId: ThirdPartyJobId;
  readonly nonce: Nonce;
  readonly clientToken: ClientToken;
}

export interface AcknowledgeThirdPartyJobOutput {
  readonly status?: JobStatus | undefined;
}

export type ActionCategory = "Source" | "Build" | "Deploy" | "Test" | "Invoke" | "Approval" | "Compute";

export interface ActionConfiguration {
  readonly configuration?: ActionConfigurationMap | undefined;
}

export type ActionConfigurationKey = string;

export type ActionConfigurationMap = Readonly<{ [key: string]: ActionConfigurationValue }>;

export interface ActionConfigurationProperty {
  readonly name: ActionConfigurationKey;
  readonly required: Boolean;
  readonly key: Boolean;
  readonly secret: Boolean;
  readonly queryable?: Boolean | undefined;
  readonly description?: Description | undefined;
  readonly type?: ActionConfigurationPropertyType | undefined;
}

export type ActionConfigurationPropertyList = readonly ActionConfigurationProperty[];

export type ActionConfigurationPropertyType = "String" | "Number" | "Boolean";

export type ActionConfigurationQueryableValue = string;

export type ActionConfigurationValue = string;

export interface ActionContext {
  readonly name?: ActionName | undefined;
  readonly actionExecutionId?: ActionExecutionId | undefined;
}

export interface ActionDeclaration {
  readonly name: ActionName;
  readonly actionTypeId: ActionTypeId;
  readonly runOrder?: ActionRunOrder | undefined;
  readonly configuration?: ActionConfigurationMap | undefined;
  readonly commands?: CommandList | undefined;
  readonly outputArtifacts?: OutputArtifactList | undefined;
  readonly inputArtifacts?: InputArtifactList | undefined;
  readonly outputVariables?: OutputVariableList | undefined;
  readonly roleArn?: RoleArn | undefined;
  readonly region?: AWSRegionName | undefined;
  readonly namespace?: ActionNamespace | undefined;
  readonly timeoutInMinutes?: ActionTimeout | undefined;
  readonly environmentVariables?: EnvironmentVariableList | undefined;
}

export interface ActionExecution {
  readonly actionExecutionId?: ActionExecutionId | undefined;
  readonly status?: ActionExecutionStatus | undefined;
  readonly summary?: ExecutionSummary | undefined;
  readonly lastStatusChange?: Timestamp | undefined;
  readonly token?: ActionExecutionToken | undefined;
  readonly lastUpdatedBy?: LastUpdatedBy | undefined;
  readonly externalExecutionId?: ExecutionId | undefined;
  readonly externalExecutionUrl?: Url | undefined;
  readonly percentComplete?: Percentage | undefined;
  readonly errorDetails?: ErrorDetails | undefined;
  readonly logStreamARN?: LogStreamARN | undefined;
}

export interface ActionExecutionDetail {
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
  readonly actionExecutionId?: ActionExecutionId | undefined;
  readonly pipelineVersion?: PipelineVersion | undefined;
  readonly stageName?: StageName | undefined;
  readonly actionName?: ActionName | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly lastUpdateTime?: Timestamp | undefined;
  readonly updatedBy?: LastUpdatedBy | undefined;
  readonly status?: ActionExecutionStatus | undefined;
  readonly input?: ActionExecutionInput | undefined;
  readonly output?: ActionExecutionOutput | undefined;
}

export type ActionExecutionDetailList = readonly ActionExecutionDetail[];

export interface ActionExecutionFilter {
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
  readonly latestInPipelineExecution?: LatestInPipelineExecutionFilter | undefined;
}

export type ActionExecutionId = string;

export interface ActionExecutionInput {
  readonly actionTypeId?: ActionTypeId | undefined;
  readonly configuration?: ActionConfigurationMap | undefined;
  readonly resolvedConfiguration?: ResolvedActionConfigurationMap | undefined;
  readonly roleArn?: RoleArn | undefined;
  readonly region?: AWSRegionName | undefined;
  readonly inputArtifacts?: ArtifactDetailList | undefined;
  readonly namespace?: ActionNamespace | undefined;
}

export interface ActionExecutionOutput {
  readonly outputArtifacts?: ArtifactDetailList | undefined;
  readonly executionResult?: ActionExecutionResult | undefined;
  readonly outputVariables?: OutputVariablesMap | undefined;
}

export interface ActionExecutionResult {
  readonly externalExecutionId?: ExternalExecutionId | undefined;
  readonly externalExecutionSummary?: ExternalExecutionSummary | undefined;
  readonly externalExecutionUrl?: Url | undefined;
  readonly errorDetails?: ErrorDetails | undefined;
  readonly logStreamARN?: LogStreamARN | undefined;
}

export type ActionExecutionStatus = "InProgress" | "Abandoned" | "Succeeded" | "Failed";

export type ActionExecutionToken = string;

export type ActionName = string;

export type ActionNamespace = string;

export type ActionOwner = "AWS" | "ThirdParty" | "Custom";

export type ActionProvider = string;

export interface ActionRevision {
  readonly revisionId: Revision;
  readonly revisionChangeId: RevisionChangeIdentifier;
  readonly created: Timestamp;
}

export type ActionRunOrder = number;

export interface ActionState {
  readonly actionName?: ActionName | undefined;
  readonly currentRevision?: ActionRevision | undefined;
  readonly latestExecution?: ActionExecution | undefined;
  readonly entityUrl?: Url | undefined;
  readonly revisionUrl?: Url | undefined;
}

export type ActionStateList = readonly ActionState[];

export type ActionTimeout = number;

export interface ActionType {
  readonly id: ActionTypeId;
  readonly settings?: ActionTypeSettings | undefined;
  readonly actionConfigurationProperties?: ActionConfigurationPropertyList | undefined;
  readonly inputArtifactDetails: ArtifactDetails;
  readonly outputArtifactDetails: ArtifactDetails;
}

export interface ActionTypeArtifactDetails {
  readonly minimumCount: MinimumActionTypeArtifactCount;
  readonly maximumCount: MaximumActionTypeArtifactCount;
}

export interface ActionTypeDeclaration {
  readonly description?: ActionTypeDescription | undefined;
  readonly executor: ActionTypeExecutor;
  readonly id: ActionTypeIdentifier;
  readonly inputArtifactDetails: ActionTypeArtifactDetails;
  readonly outputArtifactDetails: ActionTypeArtifactDetails;
  readonly permissions?: ActionTypePermissions | undefined;
  readonly properties?: ActionTypeProperties | undefined;
  readonly urls?: ActionTypeUrls | undefined;
}

export type ActionTypeDescription = string;

export interface ActionTypeExecutor {
  readonly configuration: ExecutorConfiguration;
  readonly type: ExecutorType;
  readonly policyStatementsTemplate?: PolicyStatementsTemplate | undefined;
  readonly jobTimeout?: JobTimeout | undefined;
}

export interface ActionTypeId {
  readonly category: ActionCategory;
  readonly owner: ActionOwner;
  readonly provider: ActionProvider;
  readonly version: Version;
}

export interface ActionTypeIdentifier {
  readonly category: ActionCategory;
  readonly owner: ActionTypeOwner;
  readonly provider: ActionProvider;
  readonly version: Version;
}

export type ActionTypeList = readonly ActionType[];

export type ActionTypeOwner = string;

export interface ActionTypePermissions {
  readonly allowedAccounts: AllowedAccounts;
}

export type ActionTypeProperties = readonly ActionTypeProperty[];

export interface ActionTypeProperty {
  readonly name: ActionConfigurationKey;
  readonly optional: Boolean;
  readonly key: Boolean;
  readonly noEcho: Boolean;
  readonly queryable?: Boolean | undefined;
  readonly description?: PropertyDescription | undefined;
}

export interface ActionTypeSettings {
  readonly thirdPartyConfigurationUrl?: Url | undefined;
  readonly entityUrlTemplate?: UrlTemplate | undefined;
  readonly executionUrlTemplate?: UrlTemplate | undefined;
  readonly revisionUrlTemplate?: UrlTemplate | undefined;
}

export interface ActionTypeUrls {
  readonly configurationUrl?: Url | undefined;
  readonly entityUrlTemplate?: UrlTemplate | undefined;
  readonly executionUrlTemplate?: UrlTemplate | undefined;
  readonly revisionUrlTemplate?: UrlTemplate | undefined;
}

export type AllowedAccount = string;

export type AllowedAccounts = readonly AllowedAccount[];

export interface ApprovalResult {
  readonly summary: ApprovalSummary;
  readonly status: ApprovalStatus;
}

export type ApprovalStatus = "Approved" | "Rejected";

export type ApprovalSummary = string;

export type ApprovalToken = string;

export interface Artifact {
  readonly name?: ArtifactName | undefined;
  readonly revision?: Revision | undefined;
  readonly location?: ArtifactLocation | undefined;
}

export interface ArtifactDetail {
  readonly name?: ArtifactName | undefined;
  readonly s3location?: S3Location | undefined;
}

export type ArtifactDetailList = readonly ArtifactDetail[];

export interface ArtifactDetails {
  readonly minimumCount: MinimumArtifactCount;
  readonly maximumCount: MaximumArtifactCount;
}

export type ArtifactList = readonly Artifact[];

export interface ArtifactLocation {
  readonly type?: ArtifactLocationType | undefined;
  readonly s3Location?: S3ArtifactLocation | undefined;
}

export type ArtifactLocationType = "S3";

export type ArtifactName = string;

export interface ArtifactRevision {
  readonly name?: ArtifactName | undefined;
  readonly revisionId?: Revision | undefined;
  readonly revisionChangeIdentifier?: RevisionChangeIdentifier | undefined;
  readonly revisionSummary?: RevisionSummary | undefined;
  readonly created?: Timestamp | undefined;
  readonly revisionUrl?: Url | undefined;
}

export type ArtifactRevisionList = readonly ArtifactRevision[];

export interface ArtifactStore {
  readonly type: ArtifactStoreType;
  readonly location: ArtifactStoreLocation;
  readonly encryptionKey?: EncryptionKey | undefined;
}

export type ArtifactStoreLocation = string;

export type ArtifactStoreMap = Readonly<{ [key: string]: ArtifactStore }>;

export type ArtifactStoreType = "S3";

export interface BeforeEntryConditions {
  readonly conditions: ConditionList;
}

export interface BlockerDeclaration {
  readonly name: BlockerName;
  readonly type: BlockerType;
}

export type BlockerName = string;

export type BlockerType = "Schedule";

export type Boolean = boolean;

export type ClientId = string;

export type ClientRequestToken = string;

export type ClientToken = string;

export type Code = string;

export type Command = string;

export type CommandList = readonly Command[];

export interface Condition {
  readonly result?: Result | undefined;
  readonly rules?: RuleDeclarationList | undefined;
}

export interface ConditionExecution {
  readonly status?: ConditionExecutionStatus | undefined;
  readonly summary?: ExecutionSummary | undefined;
  readonly lastStatusChange?: Timestamp | undefined;
}

export type ConditionExecutionStatus = "InProgress" | "Failed" | "Errored" | "Succeeded" | "Cancelled" | "Abandoned" | "Overridden";

export type ConditionList = readonly Condition[];

export interface ConditionState {
  readonly latestExecution?: ConditionExecution | undefined;
  readonly ruleStates?: RuleStateList | undefined;
}

export type ConditionStateList = readonly ConditionState[];

export type ConditionType = "BEFORE_ENTRY" | "ON_SUCCESS";

export type ContinuationToken = string;

export interface CreateCustomActionTypeInput {
  readonly category: ActionCategory;
  readonly provider: ActionProvider;
  readonly version: Version;
  readonly settings?: ActionTypeSettings | undefined;
  readonly configurationProperties?: ActionConfigurationPropertyList | undefined;
  readonly inputArtifactDetails: ArtifactDetails;
  readonly outputArtifactDetails: ArtifactDetails;
  readonly tags?: TagList | undefined;
}

export interface CreateCustomActionTypeOutput {
  readonly actionType: ActionType;
  readonly tags?: TagList | undefined;
}

export interface CreatePipelineInput {
  readonly pipeline: PipelineDeclaration;
  readonly tags?: TagList | undefined;
}

export interface CreatePipelineOutput {
  readonly pipeline?: PipelineDeclaration | undefined;
  readonly tags?: TagList | undefined;
}

export interface CurrentRevision {
  readonly revision: Revision;
  readonly changeIdentifier: RevisionChangeIdentifier;
  readonly created?: Time | undefined;
  readonly revisionSummary?: RevisionSummary | undefined;
}

export interface DeleteCustomActionTypeInput {
  readonly category: ActionCategory;
  readonly provider: ActionProvider;
  readonly version: Version;
}

export interface DeletePipelineInput {
  readonly name: PipelineName;
}

export interface DeleteWebhookInput {
  readonly name: WebhookName;
}

export type DeleteWebhookOutput = Record<string, never>;

export interface DeployActionExecutionTarget {
  readonly targetId?: String | undefined;
  readonly targetType?: String | undefined;
  readonly status?: String | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly events?: DeployTargetEventList | undefined;
}

export type DeployActionExecutionTargetList = readonly DeployActionExecutionTarget[];

export interface DeployTargetEvent {
  readonly name?: String | undefined;
  readonly status?: String | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly context?: DeployTargetEventContext | undefined;
}

export interface DeployTargetEventContext {
  readonly ssmCommandId?: String | undefined;
  readonly message?: String | undefined;
}

export type DeployTargetEventList = readonly DeployTargetEvent[];

export interface DeregisterWebhookWithThirdPartyInput {
  readonly webhookName?: WebhookName | undefined;
}

export type DeregisterWebhookWithThirdPartyOutput = Record<string, never>;

export type Description = string;

export interface DisableStageTransitionInput {
  readonly pipelineName: PipelineName;
  readonly stageName: StageName;
  readonly transitionType: StageTransitionType;
  readonly reason: DisabledReason;
}

export type DisabledReason = string;

export interface EnableStageTransitionInput {
  readonly pipelineName: PipelineName;
  readonly stageName: StageName;
  readonly transitionType: StageTransitionType;
}

export type Enabled = boolean;

export interface EncryptionKey {
  readonly id: EncryptionKeyId;
  readonly type: EncryptionKeyType;
}

export type EncryptionKeyId = string;

export type EncryptionKeyType = "KMS";

export interface EnvironmentVariable {
  readonly name: EnvironmentVariableName;
  readonly value: EnvironmentVariableValue;
  readonly type?: EnvironmentVariableType | undefined;
}

export type EnvironmentVariableList = readonly EnvironmentVariable[];

export type EnvironmentVariableName = string;

export type EnvironmentVariableType = "PLAINTEXT" | "SECRETS_MANAGER";

export type EnvironmentVariableValue = string;

export interface ErrorDetails {
  readonly code?: Code | undefined;
  readonly message?: Message | undefined;
}

export interface ExecutionDetails {
  readonly summary?: ExecutionSummary | undefined;
  readonly externalExecutionId?: ExecutionId | undefined;
  readonly percentComplete?: Percentage | undefined;
}

export type ExecutionId = string;

export type ExecutionMode = "QUEUED" | "SUPERSEDED" | "PARALLEL";

export type ExecutionSummary = string;

export interface ExecutionTrigger {
  readonly triggerType?: TriggerType | undefined;
  readonly triggerDetail?: TriggerDetail | undefined;
}

export type ExecutionType = "STANDARD" | "ROLLBACK";

export interface ExecutorConfiguration {
  readonly lambdaExecutorConfiguration?: LambdaExecutorConfiguration | undefined;
  readonly jobWorkerExecutorConfiguration?: JobWorkerExecutorConfiguration | undefined;
}

export type ExecutorType = "JobWorker" | "Lambda";

export type ExternalExecutionId = string;

export type ExternalExecutionSummary = string;

export interface FailureConditions {
  readonly result?: Result | undefined;
  readonly retryConfiguration?: RetryConfiguration | undefined;
  readonly conditions?: ConditionList | undefined;
}

export interface FailureDetails {
  readonly type: FailureType;
  readonly message: Message;
  readonly externalExecutionId?: ExecutionId | undefined;
}

export type FailureType = "JobFailed" | "ConfigurationError" | "PermissionError" | "RevisionOutOfSync" | "RevisionUnavailable" | "SystemUnavailable";

export type FilePath = string;

export type FilePathList = readonly FilePath[];

export interface GetActionTypeInput {
  readonly category: ActionCategory;
  readonly owner: ActionTypeOwner;
  readonly provider: ActionProvider;
  readonly version: Version;
}

export interface GetActionTypeOutput {
  readonly actionType?: ActionTypeDeclaration | undefined;
}

export interface GetJobDetailsInput {
  readonly jobId: JobId;
}

export interface GetJobDetailsOutput {
  readonly jobDetails?: JobDetails | undefined;
}

export interface GetPipelineExecutionInput {
  readonly pipelineName: PipelineName;
  readonly pipelineExecutionId: PipelineExecutionId;
}

export interface GetPipelineExecutionOutput {
  readonly pipelineExecution?: PipelineExecution | undefined;
}

export interface GetPipelineInput {
  readonly name: PipelineName;
  readonly version?: PipelineVersion | undefined;
}

export interface GetPipelineOutput {
  readonly pipeline?: PipelineDeclaration | undefined;
  readonly metadata?: PipelineMetadata | undefined;
}

export interface GetPipelineStateInput {
  readonly name: PipelineName;
}

export interface GetPipelineStateOutput {
  readonly pipelineName?: PipelineName | undefined;
  readonly pipelineVersion?: PipelineVersion | undefined;
  readonly stageStates?: StageStateList | undefined;
  readonly created?: Timestamp | undefined;
  readonly updated?: Timestamp | undefined;
}

export interface GetThirdPartyJobDetailsInput {
  readonly jobId: ThirdPartyJobId;
  readonly clientToken: ClientToken;
}

export interface GetThirdPartyJobDetailsOutput {
  readonly jobDetails?: ThirdPartyJobDetails | undefined;
}

export interface GitBranchFilterCriteria {
  readonly includes?: GitBranchPatternList | undefined;
  readonly excludes?: GitBranchPatternList | undefined;
}

export type GitBranchNamePattern = string;

export type GitBranchPatternList = readonly GitBranchNamePattern[];

export interface GitConfiguration {
  readonly sourceActionName: ActionName;
  readonly push?: GitPushFilterList | undefined;
  readonly pullRequest?: GitPullRequestFilterList | undefined;
}

export interface GitFilePathFilterCriteria {
  readonly includes?: GitFilePathPatternList | undefined;
  readonly excludes?: GitFilePathPatternList | undefined;
}

export type GitFilePathPattern = string;

export type GitFilePathPatternList = readonly GitFilePathPattern[];

export type GitPullRequestEventType = "OPEN" | "UPDATED" | "CLOSED";

export type GitPullRequestEventTypeList = readonly GitPullRequestEventType[];

export interface GitPullRequestFilter {
  readonly events?: GitPullRequestEventTypeList | undefined;
  readonly branches?: GitBranchFilterCriteria | undefined;
  readonly filePaths?: GitFilePathFilterCriteria | undefined;
}

export type GitPullRequestFilterList = readonly GitPullRequestFilter[];

export interface GitPushFilter {
  readonly tags?: GitTagFilterCriteria | undefined;
  readonly branches?: GitBranchFilterCriteria | undefined;
  readonly filePaths?: GitFilePathFilterCriteria | undefined;
}

export type GitPushFilterList = readonly GitPushFilter[];

export interface GitTagFilterCriteria {
  readonly includes?: GitTagPatternList | undefined;
  readonly excludes?: GitTagPatternList | undefined;
}

export type GitTagNamePattern = string;

export type GitTagPatternList = readonly GitTagNamePattern[];

export interface InputArtifact {
  readonly name: ArtifactName;
}

export type InputArtifactList = readonly InputArtifact[];

export interface Job {
  readonly id?: JobId | undefined;
  readonly data?: JobData | undefined;
  readonly nonce?: Nonce | undefined;
  readonly accountId?: AccountId | undefined;
}

export interface JobData {
  readonly actionTypeId?: ActionTypeId | undefined;
  readonly actionConfiguration?: ActionConfiguration | undefined;
  readonly pipelineContext?: PipelineContext | undefined;
  readonly inputArtifacts?: ArtifactList | undefined;
  readonly outputArtifacts?: ArtifactList | undefined;
  readonly artifactCredentials?: AWSSessionCredentials | undefined;
  readonly continuationToken?: ContinuationToken | undefined;
  readonly encryptionKey?: EncryptionKey | undefined;
}

export interface JobDetails {
  readonly id?: JobId | undefined;
  readonly data?: JobData | undefined;
  readonly accountId?: AccountId | undefined;
}

export type JobId = string;

export type JobList = readonly Job[];

export type JobStatus = "Created" | "Queued" | "Dispatched" | "InProgress" | "TimedOut" | "Succeeded" | "Failed";

export type JobTimeout = number;

export interface JobWorkerExecutorConfiguration {
  readonly pollingAccounts?: PollingAccountList | undefined;
  readonly pollingServicePrincipals?: PollingServicePrincipalList | undefined;
}

export type JsonPath = string;

export interface LambdaExecutorConfiguration {
  readonly lambdaFunctionArn: LambdaFunctionArn;
}

export type LambdaFunctionArn = string;

export type LastChangedAt = globalThis.Date;

export type LastChangedBy = string;

export type LastUpdatedBy = string;

export interface LatestInPipelineExecutionFilter {
  readonly pipelineExecutionId: PipelineExecutionId;
  readonly startTimeRange: StartTimeRange;
}

export interface ListActionExecutionsInput {
  readonly pipelineName: PipelineName;
  readonly filter?: ActionExecutionFilter | undefined;
  readonly maxResults?: MaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListActionExecutionsOutput {
  readonly actionExecutionDetails?: ActionExecutionDetailList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListActionTypesInput {
  readonly actionOwnerFilter?: ActionOwner | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly regionFilter?: AWSRegionName | undefined;
}

export interface ListActionTypesOutput {
  readonly actionTypes: ActionTypeList;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeployActionExecutionTargetsInput {
  readonly pipelineName?: PipelineName | undefined;
  readonly actionExecutionId: ActionExecutionId;
  readonly filters?: TargetFilterList | undefined;
  readonly maxResults?: MaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeployActionExecutionTargetsOutput {
  readonly targets?: DeployActionExecutionTargetList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListPipelineExecutionsInput {
  readonly pipelineName: PipelineName;
  readonly maxResults?: MaxResults | undefined;
  readonly filter?: PipelineExecutionFilter | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListPipelineExecutionsOutput {
  readonly pipelineExecutionSummaries?: PipelineExecutionSummaryList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListPipelinesInput {
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxPipelines | undefined;
}

export interface ListPipelinesOutput {
  readonly pipelines?: PipelineList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListRuleExecutionsInput {
  readonly pipelineName: PipelineName;
  readonly filter?: RuleExecutionFilter | undefined;
  readonly maxResults?: MaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListRuleExecutionsOutput {
  readonly ruleExecutionDetails?: RuleExecutionDetailList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListRuleTypesInput {
  readonly ruleOwnerFilter?: RuleOwner | undefined;
  readonly regionFilter?: AWSRegionName | undefined;
}

export interface ListRuleTypesOutput {
  readonly ruleTypes: RuleTypeList;
}

export interface ListTagsForResourceInput {
  readonly resourceArn: ResourceArn;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: MaxResults | undefined;
}

export interface ListTagsForResourceOutput {
  readonly tags?: TagList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListWebhookItem {
  readonly definition: WebhookDefinition;
  readonly url: WebhookUrl;
  readonly errorMessage?: WebhookErrorMessage | undefined;
  readonly errorCode?: WebhookErrorCode | undefined;
  readonly lastTriggered?: WebhookLastTriggered | undefined;
  readonly arn?: WebhookArn | undefined;
  readonly tags?: TagList | undefined;
}

export interface ListWebhooksInput {
  readonly NextToken?: NextToken | undefined;
  readonly MaxResults?: MaxResults | undefined;
}

export interface ListWebhooksOutput {
  readonly webhooks?: WebhookList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export type LogStreamARN = string;

export type MatchEquals = string;

export type MaxBatchSize = number;

export type MaxPipelines = number;

export type MaxResults = number;

export type MaximumActionTypeArtifactCount = number;

export type MaximumArtifactCount = number;

export type Message = string;

export type MinimumActionTypeArtifactCount = number;

export type MinimumArtifactCount = number;

export type NextToken = string;

export type Nonce = string;

export interface OutputArtifact {
  readonly name: ArtifactName;
  readonly files?: FilePathList | undefined;
}

export type OutputArtifactList = readonly OutputArtifact[];

export type OutputVariable = string;

export type OutputVariableList = readonly OutputVariable[];

export type OutputVariablesKey = string;

export type OutputVariablesMap = Readonly<{ [key: string]: OutputVariablesValue }>;

export type OutputVariablesValue = string;

export interface OverrideStageConditionInput {
  readonly pipelineName: PipelineName;
  readonly stageName: StageName;
  readonly pipelineExecutionId: PipelineExecutionId;
  readonly conditionType: ConditionType;
}

export type Percentage = number;

export type PipelineArn = string;

export interface PipelineContext {
  readonly pipelineName?: PipelineName | undefined;
  readonly stage?: StageContext | undefined;
  readonly action?: ActionContext | undefined;
  readonly pipelineArn?: PipelineArn | undefined;
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
}

export interface PipelineDeclaration {
  readonly name: PipelineName;
  readonly roleArn: RoleArn;
  readonly artifactStore?: ArtifactStore | undefined;
  readonly artifactStores?: ArtifactStoreMap | undefined;
  readonly stages: PipelineStageDeclarationList;
  readonly version?: PipelineVersion | undefined;
  readonly executionMode?: ExecutionMode | undefined;
  readonly pipelineType?: PipelineType | undefined;
  readonly variables?: PipelineVariableDeclarationList | undefined;
  readonly triggers?: PipelineTriggerDeclarationList | undefined;
}

export interface PipelineExecution {
  readonly pipelineName?: PipelineName | undefined;
  readonly pipelineVersion?: PipelineVersion | undefined;
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
  readonly status?: PipelineExecutionStatus | undefined;
  readonly statusSummary?: PipelineExecutionStatusSummary | undefined;
  readonly artifactRevisions?: ArtifactRevisionList | undefined;
  readonly variables?: ResolvedPipelineVariableList | undefined;
  readonly trigger?: ExecutionTrigger | undefined;
  readonly executionMode?: ExecutionMode | undefined;
  readonly executionType?: ExecutionType | undefined;
  readonly rollbackMetadata?: PipelineRollbackMetadata | undefined;
}

export interface PipelineExecutionFilter {
  readonly succeededInStage?: SucceededInStageFilter | undefined;
}

export type PipelineExecutionId = string;

export type PipelineExecutionStatus = "Cancelled" | "InProgress" | "Stopped" | "Stopping" | "Succeeded" | "Superseded" | "Failed";

export type PipelineExecutionStatusSummary = string;

export interface PipelineExecutionSummary {
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
  readonly status?: PipelineExecutionStatus | undefined;
  readonly statusSummary?: PipelineExecutionStatusSummary | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly lastUpdateTime?: Timestamp | undefined;
  readonly sourceRevisions?: SourceRevisionList | undefined;
  readonly trigger?: ExecutionTrigger | undefined;
  readonly stopTrigger?: StopExecutionTrigger | undefined;
  readonly executionMode?: ExecutionMode | undefined;
  readonly executionType?: ExecutionType | undefined;
  readonly rollbackMetadata?: PipelineRollbackMetadata | undefined;
}

export type PipelineExecutionSummaryList = readonly PipelineExecutionSummary[];

export type PipelineList = readonly PipelineSummary[];

export interface PipelineMetadata {
  readonly pipelineArn?: PipelineArn | undefined;
  readonly created?: Timestamp | undefined;
  readonly updated?: Timestamp | undefined;
  readonly pollingDisabledAt?: Timestamp | undefined;
}

export type PipelineName = string;

export interface PipelineRollbackMetadata {
  readonly rollbackTargetPipelineExecutionId?: PipelineExecutionId | undefined;
}

export type PipelineStageDeclarationList = readonly StageDeclaration[];

export interface PipelineSummary {
  readonly name?: PipelineName | undefined;
  readonly version?: PipelineVersion | undefined;
  readonly pipelineType?: PipelineType | undefined;
  readonly executionMode?: ExecutionMode | undefined;
  readonly created?: Timestamp | undefined;
  readonly updated?: Timestamp | undefined;
}

export interface PipelineTriggerDeclaration {
  readonly providerType: PipelineTriggerProviderType;
  readonly gitConfiguration: GitConfiguration;
}

export type PipelineTriggerDeclarationList = readonly PipelineTriggerDeclaration[];

export type PipelineTriggerProviderType = "CodeStarSourceConnection";

export type PipelineType = "V1" | "V2";

export interface PipelineVariable {
  readonly name: PipelineVariableName;
  readonly value: PipelineVariableValue;
}

export interface PipelineVariableDeclaration {
  readonly name: PipelineVariableName;
  readonly defaultValue?: PipelineVariableValue | undefined;
  readonly description?: PipelineVariableDescription | undefined;
}

export type PipelineVariableDeclarationList = readonly PipelineVariableDeclaration[];

export type PipelineVariableDescription = string;

export type PipelineVariableList = readonly PipelineVariable[];

export type PipelineVariableName = string;

export type PipelineVariableValue = string;

export type PipelineVersion = number;

export type PolicyStatementsTemplate = string;

export interface PollForJobsInput {
  readonly actionTypeId: ActionTypeId;
  readonly maxBatchSize?: MaxBatchSize | undefined;
  readonly queryParam?: QueryParamMap | undefined;
}

export interface PollForJobsOutput {
  readonly jobs?: JobList | undefined;
}

export interface PollForThirdPartyJobsInput {
  readonly actionTypeId: ActionTypeId;
  readonly maxBatchSize?: MaxBatchSize | undefined;
}

export interface PollForThirdPartyJobsOutput {
  readonly jobs?: ThirdPartyJobList | undefined;
}

export type PollingAccountList = readonly AccountId[];

export type PollingServicePrincipalList = readonly ServicePrincipal[];

export type PropertyDescription = string;

export interface PutActionRevisionInput {
  readonly pipelineName: PipelineName;
  readonly stageName: StageName;
  readonly actionName: ActionName;
  readonly actionRevision: ActionRevision;
}

export interface PutActionRevisionOutput {
  readonly newRevision?: Boolean | undefined;
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
}

export interface PutApprovalResultInput {
  readonly pipelineName: PipelineName;
  readonly stageName: StageName;
  readonly actionName: ActionName;
  readonly result: ApprovalResult;
  readonly token: ApprovalToken;
}

export interface PutApprovalResultOutput {
  readonly approvedAt?: Timestamp | undefined;
}

export interface PutJobFailureResultInput {
  readonly jobId: JobId;
  readonly failureDetails: FailureDetails;
}

export interface PutJobSuccessResultInput {
  readonly jobId: JobId;
  readonly currentRevision?: CurrentRevision | undefined;
  readonly continuationToken?: ContinuationToken | undefined;
  readonly executionDetails?: ExecutionDetails | undefined;
  readonly outputVariables?: OutputVariablesMap | undefined;
}

export interface PutThirdPartyJobFailureResultInput {
  readonly jobId: ThirdPartyJobId;
  readonly clientToken: ClientToken;
  readonly failureDetails: FailureDetails;
}

export interface PutThirdPartyJobSuccessResultInput {
  readonly jobId: ThirdPartyJobId;
  readonly clientToken: ClientToken;
  readonly currentRevision?: CurrentRevision | undefined;
  readonly continuationToken?: ContinuationToken | undefined;
  readonly executionDetails?: ExecutionDetails | undefined;
}

export interface PutWebhookInput {
  readonly webhook: WebhookDefinition;
  readonly tags?: TagList | undefined;
}

export interface PutWebhookOutput {
  readonly webhook?: ListWebhookItem | undefined;
}

export type QueryParamMap = Readonly<{ [key: string]: ActionConfigurationQueryableValue }>;

export interface RegisterWebhookWithThirdPartyInput {
  readonly webhookName?: WebhookName | undefined;
}

export type RegisterWebhookWithThirdPartyOutput = Record<string, never>;

export type ResolvedActionConfigurationMap = Readonly<{ [key: string]: String }>;

export interface ResolvedPipelineVariable {
  readonly name?: String | undefined;
  readonly resolvedValue?: String | undefined;
}

export type ResolvedPipelineVariableList = readonly ResolvedPipelineVariable[];

export type ResolvedRuleConfigurationMap = Readonly<{ [key: string]: String }>;

export type ResourceArn = string;

export type Result = "ROLLBACK" | "FAIL" | "RETRY" | "SKIP";

export type RetryAttempt = number;

export interface RetryConfiguration {
  readonly retryMode?: StageRetryMode | undefined;
}

export interface RetryStageExecutionInput {
  readonly pipelineName: PipelineName;
  readonly stageName: StageName;
  readonly pipelineExecutionId: PipelineExecutionId;
  readonly retryMode: StageRetryMode;
}

export interface RetryStageExecutionOutput {
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
}

export interface RetryStageMetadata {
  readonly autoStageRetryAttempt?: RetryAttempt | undefined;
  readonly manualStageRetryAttempt?: RetryAttempt | undefined;
  readonly latestRetryTrigger?: RetryTrigger | undefined;
}

export type RetryTrigger = "AutomatedStageRetry" | "ManualStageRetry";

export type Revision = string;

export type RevisionChangeIdentifier = string;

export type RevisionSummary = string;

export type RoleArn = string;

export interface RollbackStageInput {
  readonly pipelineName: PipelineName;
  readonly stageName: StageName;
  readonly targetPipelineExecutionId: PipelineExecutionId;
}

export interface RollbackStageOutput {
  readonly pipelineExecutionId: PipelineExecutionId;
}

export type RuleCategory = "Rule";

export type RuleConfigurationKey = string;

export type RuleConfigurationMap = Readonly<{ [key: string]: RuleConfigurationValue }>;

export interface RuleConfigurationProperty {
  readonly name: RuleConfigurationKey;
  readonly required: Boolean;
  readonly key: Boolean;
  readonly secret: Boolean;
  readonly queryable?: Boolean | undefined;
  readonly description?: Description | undefined;
  readonly type?: RuleConfigurationPropertyType | undefined;
}

export type RuleConfigurationPropertyList = readonly RuleConfigurationProperty[];

export type RuleConfigurationPropertyType = "String" | "Number" | "Boolean";

export type RuleConfigurationValue = string;

export interface RuleDeclaration {
  readonly name: RuleName;
  readonly ruleTypeId: RuleTypeId;
  readonly configuration?: RuleConfigurationMap | undefined;
  readonly commands?: CommandList | undefined;
  readonly inputArtifacts?: InputArtifactList | undefined;
  readonly roleArn?: RoleArn | undefined;
  readonly region?: AWSRegionName | undefined;
  readonly timeoutInMinutes?: RuleTimeout | undefined;
}

export type RuleDeclarationList = readonly RuleDeclaration[];

export interface RuleExecution {
  readonly ruleExecutionId?: RuleExecutionId | undefined;
  readonly status?: RuleExecutionStatus | undefined;
  readonly summary?: ExecutionSummary | undefined;
  readonly lastStatusChange?: Timestamp | undefined;
  readonly token?: RuleExecutionToken | undefined;
  readonly lastUpdatedBy?: LastUpdatedBy | undefined;
  readonly externalExecutionId?: ExecutionId | undefined;
  readonly externalExecutionUrl?: Url | undefined;
  readonly errorDetails?: ErrorDetails | undefined;
}

export interface RuleExecutionDetail {
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
  readonly ruleExecutionId?: RuleExecutionId | undefined;
  readonly pipelineVersion?: PipelineVersion | undefined;
  readonly stageName?: StageName | undefined;
  readonly ruleName?: RuleName | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly lastUpdateTime?: Timestamp | undefined;
  readonly updatedBy?: LastUpdatedBy | undefined;
  readonly status?: RuleExecutionStatus | undefined;
  readonly input?: RuleExecutionInput | undefined;
  readonly output?: RuleExecutionOutput | undefined;
}

export type RuleExecutionDetailList = readonly RuleExecutionDetail[];

export interface RuleExecutionFilter {
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
  readonly latestInPipelineExecution?: LatestInPipelineExecutionFilter | undefined;
}

export type RuleExecutionId = string;

export interface RuleExecutionInput {
  readonly ruleTypeId?: RuleTypeId | undefined;
  readonly configuration?: RuleConfigurationMap | undefined;
  readonly resolvedConfiguration?: ResolvedRuleConfigurationMap | undefined;
  readonly roleArn?: RoleArn | undefined;
  readonly region?: AWSRegionName | undefined;
  readonly inputArtifacts?: ArtifactDetailList | undefined;
}

export interface RuleExecutionOutput {
  readonly executionResult?: RuleExecutionResult | undefined;
}

export interface RuleExecutionResult {
  readonly externalExecutionId?: ExternalExecutionId | undefined;
  readonly externalExecutionSummary?: ExternalExecutionSummary | undefined;
  readonly externalExecutionUrl?: Url | undefined;
  readonly errorDetails?: ErrorDetails | undefined;
}

export type RuleExecutionStatus = "InProgress" | "Abandoned" | "Succeeded" | "Failed";

export type RuleExecutionToken = string;

export type RuleName = string;

export type RuleOwner = "AWS";

export type RuleProvider = string;

export interface RuleRevision {
  readonly revisionId: Revision;
  readonly revisionChangeId: RevisionChangeIdentifier;
  readonly created: Timestamp;
}

export interface RuleState {
  readonly ruleName?: RuleName | undefined;
  readonly currentRevision?: RuleRevision | undefined;
  readonly latestExecution?: RuleExecution | undefined;
  readonly entityUrl?: Url | undefined;
  readonly revisionUrl?: Url | undefined;
}

export type RuleStateList = readonly RuleState[];

export type RuleTimeout = number;

export interface RuleType {
  readonly id: RuleTypeId;
  readonly settings?: RuleTypeSettings | undefined;
  readonly ruleConfigurationProperties?: RuleConfigurationPropertyList | undefined;
  readonly inputArtifactDetails: ArtifactDetails;
}

export interface RuleTypeId {
  readonly category: RuleCategory;
  readonly owner?: RuleOwner | undefined;
  readonly provider: RuleProvider;
  readonly version?: Version | undefined;
}

export type RuleTypeList = readonly RuleType[];

export interface RuleTypeSettings {
  readonly thirdPartyConfigurationUrl?: Url | undefined;
  readonly entityUrlTemplate?: UrlTemplate | undefined;
  readonly executionUrlTemplate?: UrlTemplate | undefined;
  readonly revisionUrlTemplate?: UrlTemplate | undefined;
}

export interface S3ArtifactLocation {
  readonly bucketName: S3BucketName;
  readonly objectKey: S3ObjectKey;
}

export type S3Bucket = string;

export type S3BucketName = string;

export type S3Key = string;

export interface S3Location {
  readonly bucket?: S3Bucket | undefined;
  readonly key?: S3Key | undefined;
}

export type S3ObjectKey = string;

export type SecretAccessKey = string;

export type ServicePrincipal = string;

export type SessionToken = string;

export interface SourceRevision {
  readonly actionName: ActionName;
  readonly revisionId?: Revision | undefined;
  readonly revisionSummary?: RevisionSummary | undefined;
  readonly revisionUrl?: Url | undefined;
}

export type SourceRevisionList = readonly SourceRevision[];

export interface SourceRevisionOverride {
  readonly actionName: ActionName;
  readonly revisionType: SourceRevisionType;
  readonly revisionValue: Revision;
}

export type SourceRevisionOverrideList = readonly SourceRevisionOverride[];

export type SourceRevisionType = "COMMIT_ID" | "IMAGE_DIGEST" | "S3_OBJECT_VERSION_ID" | "S3_OBJECT_KEY";

export type StageActionDeclarationList = readonly ActionDeclaration[];

export type StageBlockerDeclarationList = readonly BlockerDeclaration[];

export interface StageConditionState {
  readonly latestExecution?: StageConditionsExecution | undefined;
  readonly conditionStates?: ConditionStateList | undefined;
}

export interface StageConditionsExecution {
  readonly status?: ConditionExecutionStatus | undefined;
  readonly summary?: ExecutionSummary | undefined;
}

export interface StageContext {
  readonly name?: StageName | undefined;
}

export interface StageDeclaration {
  readonly name: StageName;
  readonly blockers?: StageBlockerDeclarationList | undefined;
  readonly actions: StageActionDeclarationList;
  readonly onFailure?: FailureConditions | undefined;
  readonly onSuccess?: SuccessConditions | undefined;
  readonly beforeEntry?: BeforeEntryConditions | undefined;
}

export interface StageExecution {
  readonly pipelineExecutionId: PipelineExecutionId;
  readonly status: StageExecutionStatus;
  readonly type?: ExecutionType | undefined;
}

export type StageExecutionList = readonly StageExecution[];

export type StageExecutionStatus = "Cancelled" | "InProgress" | "Failed" | "Stopped" | "Stopping" | "Succeeded" | "Skipped";

export type StageName = string;

export type StageRetryMode = "FAILED_ACTIONS" | "ALL_ACTIONS";

export interface StageState {
  readonly stageName?: StageName | undefined;
  readonly inboundExecution?: StageExecution | undefined;
  readonly inboundExecutions?: StageExecutionList | undefined;
  readonly inboundTransitionState?: TransitionState | undefined;
  readonly actionStates?: ActionStateList | undefined;
  readonly latestExecution?: StageExecution | undefined;
  readonly beforeEntryConditionState?: StageConditionState | undefined;
  readonly onSuccessConditionState?: StageConditionState | undefined;
  readonly onFailureConditionState?: StageConditionState | undefined;
  readonly retryStageMetadata?: RetryStageMetadata | undefined;
}

export type StageStateList = readonly StageState[];

export type StageTransitionType = "Inbound" | "Outbound";

export interface StartPipelineExecutionInput {
  readonly name: PipelineName;
  readonly variables?: PipelineVariableList | undefined;
  readonly clientRequestToken?: ClientRequestToken | undefined;
  readonly sourceRevisions?: SourceRevisionOverrideList | undefined;
}

export interface StartPipelineExecutionOutput {
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
}

export type StartTimeRange = "Latest" | "All";

export interface StopExecutionTrigger {
  readonly reason?: StopPipelineExecutionReason | undefined;
}

export interface StopPipelineExecutionInput {
  readonly pipelineName: PipelineName;
  readonly pipelineExecutionId: PipelineExecutionId;
  readonly abandon?: Boolean | undefined;
  readonly reason?: StopPipelineExecutionReason | undefined;
}

export interface StopPipelineExecutionOutput {
  readonly pipelineExecutionId?: PipelineExecutionId | undefined;
}

export type StopPipelineExecutionReason = string;

export type String = string;

export interface SucceededInStageFilter {
  readonly stageName?: StageName | undefined;
}

export interface SuccessConditions {
  readonly conditions: ConditionList;
}

export interface Tag {
  readonly key: TagKey;
  readonly value: TagValue;
}

export type TagKey = string;

export type TagKeyList = readonly TagKey[];

export type TagList = readonly Tag[];

export interface TagResourceInput {
  readonly resourceArn: ResourceArn;
  readonly tags: TagList;
}

export type TagResourceOutput = Record<string, never>;

export type TagValue = string;

export interface TargetFilter {
  readonly name?: TargetFilterName | undefined;
  readonly values?: TargetFilterValueList | undefined;
}

export type TargetFilterList = readonly TargetFilter[];

export type TargetFilterName = "TARGET_STATUS";

export type TargetFilterValue = string;

export type TargetFilterValueList = readonly TargetFilterValue[];

export interface ThirdPartyJob {
  readonly clientId?: ClientId | undefined;
  readonly jobId?: JobId | undefined;
}

export interface ThirdPartyJobData {
  readonly actionTypeId?: ActionTypeId | undefined;
  readonly actionConfiguration?: ActionConfiguration | undefined;
  readonly pipelineContext?: PipelineContext | undefined;
  readonly inputArtifacts?: ArtifactList | undefined;
  readonly outputArtifacts?: ArtifactList | undefined;
  readonly artifactCredentials?: AWSSessionCredentials | undefined;
  readonly continuationToken?: ContinuationToken | undefined;
  readonly encryptionKey?: EncryptionKey | undefined;
}

export interface ThirdPartyJobDetails {
  readonly id?: ThirdPartyJobId | undefined;
  readonly data?: ThirdPartyJobData | undefined;
  readonly nonce?: Nonce | undefined;
}

export type ThirdPartyJobId = string;

export type ThirdPartyJobList = readonly ThirdPartyJob[];

export type Time = globalThis.Date;

export type Timestamp = globalThis.Date;

export interface TransitionState {
  readonly enabled?: Enabled | undefined;
  readonly lastChangedBy?: LastChangedBy | undefined;
  readonly lastChangedAt?: LastChangedAt | undefined;
  readonly disabledReason?: DisabledReason | undefined;
}

export type TriggerDetail = string;

export type TriggerType = "CreatePipeline" | "StartPipelineExecution" | "PollForSourceChanges" | "Webhook" | "CloudWatchEvent" | "PutActionRevision" | "WebhookV2" | "ManualRollback" | "AutomatedRollback";

export interface UntagResourceInput {
  readonly resourceArn: ResourceArn;
  readonly tagKeys: TagKeyList;
}

export type UntagResourceOutput = Record<string, never>;

export interface UpdateActionTypeInput {
  readonly actionType: ActionTypeDeclaration;
}

export interface UpdatePipelineInput {
  readonly pipeline: PipelineDeclaration;
}

export interface UpdatePipelineOutput {
  readonly pipeline?: PipelineDeclaration | undefined;
}

export type Url = string;

export type UrlTemplate = string;

export type Version = string;

export type WebhookArn = string;

export interface WebhookAuthConfiguration {
  readonly AllowedIPRange?: WebhookAuthConfigurationAllowedIPRange | undefined;
  readonly SecretToken?: WebhookAuthConfigurationSecretToken | undefined;
}

export type WebhookAuthConfigurationAllowedIPRange = string;

export type WebhookAuthConfigurationSecretToken = string;

export type WebhookAuthenticationType = "GITHUB_HMAC" | "IP" | "UNAUTHENTICATED";

export interface WebhookDefinition {
  readonly name: WebhookName;
  readonly targetPipeline: PipelineName;
  readonly targetAction: ActionName;
  readonly filters: WebhookFilters;
  readonly authentication: WebhookAuthenticationType;
  readonly authenticationConfiguration: WebhookAuthConfiguration;
}

export type WebhookErrorCode = string;

export type WebhookErrorMessage = string;

export interface WebhookFilterRule {
  readonly jsonPath: JsonPath;
  readonly matchEquals?: MatchEquals | undefined;
}

export type WebhookFilters = readonly WebhookFilterRule[];

export type WebhookLastTriggered = globalThis.Date;

export type WebhookList = readonly ListWebhookItem[];

export type WebhookName = string;

export type WebhookUrl = string;
