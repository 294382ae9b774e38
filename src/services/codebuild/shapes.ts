// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  BatchDeleteBuilds: { input: BatchDeleteBuildsInput; output: BatchDeleteBuildsOutput };
  BatchGetBuildBatches: { input: BatchGetBuildBatchesInput; output: BatchGetBuildBatchesOutput };
  BatchGetBuilds: { input: BatchGetBuildsInput; output: BatchGetBuildsOutput };
  BatchGetCommandExecutions: { input: BatchGetCommandExecutionsInput; output: BatchGetCommandExecutionsOutput };
  BatchGetFleets: { input: BatchGetFleetsInput; output: BatchGetFleetsOutput };
  BatchGetProjects: { input: BatchGetProjectsInput; output: BatchGetProjectsOutput };
  BatchGetReportGroups: { input: BatchGetReportGroupsInput; output: BatchGetReportGroupsOutput };
  BatchGetReports: { input: BatchGetReportsInput; output: BatchGetReportsOutput };
  BatchGetSandboxes: { input: BatchGetSandboxesInput; output: BatchGetSandboxesOutput };
  CreateFleet: { input: CreateFleetInput; output: CreateFleetOutput };
  CreateProject: { input: CreateProjectInput; output: CreateProjectOutput };
  CreateReportGroup: { input: CreateReportGroupInput; output: CreateReportGroupOutput };
  CreateWebhook: { input: CreateWebhookInput; output: CreateWebhookOutput };
  DeleteBuildBatch: { input: DeleteBuildBatchInput; output: DeleteBuildBatchOutput };
  DeleteFleet: { input: DeleteFleetInput; output: DeleteFleetOutput };
  DeleteProject: { input: DeleteProjectInput; output: DeleteProjectOutput };
  DeleteReport: { input: DeleteReportInput; output: DeleteReportOutput };
  DeleteReportGroup: { input: DeleteReportGroupInput; output: DeleteReportGroupOutput };
  DeleteResourcePolicy: { input: DeleteResourcePolicyInput; output: DeleteResourcePolicyOutput };
  DeleteSourceCredentials: { input: DeleteSourceCredentialsInput; output: DeleteSourceCredentialsOutput };
  DeleteWebhook: { input: DeleteWebhookInput; output: DeleteWebhookOutput };
  DescribeCodeCoverages: { input: DescribeCodeCoveragesInput; output: DescribeCodeCoveragesOutput };
  DescribeTestCases: { input: DescribeTestCasesInput; output: DescribeTestCasesOutput };
  GetReportGroupTrend: { input: GetReportGroupTrendInput; output: GetReportGroupTrendOutput };
  GetResourcePolicy: { input: GetResourcePolicyInput; output: GetResourcePolicyOutput };
  ImportSourceCredentials: { input: ImportSourceCredentialsInput; output: ImportSourceCredentialsOutput };
  InvalidateProjectCache: { input: InvalidateProjectCacheInput; output: InvalidateProjectCacheOutput };
  ListBuildBatches: { input: ListBuildBatchesInput; output: ListBuildBatchesOutput };
  ListBuildBatchesForProject: { input: ListBuildBatchesForProjectInput; output: ListBuildBatchesForProjectOutput };
  ListBuilds: { input: ListBuildsInput; output: ListBuildsOutput };
  ListBuildsForProject: { input: ListBuildsForProjectInput; output: ListBuildsForProjectOutput };
  ListCommandExecutionsForSandbox: { input: ListCommandExecutionsForSandboxInput; output: ListCommandExecutionsForSandboxOutput };
  ListCuratedEnvironmentImages: { input: ListCuratedEnvironmentImagesInput; output: ListCuratedEnvironmentImagesOutput };
  ListFleets: { input: ListFleetsInput; output: ListFleetsOutput };
  ListProjects: { input: ListProjectsInput; output: ListProjectsOutput };
  ListReportGroups: { input: ListReportGroupsInput; output: ListReportGroupsOutput };
  ListReports: { input: ListReportsInput; output: ListReportsOutput };
  ListReportsForReportGroup: { input: ListReportsForReportGroupInput; output: ListReportsForReportGroupOutput };
  ListSandboxes: { input: ListSandboxesInput; output: ListSandboxesOutput };
  ListSandboxesForProject: { input: ListSandboxesForProjectInput; output: ListSandboxesForProjectOutput };
  ListSharedProjects: { input: ListSharedProjectsInput; output: ListSharedProjectsOutput };
  ListSharedReportGroups: { input: ListSharedReportGroupsInput; output: ListSharedReportGroupsOutput };
  ListSourceCredentials: { input: ListSourceCredentialsInput; output: ListSourceCredentialsOutput };
  PutResourcePolicy: { input: PutResourcePolicyInput; output: PutResourcePolicyOutput };
  RetryBuild: { input: RetryBuildInput; output: RetryBuildOutput };
  RetryBuildBatch: { input: RetryBuildBatchInput; output: RetryBuildBatchOutput };
  StartBuild: { input: StartBuildInput; output: StartBuildOutput };
  StartBuildBatch: { input: StartBuildBatchInput; output: StartBuildBatchOutput };
  StartCommandExecution: { input: StartCommandExecutionInput; output: StartCommandExecutionOutput };
  StartSandbox: { input: StartSandboxInput; output: StartSandboxOutput };
  StartSandboxConnection: { input: StartSandboxConnectionInput; output: StartSandboxConnectionOutput };
  StopBuild: { input: StopBuildInput; output: StopBuildOutput };
  StopBuildBatch: { input: StopBuildBatchInput; output: StopBuildBatchOutput };
  StopSandbox: { input: StopSandboxInput; output: StopSandboxOutput };
  UpdateFleet: { input: UpdateFleetInput; output: UpdateFleetOutput };
  UpdateProject: { input: UpdateProjectInput; output: UpdateProjectOutput };
  UpdateProjectVisibility: { input: UpdateProjectVisibilityInput; output: UpdateProjectVisibilityOutput };
  UpdateReportGroup: { input: UpdateReportGroupInput; output: UpdateReportGroupOutput };
  UpdateWebhook: { input: UpdateWebhookInput; output: UpdateWebhookOutput };
}

export type ArtifactNamespace = "NONE" | "BUILD_ID";

export type ArtifactPackaging = "NONE" | "ZIP";

export type ArtifactsType = "CODEPIPELINE" | "S3" | "NO_ARTIFACTS";

export type AuthType = "OAUTH" | "BASIC_AUTH" | "PERSONAL_ACCESS_TOKEN" | "CODECONNECTIONS" | "SECRETS_MANAGER";

export interface AutoRetryConfig {
  readonly autoRetryLimit?: WrapperInt | undefined;
  readonly autoRetryNumber?: WrapperInt | undefined;
  readonly nextAutoRetry?: String | undefined;
  readonly previousAutoRetry?: String | undefined;
}

export interface BatchDeleteBuildsInput {
  readonly ids: BuildIds;
}

export interface BatchDeleteBuildsOutput {
  readonly buildsDeleted?: BuildIds | undefined;
  readonly buildsNotDeleted?: BuildsNotDeleted | undefined;
}

export interface BatchGetBuildBatchesInput {
  readonly ids: BuildBatchIds;
}

export interface BatchGetBuildBatchesOutput {
  readonly buildBatches?: BuildBatches | undefined;
  readonly buildBatchesNotFound?: BuildBatchIds | undefined;
}

export interface BatchGetBuildsInput {
  readonly ids: BuildIds;
}

export interface BatchGetBuildsOutput {
  readonly builds?: Builds | undefined;
  readonly buildsNotFound?: BuildIds | undefined;
}

export interface BatchGetCommandExecutionsInput {
  readonly sandboxId: NonEmptyString;
  readonly commandExecutionIds: CommandExecutionIds;
}

export interface BatchGetCommandExecutionsOutput {
  readonly commandExecutions?: CommandExecutions | undefined;
  readonly commandExecutionsNotFound?: CommandExecutionIds | undefined;
}

export interface BatchGetFleetsInput {
  readonly names: FleetNames;
}

export interface BatchGetFleetsOutput {
  readonly fleets?: Fleets | undefined;
  readonly fleetsNotFound?: FleetNames | undefined;
}

export interface BatchGetProjectsInput {
  readonly names: ProjectNames;
}

export interface BatchGetProjectsOutput {
  readonly projects?: Projects | undefined;
  readonly projectsNotFound?: ProjectNames | undefined;
}

export interface BatchGetReportGroupsInput {
  readonly reportGroupArns: ReportGroupArns;
}

export interface BatchGetReportGroupsOutput {
  readonly reportGroups?: ReportGroups | undefined;
  readonly reportGroupsNotFound?: ReportGroupArns | undefined;
}

export interface BatchGetReportsInput {
  readonly reportArns: ReportArns;
}

export interface BatchGetReportsOutput {
  readonly reports?: Reports | undefined;
  readonly reportsNotFound?: ReportArns | undefined;
}

export interface BatchGetSandboxesInput {
  readonly ids: SandboxIds;
}

export interface BatchGetSandboxesOutput {
  readonly sandboxes?: Sandboxes | undefined;
  readonly sandboxesNotFound?: SandboxIds | undefined;
}

export type BatchReportModeType = "REPORT_INDIVIDUAL_BUILDS" | "REPORT_AGGREGATED_BATCH";

export interface BatchRestrictions {
  readonly maximumBuildsAllowed?: WrapperInt | undefined;
  readonly computeTypesAllowed?: ComputeTypesAllowed | undefined;
  readonly fleetsAllowed?: FleetsAllowed | undefined;
}

export type Boolean = boolean;

export type BucketOwnerAccess = "NONE" | "READ_ONLY" | "FULL";

export interface Build {
  readonly id?: NonEmptyString | undefined;
  readonly arn?: NonEmptyString | undefined;
  readonly buildNumber?: WrapperLong | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly currentPhase?: String | undefined;
  readonly buildStatus?: StatusType | undefined;
  readonly sourceVersion?: NonEmptyString | undefined;
  readonly resolvedSourceVersion?: NonEmptyString | undefined;
  readonly projectName?: NonEmptyString | undefined;
  readonly phases?: BuildPhases | undefined;
  readonly source?: ProjectSource | undefined;
  readonly secondarySources?: ProjectSources | undefined;
  readonly secondarySourceVersions?: ProjectSecondarySourceVersions | undefined;
  readonly artifacts?: BuildArtifacts | undefined;
  readonly secondaryArtifacts?: BuildArtifactsList | undefined;
  readonly cache?: ProjectCache | undefined;
  readonly environment?: ProjectEnvironment | undefined;
  readonly serviceRole?: NonEmptyString | undefined;
  readonly logs?: LogsLocation | undefined;
  readonly timeoutInMinutes?: WrapperInt | undefined;
  readonly queuedTimeoutInMinutes?: WrapperInt | undefined;
  readonly buildComplete?: Boolean | undefined;
  readonly initiator?: String | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly networkInterface?: NetworkInterface | undefined;
  readonly encryptionKey?: NonEmptyString | undefined;
  readonly exportedEnvironmentVariables?: ExportedEnvironmentVariables | undefined;
  readonly reportArns?: BuildReportArns | undefined;
  readonly fileSystemLocations?: ProjectFileSystemLocations | undefined;
  readonly debugSession?: DebugSession | undefined;
  readonly buildBatchArn?: String | undefined;
  readonly autoRetryConfig?: AutoRetryConfig | undefined;
}

export interface BuildArtifacts {
  readonly location?: String | undefined;
  readonly sha256sum?: String | undefined;
  readonly md5sum?: String | undefined;
  readonly overrideArtifactName?: WrapperBoolean | undefined;
  readonly encryptionDisabled?: WrapperBoolean | undefined;
  readonly artifactIdentifier?: String | undefined;
  readonly bucketOwnerAccess?: BucketOwnerAccess | undefined;
}

export type BuildArtifactsList = readonly BuildArtifacts[];

export interface BuildBatch {
  readonly id?: NonEmptyString | undefined;
  readonly arn?: NonEmptyString | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly currentPhase?: String | undefined;
  readonly buildBatchStatus?: StatusType | undefined;
  readonly sourceVersion?: NonEmptyString | undefined;
  readonly resolvedSourceVersion?: NonEmptyString | undefined;
  readonly projectName?: NonEmptyString | undefined;
  readonly phases?: BuildBatchPhases | undefined;
  readonly source?: ProjectSource | undefined;
  readonly secondarySources?: ProjectSources | undefined;
  readonly secondarySourceVersions?: ProjectSecondarySourceVersions | undefined;
  readonly artifacts?: BuildArtifacts | undefined;
  readonly secondaryArtifacts?: BuildArtifactsList | undefined;
  readonly cache?: ProjectCache | undefined;
  readonly environment?: ProjectEnvironment | undefined;
  readonly serviceRole?: NonEmptyString | undefined;
  readonly logConfig?: LogsConfig | undefined;
  readonly buildTimeoutInMinutes?: WrapperInt | undefined;
  readonly queuedTimeoutInMinutes?: WrapperInt | undefined;
  readonly complete?: Boolean | undefined;
  readonly initiator?: String | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly encryptionKey?: NonEmptyString | undefined;
  readonly buildBatchNumber?: WrapperLong | undefined;
  readonly fileSystemLocations?: ProjectFileSystemLocations | undefined;
  readonly buildBatchConfig?: ProjectBuildBatchConfig | undefined;
  readonly buildGroups?: BuildGroups | undefined;
  readonly debugSessionEnabled?: WrapperBoolean | undefined;
  readonly reportArns?: BuildReportArns | undefined;
}

export interface BuildBatchFilter {
  readonly status?: StatusType | undefined;
}

export type BuildBatchIds = readonly NonEmptyString[];

export interface BuildBatchPhase {
  readonly phaseType?: BuildBatchPhaseType | undefined;
  readonly phaseStatus?: StatusType | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly durationInSeconds?: WrapperLong | undefined;
  readonly contexts?: PhaseContexts | undefined;
}

export type BuildBatchPhaseType = "SUBMITTED" | "DOWNLOAD_BATCHSPEC" | "IN_PROGRESS" | "COMBINE_ARTIFACTS" | "SUCCEEDED" | "FAILED" | "STOPPED";

export type BuildBatchPhases = readonly BuildBatchPhase[];

export type BuildBatches = readonly BuildBatch[];

export interface BuildGroup {
  readonly identifier?: String | undefined;
  readonly dependsOn?: Identifiers | undefined;
  readonly ignoreFailure?: Boolean | undefined;
  readonly currentBuildSummary?: BuildSummary | undefined;
  readonly priorBuildSummaryList?: BuildSummaries | undefined;
}

export type BuildGroups = readonly BuildGroup[];

export type BuildIds = readonly NonEmptyString[];

export interface BuildNotDeleted {
  readonly id?: NonEmptyString | undefined;
  readonly statusCode?: String | undefined;
}

export interface BuildPhase {
  readonly phaseType?: BuildPhaseType | undefined;
  readonly phaseStatus?: StatusType | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly durationInSeconds?: WrapperLong | undefined;
  readonly contexts?: PhaseContexts | undefined;
}

export type BuildPhaseType = "SUBMITTED" | "QUEUED" | "PROVISIONING" | "DOWNLOAD_SOURCE" | "INSTALL" | "PRE_BUILD" | "BUILD" | "POST_BUILD" | "UPLOAD_ARTIFACTS" | "FINALIZING" | "COMPLETED";

export type BuildPhases = readonly BuildPhase[];

export type BuildReportArns = readonly String[];

export interface BuildStatusConfig {
  readonly context?: String | undefined;
  readonly targetUrl?: String | undefined;
}

export type BuildSummaries = readonly BuildSummary[];

export interface BuildSummary {
  readonly arn?: String | undefined;
  readonly requestedOn?: Timestamp | undefined;
  readonly buildStatus?: StatusType | undefined;
  readonly primaryArtifact?: ResolvedArtifact | undefined;
  readonly secondaryArtifacts?: ResolvedSecondaryArtifacts | undefined;
}

export type BuildTimeOut = number;

export type Builds = readonly Build[];

export type BuildsNotDeleted = readonly BuildNotDeleted[];

export type CacheMode = "LOCAL_DOCKER_LAYER_CACHE" | "LOCAL_SOURCE_CACHE" | "LOCAL_CUSTOM_CACHE";

export type CacheType = "NO_CACHE" | "S3" | "LOCAL";

export interface CloudWatchLogsConfig {
  readonly status: LogsConfigStatusType;
  readonly groupName?: String | undefined;
  readonly streamName?: String | undefined;
}

export interface CodeCoverage {
  readonly id?: NonEmptyString | undefined;
  readonly reportARN?: NonEmptyString | undefined;
  readonly filePath?: NonEmptyString | undefined;
  readonly lineCoveragePercentage?: Percentage | undefined;
  readonly linesCovered?: NonNegativeInt | undefined;
  readonly linesMissed?: NonNegativeInt | undefined;
  readonly branchCoveragePercentage?: Percentage | undefined;
  readonly branchesCovered?: NonNegativeInt | undefined;
  readonly branchesMissed?: NonNegativeInt | undefined;
  readonly expired?: Timestamp | undefined;
}

export interface CodeCoverageReportSummary {
  readonly lineCoveragePercentage?: Percentage | undefined;
  readonly linesCovered?: NonNegativeInt | undefined;
  readonly linesMissed?: NonNegativeInt | undefined;
  readonly branchCoveragePercentage?: Percentage | undefined;
  readonly branchesCovered?: NonNegativeInt | undefined;
  readonly branchesMissed?: NonNegativeInt | undefined;
}

export type CodeCoverages = readonly CodeCoverage[];

export interface CommandExecution {
  readonly id?: NonEmptyString | undefined;
  readonly sandboxId?: NonEmptyString | undefined;
  readonly submitTime?: Timestamp | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly status?: NonEmptyString | undefined;
  readonly command?: SensitiveNonEmptyString | undefined;
  readonly type?: CommandType | undefined;
  readonly exitCode?: NonEmptyString | undefined;
  readonly standardOutputContent?: SensitiveNonEmptyString | undefined;
  readonly standardErrContent?: SensitiveNonEmptyString | undefined;
  readonly logs?: LogsLocation | undefined;
  readonly sandboxArn?: NonEmptyString | undefined;
}

export type CommandExecutionIds = readonly NonEmptyString[];

export type CommandExecutions = readonly CommandExecution[];

export type CommandType = "SHELL";

export interface ComputeConfiguration {
  readonly vCpu?: WrapperLong | undefined;
  readonly memory?: WrapperLong | undefined;
  readonly disk?: WrapperLong | undefined;
  readonly machineType?: MachineType | undefined;
  readonly instanceType?: NonEmptyString | undefined;
}

export type ComputeType = "BUILD_GENERAL1_SMALL" | "BUILD_GENERAL1_MEDIUM" | "BUILD_GENERAL1_LARGE" | "BUILD_GENERAL1_XLARGE" | "BUILD_GENERAL1_2XLARGE" | "BUILD_LAMBDA_1GB" | "BUILD_LAMBDA_2GB" | "BUILD_LAMBDA_4GB" | "BUILD_LAMBDA_8GB" | "BUILD_LAMBDA_10GB" | "ATTRIBUTE_BASED_COMPUTE" | "CUSTOM_INSTANCE_TYPE";

export type ComputeTypesAllowed = readonly NonEmptyString[];

export interface CreateFleetInput {
  readonly name: FleetName;
  readonly baseCapacity: FleetCapacity;
  readonly environmentType: EnvironmentType;
  readonly computeType: ComputeType;
  readonly computeConfiguration?: ComputeConfiguration | undefined;
  readonly scalingConfiguration?: ScalingConfigurationInput | undefined;
  readonly overflowBehavior?: FleetOverflowBehavior | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly proxyConfiguration?: ProxyConfiguration | undefined;
  readonly imageId?: NonEmptyString | undefined;
  readonly fleetServiceRole?: NonEmptyString | undefined;
  readonly tags?: TagList | undefined;
}

export interface CreateFleetOutput {
  readonly fleet?: Fleet | undefined;
}

export interface CreateProjectInput {
  readonly name: ProjectName;
  readonly description?: ProjectDescription | undefined;
  readonly source: ProjectSource;
  readonly secondarySources?: ProjectSources | undefined;
  readonly sourceVersion?: String | undefined;
  readonly secondarySourceVersions?: ProjectSecondarySourceVersions | undefined;
  readonly artifacts: ProjectArtifacts;
  readonly secondaryArtifacts?: ProjectArtifactsList | undefined;
  readonly cache?: ProjectCache | undefined;
  readonly environment: ProjectEnvironment;
  readonly serviceRole: NonEmptyString;
  readonly timeoutInMinutes?: BuildTimeOut | undefined;
  readonly queuedTimeoutInMinutes?: TimeOut | undefined;
  readonly encryptionKey?: NonEmptyString | undefined;
  readonly tags?: TagList | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly badgeEnabled?: WrapperBoolean | undefined;
  readonly logsConfig?: LogsConfig | undefined;
  readonly fileSystemLocations?: ProjectFileSystemLocations | undefined;
  readonly buildBatchConfig?: ProjectBuildBatchConfig | undefined;
  readonly concurrentBuildLimit?: WrapperInt | undefined;
  readonly autoRetryLimit?: WrapperInt | undefined;
}

export interface CreateProjectOutput {
  readonly project?: Project | undefined;
}

export interface CreateReportGroupInput {
  readonly name: ReportGroupName;
  readonly type: ReportType;
  readonly exportConfig: ReportExportConfig;
  readonly tags?: TagList | undefined;
}

export interface CreateReportGroupOutput {
  readonly reportGroup?: ReportGroup | undefined;
}

export interface CreateWebhookInput {
  readonly projectName: ProjectName;
  readonly branchFilter?: String | undefined;
  readonly filterGroups?: FilterGroups | undefined;
  readonly buildType?: WebhookBuildType | undefined;
  readonly manualCreation?: WrapperBoolean | undefined;
  readonly scopeConfiguration?: ScopeConfiguration | undefined;
  readonly pullRequestBuildPolicy?: PullRequestBuildPolicy | undefined;
}

export interface CreateWebhookOutput {
  readonly webhook?: Webhook | undefined;
}

export type CredentialProviderType = "SECRETS_MANAGER";

export interface DebugSession {
  readonly sessionEnabled?: WrapperBoolean | undefined;
  readonly sessionTarget?: NonEmptyString | undefined;
}

export interface DeleteBuildBatchInput {
  readonly id: NonEmptyString;
}

export interface DeleteBuildBatchOutput {
  readonly statusCode?: String | undefined;
  readonly buildsDeleted?: BuildIds | undefined;
  readonly buildsNotDeleted?: BuildsNotDeleted | undefined;
}

export interface DeleteFleetInput {
  readonly arn: NonEmptyString;
}

export type DeleteFleetOutput = Record<string, never>;

export interface DeleteProjectInput {
  readonly name: NonEmptyString;
}

export type DeleteProjectOutput = Record<string, never>;

export interface DeleteReportGroupInput {
  readonly arn: NonEmptyString;
  readonly deleteReports?: Boolean | undefined;
}

export type DeleteReportGroupOutput = Record<string, never>;

export interface DeleteReportInput {
  readonly arn: NonEmptyString;
}

export type DeleteReportOutput = Record<string, never>;

export interface DeleteResourcePolicyInput {
  readonly resourceArn: NonEmptyString;
}

export type DeleteResourcePolicyOutput = Record<string, never>;

export interface DeleteSourceCredentialsInput {
  readonly arn: NonEmptyString;
}

export interface DeleteSourceCredentialsOutput {
  readonly arn?: NonEmptyString | undefined;
}

export interface DeleteWebhookInput {
  readonly projectName: ProjectName;
}

export type DeleteWebhookOutput = Record<string, never>;

export interface DescribeCodeCoveragesInput {
  readonly reportArn: NonEmptyString;
  readonly nextToken?: String | undefined;
  readonly maxResults?: PageSize | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly sortBy?: ReportCodeCoverageSortByType | undefined;
  readonly minLineCoveragePercentage?: Percentage | undefined;
  readonly maxLineCoveragePercentage?: Percentage | undefined;
}

export interface DescribeCodeCoveragesOutput {
  readonly nextToken?: String | undefined;
  readonly codeCoverages?: CodeCoverages | undefined;
}

export interface DescribeTestCasesInput {
  readonly reportArn: String;
  readonly nextToken?: String | undefined;
  readonly maxResults?: PageSize | undefined;
  readonly filter?: TestCaseFilter | undefined;
}

export interface DescribeTestCasesOutput {
  readonly nextToken?: String | undefined;
  readonly testCases?: TestCases | undefined;
}

export interface DockerServer {
  readonly computeType: ComputeType;
  readonly securityGroupIds?: SecurityGroupIds | undefined;
  readonly status?: DockerServerStatus | undefined;
}

export interface DockerServerStatus {
  readonly status?: String | undefined;
  readonly message?: String | undefined;
}

export interface EnvironmentImage {
  readonly name?: String | undefined;
  readonly description?: String | undefined;
  readonly versions?: ImageVersions | undefined;
}

export type EnvironmentImages = readonly EnvironmentImage[];

export interface EnvironmentLanguage {
  readonly language?: LanguageType | undefined;
  readonly images?: EnvironmentImages | undefined;
}

export type EnvironmentLanguages = readonly EnvironmentLanguage[];

export interface EnvironmentPlatform {
  readonly platform?: PlatformType | undefined;
  readonly languages?: EnvironmentLanguages | undefined;
}

export type EnvironmentPlatforms = readonly EnvironmentPlatform[];

export type EnvironmentType = "WINDOWS_CONTAINER" | "LINUX_CONTAINER" | "LINUX_GPU_CONTAINER" | "ARM_CONTAINER" | "WINDOWS_SERVER_2019_CONTAINER" | "WINDOWS_SERVER_2022_CONTAINER" | "LINUX_LAMBDA_CONTAINER" | "ARM_LAMBDA_CONTAINER" | "LINUX_EC2" | "ARM_EC2" | "WINDOWS_EC2" | "MAC_ARM";

export interface EnvironmentVariable {
  readonly name: NonEmptyString;
  readonly value: String;
  readonly type?: EnvironmentVariableType | undefined;
}

export type EnvironmentVariableType = "PLAINTEXT" | "PARAMETER_STORE" | "SECRETS_MANAGER";

export type EnvironmentVariables = readonly EnvironmentVariable[];

export interface ExportedEnvironmentVariable {
  readonly name?: NonEmptyString | undefined;
  readonly value?: String | undefined;
}

export type ExportedEnvironmentVariables = readonly ExportedEnvironmentVariable[];

export type FileSystemType = "EFS";

export type FilterGroup = readonly WebhookFilter[];

export type FilterGroups = readonly FilterGroup[];

export interface Fleet {
  readonly arn?: NonEmptyString | undefined;
  readonly name?: FleetName | undefined;
  readonly id?: NonEmptyString | undefined;
  readonly created?: Timestamp | undefined;
  readonly lastModified?: Timestamp | undefined;
  readonly status?: FleetStatus | undefined;
  readonly baseCapacity?: FleetCapacity | undefined;
  readonly environmentType?: EnvironmentType | undefined;
  readonly computeType?: ComputeType | undefined;
  readonly computeConfiguration?: ComputeConfiguration | undefined;
  readonly scalingConfiguration?: ScalingConfigurationOutput | undefined;
  readonly overflowBehavior?: FleetOverflowBehavior | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly proxyConfiguration?: ProxyConfiguration | undefined;
  readonly imageId?: NonEmptyString | undefined;
  readonly fleetServiceRole?: NonEmptyString | undefined;
  readonly tags?: TagList | undefined;
}

export type FleetArns = readonly NonEmptyString[];

export type FleetCapacity = number;

export type FleetContextCode = "CREATE_FAILED" | "UPDATE_FAILED" | "ACTION_REQUIRED" | "PENDING_DELETION" | "INSUFFICIENT_CAPACITY";

export type FleetName = string;

export type FleetNames = readonly NonEmptyString[];

export type FleetOverflowBehavior = "QUEUE" | "ON_DEMAND";

export interface FleetProxyRule {
  readonly type: FleetProxyRuleType;
  readonly effect: FleetProxyRuleEffectType;
  readonly entities: FleetProxyRuleEntities;
}

export type FleetProxyRuleBehavior = "ALLOW_ALL" | "DENY_ALL";

export type FleetProxyRuleEffectType = "ALLOW" | "DENY";

export type FleetProxyRuleEntities = readonly String[];

export type FleetProxyRuleType = "DOMAIN" | "IP";

export type FleetProxyRules = readonly FleetProxyRule[];

export type FleetScalingMetricType = "FLEET_UTILIZATION_RATE";

export type FleetScalingType = "TARGET_TRACKING_SCALING";

export type FleetSortByType = "NAME" | "CREATED_TIME" | "LAST_MODIFIED_TIME";

export interface FleetStatus {
  readonly statusCode?: FleetStatusCode | undefined;
  readonly context?: FleetContextCode | undefined;
  readonly message?: String | undefined;
}

export type FleetStatusCode = "CREATING" | "UPDATING" | "ROTATING" | "PENDING_DELETION" | "DELETING" | "CREATE_FAILED" | "UPDATE_ROLLBACK_FAILED" | "ACTIVE";

export type Fleets = readonly Fleet[];

export type FleetsAllowed = readonly NonEmptyString[];

export interface GetReportGroupTrendInput {
  readonly reportGroupArn: NonEmptyString;
  readonly numOfReports?: PageSize | undefined;
  readonly trendField: ReportGroupTrendFieldType;
}

export interface GetReportGroupTrendOutput {
  readonly stats?: ReportGroupTrendStats | undefined;
  readonly rawData?: ReportGroupTrendRawDataList | undefined;
}

export interface GetResourcePolicyInput {
  readonly resourceArn: NonEmptyString;
}

export interface GetResourcePolicyOutput {
  readonly policy?: NonEmptyString | undefined;
}

export type GitCloneDepth = number;

export interface GitSubmodulesConfig {
  readonly fetchSubmodules: WrapperBoolean;
}

export type Identifiers = readonly NonEmptyString[];

export type ImagePullCredentialsType = "CODEBUILD" | "SERVICE_ROLE";

export type ImageVersions = readonly String[];

export interface ImportSourceCredentialsInput {
  readonly username?: NonEmptyString | undefined;
  readonly token: SensitiveNonEmptyString;
  readonly serverType: ServerType;
  readonly authType: AuthType;
  readonly shouldOverwrite?: WrapperBoolean | undefined;
}

export interface ImportSourceCredentialsOutput {
  readonly arn?: NonEmptyString | undefined;
}

export interface InvalidateProjectCacheInput {
  readonly projectName: NonEmptyString;
}

export type InvalidateProjectCacheOutput = Record<string, never>;

export type KeyInput = string;

export type LanguageType = "JAVA" | "PYTHON" | "NODE_JS" | "RUBY" | "GOLANG" | "DOCKER" | "ANDROID" | "DOTNET" | "BASE" | "PHP";

export interface ListBuildBatchesForProjectInput {
  readonly projectName?: NonEmptyString | undefined;
  readonly filter?: BuildBatchFilter | undefined;
  readonly maxResults?: PageSize | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListBuildBatchesForProjectOutput {
  readonly ids?: BuildBatchIds | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListBuildBatchesInput {
  readonly filter?: BuildBatchFilter | undefined;
  readonly maxResults?: PageSize | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListBuildBatchesOutput {
  readonly ids?: BuildBatchIds | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListBuildsForProjectInput {
  readonly projectName: NonEmptyString;
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListBuildsForProjectOutput {
  readonly ids?: BuildIds | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListBuildsInput {
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListBuildsOutput {
  readonly ids?: BuildIds | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListCommandExecutionsForSandboxInput {
  readonly sandboxId: NonEmptyString;
  readonly maxResults?: PageSize | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: SensitiveString | undefined;
}

export interface ListCommandExecutionsForSandboxOutput {
  readonly commandExecutions?: CommandExecutions | undefined;
  readonly nextToken?: String | undefined;
}

export type ListCuratedEnvironmentImagesInput = Record<string, never>;

export interface ListCuratedEnvironmentImagesOutput {
  readonly platforms?: EnvironmentPlatforms | undefined;
}

export interface ListFleetsInput {
  readonly nextToken?: SensitiveString | undefined;
  readonly maxResults?: PageSize | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly sortBy?: FleetSortByType | undefined;
}

export interface ListFleetsOutput {
  readonly nextToken?: String | undefined;
  readonly fleets?: FleetArns | undefined;
}

export interface ListProjectsInput {
  readonly sortBy?: ProjectSortByType | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: NonEmptyString | undefined;
}

export interface ListProjectsOutput {
  readonly nextToken?: String | undefined;
  readonly projects?: ProjectNames | undefined;
}

export interface ListReportGroupsInput {
  readonly sortOrder?: SortOrderType | undefined;
  readonly sortBy?: ReportGroupSortByType | undefined;
  readonly nextToken?: String | undefined;
  readonly maxResults?: PageSize | undefined;
}

export interface ListReportGroupsOutput {
  readonly nextToken?: String | undefined;
  readonly reportGroups?: ReportGroupArns | undefined;
}

export interface ListReportsForReportGroupInput {
  readonly reportGroupArn: String;
  readonly nextToken?: String | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly maxResults?: PageSize | undefined;
  readonly filter?: ReportFilter | undefined;
}

export interface ListReportsForReportGroupOutput {
  readonly nextToken?: String | undefined;
  readonly reports?: ReportArns | undefined;
}

export interface ListReportsInput {
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: String | undefined;
  readonly maxResults?: PageSize | undefined;
  readonly filter?: ReportFilter | undefined;
}

export interface ListReportsOutput {
  readonly nextToken?: String | undefined;
  readonly reports?: ReportArns | undefined;
}

export interface ListSandboxesForProjectInput {
  readonly projectName: NonEmptyString;
  readonly maxResults?: PageSize | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: SensitiveString | undefined;
}

export interface ListSandboxesForProjectOutput {
  readonly ids?: SandboxIds | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListSandboxesInput {
  readonly maxResults?: PageSize | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListSandboxesOutput {
  readonly ids?: SandboxIds | undefined;
  readonly nextToken?: String | undefined;
}

export interface ListSharedProjectsInput {
  readonly sortBy?: SharedResourceSortByType | undefined;
  readonly sortOrder?: SortOrderType | undefined;
  readonly maxResults?: PageSize | undefined;
  readonly nextToken?: NonEmptyString | undefined;
}

export interface ListSharedProjectsOutput {
  readonly nextToken?: String | undefined;
  readonly projects?: ProjectArns | undefined;
}

export interface ListSharedReportGroupsInput {
  readonly sortOrder?: SortOrderType | undefined;
  readonly sortBy?: SharedResourceSortByType | undefined;
  readonly nextToken?: String | undefined;
  readonly maxResults?: PageSize | undefined;
}

export interface ListSharedReportGroupsOutput {
  readonly nextToken?: String | undefined;
  readonly reportGroups?: ReportGroupArns | undefined;
}

export type ListSourceCredentialsInput = Record<string, never>;

export interface ListSourceCredentialsOutput {
  readonly sourceCredentialsInfos?: SourceCredentialsInfos | undefined;
}

export interface LogsConfig {
  readonly cloudWatchLogs?: CloudWatchLogsConfig | undefined;
  readonly s3Logs?: S3LogsConfig | undefined;
}

export type LogsConfigStatusType = "ENABLED" | "DISABLED";

export interface LogsLocation {
  readonly groupName?: String | undefined;
  readonly streamName?: String | undefined;
  readonly deepLink?: String | undefined;
  readonly s3DeepLink?: String | undefined;
  readonly cloudWatchLogsArn?: String | undefined;
  readonly s3LogsArn?: String | undefined;
  readonly cloudWatchLogs?: CloudWatchLogsConfig | undefined;
  readonly s3Logs?: S3LogsConfig | undefined;
}

export type MachineType = "GENERAL" | "NVME";

export interface NetworkInterface {
  readonly subnetId?: NonEmptyString | undefined;
  readonly networkInterfaceId?: NonEmptyString | undefined;
}

export type NonEmptyString = string;

export type NonNegativeInt = number;

export type PageSize = number;

export type Percentage = number;

export interface PhaseContext {
  readonly statusCode?: String | undefined;
  readonly message?: String | undefined;
}

export type PhaseContexts = readonly PhaseContext[];

export type PlatformType = "DEBIAN" | "AMAZON_LINUX" | "UBUNTU" | "WINDOWS_SERVER";

export interface Project {
  readonly name?: ProjectName | undefined;
  readonly arn?: String | undefined;
  readonly description?: ProjectDescription | undefined;
  readonly source?: ProjectSource | undefined;
  readonly secondarySources?: ProjectSources | undefined;
  readonly sourceVersion?: String | undefined;
  readonly secondarySourceVersions?: ProjectSecondarySourceVersions | undefined;
  readonly artifacts?: ProjectArtifacts | undefined;
  readonly secondaryArtifacts?: ProjectArtifactsList | undefined;
  readonly cache?: ProjectCache | undefined;
  readonly environment?: ProjectEnvironment | undefined;
  readonly serviceRole?: NonEmptyString | undefined;
  readonly timeoutInMinutes?: BuildTimeOut | undefined;
  readonly queuedTimeoutInMinutes?: TimeOut | undefined;
  readonly encryptionKey?: NonEmptyString | undefined;
  readonly tags?: TagList | undefined;
  readonly created?: Timestamp | undefined;
  readonly lastModified?: Timestamp | undefined;
  readonly webhook?: Webhook | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly badge?: ProjectBadge | undefined;
  readonly logsConfig?: LogsConfig | undefined;
  readonly fileSystemLocations?: ProjectFileSystemLocations | undefined;
  readonly buildBatchConfig?: ProjectBuildBatchConfig | undefined;
  readonly concurrentBuildLimit?: WrapperInt | undefined;
  readonly projectVisibility?: ProjectVisibilityType | undefined;
  readonly publicProjectAlias?: NonEmptyString | undefined;
  readonly resourceAccessRole?: NonEmptyString | undefined;
  readonly autoRetryLimit?: WrapperInt | undefined;
}

export type ProjectArns = readonly NonEmptyString[];

export interface ProjectArtifacts {
  readonly type: ArtifactsType;
  readonly location?: String | undefined;
  readonly path?: String | undefined;
  readonly namespaceType?: ArtifactNamespace | undefined;
  readonly name?: String | undefined;
  readonly packaging?: ArtifactPackaging | undefined;
  readonly overrideArtifactName?: WrapperBoolean | undefined;
  readonly encryptionDisabled?: WrapperBoolean | undefined;
  readonly artifactIdentifier?: String | undefined;
  readonly bucketOwnerAccess?: BucketOwnerAccess | undefined;
}

export type ProjectArtifactsList = readonly ProjectArtifacts[];

export interface ProjectBadge {
  readonly badgeEnabled?: Boolean | undefined;
  readonly badgeRequestUrl?: String | undefined;
}

export interface ProjectBuildBatchConfig {
  readonly serviceRole?: NonEmptyString | undefined;
  readonly combineArtifacts?: WrapperBoolean | undefined;
  readonly restrictions?: BatchRestrictions | undefined;
  readonly timeoutInMins?: WrapperInt | undefined;
  readonly batchReportMode?: BatchReportModeType | undefined;
}

export interface ProjectCache {
  readonly type: CacheType;
  readonly location?: String | undefined;
  readonly modes?: ProjectCacheModes | undefined;
  readonly cacheNamespace?: String | undefined;
}

export type ProjectCacheModes = readonly CacheMode[];

export type ProjectDescription = string;

export interface ProjectEnvironment {
  readonly type: EnvironmentType;
  readonly image: NonEmptyString;
  readonly computeType: ComputeType;
  readonly computeConfiguration?: ComputeConfiguration | undefined;
  readonly fleet?: ProjectFleet | undefined;
  readonly environmentVariables?: EnvironmentVariables | undefined;
  readonly privilegedMode?: WrapperBoolean | undefined;
  readonly certificate?: String | undefined;
  readonly registryCredential?: RegistryCredential | undefined;
  readonly imagePullCredentialsType?: ImagePullCredentialsType | undefined;
  readonly dockerServer?: DockerServer | undefined;
}

export interface ProjectFileSystemLocation {
  readonly type?: FileSystemType | undefined;
  readonly location?: String | undefined;
  readonly mountPoint?: String | undefined;
  readonly identifier?: String | undefined;
  readonly mountOptions?: String | undefined;
}

export type ProjectFileSystemLocations = readonly ProjectFileSystemLocation[];

export interface ProjectFleet {
  readonly fleetArn?: String | undefined;
}

export type ProjectName = string;

export type ProjectNames = readonly NonEmptyString[];

export type ProjectSecondarySourceVersions = readonly ProjectSourceVersion[];

export type ProjectSortByType = "NAME" | "CREATED_TIME" | "LAST_MODIFIED_TIME";

export interface ProjectSource {
  readonly type: SourceType;
  readonly location?: String | undefined;
  readonly gitCloneDepth?: GitCloneDepth | undefined;
  readonly gitSubmodulesConfig?: GitSubmodulesConfig | undefined;
  readonly buildspec?: String | undefined;
  readonly auth?: SourceAuth | undefined;
  readonly reportBuildStatus?: WrapperBoolean | undefined;
  readonly buildStatusConfig?: BuildStatusConfig | undefined;
  readonly insecureSsl?: WrapperBoolean | undefined;
  readonly sourceIdentifier?: String | undefined;
}

export interface ProjectSourceVersion {
  readonly sourceIdentifier: String;
  readonly sourceVersion: String;
}

export type ProjectSources = readonly ProjectSource[];

export type ProjectVisibilityType = "PUBLIC_READ" | "PRIVATE";

export type Projects = readonly Project[];

export interface ProxyConfiguration {
  readonly defaultBehavior?: FleetProxyRuleBehavior | undefined;
  readonly orderedProxyRules?: FleetProxyRules | undefined;
}

export type PullRequestBuildApproverRole = "GITHUB_READ" | "GITHUB_TRIAGE" | "GITHUB_WRITE" | "GITHUB_MAINTAIN" | "GITHUB_ADMIN" | "GITLAB_GUEST" | "GITLAB_PLANNER" | "GITLAB_REPORTER" | "GITLAB_DEVELOPER" | "GITLAB_MAINTAINER" | "GITLAB_OWNER" | "BITBUCKET_READ" | "BITBUCKET_WRITE" | "BITBUCKET_ADMIN";

export type PullRequestBuildApproverRoles = readonly PullRequestBuildApproverRole[];

export type PullRequestBuildCommentApproval = "DISABLED" | "ALL_PULL_REQUESTS" | "FORK_PULL_REQUESTS";

export interface PullRequestBuildPolicy {
  readonly requiresCommentApproval: PullRequestBuildCommentApproval;
  readonly approverRoles?: PullRequestBuildApproverRoles | undefined;
}

export interface PutResourcePolicyInput {
  readonly policy: NonEmptyString;
  readonly resourceArn: NonEmptyString;
}

export interface PutResourcePolicyOutput {
  readonly resourceArn?: NonEmptyString | undefined;
}

export interface RegistryCredential {
  readonly credential: NonEmptyString;
  readonly credentialProvider: CredentialProviderType;
}

export interface Report {
  readonly arn?: NonEmptyString | undefined;
  readonly type?: ReportType | undefined;
  readonly name?: String | undefined;
  readonly reportGroupArn?: NonEmptyString | undefined;
  readonly executionId?: String | undefined;
  readonly status?: ReportStatusType | undefined;
  readonly created?: Timestamp | undefined;
  readonly expired?: Timestamp | undefined;
  readonly exportConfig?: ReportExportConfig | undefined;
  readonly truncated?: WrapperBoolean | undefined;
  readonly testSummary?: TestReportSummary | undefined;
  readonly codeCoverageSummary?: CodeCoverageReportSummary | undefined;
}

export type ReportArns = readonly NonEmptyString[];

export type ReportCodeCoverageSortByType = "LINE_COVERAGE_PERCENTAGE" | "FILE_PATH";

export interface ReportExportConfig {
  readonly exportConfigType?: ReportExportConfigType | undefined;
  readonly s3Destination?: S3ReportExportConfig | undefined;
}

export type ReportExportConfigType = "S3" | "NO_EXPORT";

export interface ReportFilter {
  readonly status?: ReportStatusType | undefined;
}

export interface ReportGroup {
  readonly arn?: NonEmptyString | undefined;
  readonly name?: ReportGroupName | undefined;
  readonly type?: ReportType | undefined;
  readonly exportConfig?: ReportExportConfig | undefined;
  readonly created?: Timestamp | undefined;
  readonly lastModified?: Timestamp | undefined;
  readonly tags?: TagList | undefined;
  readonly status?: ReportGroupStatusType | undefined;
}

export type ReportGroupArns = readonly NonEmptyString[];

export type ReportGroupName = string;

export type ReportGroupSortByType = "NAME" | "CREATED_TIME" | "LAST_MODIFIED_TIME";

export type ReportGroupStatusType = "ACTIVE" | "DELETING";

export type ReportGroupTrendFieldType = "PASS_RATE" | "DURATION" | "TOTAL" | "LINE_COVERAGE" | "LINES_COVERED" | "LINES_MISSED" | "BRANCH_COVERAGE" | "BRANCHES_COVERED" | "BRANCHES_MISSED";

export type ReportGroupTrendRawDataList = readonly ReportWithRawData[];

export interface ReportGroupTrendStats {
  readonly average?: String | undefined;
  readonly max?: String | undefined;
  readonly min?: String | undefined;
}

export type ReportGroups = readonly ReportGroup[];

export type ReportPackagingType = "ZIP" | "NONE";

export type ReportStatusCounts = Readonly<{ [key: string]: WrapperInt }>;

export type ReportStatusType = "GENERATING" | "SUCCEEDED" | "FAILED" | "INCOMPLETE" | "DELETING";

export type ReportType = "TEST" | "CODE_COVERAGE";

export interface ReportWithRawData {
  readonly reportArn?: NonEmptyString | undefined;
  readonly data?: String | undefined;
}

export type Reports = readonly Report[];

export interface ResolvedArtifact {
  readonly type?: ArtifactsType | undefined;
  readonly location?: String | undefined;
  readonly identifier?: String | undefined;
}

export type ResolvedSecondaryArtifacts = readonly ResolvedArtifact[];

export interface RetryBuildBatchInput {
  readonly id?: NonEmptyString | undefined;
  readonly idempotencyToken?: String | undefined;
  readonly retryType?: RetryBuildBatchType | undefined;
}

export interface RetryBuildBatchOutput {
  readonly buildBatch?: BuildBatch | undefined;
}

export type RetryBuildBatchType = "RETRY_ALL_BUILDS" | "RETRY_FAILED_BUILDS";

export interface RetryBuildInput {
  readonly id?: NonEmptyString | undefined;
  readonly idempotencyToken?: String | undefined;
}

export interface RetryBuildOutput {
  readonly build?: Build | undefined;
}

export interface S3LogsConfig {
  readonly status: LogsConfigStatusType;
  readonly location?: String | undefined;
  readonly encryptionDisabled?: WrapperBoolean | undefined;
  readonly bucketOwnerAccess?: BucketOwnerAccess | undefined;
}

export interface S3ReportExportConfig {
  readonly bucket?: NonEmptyString | undefined;
  readonly bucketOwner?: String | undefined;
  readonly path?: String | undefined;
  readonly packaging?: ReportPackagingType | undefined;
  readonly encryptionKey?: NonEmptyString | undefined;
  readonly encryptionDisabled?: WrapperBoolean | undefined;
}

export interface SSMSession {
  readonly sessionId?: String | undefined;
  readonly tokenValue?: String | undefined;
  readonly streamUrl?: String | undefined;
}

export interface Sandbox {
  readonly id?: NonEmptyString | undefined;
  readonly arn?: NonEmptyString | undefined;
  readonly projectName?: NonEmptyString | undefined;
  readonly requestTime?: Timestamp | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly status?: String | undefined;
  readonly source?: ProjectSource | undefined;
  readonly sourceVersion?: NonEmptyString | undefined;
  readonly secondarySources?: ProjectSources | undefined;
  readonly secondarySourceVersions?: ProjectSecondarySourceVersions | undefined;
  readonly environment?: ProjectEnvironment | undefined;
  readonly fileSystemLocations?: ProjectFileSystemLocations | undefined;
  readonly timeoutInMinutes?: WrapperInt | undefined;
  readonly queuedTimeoutInMinutes?: WrapperInt | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly logConfig?: LogsConfig | undefined;
  readonly encryptionKey?: NonEmptyString | undefined;
  readonly serviceRole?: NonEmptyString | undefined;
  readonly currentSession?: SandboxSession | undefined;
}

export type SandboxIds = readonly NonEmptyString[];

export interface SandboxSession {
  readonly id?: NonEmptyString | undefined;
  readonly status?: String | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly currentPhase?: String | undefined;
  readonly phases?: SandboxSessionPhases | undefined;
  readonly resolvedSourceVersion?: NonEmptyString | undefined;
  readonly logs?: LogsLocation | undefined;
  readonly networkInterface?: NetworkInterface | undefined;
}

export interface SandboxSessionPhase {
  readonly phaseType?: String | undefined;
  readonly phaseStatus?: StatusType | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly durationInSeconds?: WrapperLong | undefined;
  readonly contexts?: PhaseContexts | undefined;
}

export type SandboxSessionPhases = readonly SandboxSessionPhase[];

export type Sandboxes = readonly Sandbox[];

export interface ScalingConfigurationInput {
  readonly scalingType?: FleetScalingType | undefined;
  readonly targetTrackingScalingConfigs?: TargetTrackingScalingConfigurations | undefined;
  readonly maxCapacity?: FleetCapacity | undefined;
}

export interface ScalingConfigurationOutput {
  readonly scalingType?: FleetScalingType | undefined;
  readonly targetTrackingScalingConfigs?: TargetTrackingScalingConfigurations | undefined;
  readonly maxCapacity?: FleetCapacity | undefined;
  readonly desiredCapacity?: FleetCapacity | undefined;
}

export interface ScopeConfiguration {
  readonly name: String;
  readonly domain?: String | undefined;
  readonly scope: WebhookScopeType;
}

export type SecurityGroupIds = readonly NonEmptyString[];

export type SensitiveNonEmptyString = string;

export type SensitiveString = string;

export type ServerType = "GITHUB" | "BITBUCKET" | "GITHUB_ENTERPRISE" | "GITLAB" | "GITLAB_SELF_MANAGED";

export type SharedResourceSortByType = "ARN" | "MODIFIED_TIME";

export type SortOrderType = "ASCENDING" | "DESCENDING";

export interface SourceAuth {
  readonly type: SourceAuthType;
  readonly resource?: String | undefined;
}

export type SourceAuthType = "OAUTH" | "CODECONNECTIONS" | "SECRETS_MANAGER";

export interface SourceCredentialsInfo {
  readonly arn?: NonEmptyString | undefined;
  readonly serverType?: ServerType | undefined;
  readonly authType?: AuthType | undefined;
  readonly resource?: String | undefined;
}

export type SourceCredentialsInfos = readonly SourceCredentialsInfo[];

export type SourceType = "CODECOMMIT" | "CODEPIPELINE" | "GITHUB" | "GITLAB" | "GITLAB_SELF_MANAGED" | "S3" | "BITBUCKET" | "GITHUB_ENTERPRISE" | "NO_SOURCE";

export interface StartBuildBatchInput {
  readonly projectName: NonEmptyString;
  readonly secondarySourcesOverride?: ProjectSources | undefined;
  readonly secondarySourcesVersionOverride?: ProjectSecondarySourceVersions | undefined;
  readonly sourceVersion?: String | undefined;
  readonly artifactsOverride?: ProjectArtifacts | undefined;
  readonly secondaryArtifactsOverride?: ProjectArtifactsList | undefined;
  readonly environmentVariablesOverride?: EnvironmentVariables | undefined;
  readonly sourceTypeOverride?: SourceType | undefined;
  readonly sourceLocationOverride?: String | undefined;
  readonly sourceAuthOverride?: SourceAuth | undefined;
  readonly gitCloneDepthOverride?: GitCloneDepth | undefined;
  readonly gitSubmodulesConfigOverride?: GitSubmodulesConfig | undefined;
  readonly buildspecOverride?: String | undefined;
  readonly insecureSslOverride?: WrapperBoolean | undefined;
  readonly reportBuildBatchStatusOverride?: WrapperBoolean | undefined;
  readonly environmentTypeOverride?: EnvironmentType | undefined;
  readonly imageOverride?: NonEmptyString | undefined;
  readonly computeTypeOverride?: ComputeType | undefined;
  readonly certificateOverride?: String | undefined;
  readonly cacheOverride?: ProjectCache | undefined;
  readonly serviceRoleOverride?: NonEmptyString | undefined;
  readonly privilegedModeOverride?: WrapperBoolean | undefined;
  readonly buildTimeoutInMinutesOverride?: BuildTimeOut | undefined;
  readonly queuedTimeoutInMinutesOverride?: TimeOut | undefined;
  readonly encryptionKeyOverride?: NonEmptyString | undefined;
  readonly idempotencyToken?: String | undefined;
  readonly logsConfigOverride?: LogsConfig | undefined;
  readonly registryCredentialOverride?: RegistryCredential | undefined;
  readonly imagePullCredentialsTypeOverride?: ImagePullCredentialsType | undefined;
  readonly buildBatchConfigOverride?: ProjectBuildBatchConfig | undefined;
  readonly debugSessionEnabled?: WrapperBoolean | undefined;
}

export interface StartBuildBatchOutput {
  readonly buildBatch?: BuildBatch | undefined;
}

export interface StartBuildInput {
  readonly projectName: NonEmptyString;
  readonly secondarySourcesOverride?: ProjectSources | undefined;
  readonly secondarySourcesVersionOverride?: ProjectSecondarySourceVersions | undefined;
  readonly sourceVersion?: String | undefined;
  readonly artifactsOverride?: ProjectArtifacts | undefined;
  readonly secondaryArtifactsOverride?: ProjectArtifactsList | undefined;
  readonly environmentVariablesOverride?: EnvironmentVariables | undefined;
  readonly sourceTypeOverride?: SourceType | undefined;
  readonly sourceLocationOverride?: String | undefined;
  readonly sourceAuthOverride?: SourceAuth | undefined;
  readonly gitCloneDepthOverride?: GitCloneDepth | undefined;
  readonly gitSubmodulesConfigOverride?: GitSubmodulesConfig | undefined;
  readonly buildspecOverride?: String | undefined;
  readonly insecureSslOverride?: WrapperBoolean | undefined;
  readonly reportBuildStatusOverride?: WrapperBoolean | undefined;
  readonly buildStatusConfigOverride?: BuildStatusConfig | undefined;
  readonly environmentTypeOverride?: EnvironmentType | undefined;
  readonly imageOverride?: NonEmptyString | undefined;
  readonly computeTypeOverride?: ComputeType | undefined;
  readonly certificateOverride?: String | undefined;
  readonly cacheOverride?: ProjectCache | undefined;
  readonly serviceRoleOverride?: NonEmptyString | undefined;
  readonly privilegedModeOverride?: WrapperBoolean | undefined;
  readonly timeoutInMinutesOverride?: BuildTimeOut | undefined;
  readonly queuedTimeoutInMinutesOverride?: TimeOut | undefined;
  readonly encryptionKeyOverride?: NonEmptyString | undefined;
  readonly idempotencyToken?: String | undefined;
  readonly logsConfigOverride?: LogsConfig | undefined;
  readonly registryCredentialOverride?: RegistryCredential | undefined;
  readonly imagePullCredentialsTypeOverride?: ImagePullCredentialsType | undefined;
  readonly debugSessionEnabled?: WrapperBoolean | undefined;
  readonly fleetOverride?: ProjectFleet | undefined;
  readonly autoRetryLimitOverride?: WrapperInt | undefined;
}

export interface StartBuildOutput {
  readonly build?: Build | undefined;
}

export interface StartCommandExecutionInput {
  readonly sandboxId: NonEmptyString;
  readonly command: SensitiveNonEmptyString;
  readonly type?: CommandType | undefined;
}

export interface StartCommandExecutionOutput {
  readonly commandExecution?: CommandExecution | undefined;
}

export interface StartSandboxConnectionInput {
  readonly sandboxId: NonEmptyString;
}

export interface StartSandboxConnectionOutput {
  readonly ssmSession?: SSMSession | undefined;
}

export interface StartSandboxInput {
  readonly projectName?: NonEmptyString | undefined;
  readonly idempotencyToken?: SensitiveString | undefined;
}

export interface StartSandboxOutput {
  readonly sandbox?: Sandbox | undefined;
}

export type StatusType = "SUCCEEDED" | "FAILED" | "FAULT" | "TIMED_OUT" | "IN_PROGRESS" | "STOPPED";

export interface StopBuildBatchInput {
  readonly id: NonEmptyString;
}

export interface StopBuildBatchOutput {
  readonly buildBatch?: BuildBatch | undefined;
}

export interface StopBuildInput {
  readonly id: NonEmptyString;
}

export interface StopBuildOutput {
  readonly build?: Build | undefined;
}

export interface StopSandboxInput {
  readonly id: NonEmptyString;
}

export interface StopSandboxOutput {
  readonly sandbox?: Sandbox | undefined;
}

export type String = string;

export type Subnets = readonly NonEmptyString[];

export interface Tag {
  readonly key?: KeyInput | undefined;
  readonly value?: ValueInput | undefined;
}

export type TagList = readonly Tag[];

export interface TargetTrackingScalingConfiguration {
  readonly metricType?: FleetScalingMetricType | undefined;
  readonly targetValue?: WrapperDouble | undefined;
}

export type TargetTrackingScalingConfigurations = readonly TargetTrackingScalingConfiguration[];

export interface TestCase {
  readonly reportArn?: NonEmptyString | undefined;
  readonly testRawDataPath?: String | undefined;
  readonly prefix?: String | undefined;
  readonly name?: String | undefined;
  readonly status?: String | undefined;
  readonly durationInNanoSeconds?: WrapperLong | undefined;
  readonly message?: String | undefined;
  readonly expired?: Timestamp | undefined;
  readonly testSuiteName?: String | undefined;
}

export interface TestCaseFilter {
  readonly status?: String | undefined;
  readonly keyword?: String | undefined;
}

export type TestCases = readonly TestCase[];

export interface TestReportSummary {
  readonly total: WrapperInt;
  readonly statusCounts: ReportStatusCounts;
  readonly durationInNanoSeconds: WrapperLong;
}

export type TimeOut = number;

export type Timestamp = globalThis.Date;

export interface UpdateFleetInput {
  readonly arn: NonEmptyString;
  readonly baseCapacity?: FleetCapacity | undefined;
  readonly environmentType?: EnvironmentType | undefined;
  readonly computeType?: ComputeType | undefined;
  readonly computeConfiguration?: ComputeConfiguration | undefined;
  readonly scalingConfiguration?: ScalingConfigurationInput | undefined;
  readonly overflowBehavior?: FleetOverflowBehavior | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly proxyConfiguration?: ProxyConfiguration | undefined;
  readonly imageId?: NonEmptyString | undefined;
  readonly fleetServiceRole?: NonEmptyString | undefined;
  readonly tags?: TagList | undefined;
}

export interface UpdateFleetOutput {
  readonly fleet?: Fleet | undefined;
}

export interface UpdateProjectInput {
  readonly name: NonEmptyString;
  readonly description?: ProjectDescription | undefined;
  readonly source?: ProjectSource | undefined;
  readonly secondarySources?: ProjectSources | undefined;
  readonly sourceVersion?: String | undefined;
  readonly secondarySourceVersions?: ProjectSecondarySourceVersions | undefined;
  readonly artifacts?: ProjectArtifacts | undefined;
  readonly secondaryArtifacts?: ProjectArtifactsList | undefined;
  readonly cache?: ProjectCache | undefined;
  readonly environment?: ProjectEnvironment | undefined;
  readonly serviceRole?: NonEmptyString | undefined;
  readonly timeoutInMinutes?: BuildTimeOut | undefined;
  readonly queuedTimeoutInMinutes?: TimeOut | undefined;
  readonly encryptionKey?: NonEmptyString | undefined;
  readonly tags?: TagList | undefined;
  readonly vpcConfig?: VpcConfig | undefined;
  readonly badgeEnabled?: WrapperBoolean | undefined;
  readonly logsConfig?: LogsConfig | undefined;
  readonly fileSystemLocations?: ProjectFileSystemLocations | undefined;
  readonly buildBatchConfig?: ProjectBuildBatchConfig | undefined;
  readonly concurrentBuildLimit?: WrapperInt | undefined;
  readonly autoRetryLimit?: WrapperInt | undefined;
}

export interface UpdateProjectOutput {
  readonly project?: Project | undefined;
}

export interface UpdateProjectVisibilityInput {
  readonly projectArn: NonEmptyString;
  readonly projectVisibility: ProjectVisibilityType;
  readonly resourceAccessRole?: NonEmptyString | undefined;
}

export interface UpdateProjectVisibilityOutput {
  readonly projectArn?: NonEmptyString | undefined;
  readonly publicProjectAlias?: NonEmptyString | undefined;
  readonly projectVisibility?: ProjectVisibilityType | undefined;
}

export interface UpdateReportGroupInput {
  readonly arn: NonEmptyString;
  readonly exportConfig?: ReportExportConfig | undefined;
  readonly tags?: TagList | undefined;
}

export interface UpdateReportGroupOutput {
  readonly reportGroup?: ReportGroup | undefined;
}

export interface UpdateWebhookInput {
  readonly projectName: ProjectName;
  readonly branchFilter?: String | undefined;
  readonly rotateSecret?: Boolean | undefined;
  readonly filterGroups?: FilterGroups | undefined;
  readonly buildType?: WebhookBuildType | undefined;
  readonly pullRequestBuildPolicy?: PullRequestBuildPolicy | undefined;
}

export interface UpdateWebhookOutput {
  readonly webhook?: Webhook | undefined;
}

export type ValueInput = string;

export interface VpcConfig {
  readonly vpcId?: NonEmptyString | undefined;
  readonly subnets?: Subnets | undefined;
  readonly securityGroupIds?: SecurityGroupIds | undefined;
}

export interface Webhook {
  readonly url?: NonEmptyString | undefined;
  readonly payloadUrl?: NonEmptyString | undefined;
  readonly secret?: NonEmptyString | undefined;
  readonly branchFilter?: String | undefined;
  readonly filterGroups?: FilterGroups | undefined;
  readonly buildType?: WebhookBuildType | undefined;
  readonly manualCreation?: WrapperBoolean | undefined;
  readonly lastModifiedSecret?: Timestamp | undefined;
  readonly scopeConfiguration?: ScopeConfiguration | undefined;
  readonly status?: WebhookStatus | undefined;
  readonly statusMessage?: String | undefined;
  readonly pullRequestBuildPolicy?: PullRequestBuildPolicy | undefined;
}

export type WebhookBuildType = "BUILD" | "BUILD_BATCH" | "RUNNER_BUILDKITE_BUILD";

export interface WebhookFilter {
  readonly type: WebhookFilterType;
  readonly pattern: String;
  readonly excludeMatchedPattern?: WrapperBoolean | undefined;
}

export type WebhookFilterType = "EVENT" | "BASE_REF" | "HEAD_REF" | "ACTOR_ACCOUNT_ID" | "FILE_PATH" | "COMMIT_MESSAGE" | "WORKFLOW_NAME" | "TAG_NAME" | "RELEASE_NAME" | "REPOSITORY_NAME" | "ORGANIZATION_NAME";

export type WebhookScopeType = "GITHUB_ORGANIZATION" | "GITHUB_GLOBAL" | "GITLAB_GROUP";

export type WebhookStatus = "CREATING" | "CREATE_FAILED" | "ACTIVE" | "DELETING";

export type WrapperBoolean = boolean;

export type WrapperDouble = number;

export type WrapperInt = number;

export type WrapperLong = number;
