// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  AddTagsToOnPremisesInstances: { input: AddTagsToOnPremisesInstancesInput; output: Record<string, never> };
  BatchGetApplicationRevisions: { input: BatchGetApplicationRevisionsInput; output: BatchGetApplicationRevisionsOutput };
  BatchGetApplications: { input: BatchGetApplicationsInput; output: BatchGetApplicationsOutput };
  BatchGetDeploymentGroups: { input: BatchGetDeploymentGroupsInput; output: BatchGetDeploymentGroupsOutput };
  BatchGetDeploymentInstances: { input: BatchGetDeploymentInstancesInput; output: BatchGetDeploymentInstancesOutput };
  BatchGetDeploymentTargets: { input: BatchGetDeploymentTargetsInput; output: BatchGetDeploymentTargetsOutput };
  BatchGetDeployments: { input: BatchGetDeploymentsInput; output: BatchGetDeploymentsOutput };
  BatchGetOnPremisesInstances: { input: BatchGetOnPremisesInstancesInput; output: BatchGetOnPremisesInstancesOutput };
  ContinueDeployment: { input: ContinueDeploymentInput; output: Record<string, never> };
  CreateApplication: { input: CreateApplicationInput; output: CreateApplicationOutput };
  CreateDeployment: { input: CreateDeploymentInput; output: CreateDeploymentOutput };
  CreateDeploymentConfig: { input: CreateDeploymentConfigInput; output: CreateDeploymentConfigOutput };
  CreateDeploymentGroup: { input: CreateDeploymentGroupInput; output: CreateDeploymentGroupOutput };
  DeleteApplication: { input: DeleteApplicationInput; output: Record<string, never> };
  DeleteDeploymentConfig: { input: DeleteDeploymentConfigInput; output: Record<string, never> };
  DeleteDeploymentGroup: { input: DeleteDeploymentGroupInput; output: DeleteDeploymentGroupOutput };
  DeleteGitHubAccountToken: { input: DeleteGitHubAccountTokenInput; output: DeleteGitHubAccountTokenOutput };
  DeleteResourcesByExternalId: { input: DeleteResourcesByExternalIdInput; output: DeleteResourcesByExternalIdOutput };
  DeregisterOnPremisesInstance: { input: DeregisterOnPremisesInstanceInput; output: Record<string, never> };
  GetApplication: { input: GetApplicationInput; output: GetApplicationOutput };
  GetApplicationRevision: { input: GetApplicationRevisionInput; output: GetApplicationRevisionOutput };
  GetDeployment: { input: GetDeploymentInput; output: GetDeploymentOutput };
  GetDeploymentConfig: { input: GetDeploymentConfigInput; output: GetDeploymentConfigOutput };
  GetDeploymentGroup: { input: GetDeploymentGroupInput; output: GetDeploymentGroupOutput };
  GetDeploymentInstance: { input: GetDeploymentInstanceInput; output: GetDeploymentInstanceOutput };
  GetDeploymentTarget: { input: GetDeploymentTargetInput; output: GetDeploymentTargetOutput };
  GetOnPremisesInstance: { input: GetOnPremisesInstanceInput; output: GetOnPremisesInstanceOutput };
  ListApplicationRevisions: { input: ListApplicationRevisionsInput; output: ListApplicationRevisionsOutput };
  ListApplications: { input: ListApplicationsInput; output: ListApplicationsOutput };
  ListDeploymentConfigs: { input: ListDeploymentConfigsInput; output: ListDeploymentConfigsOutput };
  ListDeploymentGroups: { input: ListDeploymentGroupsInput; output: ListDeploymentGroupsOutput };
  ListDeploymentInstances: { input: ListDeploymentInstancesInput; output: ListDeploymentInstancesOutput };
  ListDeploymentTargets: { input: ListDeploymentTargetsInput; output: ListDeploymentTargetsOutput };
  ListDeployments: { input: ListDeploymentsInput; output: ListDeploymentsOutput };
  ListGitHubAccountTokenNames: { input: ListGitHubAccountTokenNamesInput; output: ListGitHubAccountTokenNamesOutput };
  ListOnPremisesInstances: { input: ListOnPremisesInstancesInput; output: ListOnPremisesInstancesOutput };
  ListTagsForResource: { input: ListTagsForResourceInput; output: ListTagsForResourceOutput };
  PutLifecycleEventHookExecutionStatus: { input: PutLifecycleEventHookExecutionStatusInput; output: PutLifecycleEventHookExecutionStatusOutput };
  RegisterApplicationRevision: { input: RegisterApplicationRevisionInput; output: Record<string, never> };
  RegisterOnPremisesInstance: { input: RegisterOnPremisesInstanceInput; output: Record<string, never> };
  RemoveTagsFromOnPremisesInstances: { input: RemoveTagsFromOnPremisesInstancesInput; output: Record<string, never> };
  SkipWaitTimeForInstanceTermination: { input: SkipWaitTimeForInstanceTerminationInput; output: Record<string, never> };
  StopDeployment: { input: StopDeploymentInput; output: StopDeploymentOutput };
  TagResource: { input: TagResourceInput; output: TagResourceOutput };
  UntagResource: { input: UntagResourceInput; output: UntagResourceOutput };
  UpdateApplication: { input: UpdateApplicationInput; output: Record<string, never> };
  UpdateDeploymentGroup: { input: UpdateDeploymentGroupInput; output: UpdateDeploymentGroupOutput };
}

export interface AddTagsToOnPremisesInstancesInput {
  readonly tags: TagList;
  readonly instanceNames: InstanceNameList;
}

export type AdditionalDeploymentStatusInfo = string;

export interface Alarm {
  readonly name?: AlarmName | undefined;
}

export interface AlarmConfiguration {
  readonly enabled?: Boolean | undefined;
  readonly ignorePollAlarmFailure?: Boolean | undefined;
  readonly alarms?: AlarmList | undefined;
}

export type AlarmList = readonly Alarm[];

export type AlarmName = string;

export interface AppSpecContent {
  readonly content?: RawStringContent | undefined;
  readonly sha256?: RawStringSha256 | undefined;
}

export type ApplicationId = string;

export interface ApplicationInfo {
  readonly applicationId?: ApplicationId | undefined;
  readonly applicationName?: ApplicationName | undefined;
  readonly createTime?: Timestamp | undefined;
  readonly linkedToGitHub?: Boolean | undefined;
  readonly gitHubAccountName?: GitHubAccountTokenName | undefined;
  readonly computePlatform?: ComputePlatform | undefined;
}

export type ApplicationName = string;

export type ApplicationRevisionSortBy = "registerTime" | "firstUsedTime" | "lastUsedTime";

export type ApplicationsInfoList = readonly ApplicationInfo[];

export type ApplicationsList = readonly ApplicationName[];

export type Arn = string;

export interface AutoRollbackConfiguration {
  readonly enabled?: Boolean | undefined;
  readonly events?: AutoRollbackEventsList | undefined;
}

export type AutoRollbackEvent = "DEPLOYMENT_FAILURE" | "DEPLOYMENT_STOP_ON_ALARM" | "DEPLOYMENT_STOP_ON_REQUEST";

export type AutoRollbackEventsList = readonly AutoRollbackEvent[];

export interface AutoScalingGroup {
  readonly name?: AutoScalingGroupName | undefined;
  readonly hook?: AutoScalingGroupHook | undefined;
  readonly terminationHook?: AutoScalingGroupHook | undefined;
}

export type AutoScalingGroupHook = string;

export type AutoScalingGroupList = readonly AutoScalingGroup[];

export type AutoScalingGroupName = string;

export type AutoScalingGroupNameList = readonly AutoScalingGroupName[];

export interface BatchGetApplicationRevisionsInput {
  readonly applicationName: ApplicationName;
  readonly revisions: RevisionLocationList;
}

export interface BatchGetApplicationRevisionsOutput {
  readonly applicationName?: ApplicationName | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
  readonly revisions?: RevisionInfoList | undefined;
}

export interface BatchGetApplicationsInput {
  readonly applicationNames: ApplicationsList;
}

export interface BatchGetApplicationsOutput {
  readonly applicationsInfo?: ApplicationsInfoList | undefined;
}

export interface BatchGetDeploymentGroupsInput {
  readonly applicationName: ApplicationName;
  readonly deploymentGroupNames: DeploymentGroupsList;
}

export interface BatchGetDeploymentGroupsOutput {
  readonly deploymentGroupsInfo?: DeploymentGroupInfoList | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
}

export interface BatchGetDeploymentInstancesInput {
  readonly deploymentId: DeploymentId;
  readonly instanceIds: InstancesList;
}

export interface BatchGetDeploymentInstancesOutput {
  readonly instancesSummary?: InstanceSummaryList | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
}

export interface BatchGetDeploymentTargetsInput {
  readonly deploymentId: DeploymentId;
  readonly targetIds: TargetIdList;
}

export interface BatchGetDeploymentTargetsOutput {
  readonly deploymentTargets?: DeploymentTargetList | undefined;
}

export interface BatchGetDeploymentsInput {
  readonly deploymentIds: DeploymentsList;
}

export interface BatchGetDeploymentsOutput {
  readonly deploymentsInfo?: DeploymentsInfoList | undefined;
}

export interface BatchGetOnPremisesInstancesInput {
  readonly instanceNames: InstanceNameList;
}

export interface BatchGetOnPremisesInstancesOutput {
  readonly instanceInfos?: InstanceInfoList | undefined;
}

export interface BlueGreenDeploymentConfiguration {
  readonly terminateBlueInstancesOnDeploymentSuccess?: BlueInstanceTerminationOption | undefined;
  readonly deploymentReadyOption?: DeploymentReadyOption | undefined;
  readonly greenFleetProvisioningOption?: GreenFleetProvisioningOption | undefined;
}

export interface BlueInstanceTerminationOption {
  readonly action?: InstanceAction | undefined;
  readonly terminationWaitTimeInMinutes?: Duration | undefined;
}

export type Boolean = boolean;

export type BundleType = "tar" | "tgz" | "zip" | "YAML" | "JSON";

export type CloudFormationResourceType = string;

export interface CloudFormationTarget {
  readonly deploymentId?: DeploymentId | undefined;
  readonly targetId?: TargetId | undefined;
  readonly lastUpdatedAt?: Time | undefined;
  readonly lifecycleEvents?: LifecycleEventList | undefined;
  readonly status?: TargetStatus | undefined;
  readonly resourceType?: CloudFormationResourceType | undefined;
  readonly targetVersionWeight?: TrafficWeight | undefined;
}

export type CommitId = string;

export type ComputePlatform = "Server" | "Lambda" | "ECS";

export interface ContinueDeploymentInput {
  readonly deploymentId?: DeploymentId | undefined;
  readonly deploymentWaitType?: DeploymentWaitType | undefined;
}

export interface CreateApplicationInput {
  readonly applicationName: ApplicationName;
  readonly computePlatform?: ComputePlatform | undefined;
  readonly tags?: TagList | undefined;
}

export interface CreateApplicationOutput {
  readonly applicationId?: ApplicationId | undefined;
}

export interface CreateDeploymentConfigInput {
  readonly deploymentConfigName: DeploymentConfigName;
  readonly minimumHealthyHosts?: MinimumHealthyHosts | undefined;
  readonly trafficRoutingConfig?: TrafficRoutingConfig | undefined;
  readonly computePlatform?: ComputePlatform | undefined;
  readonly zonalConfig?: ZonalConfig | undefined;
}

export interface CreateDeploymentConfigOutput {
  readonly deploymentConfigId?: DeploymentConfigId | undefined;
}

export interface CreateDeploymentGroupInput {
  readonly applicationName: ApplicationName;
  readonly deploymentGroupName: DeploymentGroupName;
  readonly deploymentConfigName?: DeploymentConfigName | undefined;
  readonly ec2TagFilters?: EC2TagFilterList | undefined;
  readonly onPremisesInstanceTagFilters?: TagFilterList | undefined;
  readonly autoScalingGroups?: AutoScalingGroupNameList | undefined;
  readonly serviceRoleArn: Role;
  readonly triggerConfigurations?: TriggerConfigList | undefined;
  readonly alarmConfiguration?: AlarmConfiguration | undefined;
  readonly autoRollbackConfiguration?: AutoRollbackConfiguration | undefined;
  readonly outdatedInstancesStrategy?: OutdatedInstancesStrategy | undefined;
  readonly deploymentStyle?: DeploymentStyle | undefined;
  readonly blueGreenDeploymentConfiguration?: BlueGreenDeploymentConfiguration | undefined;
  readonly loadBalancerInfo?: LoadBalancerInfo | undefined;
  readonly ec2TagSet?: EC2TagSet | undefined;
  readonly ecsServices?: ECSServiceList | undefined;
  readonly onPremisesTagSet?: OnPremisesTagSet | undefined;
  readonly tags?: TagList | undefined;
  readonly terminationHookEnabled?: NullableBoolean | undefined;
}

export interface CreateDeploymentGroupOutput {
  readonly deploymentGroupId?: DeploymentGroupId | undefined;
}

export interface CreateDeploymentInput {
  readonly applicationName: ApplicationName;
  readonly deploymentGroupName?: DeploymentGroupName | undefined;
  readonly revision?: RevisionLocation | undefined;
  readonly deploymentConfigName?: DeploymentConfigName | undefined;
  readonly description?: Description | undefined;
  readonly ignoreApplicationStopFailures?: Boolean | undefined;
  readonly targetInstances?: TargetInstances | undefined;
  readonly autoRollbackConfiguration?: AutoRollbackConfiguration | undefined;
  readonly updateOutdatedInstancesOnly?: Boolean | undefined;
  readonly fileExistsBehavior?: FileExistsBehavior | undefined;
  readonly overrideAlarmConfiguration?: AlarmConfiguration | undefined;
}

export interface CreateDeploymentOutput {
  readonly deploymentId?: DeploymentId | undefined;
}

export interface DeleteApplicationInput {
  readonly applicationName: ApplicationName;
}

export interface DeleteDeploymentConfigInput {
  readonly deploymentConfigName: DeploymentConfigName;
}

export interface DeleteDeploymentGroupInput {
  readonly applicationName: ApplicationName;
  readonly deploymentGroupName: DeploymentGroupName;
}

export interface DeleteDeploymentGroupOutput {
  readonly hooksNotCleanedUp?: AutoScalingGroupList | undefined;
}

export interface DeleteGitHubAccountTokenInput {
  readonly tokenName?: GitHubAccountTokenName | undefined;
}

export interface DeleteGitHubAccountTokenOutput {
  readonly tokenName?: GitHubAccountTokenName | undefined;
}

export interface DeleteResourcesByExternalIdInput {
  readonly externalId?: ExternalId | undefined;
}

export type DeleteResourcesByExternalIdOutput = Record<string, never>;

export type DeploymentConfigId = string;

export interface DeploymentConfigInfo {
  readonly deploymentConfigId?: DeploymentConfigId | undefined;
  readonly deploymentConfigName?: DeploymentConfigName | undefined;
  readonly minimumHealthyHosts?: MinimumHealthyHosts | undefined;
  readonly createTime?: Timestamp | undefined;
  readonly computePlatform?: ComputePlatform | undefined;
  readonly trafficRoutingConfig?: TrafficRoutingConfig | undefined;
  readonly zonalConfig?: ZonalConfig | undefined;
}

export type DeploymentConfigName = string;

export type DeploymentConfigsList = readonly DeploymentConfigName[];

export type DeploymentCreator = "user" | "autoscaling" | "codeDeployRollback" | "CodeDeploy" | "CodeDeployAutoUpdate" | "CloudFormation" | "CloudFormationRollback" | "autoscalingTermination";

export type DeploymentGroupId = string;

export interface DeploymentGroupInfo {
  readonly applicationName?: ApplicationName | undefined;
  readonly deploymentGroupId?: DeploymentGroupId | undefined;
  readonly deploymentGroupName?: DeploymentGroupName | undefined;
  readonly deploymentConfigName?: DeploymentConfigName | undefined;
  readonly ec2TagFilters?: EC2TagFilterList | undefined;
  readonly onPremisesInstanceTagFilters?: TagFilterList | undefined;
  readonly autoScalingGroups?: AutoScalingGroupList | undefined;
  readonly serviceRoleArn?: Role | undefined;
  readonly targetRevision?: RevisionLocation | undefined;
  readonly triggerConfigurations?: TriggerConfigList | undefined;
  readonly alarmConfiguration?: AlarmConfiguration | undefined;
  readonly autoRollbackConfiguration?: AutoRollbackConfiguration | undefined;
  readonly deploymentStyle?: DeploymentStyle | undefined;
  readonly outdatedInstancesStrategy?: OutdatedInstancesStrategy | undefined;
  readonly blueGreenDeploymentConfiguration?: BlueGreenDeploymentConfiguration | undefined;
  readonly loadBalancerInfo?: LoadBalancerInfo | undefined;
  readonly lastSuccessfulDeployment?: LastDeploymentInfo | undefined;
  readonly lastAttemptedDeployment?: LastDeploymentInfo | undefined;
  readonly ec2TagSet?: EC2TagSet | undefined;
  readonly onPremisesTagSet?: OnPremisesTagSet | undefined;
  readonly computePlatform?: ComputePlatform | undefined;
  readonly ecsServices?: ECSServiceList | undefined;
  readonly terminationHookEnabled?: Boolean | undefined;
}

export type DeploymentGroupInfoList = readonly DeploymentGroupInfo[];

export type DeploymentGroupName = string;

export type DeploymentGroupsList = readonly DeploymentGroupName[];

export type DeploymentId = string;

export interface DeploymentInfo {
  readonly applicationName?: ApplicationName | undefined;
  readonly deploymentGroupName?: DeploymentGroupName | undefined;
  readonly deploymentConfigName?: DeploymentConfigName | undefined;
  readonly deploymentId?: DeploymentId | undefined;
  readonly previousRevision?: RevisionLocation | undefined;
  readonly revision?: RevisionLocation | undefined;
  readonly status?: DeploymentStatus | undefined;
  readonly errorInformation?: ErrorInformation | undefined;
  readonly createTime?: Timestamp | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly completeTime?: Timestamp | undefined;
  readonly deploymentOverview?: DeploymentOverview | undefined;
  readonly description?: Description | undefined;
  readonly creator?: DeploymentCreator | undefined;
  readonly ignoreApplicationStopFailures?: Boolean | undefined;
  readonly autoRollbackConfiguration?: AutoRollbackConfiguration | undefined;
  readonly updateOutdatedInstancesOnly?: Boolean | undefined;
  readonly rollbackInfo?: RollbackInfo | undefined;
  readonly deploymentStyle?: DeploymentStyle | undefined;
  readonly targetInstances?: TargetInstances | undefined;
  readonly instanceTerminationWaitTimeStarted?: Boolean | undefined;
  readonly blueGreenDeploymentConfiguration?: BlueGreenDeploymentConfiguration | undefined;
  readonly loadBalancerInfo?: LoadBalancerInfo | undefined;
  readonly additionalDeploymentStatusInfo?: AdditionalDeploymentStatusInfo | undefined;
  readonly fileExistsBehavior?: FileExistsBehavior | undefined;
  readonly deploymentStatusMessages?: DeploymentStatusMessageList | undefined;
  readonly computePlatform?: ComputePlatform | undefined;
  readonly externalId?: ExternalId | undefined;
  readonly relatedDeployments?: RelatedDeployments | undefined;
  readonly overrideAlarmConfiguration?: AlarmConfiguration | undefined;
}

export type DeploymentOption = "WITH_TRAFFIC_CONTROL" | "WITHOUT_TRAFFIC_CONTROL";

export interface DeploymentOverview {
  readonly Pending?: InstanceCount | undefined;
  readonly InProgress?: InstanceCount | undefined;
  readonly Succeeded?: InstanceCount | undefined;
  readonly Failed?: InstanceCount | undefined;
  readonly Skipped?: InstanceCount | undefined;
  readonly Ready?: InstanceCount | undefined;
}

export type DeploymentReadyAction = "CONTINUE_DEPLOYMENT" | "STOP_DEPLOYMENT";

export interface DeploymentReadyOption {
  readonly actionOnTimeout?: DeploymentReadyAction | undefined;
  readonly waitTimeInMinutes?: Duration | undefined;
}

export type DeploymentStatus = "Created" | "Queued" | "InProgress" | "Baking" | "Succeeded" | "Failed" | "Stopped" | "Ready";

export type DeploymentStatusList = readonly DeploymentStatus[];

export type DeploymentStatusMessageList = readonly ErrorMessage[];

export interface DeploymentStyle {
  readonly deploymentType?: DeploymentType | undefined;
  readonly deploymentOption?: DeploymentOption | undefined;
}

export interface DeploymentTarget {
  readonly deploymentTargetType?: DeploymentTargetType | undefined;
  readonly instanceTarget?: InstanceTarget | undefined;
  readonly lambdaTarget?: LambdaTarget | undefined;
  readonly ecsTarget?: ECSTarget | undefined;
  readonly cloudFormationTarget?: CloudFormationTarget | undefined;
}

export type DeploymentTargetList = readonly DeploymentTarget[];

export type DeploymentTargetType = "InstanceTarget" | "LambdaTarget" | "ECSTarget" | "CloudFormationTarget";

export type DeploymentType = "IN_PLACE" | "BLUE_GREEN";

export type DeploymentWaitType = "READY_WAIT" | "TERMINATION_WAIT";

export type DeploymentsInfoList = readonly DeploymentInfo[];

export type DeploymentsList = readonly DeploymentId[];

export interface DeregisterOnPremisesInstanceInput {
  readonly instanceName: InstanceName;
}

export type Description = string;

export interface Diagnostics {
  readonly errorCode?: LifecycleErrorCode | undefined;
  readonly scriptName?: ScriptName | undefined;
  readonly message?: LifecycleMessage | undefined;
  readonly logTail?: LogTail | undefined;
}

export type Duration = number;

export interface EC2TagFilter {
  readonly Key?: Key | undefined;
  readonly Value?: Value | undefined;
  readonly Type?: EC2TagFilterType | undefined;
}

export type EC2TagFilterList = readonly EC2TagFilter[];

export type EC2TagFilterType = "KEY_ONLY" | "VALUE_ONLY" | "KEY_AND_VALUE";

export interface EC2TagSet {
  readonly ec2TagSetList?: EC2TagSetList | undefined;
}

export type EC2TagSetList = readonly EC2TagFilterList[];

export type ECSClusterName = string;

export interface ECSService {
  readonly serviceName?: ECSServiceName | undefined;
  readonly clusterName?: ECSClusterName | undefined;
}

export type ECSServiceList = readonly ECSService[];

export type ECSServiceName = string;

export interface ECSTarget {
  readonly deploymentId?: DeploymentId | undefined;
  readonly targetId?: TargetId | undefined;
  readonly targetArn?: TargetArn | undefined;
  readonly lastUpdatedAt?: Time | undefined;
  readonly lifecycleEvents?: LifecycleEventList | undefined;
  readonly status?: TargetStatus | undefined;
  readonly taskSetsInfo?: ECSTaskSetList | undefined;
}

export interface ECSTaskSet {
  readonly identifer?: ECSTaskSetIdentifier | undefined;
  readonly desiredCount?: ECSTaskSetCount | undefined;
  readonly pendingCount?: ECSTaskSetCount | undefined;
  readonly runningCount?: ECSTaskSetCount | undefined;
  readonly status?: ECSTaskSetStatus | undefined;
  readonly trafficWeight?: TrafficWeight | undefined;
  readonly targetGroup?: TargetGroupInfo | undefined;
  readonly taskSetLabel?: TargetLabel | undefined;
}

export type ECSTaskSetCount = number;

export type ECSTaskSetIdentifier = string;

export type ECSTaskSetList = readonly ECSTaskSet[];

export type ECSTaskSetStatus = string;

export interface ELBInfo {
  readonly name?: ELBName | undefined;
}

export type ELBInfoList = readonly ELBInfo[];

export type ELBName = string;

export type ETag = string;

export type ErrorCode = "AGENT_ISSUE" | "ALARM_ACTIVE" | "APPLICATION_MISSING" | "AUTOSCALING_VALIDATION_ERROR" | "AUTO_SCALING_CONFIGURATION" | "AUTO_SCALING_IAM_ROLE_PERMISSIONS" | "CODEDEPLOY_RESOURCE_CANNOT_BE_FOUND" | "CUSTOMER_APPLICATION_UNHEALTHY" | "DEPLOYMENT_GROUP_MISSING" | "ECS_UPDATE_ERROR" | "ELASTIC_LOAD_BALANCING_INVALID" | "ELB_INVALID_INSTANCE" | "HEALTH_CONSTRAINTS" | "HEALTH_CONSTRAINTS_INVALID" | "HOOK_EXECUTION_FAILURE" | "IAM_ROLE_MISSING" | "IAM_ROLE_PERMISSIONS" | "INTERNAL_ERROR" | "INVALID_ECS_SERVICE" | "INVALID_LAMBDA_CONFIGURATION" | "INVALID_LAMBDA_FUNCTION" | "INVALID_REVISION" | "MANUAL_STOP" | "MISSING_BLUE_GREEN_DEPLOYMENT_CONFIGURATION" | "MISSING_ELB_INFORMATION" | "MISSING_GITHUB_TOKEN" | "NO_EC2_SUBSCRIPTION" | "NO_INSTANCES" | "OVER_MAX_INSTANCES" | "RESOURCE_LIMIT_EXCEEDED" | "REVISION_MISSING" | "THROTTLED" | "TIMEOUT" | "CLOUDFORMATION_STACK_FAILURE";

export interface ErrorInformation {
  readonly code?: ErrorCode | undefined;
  readonly message?: ErrorMessage | undefined;
}

export type ErrorMessage = string;

export type ExternalId = string;

export type FileExistsBehavior = "DISALLOW" | "OVERWRITE" | "RETAIN";

export type FilterValue = string;

export type FilterValueList = readonly FilterValue[];

export interface GenericRevisionInfo {
  readonly description?: Description | undefined;
  readonly deploymentGroups?: DeploymentGroupsList | undefined;
  readonly firstUsedTime?: Timestamp | undefined;
  readonly lastUsedTime?: Timestamp | undefined;
  readonly registerTime?: Timestamp | undefined;
}

export interface GetApplicationInput {
  readonly applicationName: ApplicationName;
}

export interface GetApplicationOutput {
  readonly application?: ApplicationInfo | undefined;
}

export interface GetApplicationRevisionInput {
  readonly applicationName: ApplicationName;
  readonly revision: RevisionLocation;
}

export interface GetApplicationRevisionOutput {
  readonly applicationName?: ApplicationName | undefined;
  readonly revision?: RevisionLocation | undefined;
  readonly revisionInfo?: GenericRevisionInfo | undefined;
}

export interface GetDeploymentConfigInput {
  readonly deploymentConfigName: DeploymentConfigName;
}

export interface GetDeploymentConfigOutput {
  readonly deploymentConfigInfo?: DeploymentConfigInfo | undefined;
}

export interface GetDeploymentGroupInput {
  readonly applicationName: ApplicationName;
  readonly deploymentGroupName: DeploymentGroupName;
}

export interface GetDeploymentGroupOutput {
  readonly deploymentGroupInfo?: DeploymentGroupInfo | undefined;
}

export interface GetDeploymentInput {
  readonly deploymentId: DeploymentId;
}

export interface GetDeploymentInstanceInput {
  readonly deploymentId: DeploymentId;
  readonly instanceId: InstanceId;
}

export interface GetDeploymentInstanceOutput {
  readonly instanceSummary?: InstanceSummary | undefined;
}

export interface GetDeploymentOutput {
  readonly deploymentInfo?: DeploymentInfo | undefined;
}

export interface GetDeploymentTargetInput {
  readonly deploymentId: DeploymentId;
  readonly targetId: TargetId;
}

export interface GetDeploymentTargetOutput {
  readonly deploymentTarget?: DeploymentTarget | undefined;
}

export interface GetOnPremisesInstanceInput {
  readonly instanceName: InstanceName;
}

export interface GetOnPremisesInstanceOutput {
  readonly instanceInfo?: InstanceInfo | undefined;
}

export type GitHubAccountTokenName = string;

export type GitHubAccountTokenNameList = readonly GitHubAccountTokenName[];

export interface GitHubLocation {
  readonly repository?: Repository | undefined;
  readonly commitId?: CommitId | undefined;
}

export type GreenFleetProvisioningAction = "DISCOVER_EXISTING" | "COPY_AUTO_SCALING_GROUP";

export interface GreenFleetProvisioningOption {
  readonly action?: GreenFleetProvisioningAction | undefined;
}

export type IamSessionArn = string;

export type IamUserArn = string;

export type InstanceAction = "TERMINATE" | "KEEP_ALIVE";

export type InstanceArn = string;

export type InstanceCount = number;

export type InstanceId = string;

export interface InstanceInfo {
  readonly instanceName?: InstanceName | undefined;
  readonly iamSessionArn?: IamSessionArn | undefined;
  readonly iamUserArn?: IamUserArn | undefined;
  readonly instanceArn?: InstanceArn | undefined;
  readonly registerTime?: Timestamp | undefined;
  readonly deregisterTime?: Timestamp | undefined;
  readonly tags?: TagList | undefined;
}

export type InstanceInfoList = readonly InstanceInfo[];

export type InstanceName = string;

export type InstanceNameList = readonly InstanceName[];

export type InstanceStatus = "Pending" | "InProgress" | "Succeeded" | "Failed" | "Skipped" | "Unknown" | "Ready";

export type InstanceStatusList = readonly InstanceStatus[];

export interface InstanceSummary {
  readonly deploymentId?: DeploymentId | undefined;
  readonly instanceId?: InstanceId | undefined;
  readonly status?: InstanceStatus | undefined;
  readonly lastUpdatedAt?: Timestamp | undefined;
  readonly lifecycleEvents?: LifecycleEventList | undefined;
  readonly instanceType?: InstanceType | undefined;
}

export type InstanceSummaryList = readonly InstanceSummary[];

export interface InstanceTarget {
  readonly deploymentId?: DeploymentId | undefined;
  readonly targetId?: TargetId | undefined;
  readonly targetArn?: TargetArn | undefined;
  readonly status?: TargetStatus | undefined;
  readonly lastUpdatedAt?: Time | undefined;
  readonly lifecycleEvents?: LifecycleEventList | undefined;
  readonly instanceLabel?: TargetLabel | undefined;
}

export type InstanceType = "Blue" | "Green";

export type InstanceTypeList = readonly InstanceType[];

export type InstancesList = readonly InstanceId[];

export type Key = string;

export type LambdaFunctionAlias = string;

export interface LambdaFunctionInfo {
  readonly functionName?: LambdaFunctionName | undefined;
  readonly functionAlias?: LambdaFunctionAlias | undefined;
  readonly currentVersion?: Version | undefined;
  readonly targetVersion?: Version | undefined;
  readonly targetVersionWeight?: TrafficWeight | undefined;
}

export type LambdaFunctionName = string;

export interface LambdaTarget {
  readonly deploymentId?: DeploymentId | undefined;
  readonly targetId?: TargetId | undefined;
  readonly targetArn?: TargetArn | undefined;
  readonly status?: TargetStatus | undefined;
  readonly lastUpdatedAt?: Time | undefined;
  readonly lifecycleEvents?: LifecycleEventList | undefined;
  readonly lambdaFunctionInfo?: LambdaFunctionInfo | undefined;
}

export interface LastDeploymentInfo {
  readonly deploymentId?: DeploymentId | undefined;
  readonly status?: DeploymentStatus | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly createTime?: Timestamp | undefined;
}

export type LifecycleErrorCode = "Success" | "ScriptMissing" | "ScriptNotExecutable" | "ScriptTimedOut" | "ScriptFailed" | "UnknownError";

export interface LifecycleEvent {
  readonly lifecycleEventName?: LifecycleEventName | undefined;
  readonly diagnostics?: Diagnostics | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly status?: LifecycleEventStatus | undefined;
}

export type LifecycleEventHookExecutionId = string;

export type LifecycleEventList = readonly LifecycleEvent[];

export type LifecycleEventName = string;

export type LifecycleEventStatus = "Pending" | "InProgress" | "Succeeded" | "Failed" | "Skipped" | "Unknown";

export type LifecycleMessage = string;

export interface ListApplicationRevisionsInput {
  readonly applicationName: ApplicationName;
  readonly sortBy?: ApplicationRevisionSortBy | undefined;
  readonly sortOrder?: SortOrder | undefined;
  readonly s3Bucket?: S3Bucket | undefined;
  readonly s3KeyPrefix?: S3Key | undefined;
  readonly deployed?: ListStateFilterAction | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListApplicationRevisionsOutput {
  readonly revisions?: RevisionLocationList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListApplicationsInput {
  readonly nextToken?: NextToken | undefined;
}

export interface ListApplicationsOutput {
  readonly applications?: ApplicationsList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeploymentConfigsInput {
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeploymentConfigsOutput {
  readonly deploymentConfigsList?: DeploymentConfigsList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeploymentGroupsInput {
  readonly applicationName: ApplicationName;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeploymentGroupsOutput {
  readonly applicationName?: ApplicationName | undefined;
  readonly deploymentGroups?: DeploymentGroupsList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeploymentInstancesInput {
  readonly deploymentId: DeploymentId;
  readonly nextToken?: NextToken | undefined;
  readonly instanceStatusFilter?: InstanceStatusList | undefined;
  readonly instanceTypeFilter?: InstanceTypeList | undefined;
}

export interface ListDeploymentInstancesOutput {
  readonly instancesList?: InstancesList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeploymentTargetsInput {
  readonly deploymentId: DeploymentId;
  readonly nextToken?: NextToken | undefined;
  readonly targetFilters?: TargetFilters | undefined;
}

export interface ListDeploymentTargetsOutput {
  readonly targetIds?: TargetIdList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeploymentsInput {
  readonly applicationName?: ApplicationName | undefined;
  readonly deploymentGroupName?: DeploymentGroupName | undefined;
  readonly externalId?: ExternalId | undefined;
  readonly includeOnlyStatuses?: DeploymentStatusList | undefined;
  readonly createTimeRange?: TimeRange | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListDeploymentsOutput {
  readonly deployments?: DeploymentsList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListGitHubAccountTokenNamesInput {
  readonly nextToken?: NextToken | undefined;
}

export interface ListGitHubAccountTokenNamesOutput {
  readonly tokenNameList?: GitHubAccountTokenNameList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListOnPremisesInstancesInput {
  readonly registrationStatus?: RegistrationStatus | undefined;
  readonly tagFilters?: TagFilterList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListOnPremisesInstancesOutput {
  readonly instanceNames?: InstanceNameList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type ListStateFilterAction = "include" | "exclude" | "ignore";

export interface ListTagsForResourceInput {
  readonly ResourceArn: Arn;
  readonly NextToken?: NextToken | undefined;
}

export interface ListTagsForResourceOutput {
  readonly Tags?: TagList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export type ListenerArn = string;

export type ListenerArnList = readonly ListenerArn[];

export interface LoadBalancerInfo {
  readonly elbInfoList?: ELBInfoList | undefined;
  readonly targetGroupInfoList?: TargetGroupInfoList | undefined;
  readonly targetGroupPairInfoList?: TargetGroupPairInfoList | undefined;
}

export type LogTail = string;

export type Message = string;

export interface MinimumHealthyHosts {
  readonly type?: MinimumHealthyHostsType | undefined;
  readonly value?: MinimumHealthyHostsValue | undefined;
}

export interface MinimumHealthyHostsPerZone {
  readonly type?: MinimumHealthyHostsPerZoneType | undefined;
  readonly value?: MinimumHealthyHostsPerZoneValue | undefined;
}

export type MinimumHealthyHostsPerZoneType = "HOST_COUNT" | "FLEET_PERCENT";

export type MinimumHealthyHostsPerZoneValue = number;

export type MinimumHealthyHostsType = "HOST_COUNT" | "FLEET_PERCENT";

export type MinimumHealthyHostsValue = number;

export type NextToken = string;

export type NullableBoolean = boolean;

export interface OnPremisesTagSet {
  readonly onPremisesTagSetList?: OnPremisesTagSetList | undefined;
}

export type OnPremisesTagSetList = readonly TagFilterList[];

export type OutdatedInstancesStrategy = "UPDATE" | "IGNORE";

export type Percentage = number;

export interface PutLifecycleEventHookExecutionStatusInput {
  readonly deploymentId?: DeploymentId | undefined;
  readonly lifecycleEventHookExecutionId?: LifecycleEventHookExecutionId | undefined;
  readonly status?: LifecycleEventStatus | undefined;
}

export interface PutLifecycleEventHookExecutionStatusOutput {
  readonly lifecycleEventHookExecutionId?: LifecycleEventHookExecutionId | undefined;
}

export interface RawString {
  readonly content?: RawStringContent | undefined;
  readonly sha256?: RawStringSha256 | undefined;
}

export type RawStringContent = string;

export type RawStringSha256 = string;

export interface RegisterApplicationRevisionInput {
  readonly applicationName: ApplicationName;
  readonly description?: Description | undefined;
  readonly revision: RevisionLocation;
}

export interface RegisterOnPremisesInstanceInput {
  readonly instanceName: InstanceName;
  readonly iamSessionArn?: IamSessionArn | undefined;
  readonly iamUserArn?: IamUserArn | undefined;
}

export type RegistrationStatus = "Registered" | "Deregistered";

export interface RelatedDeployments {
  readonly autoUpdateOutdatedInstancesRootDeploymentId?: DeploymentId | undefined;
  readonly autoUpdateOutdatedInstancesDeploymentIds?: DeploymentsList | undefined;
}

export interface RemoveTagsFromOnPremisesInstancesInput {
  readonly tags: TagList;
  readonly instanceNames: InstanceNameList;
}

export type Repository = string;

export interface RevisionInfo {
  readonly revisionLocation?: RevisionLocation | undefined;
  readonly genericRevisionInfo?: GenericRevisionInfo | undefined;
}

export type RevisionInfoList = readonly RevisionInfo[];

export interface RevisionLocation {
  readonly revisionType?: RevisionLocationType | undefined;
  readonly s3Location?: S3Location | undefined;
  readonly gitHubLocation?: GitHubLocation | undefined;
  readonly string?: RawString | undefined;
  readonly appSpecContent?: AppSpecContent | undefined;
}

export type RevisionLocationList = readonly RevisionLocation[];

export type RevisionLocationType = "S3" | "GitHub" | "String" | "AppSpecContent";

export type Role = string;

export interface RollbackInfo {
  readonly rollbackDeploymentId?: DeploymentId | undefined;
  readonly rollbackTriggeringDeploymentId?: DeploymentId | undefined;
  readonly rollbackMessage?: Description | undefined;
}

export type S3Bucket = string;

export type S3Key = string;

export interface S3Location {
  readonly bucket?: S3Bucket | undefined;
  readonly key?: S3Key | undefined;
  readonly bundleType?: BundleType | undefined;
  readonly version?: VersionId | undefined;
  readonly eTag?: ETag | undefined;
}

export type ScriptName = string;

export interface SkipWaitTimeForInstanceTerminationInput {
  readonly deploymentId?: DeploymentId | undefined;
}

export type SortOrder = "ascending" | "descending";

export interface StopDeploymentInput {
  readonly deploymentId: DeploymentId;
  readonly autoRollbackEnabled?: NullableBoolean | undefined;
}

export interface StopDeploymentOutput {
  readonly status?: StopStatus | undefined;
  readonly statusMessage?: Message | undefined;
}

export type StopStatus = "Pending" | "Succeeded";

export interface Tag {
  readonly Key?: Key | undefined;
  readonly Value?: Value | undefined;
}

export interface TagFilter {
  readonly Key?: Key | undefined;
  readonly Value?: Value | undefined;
  readonly Type?: TagFilterType | undefined;
}

export type TagFilterList = readonly TagFilter[];

export type TagFilterType = "KEY_ONLY" | "VALUE_ONLY" | "KEY_AND_VALUE";

export type TagKeyList = readonly Key[];

export type TagList = readonly Tag[];

export interface TagResourceInput {
  readonly ResourceArn: Arn;
  readonly Tags: TagList;
}

export type TagResourceOutput = Record<string, never>;

export type TargetArn = string;

export type TargetFilterName = "TargetStatus" | "ServerInstanceLabel";

export type TargetFilters = Readonly<{ [key: string]: FilterValueList }>;

export interface TargetGroupInfo {
  readonly name?: TargetGroupName | undefined;
}

export type TargetGroupInfoList = readonly TargetGroupInfo[];

export type TargetGroupName = string;

export interface TargetGroupPairInfo {
  readonly targetGroups?: TargetGroupInfoList | undefined;
  readonly prodTrafficRoute?: TrafficRoute | undefined;
  readonly testTrafficRoute?: TrafficRoute | undefined;
}

export type TargetGroupPairInfoList = readonly TargetGroupPairInfo[];

export type TargetId = string;

export type TargetIdList = readonly TargetId[];

export interface TargetInstances {
  readonly tagFilters?: EC2TagFilterList | undefined;
  readonly autoScalingGroups?: AutoScalingGroupNameList | undefined;
  readonly ec2TagSet?: EC2TagSet | undefined;
}

export type TargetLabel = "Blue" | "Green";

export type TargetStatus = "Pending" | "InProgress" | "Succeeded" | "Failed" | "Skipped" | "Unknown" | "Ready";

export type Time = globalThis.Date;

export interface TimeBasedCanary {
  readonly canaryPercentage?: Percentage | undefined;
  readonly canaryInterval?: WaitTimeInMins | undefined;
}

export interface TimeBasedLinear {
  readonly linearPercentage?: Percentage | undefined;
  readonly linearInterval?: WaitTimeInMins | undefined;
}

export interface TimeRange {
  readonly start?: Timestamp | undefined;
  readonly end?: Timestamp | undefined;
}

export type Timestamp = globalThis.Date;

export interface TrafficRoute {
  readonly listenerArns?: ListenerArnList | undefined;
}

export interface TrafficRoutingConfig {
  readonly type?: TrafficRoutingType | undefined;
  readonly timeBasedCanary?: TimeBasedCanary | undefined;
  readonly timeBasedLinear?: TimeBasedLinear | undefined;
}

export type TrafficRoutingType = "TimeBasedCanary" | "TimeBasedLinear" | "AllAtOnce";

export type TrafficWeight = number;

export interface TriggerConfig {
  readonly triggerName?: TriggerName | undefined;
  readonly triggerTargetArn?: TriggerTargetArn | undefined;
  readonly triggerEvents?: TriggerEventTypeList | undefined;
}

export type TriggerConfigList = readonly TriggerConfig[];

export type TriggerEventType = "DeploymentStart" | "DeploymentSuccess" | "DeploymentFailure" | "DeploymentStop" | "DeploymentRollback" | "DeploymentReady" | "InstanceStart" | "InstanceSuccess" | "InstanceFailure" | "InstanceReady";

export type TriggerEventTypeList = readonly TriggerEventType[];

export type TriggerName = string;

export type TriggerTargetArn = string;

export interface UntagResourceInput {
  readonly ResourceArn: Arn;
  readonly TagKeys: TagKeyList;
}

export type UntagResourceOutput = Record<string, never>;

export interface UpdateApplicationInput {
  readonly applicationName?: ApplicationName | undefined;
  readonly newApplicationName?: ApplicationName | undefined;
}

export interface UpdateDeploymentGroupInput {
  readonly applicationName: ApplicationName;
  readonly currentDeploymentGroupName: DeploymentGroupName;
  readonly newDeploymentGroupName?: DeploymentGroupName | undefined;
  readonly deploymentConfigName?: DeploymentConfigName | undefined;
  readonly ec2TagFilters?: EC2TagFilterList | undefined;
  readonly onPremisesInstanceTagFilters?: TagFilterList | undefined;
  readonly autoScalingGroups?: AutoScalingGroupNameList | undefined;
  readonly serviceRoleArn?: Role | undefined;
  readonly triggerConfigurations?: TriggerConfigList | undefined;
  readonly alarmConfiguration?: AlarmConfiguration | undefined;
  readonly autoRollbackConfiguration?: AutoRollbackConfiguration | undefined;
  readonly outdatedInstancesStrategy?: OutdatedInstancesStrategy | undefined;
  readonly deploymentStyle?: DeploymentStyle | undefined;
  readonly blueGreenDeploymentConfiguration?: BlueGreenDeploymentConfiguration | undefined;
  readonly loadBalancerInfo?: LoadBalancerInfo | undefined;
  readonly ec2TagSet?: EC2TagSet | undefined;
  readonly ecsServices?: ECSServiceList | undefined;
  readonly onPremisesTagSet?: OnPremisesTagSet | undefined;
  readonly terminationHookEnabled?: NullableBoolean | undefined;
}

export interface UpdateDeploymentGroupOutput {
  readonly hooksNotCleanedUp?: AutoScalingGroupList | undefined;
}

export type Value = string;

export type Version = string;

export type VersionId = string;

export type WaitTimeInMins = number;

export type WaitTimeInSeconds = number;

export interface ZonalConfig {
  readonly firstZoneMonitorDurationInSeconds?: WaitTimeInSeconds | undefined;
  readonly monitorDurationInSeconds?: WaitTimeInSeconds | undefined;
  readonly minimumHealthyHostsPerZone?: MinimumHealthyHostsPerZone | undefined;
}
