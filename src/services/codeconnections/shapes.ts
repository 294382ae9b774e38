// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  CreateConnection: { input: CreateConnectionInput; output: CreateConnectionOutput };
  CreateHost: { input: CreateHostInput; output: CreateHostOutput };
  CreateRepositoryLink: { input: CreateRepositoryLinkInput; output: CreateRepositoryLinkOutput };
  CreateSyncConfiguration: { input: CreateSyncConfigurationInput; output: CreateSyncConfigurationOutput };
  DeleteConnection: { input: DeleteConnectionInput; output: DeleteConnectionOutput };
  DeleteHost: { input: DeleteHostInput; output: DeleteHostOutput };
  DeleteRepositoryLink: { input: DeleteRepositoryLinkInput; output: DeleteRepositoryLinkOutput };
  DeleteSyncConfiguration: { input: DeleteSyncConfigurationInput; output: DeleteSyncConfigurationOutput };
  GetConnection: { input: GetConnectionInput; output: GetConnectionOutput };
  GetHost: { input: GetHostInput; output: GetHostOutput };
  GetRepositoryLink: { input: GetRepositoryLinkInput; output: GetRepositoryLinkOutput };
  GetRepositorySyncStatus: { input: GetRepositorySyncStatusInput; output: GetRepositorySyncStatusOutput };
  GetResourceSyncStatus: { input: GetResourceSyncStatusInput; output: GetResourceSyncStatusOutput };
  GetSyncBlockerSummary: { input: GetSyncBlockerSummaryInput; output: GetSyncBlockerSummaryOutput };
  GetSyncConfiguration: { input: GetSyncConfigurationInput; output: GetSyncConfigurationOutput };
  ListConnections: { input: ListConnectionsInput; output: ListConnectionsOutput };
  ListHosts: { input: ListHostsInput; output: ListHostsOutput };
  ListRepositoryLinks: { input: ListRepositoryLinksInput; output: ListRepositoryLinksOutput };
  ListRepositorySyncDefinitions: { input: ListRepositorySyncDefinitionsInput; output: ListRepositorySyncDefinitionsOutput };
  ListSyncConfigurations: { input: ListSyncConfigurationsInput; output: ListSyncConfigurationsOutput };
  ListTagsForResource: { input: ListTagsForResourceInput; output: ListTagsForResourceOutput };
  TagResource: { input: TagResourceInput; output: TagResourceOutput };
  UntagResource: { input: UntagResourceInput; output: UntagResourceOutput };
  UpdateHost: { input: UpdateHostInput; output: UpdateHostOutput };
  UpdateRepositoryLink: { input: UpdateRepositoryLinkInput; output: UpdateRepositoryLinkOutput };
  UpdateSyncBlocker: { input: UpdateSyncBlockerInput; output: UpdateSyncBlockerOutput };
  UpdateSyncConfiguration: { input: UpdateSyncConfigurationInput; output: UpdateSyncConfigurationOutput };
}

export type AccountId = string;

export type AmazonResourceName = string;

export type BlockerStatus = "ACTIVE" | "RESOLVED";

export type BlockerType = "AUTOMATED";

export type BranchName = string;

export interface Connection {
  readonly ConnectionName?: ConnectionName | undefined;
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly ProviderType?: ProviderType | undefined;
  readonly OwnerAccountId?: AccountId | undefined;
  readonly ConnectionStatus?: ConnectionStatus | undefined;
  readonly HostArn?: HostArn | undefined;
}

export type ConnectionArn = string;

export type ConnectionList = readonly Connection[];

export type ConnectionName = string;

export type ConnectionStatus = "PENDING" | "AVAILABLE" | "ERROR";

export interface CreateConnectionInput {
  readonly ProviderType?: ProviderType | undefined;
  readonly ConnectionName: ConnectionName;
  readonly Tags?: TagList | undefined;
  readonly HostArn?: HostArn | undefined;
}

export interface CreateConnectionOutput {
  readonly ConnectionArn: ConnectionArn;
  readonly Tags?: TagList | undefined;
}

export interface CreateHostInput {
  readonly Name: HostName;
  readonly ProviderType: ProviderType;
  readonly ProviderEndpoint: Url;
  readonly VpcConfiguration?: VpcConfiguration | undefined;
  readonly Tags?: TagList | undefined;
}

export interface CreateHostOutput {
  readonly HostArn?: HostArn | undefined;
  readonly Tags?: TagList | undefined;
}

export interface CreateRepositoryLinkInput {
  readonly ConnectionArn: ConnectionArn;
  readonly OwnerId: OwnerId;
  readonly RepositoryName: RepositoryName;
  readonly EncryptionKeyArn?: KmsKeyArn | undefined;
  readonly Tags?: TagList | undefined;
}

export interface CreateRepositoryLinkOutput {
  readonly RepositoryLinkInfo: RepositoryLinkInfo;
}

export interface CreateSyncConfigurationInput {
  readonly Branch: BranchName;
  readonly ConfigFile: DeploymentFilePath;
  readonly RepositoryLinkId: RepositoryLinkId;
  readonly ResourceName: ResourceName;
  readonly RoleArn: IamRoleArn;
  readonly SyncType: SyncConfigurationType;
  readonly PublishDeploymentStatus?: PublishDeploymentStatus | undefined;
  readonly TriggerResourceUpdateOn?: TriggerResourceUpdateOn | undefined;
  readonly PullRequestComment?: PullRequestComment | undefined;
}

export interface CreateSyncConfigurationOutput {
  readonly SyncConfiguration: SyncConfiguration;
}

export type CreatedReason = string;

export interface DeleteConnectionInput {
  readonly ConnectionArn: ConnectionArn;
}

export type DeleteConnectionOutput = Record<string, never>;

export interface DeleteHostInput {
  readonly HostArn: HostArn;
}

export type DeleteHostOutput = Record<string, never>;

export interface DeleteRepositoryLinkInput {
  readonly RepositoryLinkId: RepositoryLinkId;
}

export type DeleteRepositoryLinkOutput = Record<string, never>;

export interface DeleteSyncConfigurationInput {
  readonly SyncType: SyncConfigurationType;
  readonly ResourceName: ResourceName;
}

export type DeleteSyncConfigurationOutput = Record<string, never>;

export type DeploymentFilePath = string;

export type Directory = string;

export type Event = string;

export type ExternalId = string;

export interface GetConnectionInput {
  readonly ConnectionArn: ConnectionArn;
}

export interface GetConnectionOutput {
  readonly Connection?: Connection | undefined;
}

export interface GetHostInput {
  readonly HostArn: HostArn;
}

export interface GetHostOutput {
  readonly Name?: HostName | undefined;
  readonly Status?: HostStatus | undefined;
  readonly ProviderType?: ProviderType | undefined;
  readonly ProviderEndpoint?: Url | undefined;
  readonly VpcConfiguration?: VpcConfiguration | undefined;
}

export interface GetRepositoryLinkInput {
  readonly RepositoryLinkId: RepositoryLinkId;
}

export interface GetRepositoryLinkOutput {
  readonly RepositoryLinkInfo: RepositoryLinkInfo;
}

export interface GetRepositorySyncStatusInput {
  readonly Branch: BranchName;
  readonly RepositoryLinkId: RepositoryLinkId;
  readonly SyncType: SyncConfigurationType;
}

export interface GetRepositorySyncStatusOutput {
  readonly LatestSync: RepositorySyncAttempt;
}

export interface GetResourceSyncStatusInput {
  readonly ResourceName: ResourceName;
  readonly SyncType: SyncConfigurationType;
}

export interface GetResourceSyncStatusOutput {
  readonly DesiredState?: Revision | undefined;
  readonly LatestSuccessfulSync?: ResourceSyncAttempt | undefined;
  readonly LatestSync: ResourceSyncAttempt;
}

export interface GetSyncBlockerSummaryInput {
  readonly SyncType: SyncConfigurationType;
  readonly ResourceName: ResourceName;
}

export interface GetSyncBlockerSummaryOutput {
  readonly SyncBlockerSummary: SyncBlockerSummary;
}

export interface GetSyncConfigurationInput {
  readonly SyncType: SyncConfigurationType;
  readonly ResourceName: ResourceName;
}

export interface GetSyncConfigurationOutput {
  readonly SyncConfiguration: SyncConfiguration;
}

export interface Host {
  readonly Name?: HostName | undefined;
  readonly HostArn?: HostArn | undefined;
  readonly ProviderType?: ProviderType | undefined;
  readonly ProviderEndpoint?: Url | undefined;
  readonly VpcConfiguration?: VpcConfiguration | undefined;
  readonly Status?: HostStatus | undefined;
  readonly StatusMessage?: HostStatusMessage | undefined;
}

export type HostArn = string;

export type HostList = readonly Host[];

export type HostName = string;

export type HostStatus = string;

export type HostStatusMessage = string;

export type IamRoleArn = string;

export type Id = string;

export type KmsKeyArn = string;

export type LatestSyncBlockerList = readonly SyncBlocker[];

export interface ListConnectionsInput {
  readonly ProviderTypeFilter?: ProviderType | undefined;
  readonly HostArnFilter?: HostArn | undefined;
  readonly MaxResults?: MaxResults | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListConnectionsOutput {
  readonly Connections?: ConnectionList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListHostsInput {
  readonly MaxResults?: MaxResults | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListHostsOutput {
  readonly Hosts?: HostList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListRepositoryLinksInput {
  readonly MaxResults?: MaxResults | undefined;
  readonly NextToken?: SharpNextToken | undefined;
}

export interface ListRepositoryLinksOutput {
  readonly RepositoryLinks: RepositoryLinkList;
  readonly NextToken?: SharpNextToken | undefined;
}

export interface ListRepositorySyncDefinitionsInput {
  readonly RepositoryLinkId: RepositoryLinkId;
  readonly SyncType: SyncConfigurationType;
}

export interface ListRepositorySyncDefinitionsOutput {
  readonly RepositorySyncDefinitions: RepositorySyncDefinitionList;
  readonly NextToken?: SharpNextToken | undefined;
}

export interface ListSyncConfigurationsInput {
  readonly MaxResults?: MaxResults | undefined;
  readonly NextToken?: SharpNextToken | undefined;
  readonly RepositoryLinkId: RepositoryLinkId;
  readonly SyncType: SyncConfigurationType;
}

export interface ListSyncConfigurationsOutput {
  readonly SyncConfigurations: SyncConfigurationList;
  readonly NextToken?: SharpNextToken | undefined;
}

export interface ListTagsForResourceInput {
  readonly ResourceArn: AmazonResourceName;
}

export interface ListTagsForResourceOutput {
  readonly Tags?: TagList | undefined;
}

export type MaxResults = number;

export type NextToken = string;

export type OwnerId = string;

export type Parent = string;

export type ProviderType = "Bitbucket" | "GitHub" | "GitHubEnterpriseServer" | "GitLab" | "GitLabSelfManaged" | "AzureDevOps";

export type PublishDeploymentStatus = "ENABLED" | "DISABLED";

export type PullRequestComment = "ENABLED" | "DISABLED";

export type RepositoryLinkArn = string;

export type RepositoryLinkId = string;

export interface RepositoryLinkInfo {
  readonly ConnectionArn: ConnectionArn;
  readonly EncryptionKeyArn?: KmsKeyArn | undefined;
  readonly OwnerId: OwnerId;
  readonly ProviderType: ProviderType;
  readonly RepositoryLinkArn: RepositoryLinkArn;
  readonly RepositoryLinkId: RepositoryLinkId;
  readonly RepositoryName: RepositoryName;
}

export type RepositoryLinkList = readonly RepositoryLinkInfo[];

export type RepositoryName = string;

export interface RepositorySyncAttempt {
  readonly StartedAt: Timestamp;
  readonly Status: RepositorySyncStatus;
  readonly Events: RepositorySyncEventList;
}

export interface RepositorySyncDefinition {
  readonly Branch: BranchName;
  readonly Directory: Directory;
  readonly Parent: Parent;
  readonly Target: Target;
}

export type RepositorySyncDefinitionList = readonly RepositorySyncDefinition[];

export interface RepositorySyncEvent {
  readonly Event: Event;
  readonly ExternalId?: ExternalId | undefined;
  readonly Time: Timestamp;
  readonly Type: Type;
}

export type RepositorySyncEventList = readonly RepositorySyncEvent[];

export type RepositorySyncStatus = "FAILED" | "INITIATED" | "IN_PROGRESS" | "SUCCEEDED" | "QUEUED";

export type ResolvedReason = string;

export type ResourceName = string;

export interface ResourceSyncAttempt {
  readonly Events: ResourceSyncEventList;
  readonly InitialRevision: Revision;
  readonly StartedAt: Timestamp;
  readonly Status: ResourceSyncStatus;
  readonly TargetRevision: Revision;
  readonly Target: Target;
}

export interface ResourceSyncEvent {
  readonly Event: Event;
  readonly ExternalId?: ExternalId | undefined;
  readonly Time: Timestamp;
  readonly Type: Type;
}

export type ResourceSyncEventList = readonly ResourceSyncEvent[];

export type ResourceSyncStatus = "FAILED" | "INITIATED" | "IN_PROGRESS" | "SUCCEEDED";

export interface Revision {
  readonly Branch: BranchName;
  readonly Directory: Directory;
  readonly OwnerId: OwnerId;
  readonly RepositoryName: RepositoryName;
  readonly ProviderType: ProviderType;
  readonly Sha: SHA;
}

export type SHA = string;

export type SecurityGroupId = string;

export type SecurityGroupIds = readonly SecurityGroupId[];

export type SharpNextToken = string;

export type SubnetId = string;

export type SubnetIds = readonly SubnetId[];

export interface SyncBlocker {
  readonly Id: Id;
  readonly Type: BlockerType;
  readonly Status: BlockerStatus;
  readonly CreatedReason: CreatedReason;
  readonly CreatedAt: Timestamp;
  readonly Contexts?: SyncBlockerContextList | undefined;
  readonly ResolvedReason?: ResolvedReason | undefined;
  readonly ResolvedAt?: Timestamp | undefined;
}

export interface SyncBlockerContext {
  readonly Key: SyncBlockerContextKey;
  readonly Value: SyncBlockerContextValue;
}

export type SyncBlockerContextKey = string;

export type SyncBlockerContextList = readonly SyncBlockerContext[];

export type SyncBlockerContextValue = string;

export interface SyncBlockerSummary {
  readonly ResourceName: ResourceName;
  readonly ParentResourceName?: ResourceName | undefined;
  readonly LatestBlockers?: LatestSyncBlockerList | undefined;
}

export interface SyncConfiguration {
  readonly Branch: BranchName;
  readonly ConfigFile?: DeploymentFilePath | undefined;
  readonly OwnerId: OwnerId;
  readonly ProviderType: ProviderType;
  readonly RepositoryLinkId: RepositoryLinkId;
  readonly RepositoryName: RepositoryName;
  readonly ResourceName: ResourceName;
  readonly RoleArn: IamRoleArn;
  readonly SyncType: SyncConfigurationType;
  readonly PublishDeploymentStatus?: PublishDeploymentStatus | undefined;
  readonly TriggerResourceUpdateOn?: TriggerResourceUpdateOn | undefined;
  readonly PullRequestComment?: PullRequestComment | undefined;
}

export type SyncConfigurationList = readonly SyncConfiguration[];

export type SyncConfigurationType = "CFN_STACK_SYNC";

export interface Tag {
  readonly Key: TagKey;
  readonly Value: TagValue;
}

export type TagKey = string;

export type TagKeyList = readonly TagKey[];

export type TagList = readonly Tag[];

export interface TagResourceInput {
  readonly ResourceArn: AmazonResourceName;
  readonly Tags: TagList;
}

export type TagResourceOutput = Record<string, never>;

export type TagValue = string;

export type Target = string;

export type Timestamp = globalThis.Date;

export type TlsCertificate = string;

export type TriggerResourceUpdateOn = "ANY_CHANGE" | "FILE_CHANGE";

export type Type = string;

export interface UntagResourceInput {
  readonly ResourceArn: AmazonResourceName;
  readonly TagKeys: TagKeyList;
}

export type UntagResourceOutput = Record<string, never>;

export interface UpdateHostInput {
  readonly HostArn: HostArn;
  readonly ProviderEndpoint?: Url | undefined;
  readonly VpcConfiguration?: VpcConfiguration | undefined;
}

export type UpdateHostOutput = Record<string, never>;

export interface UpdateRepositoryLinkInput {
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly EncryptionKeyArn?: KmsKeyArn | undefined;
  readonly RepositoryLinkId: RepositoryLinkId;
}

export interface UpdateRepositoryLinkOutput {
  readonly RepositoryLinkInfo: RepositoryLinkInfo;
}

export interface UpdateSyncBlockerInput {
  readonly Id: Id;
  readonly SyncType: SyncConfigurationType;
  readonly ResourceName: ResourceName;
  readonly ResolvedReason: ResolvedReason;
}

export interface UpdateSyncBlockerOutput {
  readonly ResourceName: ResourceName;
  readonly ParentResourceName?: ResourceName | undefined;
  readonly SyncBlocker: SyncBlocker;
}

export interface UpdateSyncConfigurationInput {
  readonly Branch?: BranchName | undefined;
  readonly ConfigFile?: DeploymentFilePath | undefined;
  readonly RepositoryLinkId?: RepositoryLinkId | undefined;
  readonly ResourceName: ResourceName;
  readonly RoleArn?: IamRoleArn | undefined;
  readonly SyncType: SyncConfigurationType;
  readonly PublishDeploymentStatus?: PublishDeploymentStatus | undefined;
  readonly TriggerResourceUpdateOn?: TriggerResourceUpdateOn | undefined;
  readonly PullRequestComment?: PullRequestComment | undefined;
}

export interface UpdateSyncConfigurationOutput {
  readonly SyncConfiguration: SyncConfiguration;
}

export type Url = string;

export interface VpcConfiguration {
  readonly VpcId: VpcId;
  readonly SubnetIds: SubnetIds;
  readonly SecurityGroupIds: SecurityGroupIds;
  readonly TlsCertificate?: TlsCertificate | undefined;
}

export type VpcId = string;
