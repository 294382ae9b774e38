// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  ActivateEventSource: { input: ActivateEventSourceRequest; output: Record<string, never> };
  CancelReplay: { input: CancelReplayRequest; output: CancelReplayResponse };
  CreateApiDestination: { input: CreateApiDestinationRequest; output: CreateApiDestinationResponse };
  CreateArchive: { input: CreateArchiveRequest; output: CreateArchiveResponse };
  CreateConnection: { input: CreateConnectionRequest; output: CreateConnectionResponse };
  CreateEndpoint: { input: CreateEndpointRequest; output: CreateEndpointResponse };
  CreateEventBus: { input: CreateEventBusRequest; output: CreateEventBusResponse };
  CreatePartnerEventSource: { input: CreatePartnerEventSourceRequest; output: CreatePartnerEventSourceResponse };
  DeactivateEventSource: { input: DeactivateEventSourceRequest; output: Record<string, never> };
  DeauthorizeConnection: { input: DeauthorizeConnectionRequest; output: DeauthorizeConnectionResponse };
  DeleteApiDestination: { input: DeleteApiDestinationRequest; output: DeleteApiDestinationResponse };
  DeleteArchive: { input: DeleteArchiveRequest; output: DeleteArchiveResponse };
  DeleteConnection: { input: DeleteConnectionRequest; output: DeleteConnectionResponse };
  DeleteEndpoint: { input: DeleteEndpointRequest; output: DeleteEndpointResponse };
  DeleteEventBus: { input: DeleteEventBusRequest; output: Record<string, never> };
  DeletePartnerEventSource: { input: DeletePartnerEventSourceRequest; output: Record<string, never> };
  DeleteRule: { input: DeleteRuleRequest; output: Record<string, never> };
  DescribeApiDestination: { input: DescribeApiDestinationRequest; output: DescribeApiDestinationResponse };
  DescribeArchive: { input: DescribeArchiveRequest; output: DescribeArchiveResponse };
  DescribeConnection: { input: DescribeConnectionRequest; output: DescribeConnectionResponse };
  DescribeEndpoint: { input: DescribeEndpointRequest; output: DescribeEndpointResponse };
  DescribeEventBus: { input: DescribeEventBusRequest; output: DescribeEventBusResponse };
  DescribeEventSource: { input: DescribeEventSourceRequest; output: DescribeEventSourceResponse };
  DescribePartnerEventSource: { input: DescribePartnerEventSourceRequest; output: DescribePartnerEventSourceResponse };
  DescribeReplay: { input: DescribeReplayRequest; output: DescribeReplayResponse };
  DescribeRule: { input: DescribeRuleRequest; output: DescribeRuleResponse };
  DisableRule: { input: DisableRuleRequest; output: Record<string, never> };
  EnableRule: { input: EnableRuleRequest; output: Record<string, never> };
  ListApiDestinations: { input: ListApiDestinationsRequest; output: ListApiDestinationsResponse };
  ListArchives: { input: ListArchivesRequest; output: ListArchivesResponse };
  ListConnections: { input: ListConnectionsRequest; output: ListConnectionsResponse };
  ListEndpoints: { input: ListEndpointsRequest; output: ListEndpointsResponse };
  ListEventBuses: { input: ListEventBusesRequest; output: ListEventBusesResponse };
  ListEventSources: { input: ListEventSourcesRequest; output: ListEventSourcesResponse };
  ListPartnerEventSourceAccounts: { input: ListPartnerEventSourceAccountsRequest; output: ListPartnerEventSourceAccountsResponse };
  ListPartnerEventSources: { input: ListPartnerEventSourcesRequest; output: ListPartnerEventSourcesResponse };
  ListReplays: { input: ListReplaysRequest; output: ListReplaysResponse };
  ListRuleNamesByTarget: { input: ListRuleNamesByTargetRequest; output: ListRuleNamesByTargetResponse };
  ListRules: { input: ListRulesRequest; output: ListRulesResponse };
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse };
  ListTargetsByRule: { input: ListTargetsByRuleRequest; output: ListTargetsByRuleResponse };
  PutEvents: { input: PutEventsRequest; output: PutEventsResponse };
  PutPartnerEvents: { input: PutPartnerEventsRequest; output: PutPartnerEventsResponse };
  PutPermission: { input: PutPermissionRequest; output: Record<string, never> };
  PutRule: { input: PutRuleRequest; output: PutRuleResponse };
  PutTargets: { input: PutTargetsRequest; output: PutTargetsResponse };
  RemovePermission: { input: RemovePermissionRequest; output: Record<string, never> };
  RemoveTargets: { input: RemoveTargetsRequest; output: RemoveTargetsResponse };
  StartReplay: { input: StartReplayRequest; output: StartReplayResponse };
  TagResource: { input: TagResourceRequest; output: TagResourceResponse };
  TestEventPattern: { input: TestEventPatternRequest; output: TestEventPatternResponse };
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse };
  UpdateApiDestination: { input: UpdateApiDestinationRequest; output: UpdateApiDestinationResponse };
  UpdateArchive: { input: UpdateArchiveRequest; output: UpdateArchiveResponse };
  UpdateConnection: { input: UpdateConnectionRequest; output: UpdateConnectionResponse };
  UpdateEndpoint: { input: UpdateEndpointRequest; output: UpdateEndpointResponse };
  UpdateEventBus: { input: UpdateEventBusRequest; output: UpdateEventBusResponse };
}

export type AccountId = string;

export type Action = string;

export interface ActivateEventSourceRequest {
  readonly Name: EventSourceName;
}

export interface ApiDestination {
  readonly ApiDestinationArn?: ApiDestinationArn | undefined;
  readonly Name?: ApiDestinationName | undefined;
  readonly ApiDestinationState?: ApiDestinationState | undefined;
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly InvocationEndpoint?: HttpsEndpoint | undefined;
  readonly HttpMethod?: ApiDestinationHttpMethod | undefined;
  readonly InvocationRateLimitPerSecond?: ApiDestinationInvocationRateLimitPerSecond | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export type ApiDestinationArn = string;

export type ApiDestinationDescription = string;

export type ApiDestinationHttpMethod = "POST" | "GET" | "HEAD" | "OPTIONS" | "PUT" | "PATCH" | "DELETE";

export type ApiDestinationInvocationRateLimitPerSecond = number;

export type ApiDestinationName = string;

export type ApiDestinationResponseList = readonly ApiDestination[];

export type ApiDestinationState = "ACTIVE" | "INACTIVE";

export interface AppSyncParameters {
  readonly GraphQLOperation?: GraphQLOperation | undefined;
}

export interface Archive {
  readonly ArchiveName?: ArchiveName | undefined;
  readonly EventSourceArn?: EventBusArn | undefined;
  readonly State?: ArchiveState | undefined;
  readonly StateReason?: ArchiveStateReason | undefined;
  readonly RetentionDays?: RetentionDays | undefined;
  readonly SizeBytes?: Long | undefined;
  readonly EventCount?: Long | undefined;
  readonly CreationTime?: Timestamp | undefined;
}

export type ArchiveArn = string;

export type ArchiveDescription = string;

export type ArchiveName = string;

export type ArchiveResponseList = readonly Archive[];

export type ArchiveState = "ENABLED" | "DISABLED" | "CREATING" | "UPDATING" | "CREATE_FAILED" | "UPDATE_FAILED";

export type ArchiveStateReason = string;

export type Arn = string;

export type AssignPublicIp = "ENABLED" | "DISABLED";

export type AuthHeaderParameters = string;

export type AuthHeaderParametersSensitive = string;

export interface AwsVpcConfiguration {
  readonly Subnets: StringList;
  readonly SecurityGroups?: StringList | undefined;
  readonly AssignPublicIp?: AssignPublicIp | undefined;
}

export interface BatchArrayProperties {
  readonly Size?: Integer | undefined;
}

export interface BatchParameters {
  readonly JobDefinition: String;
  readonly JobName: String;
  readonly ArrayProperties?: BatchArrayProperties | undefined;
  readonly RetryStrategy?: BatchRetryStrategy | undefined;
}

export interface BatchRetryStrategy {
  readonly Attempts?: Integer | undefined;
}

export type Boolean = boolean;

export interface CancelReplayRequest {
  readonly ReplayName: ReplayName;
}

export interface CancelReplayResponse {
  readonly ReplayArn?: ReplayArn | undefined;
  readonly State?: ReplayState | undefined;
  readonly StateReason?: ReplayStateReason | undefined;
}

export type CapacityProvider = string;

export type CapacityProviderStrategy = readonly CapacityProviderStrategyItem[];

export interface CapacityProviderStrategyItem {
  readonly capacityProvider: CapacityProvider;
  readonly weight?: CapacityProviderStrategyItemWeight | undefined;
  readonly base?: CapacityProviderStrategyItemBase | undefined;
}

export type CapacityProviderStrategyItemBase = number;

export type CapacityProviderStrategyItemWeight = number;

export interface Condition {
  readonly Type: String;
  readonly Key: String;
  readonly Value: String;
}

export interface Connection {
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly Name?: ConnectionName | undefined;
  readonly ConnectionState?: ConnectionState | undefined;
  readonly StateReason?: ConnectionStateReason | undefined;
  readonly AuthorizationType?: ConnectionAuthorizationType | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
  readonly LastAuthorizedTime?: Timestamp | undefined;
}

export interface ConnectionApiKeyAuthResponseParameters {
  readonly ApiKeyName?: AuthHeaderParameters | undefined;
}

export type ConnectionArn = string;

export interface ConnectionAuthResponseParameters {
  readonly BasicAuthParameters?: ConnectionBasicAuthResponseParameters | undefined;
  readonly OAuthParameters?: ConnectionOAuthResponseParameters | undefined;
  readonly ApiKeyAuthParameters?: ConnectionApiKeyAuthResponseParameters | undefined;
  readonly InvocationHttpParameters?: ConnectionHttpParameters | undefined;
  readonly ConnectivityParameters?: DescribeConnectionConnectivityParameters | undefined;
}

export type ConnectionAuthorizationType = "BASIC" | "OAUTH_CLIENT_CREDENTIALS" | "API_KEY";

export interface ConnectionBasicAuthResponseParameters {
  readonly Username?: AuthHeaderParameters | undefined;
}

export interface ConnectionBodyParameter {
  readonly Key?: String | undefined;
  readonly Value?: SensitiveString | undefined;
  readonly IsValueSecret?: Boolean | undefined;
}

export type ConnectionBodyParametersList = readonly ConnectionBodyParameter[];

export type ConnectionDescription = string;

export interface ConnectionHeaderParameter {
  readonly Key?: HeaderKey | undefined;
  readonly Value?: HeaderValueSensitive | undefined;
  readonly IsValueSecret?: Boolean | undefined;
}

export type ConnectionHeaderParametersList = readonly ConnectionHeaderParameter[];

export interface ConnectionHttpParameters {
  readonly HeaderParameters?: ConnectionHeaderParametersList | undefined;
  readonly QueryStringParameters?: ConnectionQueryStringParametersList | undefined;
  readonly BodyParameters?: ConnectionBodyParametersList | undefined;
}

export type ConnectionName = string;

export interface ConnectionOAuthClientResponseParameters {
  readonly ClientID?: AuthHeaderParameters | undefined;
}

export type ConnectionOAuthHttpMethod = "GET" | "POST" | "PUT";

export interface ConnectionOAuthResponseParameters {
  readonly ClientParameters?: ConnectionOAuthClientResponseParameters | undefined;
  readonly AuthorizationEndpoint?: HttpsEndpoint | undefined;
  readonly HttpMethod?: ConnectionOAuthHttpMethod | undefined;
  readonly OAuthHttpParameters?: ConnectionHttpParameters | undefined;
}

export interface ConnectionQueryStringParameter {
  readonly Key?: QueryStringKey | undefined;
  readonly Value?: QueryStringValueSensitive | undefined;
  readonly IsValueSecret?: Boolean | undefined;
}

export type ConnectionQueryStringParametersList = readonly ConnectionQueryStringParameter[];

export type ConnectionResponseList = readonly Connection[];

export type ConnectionState = "CREATING" | "UPDATING" | "DELETING" | "AUTHORIZED" | "DEAUTHORIZED" | "AUTHORIZING" | "DEAUTHORIZING" | "ACTIVE" | "FAILED_CONNECTIVITY";

export type ConnectionStateReason = string;

export interface ConnectivityResourceConfigurationArn {
  readonly ResourceConfigurationArn: ResourceConfigurationArn;
}

export interface ConnectivityResourceParameters {
  readonly ResourceParameters: ConnectivityResourceConfigurationArn;
}

export interface CreateApiDestinationRequest {
  readonly Name: ApiDestinationName;
  readonly Description?: ApiDestinationDescription | undefined;
  readonly ConnectionArn: ConnectionArn;
  readonly InvocationEndpoint: HttpsEndpoint;
  readonly HttpMethod: ApiDestinationHttpMethod;
  readonly InvocationRateLimitPerSecond?: ApiDestinationInvocationRateLimitPerSecond | undefined;
}

export interface CreateApiDestinationResponse {
  readonly ApiDestinationArn?: ApiDestinationArn | undefined;
  readonly ApiDestinationState?: ApiDestinationState | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export interface CreateArchiveRequest {
  readonly ArchiveName: ArchiveName;
  readonly EventSourceArn: EventBusArn;
  readonly Description?: ArchiveDescription | undefined;
  readonly EventPattern?: EventPattern | undefined;
  readonly RetentionDays?: RetentionDays | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
}

export interface CreateArchiveResponse {
  readonly ArchiveArn?: ArchiveArn | undefined;
  readonly State?: ArchiveState | undefined;
  readonly StateReason?: ArchiveStateReason | undefined;
  readonly CreationTime?: Timestamp | undefined;
}

export interface CreateConnectionApiKeyAuthRequestParameters {
  readonly ApiKeyName: AuthHeaderParameters;
  readonly ApiKeyValue: AuthHeaderParametersSensitive;
}

export interface CreateConnectionAuthRequestParameters {
  readonly BasicAuthParameters?: CreateConnectionBasicAuthRequestParameters | undefined;
  readonly OAuthParameters?: CreateConnectionOAuthRequestParameters | undefined;
  readonly ApiKeyAuthParameters?: CreateConnectionApiKeyAuthRequestParameters | undefined;
  readonly InvocationHttpParameters?: ConnectionHttpParameters | undefined;
  readonly ConnectivityParameters?: ConnectivityResourceParameters | undefined;
}

export interface CreateConnectionBasicAuthRequestParameters {
  readonly Username: AuthHeaderParameters;
  readonly Password: AuthHeaderParametersSensitive;
}

export interface CreateConnectionOAuthClientRequestParameters {
  readonly ClientID: AuthHeaderParameters;
  readonly ClientSecret: AuthHeaderParametersSensitive;
}

export interface CreateConnectionOAuthRequestParameters {
  readonly ClientParameters: CreateConnectionOAuthClientRequestParameters;
  readonly AuthorizationEndpoint: HttpsEndpoint;
  readonly HttpMethod: ConnectionOAuthHttpMethod;
  readonly OAuthHttpParameters?: ConnectionHttpParameters | undefined;
}

export interface CreateConnectionRequest {
  readonly Name: ConnectionName;
  readonly Description?: ConnectionDescription | undefined;
  readonly AuthorizationType: ConnectionAuthorizationType;
  readonly AuthParameters: CreateConnectionAuthRequestParameters;
  readonly InvocationConnectivityParameters?: ConnectivityResourceParameters | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
}

export interface CreateConnectionResponse {
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly ConnectionState?: ConnectionState | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export interface CreateEndpointRequest {
  readonly Name: EndpointName;
  readonly Description?: EndpointDescription | undefined;
  readonly RoutingConfig: RoutingConfig;
  readonly ReplicationConfig?: ReplicationConfig | undefined;
  readonly EventBuses: EndpointEventBusList;
  readonly RoleArn?: IamRoleArn | undefined;
}

export interface CreateEndpointResponse {
  readonly Name?: EndpointName | undefined;
  readonly Arn?: EndpointArn | undefined;
  readonly RoutingConfig?: RoutingConfig | undefined;
  readonly ReplicationConfig?: ReplicationConfig | undefined;
  readonly EventBuses?: EndpointEventBusList | undefined;
  readonly RoleArn?: IamRoleArn | undefined;
  readonly State?: EndpointState | undefined;
}

export interface CreateEventBusRequest {
  readonly Name: EventBusName;
  readonly EventSourceName?: EventSourceName | undefined;
  readonly Description?: EventBusDescription | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
  readonly DeadLetterConfig?: DeadLetterConfig | undefined;
  readonly LogConfig?: LogConfig | undefined;
  readonly Tags?: TagList | undefined;
}

export interface CreateEventBusResponse {
  readonly EventBusArn?: String | undefined;
  readonly Description?: EventBusDescription | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
  readonly DeadLetterConfig?: DeadLetterConfig | undefined;
  readonly LogConfig?: LogConfig | undefined;
}

export interface CreatePartnerEventSourceRequest {
  readonly Name: EventSourceName;
  readonly Account: AccountId;
}

export interface CreatePartnerEventSourceResponse {
  readonly EventSourceArn?: String | undefined;
}

export type CreatedBy = string;

export type Database = string;

export type DbUser = string;

export interface DeactivateEventSourceRequest {
  readonly Name: EventSourceName;
}

export interface DeadLetterConfig {
  readonly Arn?: ResourceArn | undefined;
}

export interface DeauthorizeConnectionRequest {
  readonly Name: ConnectionName;
}

export interface DeauthorizeConnectionResponse {
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly ConnectionState?: ConnectionState | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
  readonly LastAuthorizedTime?: Timestamp | undefined;
}

export interface DeleteApiDestinationRequest {
  readonly Name: ApiDestinationName;
}

export type DeleteApiDestinationResponse = Record<string, never>;

export interface DeleteArchiveRequest {
  readonly ArchiveName: ArchiveName;
}

export type DeleteArchiveResponse = Record<string, never>;

export interface DeleteConnectionRequest {
  readonly Name: ConnectionName;
}

export interface DeleteConnectionResponse {
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly ConnectionState?: ConnectionState | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
  readonly LastAuthorizedTime?: Timestamp | undefined;
}

export interface DeleteEndpointRequest {
  readonly Name: EndpointName;
}

export type DeleteEndpointResponse = Record<string, never>;

export interface DeleteEventBusRequest {
  readonly Name: EventBusName;
}

export interface DeletePartnerEventSourceRequest {
  readonly Name: EventSourceName;
  readonly Account: AccountId;
}

export interface DeleteRuleRequest {
  readonly Name: RuleName;
  readonly EventBusName?: EventBusNameOrArn | undefined;
  readonly Force?: Boolean | undefined;
}

export interface DescribeApiDestinationRequest {
  readonly Name: ApiDestinationName;
}

export interface DescribeApiDestinationResponse {
  readonly ApiDestinationArn?: ApiDestinationArn | undefined;
  readonly Name?: ApiDestinationName | undefined;
  readonly Description?: ApiDestinationDescription | undefined;
  readonly ApiDestinationState?: ApiDestinationState | undefined;
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly InvocationEndpoint?: HttpsEndpoint | undefined;
  readonly HttpMethod?: ApiDestinationHttpMethod | undefined;
  readonly InvocationRateLimitPerSecond?: ApiDestinationInvocationRateLimitPerSecond | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export interface DescribeArchiveRequest {
  readonly ArchiveName: ArchiveName;
}

export interface DescribeArchiveResponse {
  readonly ArchiveArn?: ArchiveArn | undefined;
  readonly ArchiveName?: ArchiveName | undefined;
  readonly EventSourceArn?: EventBusArn | undefined;
  readonly Description?: ArchiveDescription | undefined;
  readonly EventPattern?: EventPattern | undefined;
  readonly State?: ArchiveState | undefined;
  readonly StateReason?: ArchiveStateReason | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
  readonly RetentionDays?: RetentionDays | undefined;
  readonly SizeBytes?: Long | undefined;
  readonly EventCount?: Long | undefined;
  readonly CreationTime?: Timestamp | undefined;
}

export interface DescribeConnectionConnectivityParameters {
  readonly ResourceParameters: DescribeConnectionResourceParameters;
}

export interface DescribeConnectionRequest {
  readonly Name: ConnectionName;
}

export interface DescribeConnectionResourceParameters {
  readonly ResourceConfigurationArn: ResourceConfigurationArn;
  readonly ResourceAssociationArn: ResourceAssociationArn;
}

export interface DescribeConnectionResponse {
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly Name?: ConnectionName | undefined;
  readonly Description?: ConnectionDescription | undefined;
  readonly InvocationConnectivityParameters?: DescribeConnectionConnectivityParameters | undefined;
  readonly ConnectionState?: ConnectionState | undefined;
  readonly StateReason?: ConnectionStateReason | undefined;
  readonly AuthorizationType?: ConnectionAuthorizationType | undefined;
  readonly SecretArn?: SecretsManagerSecretArn | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
  readonly AuthParameters?: ConnectionAuthResponseParameters | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
  readonly LastAuthorizedTime?: Timestamp | undefined;
}

export interface DescribeEndpointRequest {
  readonly Name: EndpointName;
  readonly HomeRegion?: HomeRegion | undefined;
}

export interface DescribeEndpointResponse {
  readonly Name?: EndpointName | undefined;
  readonly Description?: EndpointDescription | undefined;
  readonly Arn?: EndpointArn | undefined;
  readonly RoutingConfig?: RoutingConfig | undefined;
  readonly ReplicationConfig?: ReplicationConfig | undefined;
  readonly EventBuses?: EndpointEventBusList | undefined;
  readonly RoleArn?: IamRoleArn | undefined;
  readonly EndpointId?: EndpointId | undefined;
  readonly EndpointUrl?: EndpointUrl | undefined;
  readonly State?: EndpointState | undefined;
  readonly StateReason?: EndpointStateReason | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export interface DescribeEventBusRequest {
  readonly Name?: EventBusNameOrArn | undefined;
}

export interface DescribeEventBusResponse {
  readonly Name?: String | undefined;
  readonly Arn?: String | undefined;
  readonly Description?: EventBusDescription | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
  readonly DeadLetterConfig?: DeadLetterConfig | undefined;
  readonly Policy?: String | undefined;
  readonly LogConfig?: LogConfig | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export interface DescribeEventSourceRequest {
  readonly Name: EventSourceName;
}

export interface DescribeEventSourceResponse {
  readonly Arn?: String | undefined;
  readonly CreatedBy?: String | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly ExpirationTime?: Timestamp | undefined;
  readonly Name?: String | undefined;
  readonly State?: EventSourceState | undefined;
}

export interface DescribePartnerEventSourceRequest {
  readonly Name: EventSourceName;
}

export interface DescribePartnerEventSourceResponse {
  readonly Arn?: String | undefined;
  readonly Name?: String | undefined;
}

export interface DescribeReplayRequest {
  readonly ReplayName: ReplayName;
}

export interface DescribeReplayResponse {
  readonly ReplayName?: ReplayName | undefined;
  readonly ReplayArn?: ReplayArn | undefined;
  readonly Description?: ReplayDescription | undefined;
  readonly State?: ReplayState | undefined;
  readonly StateReason?: ReplayStateReason | undefined;
  readonly EventSourceArn?: ArchiveArn | undefined;
  readonly Destination?: ReplayDestination | undefined;
  readonly EventStartTime?: Timestamp | undefined;
  readonly EventEndTime?: Timestamp | undefined;
  readonly EventLastReplayedTime?: Timestamp | undefined;
  readonly ReplayStartTime?: Timestamp | undefined;
  readonly ReplayEndTime?: Timestamp | undefined;
}

export interface DescribeRuleRequest {
  readonly Name: RuleName;
  readonly EventBusName?: EventBusNameOrArn | undefined;
}

export interface DescribeRuleResponse {
  readonly Name?: RuleName | undefined;
  readonly Arn?: RuleArn | undefined;
  readonly EventPattern?: EventPattern | undefined;
  readonly ScheduleExpression?: ScheduleExpression | undefined;
  readonly State?: RuleState | undefined;
  readonly Description?: RuleDescription | undefined;
  readonly RoleArn?: RoleArn | undefined;
  readonly ManagedBy?: ManagedBy | undefined;
  readonly EventBusName?: EventBusName | undefined;
  readonly CreatedBy?: CreatedBy | undefined;
}

export interface DisableRuleRequest {
  readonly Name: RuleName;
  readonly EventBusName?: EventBusNameOrArn | undefined;
}

export interface EcsParameters {
  readonly TaskDefinitionArn: Arn;
  readonly TaskCount?: LimitMin1 | undefined;
  readonly LaunchType?: LaunchType | undefined;
  readonly NetworkConfiguration?: NetworkConfiguration | undefined;
  readonly PlatformVersion?: String | undefined;
  readonly Group?: String | undefined;
  readonly CapacityProviderStrategy?: CapacityProviderStrategy | undefined;
  readonly EnableECSManagedTags?: Boolean | undefined;
  readonly EnableExecuteCommand?: Boolean | undefined;
  readonly PlacementConstraints?: PlacementConstraints | undefined;
  readonly PlacementStrategy?: PlacementStrategies | undefined;
  readonly PropagateTags?: PropagateTags | undefined;
  readonly ReferenceId?: ReferenceId | undefined;
  readonly Tags?: TagList | undefined;
}

export interface EnableRuleRequest {
  readonly Name: RuleName;
  readonly EventBusName?: EventBusNameOrArn | undefined;
}

export interface Endpoint {
  readonly Name?: EndpointName | undefined;
  readonly Description?: EndpointDescription | undefined;
  readonly Arn?: EndpointArn | undefined;
  readonly RoutingConfig?: RoutingConfig | undefined;
  readonly ReplicationConfig?: ReplicationConfig | undefined;
  readonly EventBuses?: EndpointEventBusList | undefined;
  readonly RoleArn?: IamRoleArn | undefined;
  readonly EndpointId?: EndpointId | undefined;
  readonly EndpointUrl?: EndpointUrl | undefined;
  readonly State?: EndpointState | undefined;
  readonly StateReason?: EndpointStateReason | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export type EndpointArn = string;

export type EndpointDescription = string;

export interface EndpointEventBus {
  readonly EventBusArn: NonPartnerEventBusArn;
}

export type EndpointEventBusList = readonly EndpointEventBus[];

export type EndpointId = string;

export type EndpointList = readonly Endpoint[];

export type EndpointName = string;

export type EndpointState = "ACTIVE" | "CREATING" | "UPDATING" | "DELETING" | "CREATE_FAILED" | "UPDATE_FAILED" | "DELETE_FAILED";

export type EndpointStateReason = string;

export type EndpointUrl = string;

export type ErrorCode = string;

export type ErrorMessage = string;

export interface EventBus {
  readonly Name?: String | undefined;
  readonly Arn?: String | undefined;
  readonly Description?: EventBusDescription | undefined;
  readonly Policy?: String | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export type EventBusArn = string;

export type EventBusDescription = string;

export type EventBusList = readonly EventBus[];

export type EventBusName = string;

export type EventBusNameOrArn = string;

export type EventId = string;

export type EventPattern = string;

export type EventResource = string;

export type EventResourceList = readonly EventResource[];

export interface EventSource {
  readonly Arn?: String | undefined;
  readonly CreatedBy?: String | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly ExpirationTime?: Timestamp | undefined;
  readonly Name?: String | undefined;
  readonly State?: EventSourceState | undefined;
}

export type EventSourceList = readonly EventSource[];

export type EventSourceName = string;

export type EventSourceNamePrefix = string;

export type EventSourceState = "PENDING" | "ACTIVE" | "DELETED";

export type EventTime = globalThis.Date;

export interface FailoverConfig {
  readonly Primary: Primary;
  readonly Secondary: Secondary;
}

export type GraphQLOperation = string;

export type HeaderKey = string;

export type HeaderParametersMap = Readonly<{ [key: string]: HeaderValue }>;

export type HeaderValue = string;

export type HeaderValueSensitive = string;

export type HealthCheck = string;

export type HomeRegion = string;

export interface HttpParameters {
  readonly PathParameterValues?: PathParameterList | undefined;
  readonly HeaderParameters?: HeaderParametersMap | undefined;
  readonly QueryStringParameters?: QueryStringParametersMap | undefined;
}

export type HttpsEndpoint = string;

export type IamRoleArn = string;

export type IncludeDetail = "NONE" | "FULL";

export interface InputTransformer {
  readonly InputPathsMap?: TransformerPaths | undefined;
  readonly InputTemplate: TransformerInput;
}

export type InputTransformerPathKey = string;

export type Integer = number;

export interface KinesisParameters {
  readonly PartitionKeyPath: TargetPartitionKeyPath;
}

export type KmsKeyIdentifier = string;

export type LaunchType = "EC2" | "FARGATE" | "EXTERNAL";

export type Level = "OFF" | "ERROR" | "INFO" | "TRACE";

export type LimitMax100 = number;

export type LimitMin1 = number;

export interface ListApiDestinationsRequest {
  readonly NamePrefix?: ApiDestinationName | undefined;
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListApiDestinationsResponse {
  readonly ApiDestinations?: ApiDestinationResponseList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListArchivesRequest {
  readonly NamePrefix?: ArchiveName | undefined;
  readonly EventSourceArn?: EventBusArn | undefined;
  readonly State?: ArchiveState | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListArchivesResponse {
  readonly Archives?: ArchiveResponseList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListConnectionsRequest {
  readonly NamePrefix?: ConnectionName | undefined;
  readonly ConnectionState?: ConnectionState | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListConnectionsResponse {
  readonly Connections?: ConnectionResponseList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListEndpointsRequest {
  readonly NamePrefix?: EndpointName | undefined;
  readonly HomeRegion?: HomeRegion | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly MaxResults?: LimitMax100 | undefined;
}

export interface ListEndpointsResponse {
  readonly Endpoints?: EndpointList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListEventBusesRequest {
  readonly NamePrefix?: EventBusName | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListEventBusesResponse {
  readonly EventBuses?: EventBusList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListEventSourcesRequest {
  readonly NamePrefix?: EventSourceNamePrefix | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListEventSourcesResponse {
  readonly EventSources?: EventSourceList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListPartnerEventSourceAccountsRequest {
  readonly EventSourceName: EventSourceName;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListPartnerEventSourceAccountsResponse {
  readonly PartnerEventSourceAccounts?: PartnerEventSourceAccountList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListPartnerEventSourcesRequest {
  readonly NamePrefix: PartnerEventSourceNamePrefix;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListPartnerEventSourcesResponse {
  readonly PartnerEventSources?: PartnerEventSourceList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListReplaysRequest {
  readonly NamePrefix?: ReplayName | undefined;
  readonly State?: ReplayState | undefined;
  readonly EventSourceArn?: ArchiveArn | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListReplaysResponse {
  readonly Replays?: ReplayList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListRuleNamesByTargetRequest {
  readonly TargetArn: TargetArn;
  readonly EventBusName?: EventBusNameOrArn | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListRuleNamesByTargetResponse {
  readonly RuleNames?: RuleNameList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListRulesRequest {
  readonly NamePrefix?: RuleName | undefined;
  readonly EventBusName?: EventBusNameOrArn | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListRulesResponse {
  readonly Rules?: RuleResponseList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface ListTagsForResourceRequest {
  readonly ResourceARN: Arn;
}

export interface ListTagsForResourceResponse {
  readonly Tags?: TagList | undefined;
}

export interface ListTargetsByRuleRequest {
  readonly Rule: RuleName;
  readonly EventBusName?: EventBusNameOrArn | undefined;
  readonly NextToken?: NextToken | undefined;
  readonly Limit?: LimitMax100 | undefined;
}

export interface ListTargetsByRuleResponse {
  readonly Targets?: TargetList | undefined;
  readonly NextToken?: NextToken | undefined;
}

export interface LogConfig {
  readonly IncludeDetail?: IncludeDetail | undefined;
  readonly Level?: Level | undefined;
}

export type Long = number;

export type ManagedBy = string;

export type MaximumEventAgeInSeconds = number;

export type MaximumRetryAttempts = number;

export type MessageGroupId = string;

export interface NetworkConfiguration {
  readonly awsvpcConfiguration?: AwsVpcConfiguration | undefined;
}

export type NextToken = string;

export type NonPartnerEventBusArn = string;

export type NonPartnerEventBusName = string;

export type NonPartnerEventBusNameOrArn = string;

export interface PartnerEventSource {
  readonly Arn?: String | undefined;
  readonly Name?: String | undefined;
}

export interface PartnerEventSourceAccount {
  readonly Account?: AccountId | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly ExpirationTime?: Timestamp | undefined;
  readonly State?: EventSourceState | undefined;
}

export type PartnerEventSourceAccountList = readonly PartnerEventSourceAccount[];

export type PartnerEventSourceList = readonly PartnerEventSource[];

export type PartnerEventSourceNamePrefix = string;

export type PathParameter = string;

export type PathParameterList = readonly PathParameter[];

export interface PlacementConstraint {
  readonly type?: PlacementConstraintType | undefined;
  readonly expression?: PlacementConstraintExpression | undefined;
}

export type PlacementConstraintExpression = string;

export type PlacementConstraintType = "distinctInstance" | "memberOf";

export type PlacementConstraints = readonly PlacementConstraint[];

export type PlacementStrategies = readonly PlacementStrategy[];

export interface PlacementStrategy {
  readonly type?: PlacementStrategyType | undefined;
  readonly field?: PlacementStrategyField | undefined;
}

export type PlacementStrategyField = string;

export type PlacementStrategyType = "random" | "spread" | "binpack";

export interface Primary {
  readonly HealthCheck: HealthCheck;
}

export type Principal = string;

export type PropagateTags = "TASK_DEFINITION";

export interface PutEventsRequest {
  readonly Entries: PutEventsRequestEntryList;
  readonly EndpointId?: EndpointId | undefined;
}

export interface PutEventsRequestEntry {
  readonly Time?: EventTime | undefined;
  readonly Source?: String | undefined;
  readonly Resources?: EventResourceList | undefined;
  readonly DetailType?: String | undefined;
  readonly Detail?: String | undefined;
  readonly EventBusName?: NonPartnerEventBusNameOrArn | undefined;
  readonly TraceHeader?: TraceHeader | undefined;
}

export type PutEventsRequestEntryList = readonly PutEventsRequestEntry[];

export interface PutEventsResponse {
  readonly FailedEntryCount?: Integer | undefined;
  readonly Entries?: PutEventsResultEntryList | undefined;
}

export interface PutEventsResultEntry {
  readonly EventId?: EventId | undefined;
  readonly ErrorCode?: ErrorCode | undefined;
  readonly ErrorMessage?: ErrorMessage | undefined;
}

export type PutEventsResultEntryList = readonly PutEventsResultEntry[];

export interface PutPartnerEventsRequest {
  readonly Entries: PutPartnerEventsRequestEntryList;
}

export interface PutPartnerEventsRequestEntry {
  readonly Time?: EventTime | undefined;
  readonly Source?: EventSourceName | undefined;
  readonly Resources?: EventResourceList | undefined;
  readonly DetailType?: String | undefined;
  readonly Detail?: String | undefined;
}

export type PutPartnerEventsRequestEntryList = readonly PutPartnerEventsRequestEntry[];

export interface PutPartnerEventsResponse {
  readonly FailedEntryCount?: Integer | undefined;
  readonly Entries?: PutPartnerEventsResultEntryList | undefined;
}

export interface PutPartnerEventsResultEntry {
  readonly EventId?: EventId | undefined;
  readonly ErrorCode?: ErrorCode | undefined;
  readonly ErrorMessage?: ErrorMessage | undefined;
}

export type PutPartnerEventsResultEntryList = readonly PutPartnerEventsResultEntry[];

export interface PutPermissionRequest {
  readonly EventBusName?: NonPartnerEventBusName | undefined;
  readonly Action?: Action | undefined;
  readonly Principal?: Principal | undefined;
  readonly StatementId?: StatementId | undefined;
  readonly Condition?: Condition | undefined;
  readonly Policy?: String | undefined;
}

export interface PutRuleRequest {
  readonly Name: RuleName;
  readonly ScheduleExpression?: ScheduleExpression | undefined;
  readonly EventPattern?: EventPattern | undefined;
  readonly State?: RuleState | undefined;
  readonly Description?: RuleDescription | undefined;
  readonly RoleArn?: RoleArn | undefined;
  readonly Tags?: TagList | undefined;
  readonly EventBusName?: EventBusNameOrArn | undefined;
}

export interface PutRuleResponse {
  readonly RuleArn?: RuleArn | undefined;
}

export interface PutTargetsRequest {
  readonly Rule: RuleName;
  readonly EventBusName?: EventBusNameOrArn | undefined;
  readonly Targets: TargetList;
}

export interface PutTargetsResponse {
  readonly FailedEntryCount?: Integer | undefined;
  readonly FailedEntries?: PutTargetsResultEntryList | undefined;
}

export interface PutTargetsResultEntry {
  readonly TargetId?: TargetId | undefined;
  readonly ErrorCode?: ErrorCode | undefined;
  readonly ErrorMessage?: ErrorMessage | undefined;
}

export type PutTargetsResultEntryList = readonly PutTargetsResultEntry[];

export type QueryStringKey = string;

export type QueryStringParametersMap = Readonly<{ [key: string]: QueryStringValue }>;

export type QueryStringValue = string;

export type QueryStringValueSensitive = string;

export interface RedshiftDataParameters {
  readonly SecretManagerArn?: RedshiftSecretManagerArn | undefined;
  readonly Database: Database;
  readonly DbUser?: DbUser | undefined;
  readonly Sql?: Sql | undefined;
  readonly StatementName?: StatementName | undefined;
  readonly WithEvent?: Boolean | undefined;
  readonly Sqls?: Sqls | undefined;
}

export type RedshiftSecretManagerArn = string;

export type ReferenceId = string;

export interface RemovePermissionRequest {
  readonly StatementId?: StatementId | undefined;
  readonly RemoveAllPermissions?: Boolean | undefined;
  readonly EventBusName?: NonPartnerEventBusName | undefined;
}

export interface RemoveTargetsRequest {
  readonly Rule: RuleName;
  readonly EventBusName?: EventBusNameOrArn | undefined;
  readonly Ids: TargetIdList;
  readonly Force?: Boolean | undefined;
}

export interface RemoveTargetsResponse {
  readonly FailedEntryCount?: Integer | undefined;
  readonly FailedEntries?: RemoveTargetsResultEntryList | undefined;
}

export interface RemoveTargetsResultEntry {
  readonly TargetId?: TargetId | undefined;
  readonly ErrorCode?: ErrorCode | undefined;
  readonly ErrorMessage?: ErrorMessage | undefined;
}

export type RemoveTargetsResultEntryList = readonly RemoveTargetsResultEntry[];

export interface Replay {
  readonly ReplayName?: ReplayName | undefined;
  readonly EventSourceArn?: ArchiveArn | undefined;
  readonly State?: ReplayState | undefined;
  readonly StateReason?: ReplayStateReason | undefined;
  readonly EventStartTime?: Timestamp | undefined;
  readonly EventEndTime?: Timestamp | undefined;
  readonly EventLastReplayedTime?: Timestamp | undefined;
  readonly ReplayStartTime?: Timestamp | undefined;
  readonly ReplayEndTime?: Timestamp | undefined;
}

export type ReplayArn = string;

export type ReplayDescription = string;

export interface ReplayDestination {
  readonly Arn: Arn;
  readonly FilterArns?: ReplayDestinationFilters | undefined;
}

export type ReplayDestinationFilters = readonly Arn[];

export type ReplayList = readonly Replay[];

export type ReplayName = string;

export type ReplayState = "STARTING" | "RUNNING" | "CANCELLING" | "COMPLETED" | "CANCELLED" | "FAILED";

export type ReplayStateReason = string;

export interface ReplicationConfig {
  readonly State?: ReplicationState | undefined;
}

export type ReplicationState = "ENABLED" | "DISABLED";

export type ResourceArn = string;

export type ResourceAssociationArn = string;

export type ResourceConfigurationArn = string;

export type RetentionDays = number;

export interface RetryPolicy {
  readonly MaximumRetryAttempts?: MaximumRetryAttempts | undefined;
  readonly MaximumEventAgeInSeconds?: MaximumEventAgeInSeconds | undefined;
}

export type RoleArn = string;

export type Route = string;

export interface RoutingConfig {
  readonly FailoverConfig: FailoverConfig;
}

export interface Rule {
  readonly Name?: RuleName | undefined;
  readonly Arn?: RuleArn | undefined;
  readonly EventPattern?: EventPattern | undefined;
  readonly State?: RuleState | undefined;
  readonly Description?: RuleDescription | undefined;
  readonly ScheduleExpression?: ScheduleExpression | undefined;
  readonly RoleArn?: RoleArn | undefined;
  readonly ManagedBy?: ManagedBy | undefined;
  readonly EventBusName?: EventBusName | undefined;
}

export type RuleArn = string;

export type RuleDescription = string;

export type RuleName = string;

export type RuleNameList = readonly RuleName[];

export type RuleResponseList = readonly Rule[];

export type RuleState = "ENABLED" | "DISABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";

export interface RunCommandParameters {
  readonly RunCommandTargets: RunCommandTargets;
}

export interface RunCommandTarget {
  readonly Key: RunCommandTargetKey;
  readonly Values: RunCommandTargetValues;
}

export type RunCommandTargetKey = string;

export type RunCommandTargetValue = string;

export type RunCommandTargetValues = readonly RunCommandTargetValue[];

export type RunCommandTargets = readonly RunCommandTarget[];

export interface SageMakerPipelineParameter {
  readonly Name: SageMakerPipelineParameterName;
  readonly Value: SageMakerPipelineParameterValue;
}

export type SageMakerPipelineParameterList = readonly SageMakerPipelineParameter[];

export type SageMakerPipelineParameterName = string;

export type SageMakerPipelineParameterValue = string;

export interface SageMakerPipelineParameters {
  readonly PipelineParameterList?: SageMakerPipelineParameterList | undefined;
}

export type ScheduleExpression = string;

export interface Secondary {
  readonly Route: Route;
}

export type SecretsManagerSecretArn = string;

export type SensitiveString = string;

export type Sql = string;

export type Sqls = readonly Sql[];

export interface SqsParameters {
  readonly MessageGroupId?: MessageGroupId | undefined;
}

export interface StartReplayRequest {
  readonly ReplayName: ReplayName;
  readonly Description?: ReplayDescription | undefined;
  readonly EventSourceArn: ArchiveArn;
  readonly EventStartTime: Timestamp;
  readonly EventEndTime: Timestamp;
  readonly Destination: ReplayDestination;
}

export interface StartReplayResponse {
  readonly ReplayArn?: ReplayArn | undefined;
  readonly State?: ReplayState | undefined;
  readonly StateReason?: ReplayStateReason | undefined;
  readonly ReplayStartTime?: Timestamp | undefined;
}

export type StatementId = string;

export type StatementName = string;

export type String = string;

export type StringList = readonly String[];

export interface Tag {
  readonly Key: TagKey;
  readonly Value: TagValue;
}

export type TagKey = string;

export type TagKeyList = readonly TagKey[];

export type TagList = readonly Tag[];

export interface TagResourceRequest {
  readonly ResourceARN: Arn;
  readonly Tags: TagList;
}

export type TagResourceResponse = Record<string, never>;

export type TagValue = string;

export interface Target {
  readonly Id: TargetId;
  readonly Arn: TargetArn;
  readonly RoleArn?: RoleArn | undefined;
  readonly Input?: TargetInput | undefined;
  readonly InputPath?: TargetInputPath | undefined;
  readonly InputTransformer?: InputTransformer | undefined;
  readonly KinesisParameters?: KinesisParameters | undefined;
  readonly RunCommandParameters?: RunCommandParameters | undefined;
  readonly EcsParameters?: EcsParameters | undefined;
  readonly BatchParameters?: BatchParameters | undefined;
  readonly SqsParameters?: SqsParameters | undefined;
  readonly HttpParameters?: HttpParameters | undefined;
  readonly RedshiftDataParameters?: RedshiftDataParameters | undefined;
  readonly SageMakerPipelineParameters?: SageMakerPipelineParameters | undefined;
  readonly DeadLetterConfig?: DeadLetterConfig | undefined;
  readonly RetryPolicy?: RetryPolicy | undefined;
  readonly AppSyncParameters?: AppSyncParameters | undefined;
}

export type TargetArn = string;

export type TargetId = string;

export type TargetIdList = readonly TargetId[];

export type TargetInput = string;

export type TargetInputPath = string;

export type TargetList = readonly Target[];

export type TargetPartitionKeyPath = string;

export interface TestEventPatternRequest {
  readonly EventPattern: EventPattern;
  readonly Event: String;
}

export interface TestEventPatternResponse {
  readonly Result?: Boolean | undefined;
}

export type Timestamp = globalThis.Date;

export type TraceHeader = string;

export type TransformerInput = string;

export type TransformerPaths = Readonly<{ [key: string]: TargetInputPath }>;

export interface UntagResourceRequest {
  readonly ResourceARN: Arn;
  readonly TagKeys: TagKeyList;
}

export type UntagResourceResponse = Record<string, never>;

export interface UpdateApiDestinationRequest {
  readonly Name: ApiDestinationName;
  readonly Description?: ApiDestinationDescription | undefined;
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly InvocationEndpoint?: HttpsEndpoint | undefined;
  readonly HttpMethod?: ApiDestinationHttpMethod | undefined;
  readonly InvocationRateLimitPerSecond?: ApiDestinationInvocationRateLimitPerSecond | undefined;
}

export interface UpdateApiDestinationResponse {
  readonly ApiDestinationArn?: ApiDestinationArn | undefined;
  readonly ApiDestinationState?: ApiDestinationState | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
}

export interface UpdateArchiveRequest {
  readonly ArchiveName: ArchiveName;
  readonly Description?: ArchiveDescription | undefined;
  readonly EventPattern?: EventPattern | undefined;
  readonly RetentionDays?: RetentionDays | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
}

export interface UpdateArchiveResponse {
  readonly ArchiveArn?: ArchiveArn | undefined;
  readonly State?: ArchiveState | undefined;
  readonly StateReason?: ArchiveStateReason | undefined;
  readonly CreationTime?: Timestamp | undefined;
}

export interface UpdateConnectionApiKeyAuthRequestParameters {
  readonly ApiKeyName?: AuthHeaderParameters | undefined;
  readonly ApiKeyValue?: AuthHeaderParametersSensitive | undefined;
}

export interface UpdateConnectionAuthRequestParameters {
  readonly BasicAuthParameters?: UpdateConnectionBasicAuthRequestParameters | undefined;
  readonly OAuthParameters?: UpdateConnectionOAuthRequestParameters | undefined;
  readonly ApiKeyAuthParameters?: UpdateConnectionApiKeyAuthRequestParameters | undefined;
  readonly InvocationHttpParameters?: ConnectionHttpParameters | undefined;
  readonly ConnectivityParameters?: ConnectivityResourceParameters | undefined;
}

export interface UpdateConnectionBasicAuthRequestParameters {
  readonly Username?: AuthHeaderParameters | undefined;
  readonly Password?: AuthHeaderParametersSensitive | undefined;
}

export interface UpdateConnectionOAuthClientRequestParameters {
  readonly ClientID?: AuthHeaderParameters | undefined;
  readonly ClientSecret?: AuthHeaderParametersSensitive | undefined;
}

export interface UpdateConnectionOAuthRequestParameters {
  readonly ClientParameters?: UpdateConnectionOAuthClientRequestParameters | undefined;
  readonly AuthorizationEndpoint?: HttpsEndpoint | undefined;
  readonly HttpMethod?: ConnectionOAuthHttpMethod | undefined;
  readonly OAuthHttpParameters?: ConnectionHttpParameters | undefined;
}

export interface UpdateConnectionRequest {
  readonly Name: ConnectionName;
  readonly Description?: ConnectionDescription | undefined;
  readonly AuthorizationType?: ConnectionAuthorizationType | undefined;
  readonly AuthParameters?: UpdateConnectionAuthRequestParameters | undefined;
  readonly InvocationConnectivityParameters?: ConnectivityResourceParameters | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
}

export interface UpdateConnectionResponse {
  readonly ConnectionArn?: ConnectionArn | undefined;
  readonly ConnectionState?: ConnectionState | undefined;
  readonly CreationTime?: Timestamp | undefined;
  readonly LastModifiedTime?: Timestamp | undefined;
  readonly LastAuthorizedTime?: Timestamp | undefined;
}

export interface UpdateEndpointRequest {
  readonly Name: EndpointName;
  readonly Description?: EndpointDescription | undefined;
  readonly RoutingConfig?: RoutingConfig | undefined;
  readonly ReplicationConfig?: ReplicationConfig | undefined;
  readonly EventBuses?: EndpointEventBusList | undefined;
  readonly RoleArn?: IamRoleArn | undefined;
}

export interface UpdateEndpointResponse {
  readonly Name?: EndpointName | undefined;
  readonly Arn?: EndpointArn | undefined;
  readonly RoutingConfig?: RoutingConfig | undefined;
  readonly ReplicationConfig?: ReplicationConfig | undefined;
  readonly EventBuses?: EndpointEventBusList | undefined;
  readonly RoleArn?: IamRoleArn | undefined;
  readonly EndpointId?: EndpointId | undefined;
  readonly EndpointUrl?: EndpointUrl | undefined;
  readonly State?: EndpointState | undefined;
}

export interface UpdateEventBusRequest {
  readonly Name?: EventBusName | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
  readonly Description?: EventBusDescription | undefined;
  readonly DeadLetterConfig?: DeadLetterConfig | undefined;
  readonly LogConfig?: LogConfig | undefined;
}

export interface UpdateEventBusResponse {
  readonly Arn?: String | undefined;
  readonly Name?: EventBusName | undefined;
  readonly KmsKeyIdentifier?: KmsKeyIdentifier | undefined;
  readonly Description?: EventBusDescription | undefined;
  readonly DeadLetterConfig?: DeadLetterConfig | undefined;
  readonly LogConfig?: LogConfig | undefined;
}
