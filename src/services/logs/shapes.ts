// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  AssociateKmsKey: { input: AssociateKmsKeyRequest; output: Record<string, never> };
  AssociateSourceToS3TableIntegration: { input: AssociateSourceToS3TableIntegrationRequest; output: AssociateSourceToS3TableIntegrationResponse };
  CancelExportTask: { input: CancelExportTaskRequest; output: Record<string, never> };
  CancelImportTask: { input: CancelImportTaskRequest; output: CancelImportTaskResponse };
  CreateDelivery: { input: CreateDeliveryRequest; output: CreateDeliveryResponse };
  CreateExportTask: { input: CreateExportTaskRequest; output: CreateExportTaskResponse };
  CreateImportTask: { input: CreateImportTaskRequest; output: CreateImportTaskResponse };
  CreateLogAnomalyDetector: { input: CreateLogAnomalyDetectorRequest; output: CreateLogAnomalyDetectorResponse };
  CreateLogGroup: { input: CreateLogGroupRequest; output: Record<string, never> };
  CreateLogStream: { input: CreateLogStreamRequest; output: Record<string, never> };
  CreateLookupTable: { input: CreateLookupTableRequest; output: CreateLookupTableResponse };
  CreateScheduledQuery: { input: CreateScheduledQueryRequest; output: CreateScheduledQueryResponse };
  DeleteAccountPolicy: { input: DeleteAccountPolicyRequest; output: Record<string, never> };
  DeleteDataProtectionPolicy: { input: DeleteDataProtectionPolicyRequest; output: Record<string, never> };
  DeleteDelivery: { input: DeleteDeliveryRequest; output: Record<string, never> };
  DeleteDeliveryDestination: { input: DeleteDeliveryDestinationRequest; output: Record<string, never> };
  DeleteDeliveryDestinationPolicy: { input: DeleteDeliveryDestinationPolicyRequest; output: Record<string, never> };
  DeleteDeliverySource: { input: DeleteDeliverySourceRequest; output: Record<string, never> };
  DeleteDestination: { input: DeleteDestinationRequest; output: Record<string, never> };
  DeleteIndexPolicy: { input: DeleteIndexPolicyRequest; output: DeleteIndexPolicyResponse };
  DeleteIntegration: { input: DeleteIntegrationRequest; output: DeleteIntegrationResponse };
  DeleteLogAnomalyDetector: { input: DeleteLogAnomalyDetectorRequest; output: Record<string, never> };
  DeleteLogGroup: { input: DeleteLogGroupRequest; output: Record<string, never> };
  DeleteLogStream: { input: DeleteLogStreamRequest; output: Record<string, never> };
  DeleteLookupTable: { input: DeleteLookupTableRequest; output: Record<string, never> };
  DeleteMetricFilter: { input: DeleteMetricFilterRequest; output: Record<string, never> };
  DeleteQueryDefinition: { input: DeleteQueryDefinitionRequest; output: DeleteQueryDefinitionResponse };
  DeleteResourcePolicy: { input: DeleteResourcePolicyRequest; output: Record<string, never> };
  DeleteRetentionPolicy: { input: DeleteRetentionPolicyRequest; output: Record<string, never> };
  DeleteScheduledQuery: { input: DeleteScheduledQueryRequest; output: DeleteScheduledQueryResponse };
  DeleteSubscriptionFilter: { input: DeleteSubscriptionFilterRequest; output: Record<string, never> };
  DeleteTransformer: { input: DeleteTransformerRequest; output: Record<string, never> };
  DescribeAccountPolicies: { input: DescribeAccountPoliciesRequest; output: DescribeAccountPoliciesResponse };
  DescribeConfigurationTemplates: { input: DescribeConfigurationTemplatesRequest; output: DescribeConfigurationTemplatesResponse };
  DescribeDeliveries: { input: DescribeDeliveriesRequest; output: DescribeDeliveriesResponse };
  DescribeDeliveryDestinations: { input: DescribeDeliveryDestinationsRequest; output: DescribeDeliveryDestinationsResponse };
  DescribeDeliverySources: { input: DescribeDeliverySourcesRequest; output: DescribeDeliverySourcesResponse };
  DescribeDestinations: { input: DescribeDestinationsRequest; output: DescribeDestinationsResponse };
  DescribeExportTasks: { input: DescribeExportTasksRequest; output: DescribeExportTasksResponse };
  DescribeFieldIndexes: { input: DescribeFieldIndexesRequest; output: DescribeFieldIndexesResponse };
  DescribeImportTaskBatches: { input: DescribeImportTaskBatchesRequest; output: DescribeImportTaskBatchesResponse };
  DescribeImportTasks: { input: DescribeImportTasksRequest; output: DescribeImportTasksResponse };
  DescribeIndexPolicies: { input: DescribeIndexPoliciesRequest; output: DescribeIndexPoliciesResponse };
  DescribeLogGroups: { input: DescribeLogGroupsRequest; output: DescribeLogGroupsResponse };
  DescribeLogStreams: { input: DescribeLogStreamsRequest; output: DescribeLogStreamsResponse };
  DescribeLookupTables: { input: DescribeLookupTablesRequest; output: DescribeLookupTablesResponse };
  DescribeMetricFilters: { input: DescribeMetricFiltersRequest; output: DescribeMetricFiltersResponse };
  DescribeQueries: { input: DescribeQueriesRequest; output: DescribeQueriesResponse };
  DescribeQueryDefinitions: { input: DescribeQueryDefinitionsRequest; output: DescribeQueryDefinitionsResponse };
  DescribeResourcePolicies: { input: DescribeResourcePoliciesRequest; output: DescribeResourcePoliciesResponse };
  DescribeSubscriptionFilters: { input: DescribeSubscriptionFiltersRequest; output: DescribeSubscriptionFiltersResponse };
  DisassociateKmsKey: { input: DisassociateKmsKeyRequest; output: Record<string, never> };
  DisassociateSourceFromS3TableIntegration: { input: DisassociateSourceFromS3TableIntegrationRequest; output: DisassociateSourceFromS3TableIntegrationResponse };
  FilterLogEvents: { input: FilterLogEventsRequest; output: FilterLogEventsResponse };
  GetDataProtectionPolicy: { input: GetDataProtectionPolicyRequest; output: GetDataProtectionPolicyResponse };
  GetDelivery: { input: GetDeliveryRequest; output: GetDeliveryResponse };
  GetDeliveryDestination: { input: GetDeliveryDestinationRequest; output: GetDeliveryDestinationResponse };
  GetDeliveryDestinationPolicy: { input: GetDeliveryDestinationPolicyRequest; output: GetDeliveryDestinationPolicyResponse };
  GetDeliverySource: { input: GetDeliverySourceRequest; output: GetDeliverySourceResponse };
  GetIntegration: { input: GetIntegrationRequest; output: GetIntegrationResponse };
  GetLogAnomalyDetector: { input: GetLogAnomalyDetectorRequest; output: GetLogAnomalyDetectorResponse };
  GetLogEvents: { input: GetLogEventsRequest; output: GetLogEventsResponse };
  GetLogFields: { input: GetLogFieldsRequest; output: GetLogFieldsResponse };
  GetLogGroupFields: { input: GetLogGroupFieldsRequest; output: GetLogGroupFieldsResponse };
  GetLogObject: { input: GetLogObjectRequest; output: GetLogObjectResponse };
  GetLogRecord: { input: GetLogRecordRequest; output: GetLogRecordResponse };
  GetLookupTable: { input: GetLookupTableRequest; output: GetLookupTableResponse };
  GetQueryResults: { input: GetQueryResultsRequest; output: GetQueryResultsResponse };
  GetScheduledQuery: { input: GetScheduledQueryRequest; output: GetScheduledQueryResponse };
  GetScheduledQueryHistory: { input: GetScheduledQueryHistoryRequest; output: GetScheduledQueryHistoryResponse };
  GetTransformer: { input: GetTransformerRequest; output: GetTransformerResponse };
  ListAggregateLogGroupSummaries: { input: ListAggregateLogGroupSummariesRequest; output: ListAggregateLogGroupSummariesResponse };
  ListAnomalies: { input: ListAnomaliesRequest; output: ListAnomaliesResponse };
  ListIntegrations: { input: ListIntegrationsRequest; output: ListIntegrationsResponse };
  ListLogAnomalyDetectors: { input: ListLogAnomalyDetectorsRequest; output: ListLogAnomalyDetectorsResponse };
  ListLogGroups: { input: ListLogGroupsRequest; output: ListLogGroupsResponse };
  ListLogGroupsForQuery: { input: ListLogGroupsForQueryRequest; output: ListLogGroupsForQueryResponse };
  ListScheduledQueries: { input: ListScheduledQueriesRequest; output: ListScheduledQueriesResponse };
  ListSourcesForS3TableIntegration: { input: ListSourcesForS3TableIntegrationRequest; output: ListSourcesForS3TableIntegrationResponse };
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse };
  ListTagsLogGroup: { input: ListTagsLogGroupRequest; output: ListTagsLogGroupResponse };
  PutAccountPolicy: { input: PutAccountPolicyRequest; output: PutAccountPolicyResponse };
  PutBearerTokenAuthentication: { input: PutBearerTokenAuthenticationRequest; output: Record<string, never> };
  PutDataProtectionPolicy: { input: PutDataProtectionPolicyRequest; output: PutDataProtectionPolicyResponse };
  PutDeliveryDestination: { input: PutDeliveryDestinationRequest; output: PutDeliveryDestinationResponse };
  PutDeliveryDestinationPolicy: { input: PutDeliveryDestinationPolicyRequest; output: PutDeliveryDestinationPolicyResponse };
  PutDeliverySource: { input: PutDeliverySourceRequest; output: PutDeliverySourceResponse };
  PutDestination: { input: PutDestinationRequest; output: PutDestinationResponse };
  PutDestinationPolicy: { input: PutDestinationPolicyRequest; output: Record<string, never> };
  PutIndexPolicy: { input: PutIndexPolicyRequest; output: PutIndexPolicyResponse };
  PutIntegration: { input: PutIntegrationRequest; output: PutIntegrationResponse };
  PutLogEvents: { input: PutLogEventsRequest; output: PutLogEventsResponse };
  PutLogGroupDeletionProtection: { input: PutLogGroupDeletionProtectionRequest; output: Record<string, never> };
  PutMetricFilter: { input: PutMetricFilterRequest; output: Record<string, never> };
  PutQueryDefinition: { input: PutQueryDefinitionRequest; output: PutQueryDefinitionResponse };
  PutResourcePolicy: { input: PutResourcePolicyRequest; output: PutResourcePolicyResponse };
  PutRetentionPolicy: { input: PutRetentionPolicyRequest; output: Record<string, never> };
  PutSubscriptionFilter: { input: PutSubscriptionFilterRequest; output: Record<string, never> };
  PutTransformer: { input: PutTransformerRequest; output: Record<string, never> };
  StartLiveTail: { input: StartLiveTailRequest; output: StartLiveTailResponse };
  StartQuery: { input: StartQueryRequest; output: StartQueryResponse };
  StopQuery: { input: StopQueryRequest; output: StopQueryResponse };
  TagLogGroup: { input: TagLogGroupRequest; output: Record<string, never> };
  TagResource: { input: TagResourceRequest; output: Record<string, never> };
  TestMetricFilter: { input: TestMetricFilterRequest; output: TestMetricFilterResponse };
  TestTransformer: { input: TestTransformerRequest; output: TestTransformerResponse };
  UntagLogGroup: { input: UntagLogGroupRequest; output: Record<string, never> };
  UntagResource: { input: UntagResourceRequest; output: Record<string, never> };
  UpdateAnomaly: { input: UpdateAnomalyRequest; output: Record<string, never> };
  UpdateDeliveryConfiguration: { input: UpdateDeliveryConfigurationRequest; output: UpdateDeliveryConfigurationResponse };
  UpdateLogAnomalyDetector: { input: UpdateLogAnomalyDetectorRequest; output: Record<string, never> };
  UpdateLookupTable: { input: UpdateLookupTableRequest; output: UpdateLookupTableResponse };
  UpdateScheduledQuery: { input: UpdateScheduledQueryRequest; output: UpdateScheduledQueryResponse };
}

export type AccessPolicy = string;

export type AccountId = string;

export type AccountIds = readonly AccountId[];

export type AccountPolicies = readonly AccountPolicy[];

export interface AccountPolicy {
  readonly policyName?: PolicyName | undefined;
  readonly policyDocument?: AccountPolicyDocument | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
  readonly policyType?: PolicyType | undefined;
  readonly scope?: Scope | undefined;
  readonly selectionCriteria?: SelectionCriteria | undefined;
  readonly accountId?: AccountId | undefined;
}

export type AccountPolicyDocument = string;

export type ActionStatus = "IN_PROGRESS" | "CLIENT_ERROR" | "FAILED" | "COMPLETE";

export type AddKeyEntries = readonly AddKeyEntry[];

export interface AddKeyEntry {
  readonly key: Key;
  readonly value: AddKeyValue;
  readonly overwriteIfExists?: OverwriteIfExists | undefined;
}

export type AddKeyValue = string;

export interface AddKeys {
  readonly entries: AddKeyEntries;
}

export type AggregateLogGroupSummaries = readonly AggregateLogGroupSummary[];

export interface AggregateLogGroupSummary {
  readonly logGroupCount?: LogGroupCount | undefined;
  readonly groupingIdentifiers?: GroupingIdentifiers | undefined;
}

export type AllowedActionForAllowVendedLogsDeliveryForResource = string;

export type AllowedFieldDelimiters = readonly FieldDelimiter[];

export type AllowedFields = readonly RecordField[];

export type AmazonResourceName = string;

export type Anomalies = readonly Anomaly[];

export interface Anomaly {
  readonly anomalyId: AnomalyId;
  readonly patternId: PatternId;
  readonly anomalyDetectorArn: AnomalyDetectorArn;
  readonly patternString: PatternString;
  readonly patternRegex?: PatternRegex | undefined;
  readonly priority?: Priority | undefined;
  readonly firstSeen: EpochMillis;
  readonly lastSeen: EpochMillis;
  readonly description: Description;
  readonly active: Boolean;
  readonly state: State;
  readonly histogram: Histogram;
  readonly logSamples: LogSamples;
  readonly patternTokens: PatternTokens;
  readonly logGroupArnList: LogGroupArnList;
  readonly suppressed?: Boolean | undefined;
  readonly suppressedDate?: EpochMillis | undefined;
  readonly suppressedUntil?: EpochMillis | undefined;
  readonly isPatternLevelSuppression?: Boolean | undefined;
}

export interface AnomalyDetector {
  readonly anomalyDetectorArn?: AnomalyDetectorArn | undefined;
  readonly detectorName?: DetectorName | undefined;
  readonly logGroupArnList?: LogGroupArnList | undefined;
  readonly evaluationFrequency?: EvaluationFrequency | undefined;
  readonly filterPattern?: FilterPattern | undefined;
  readonly anomalyDetectorStatus?: AnomalyDetectorStatus | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
  readonly creationTimeStamp?: EpochMillis | undefined;
  readonly lastModifiedTimeStamp?: EpochMillis | undefined;
  readonly anomalyVisibilityTime?: AnomalyVisibilityTime | undefined;
}

export type AnomalyDetectorArn = string;

export type AnomalyDetectorStatus = "INITIALIZING" | "TRAINING" | "ANALYZING" | "FAILED" | "DELETED" | "PAUSED";

export type AnomalyDetectors = readonly AnomalyDetector[];

export type AnomalyId = string;

export type AnomalyVisibilityTime = number;

export type ApplyOnTransformedLogs = boolean;

export type Arn = string;

export interface AssociateKmsKeyRequest {
  readonly logGroupName?: LogGroupName | undefined;
  readonly kmsKeyId: KmsKeyId;
  readonly resourceIdentifier?: ResourceIdentifier | undefined;
}

export interface AssociateSourceToS3TableIntegrationRequest {
  readonly integrationArn: Arn;
  readonly dataSource: DataSource;
}

export interface AssociateSourceToS3TableIntegrationResponse {
  readonly identifier?: S3TableIntegrationSourceIdentifier | undefined;
}

export type Baseline = boolean;

export type BatchId = string;

export type BearerTokenAuthenticationEnabled = boolean;

export type Boolean = boolean;

export type BytesScannedValue = number;

export interface CSV {
  readonly quoteCharacter?: QuoteCharacter | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly columns?: Columns | undefined;
  readonly source?: Source | undefined;
  readonly destination?: DestinationField | undefined;
}

export interface CancelExportTaskRequest {
  readonly taskId: ExportTaskId;
}

export interface CancelImportTaskRequest {
  readonly importId: ImportId;
}

export interface CancelImportTaskResponse {
  readonly importId?: ImportId | undefined;
  readonly importStatistics?: ImportStatistics | undefined;
  readonly importStatus?: ImportStatus | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
}

export type ClientToken = string;

export type CollectionRetentionDays = number;

export type Column = string;

export type Columns = readonly Column[];

export interface ConfigurationTemplate {
  readonly service?: Service | undefined;
  readonly logType?: LogType | undefined;
  readonly resourceType?: ResourceType | undefined;
  readonly deliveryDestinationType?: DeliveryDestinationType | undefined;
  readonly defaultDeliveryConfigValues?: ConfigurationTemplateDeliveryConfigValues | undefined;
  readonly allowedFields?: AllowedFields | undefined;
  readonly allowedOutputFormats?: OutputFormats | undefined;
  readonly allowedActionForAllowVendedLogsDeliveryForResource?: AllowedActionForAllowVendedLogsDeliveryForResource | undefined;
  readonly allowedFieldDelimiters?: AllowedFieldDelimiters | undefined;
  readonly allowedSuffixPathFields?: RecordFields | undefined;
  readonly deliverySourceConfiguration?: DeliverySourceConfigurationSchemas | undefined;
  readonly s3TablesIntegration?: S3TablesIntegration | undefined;
}

export interface ConfigurationTemplateDeliveryConfigValues {
  readonly recordFields?: RecordFields | undefined;
  readonly fieldDelimiter?: FieldDelimiter | undefined;
  readonly s3DeliveryConfiguration?: S3DeliveryConfiguration | undefined;
}

export type ConfigurationTemplates = readonly ConfigurationTemplate[];

export interface CopyValue {
  readonly entries: CopyValueEntries;
}

export type CopyValueEntries = readonly CopyValueEntry[];

export interface CopyValueEntry {
  readonly source: Source;
  readonly target: Target;
  readonly overwriteIfExists?: OverwriteIfExists | undefined;
}

export type Count = number;

export interface CreateDeliveryRequest {
  readonly deliverySourceName: DeliverySourceName;
  readonly deliveryDestinationArn: Arn;
  readonly recordFields?: RecordFields | undefined;
  readonly fieldDelimiter?: FieldDelimiter | undefined;
  readonly s3DeliveryConfiguration?: S3DeliveryConfiguration | undefined;
  readonly tags?: Tags | undefined;
}

export interface CreateDeliveryResponse {
  readonly delivery?: Delivery | undefined;
}

export interface CreateExportTaskRequest {
  readonly taskName?: ExportTaskName | undefined;
  readonly logGroupName: LogGroupName;
  readonly logStreamNamePrefix?: LogStreamName | undefined;
  readonly from: Timestamp;
  readonly to: Timestamp;
  readonly destination: ExportDestinationBucket;
  readonly destinationPrefix?: ExportDestinationPrefix | undefined;
}

export interface CreateExportTaskResponse {
  readonly taskId?: ExportTaskId | undefined;
}

export interface CreateImportTaskRequest {
  readonly importSourceArn: Arn;
  readonly importRoleArn: RoleArn;
  readonly importFilter?: ImportFilter | undefined;
}

export interface CreateImportTaskResponse {
  readonly importId?: ImportId | undefined;
  readonly importDestinationArn?: Arn | undefined;
  readonly creationTime?: Timestamp | undefined;
}

export interface CreateLogAnomalyDetectorRequest {
  readonly logGroupArnList: LogGroupArnList;
  readonly detectorName?: DetectorName | undefined;
  readonly evaluationFrequency?: EvaluationFrequency | undefined;
  readonly filterPattern?: FilterPattern | undefined;
  readonly kmsKeyId?: DetectorKmsKeyArn | undefined;
  readonly anomalyVisibilityTime?: AnomalyVisibilityTime | undefined;
  readonly tags?: Tags | undefined;
}

export interface CreateLogAnomalyDetectorResponse {
  readonly anomalyDetectorArn?: AnomalyDetectorArn | undefined;
}

export interface CreateLogGroupRequest {
  readonly logGroupName: LogGroupName;
  readonly kmsKeyId?: KmsKeyId | undefined;
  readonly tags?: Tags | undefined;
  readonly logGroupClass?: LogGroupClass | undefined;
  readonly deletionProtectionEnabled?: DeletionProtectionEnabled | undefined;
}

export interface CreateLogStreamRequest {
  readonly logGroupName: LogGroupName;
  readonly logStreamName: LogStreamName;
}

export interface CreateLookupTableRequest {
  readonly lookupTableName: LookupTableName;
  readonly description?: LookupTableDescription | undefined;
  readonly tableBody: TableBody;
  readonly kmsKeyId?: KmsKeyId | undefined;
  readonly tags?: Tags | undefined;
}

export interface CreateLookupTableResponse {
  readonly lookupTableArn?: Arn | undefined;
  readonly createdAt?: Timestamp | undefined;
}

export interface CreateScheduledQueryRequest {
  readonly name: ScheduledQueryName;
  readonly description?: ScheduledQueryDescription | undefined;
  readonly queryLanguage: QueryLanguage;
  readonly queryString: QueryString;
  readonly logGroupIdentifiers?: ScheduledQueryLogGroupIdentifiers | undefined;
  readonly scheduleExpression: ScheduleExpression;
  readonly timezone?: ScheduleTimezone | undefined;
  readonly startTimeOffset?: StartTimeOffset | undefined;
  readonly destinationConfiguration?: DestinationConfiguration | undefined;
  readonly scheduleStartTime?: Timestamp | undefined;
  readonly scheduleEndTime?: Timestamp | undefined;
  readonly executionRoleArn: RoleArn;
  readonly state?: ScheduledQueryState | undefined;
  readonly tags?: Tags | undefined;
}

export interface CreateScheduledQueryResponse {
  readonly scheduledQueryArn?: Arn | undefined;
  readonly state?: ScheduledQueryState | undefined;
}

export type DashboardViewerPrincipals = readonly Arn[];

export type Data = Uint8Array;

export type DataProtectionPolicyDocument = string;

export type DataProtectionStatus = "ACTIVATED" | "DELETED" | "ARCHIVED" | "DISABLED";

export interface DataSource {
  readonly name: DataSourceName;
  readonly type?: DataSourceType | undefined;
}

export interface DataSourceFilter {
  readonly name: DataSourceName;
  readonly type?: DataSourceType | undefined;
}

export type DataSourceFilters = readonly DataSourceFilter[];

export type DataSourceName = string;

export type DataSourceType = string;

export type DataType = string;

export interface DateTimeConverter {
  readonly source: Source;
  readonly target: Target;
  readonly targetFormat?: TargetFormat | undefined;
  readonly matchPatterns: MatchPatterns;
  readonly sourceTimezone?: SourceTimezone | undefined;
  readonly targetTimezone?: TargetTimezone | undefined;
  readonly locale?: Locale | undefined;
}

export type Days = number;

export type DefaultValue = number;

export interface DeleteAccountPolicyRequest {
  readonly policyName: PolicyName;
  readonly policyType: PolicyType;
}

export interface DeleteDataProtectionPolicyRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
}

export interface DeleteDeliveryDestinationPolicyRequest {
  readonly deliveryDestinationName: DeliveryDestinationName;
}

export interface DeleteDeliveryDestinationRequest {
  readonly name: DeliveryDestinationName;
}

export interface DeleteDeliveryRequest {
  readonly id: DeliveryId;
}

export interface DeleteDeliverySourceRequest {
  readonly name: DeliverySourceName;
}

export interface DeleteDestinationRequest {
  readonly destinationName: DestinationName;
}

export interface DeleteIndexPolicyRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
}

export type DeleteIndexPolicyResponse = Record<string, never>;

export interface DeleteIntegrationRequest {
  readonly integrationName: IntegrationName;
  readonly force?: Force | undefined;
}

export type DeleteIntegrationResponse = Record<string, never>;

export interface DeleteKeys {
  readonly withKeys: DeleteWithKeys;
}

export interface DeleteLogAnomalyDetectorRequest {
  readonly anomalyDetectorArn: AnomalyDetectorArn;
}

export interface DeleteLogGroupRequest {
  readonly logGroupName: LogGroupName;
}

export interface DeleteLogStreamRequest {
  readonly logGroupName: LogGroupName;
  readonly logStreamName: LogStreamName;
}

export interface DeleteLookupTableRequest {
  readonly lookupTableArn: Arn;
}

export interface DeleteMetricFilterRequest {
  readonly logGroupName: LogGroupName;
  readonly filterName: FilterName;
}

export interface DeleteQueryDefinitionRequest {
  readonly queryDefinitionId: QueryId;
}

export interface DeleteQueryDefinitionResponse {
  readonly success?: Success | undefined;
}

export interface DeleteResourcePolicyRequest {
  readonly policyName?: PolicyName | undefined;
  readonly resourceArn?: Arn | undefined;
  readonly expectedRevisionId?: ExpectedRevisionId | undefined;
}

export interface DeleteRetentionPolicyRequest {
  readonly logGroupName: LogGroupName;
}

export interface DeleteScheduledQueryRequest {
  readonly identifier: ScheduledQueryIdentifier;
}

export type DeleteScheduledQueryResponse = Record<string, never>;

export interface DeleteSubscriptionFilterRequest {
  readonly logGroupName: LogGroupName;
  readonly filterName: FilterName;
}

export interface DeleteTransformerRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
}

export type DeleteWithKeys = readonly WithKey[];

export type DeletionProtectionEnabled = boolean;

export type Delimiter = string;

export type Deliveries = readonly Delivery[];

export interface Delivery {
  readonly id?: DeliveryId | undefined;
  readonly arn?: Arn | undefined;
  readonly deliverySourceName?: DeliverySourceName | undefined;
  readonly deliveryDestinationArn?: Arn | undefined;
  readonly deliveryDestinationType?: DeliveryDestinationType | undefined;
  readonly recordFields?: RecordFields | undefined;
  readonly fieldDelimiter?: FieldDelimiter | undefined;
  readonly s3DeliveryConfiguration?: S3DeliveryConfiguration | undefined;
  readonly tags?: Tags | undefined;
}

export interface DeliveryDestination {
  readonly name?: DeliveryDestinationName | undefined;
  readonly arn?: Arn | undefined;
  readonly deliveryDestinationType?: DeliveryDestinationType | undefined;
  readonly outputFormat?: OutputFormat | undefined;
  readonly deliveryDestinationConfiguration?: DeliveryDestinationConfiguration | undefined;
  readonly tags?: Tags | undefined;
}

export interface DeliveryDestinationConfiguration {
  readonly destinationResourceArn: Arn;
}

export type DeliveryDestinationName = string;

export type DeliveryDestinationPolicy = string;

export type DeliveryDestinationType = "S3" | "CWL" | "FH" | "XRAY";

export type DeliveryDestinationTypes = readonly DeliveryDestinationType[];

export type DeliveryDestinations = readonly DeliveryDestination[];

export type DeliveryId = string;

export interface DeliverySource {
  readonly name?: DeliverySourceName | undefined;
  readonly arn?: Arn | undefined;
  readonly resourceArns?: ResourceArns | undefined;
  readonly service?: Service | undefined;
  readonly logType?: LogType | undefined;
  readonly tags?: Tags | undefined;
  readonly deliverySourceConfiguration?: DeliverySourceConfiguration | undefined;
  readonly status?: DeliverySourceStatus | undefined;
  readonly statusReason?: DeliverySourceStatusReason | undefined;
}

export type DeliverySourceConfiguration = Readonly<{ [key: string]: DeliverySourceConfigurationValue }>;

export type DeliverySourceConfigurationKey = string;

export type DeliverySourceConfigurationNumericValue = number;

export interface DeliverySourceConfigurationSchema {
  readonly keyName: DeliverySourceConfigurationSchemaField;
  readonly valueType: DeliverySourceConfigurationSchemaValueType;
  readonly defaultValue: DeliverySourceConfigurationSchemaField;
  readonly supportedValues?: DeliverySourceConfigurationSupportedValues | undefined;
  readonly minValue?: DeliverySourceConfigurationNumericValue | undefined;
  readonly maxValue?: DeliverySourceConfigurationNumericValue | undefined;
}

export type DeliverySourceConfigurationSchemaField = string;

export type DeliverySourceConfigurationSchemaValueType = "string" | "boolean" | "int" | "double" | "long";

export type DeliverySourceConfigurationSchemas = readonly DeliverySourceConfigurationSchema[];

export type DeliverySourceConfigurationSupportedValues = readonly DeliverySourceConfigurationSchemaField[];

export type DeliverySourceConfigurationValue = string;

export type DeliverySourceName = string;

export type DeliverySourceStatus = "ACTIVE" | "INACTIVE";

export type DeliverySourceStatusReason = "RESOURCE_DELETED";

export type DeliverySources = readonly DeliverySource[];

export type DeliverySuffixPath = string;

export type Descending = boolean;

export interface DescribeAccountPoliciesRequest {
  readonly policyType: PolicyType;
  readonly policyName?: PolicyName | undefined;
  readonly accountIdentifiers?: AccountIds | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeAccountPoliciesResponse {
  readonly accountPolicies?: AccountPolicies | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeConfigurationTemplatesRequest {
  readonly service?: Service | undefined;
  readonly logTypes?: LogTypes | undefined;
  readonly resourceTypes?: ResourceTypes | undefined;
  readonly deliveryDestinationTypes?: DeliveryDestinationTypes | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
}

export interface DescribeConfigurationTemplatesResponse {
  readonly configurationTemplates?: ConfigurationTemplates | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeDeliveriesRequest {
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
}

export interface DescribeDeliveriesResponse {
  readonly deliveries?: Deliveries | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeDeliveryDestinationsRequest {
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
}

export interface DescribeDeliveryDestinationsResponse {
  readonly deliveryDestinations?: DeliveryDestinations | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeDeliverySourcesRequest {
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
}

export interface DescribeDeliverySourcesResponse {
  readonly deliverySources?: DeliverySources | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeDestinationsRequest {
  readonly DestinationNamePrefix?: DestinationName | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
}

export interface DescribeDestinationsResponse {
  readonly destinations?: Destinations | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeExportTasksRequest {
  readonly taskId?: ExportTaskId | undefined;
  readonly statusCode?: ExportTaskStatusCode | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
}

export interface DescribeExportTasksResponse {
  readonly exportTasks?: ExportTasks | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type DescribeFieldIndexesLogGroupIdentifiers = readonly LogGroupIdentifier[];

export interface DescribeFieldIndexesRequest {
  readonly logGroupIdentifiers: DescribeFieldIndexesLogGroupIdentifiers;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeFieldIndexesResponse {
  readonly fieldIndexes?: FieldIndexes | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeImportTaskBatchesRequest {
  readonly importId: ImportId;
  readonly batchImportStatus?: ImportStatusList | undefined;
  readonly limit?: DescribeLimit | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeImportTaskBatchesResponse {
  readonly importSourceArn?: Arn | undefined;
  readonly importId?: ImportId | undefined;
  readonly importBatches?: ImportBatchList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeImportTasksRequest {
  readonly importId?: ImportId | undefined;
  readonly importStatus?: ImportStatus | undefined;
  readonly importSourceArn?: Arn | undefined;
  readonly limit?: DescribeLimit | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeImportTasksResponse {
  readonly imports?: ImportList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type DescribeIndexPoliciesLogGroupIdentifiers = readonly LogGroupIdentifier[];

export interface DescribeIndexPoliciesRequest {
  readonly logGroupIdentifiers: DescribeIndexPoliciesLogGroupIdentifiers;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeIndexPoliciesResponse {
  readonly indexPolicies?: IndexPolicies | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type DescribeLimit = number;

export type DescribeLogGroupsLogGroupIdentifiers = readonly LogGroupIdentifier[];

export interface DescribeLogGroupsRequest {
  readonly accountIdentifiers?: AccountIds | undefined;
  readonly logGroupNamePrefix?: LogGroupName | undefined;
  readonly logGroupNamePattern?: LogGroupNamePattern | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
  readonly includeLinkedAccounts?: IncludeLinkedAccounts | undefined;
  readonly logGroupClass?: LogGroupClass | undefined;
  readonly logGroupIdentifiers?: DescribeLogGroupsLogGroupIdentifiers | undefined;
}

export interface DescribeLogGroupsResponse {
  readonly logGroups?: LogGroups | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeLogStreamsRequest {
  readonly logGroupName?: LogGroupName | undefined;
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly logStreamNamePrefix?: LogStreamName | undefined;
  readonly orderBy?: OrderBy | undefined;
  readonly descending?: Descending | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
}

export interface DescribeLogStreamsResponse {
  readonly logStreams?: LogStreams | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type DescribeLookupTablesMaxResults = number;

export interface DescribeLookupTablesRequest {
  readonly lookupTableNamePrefix?: LookupTableName | undefined;
  readonly maxResults?: DescribeLookupTablesMaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeLookupTablesResponse {
  readonly lookupTables?: LookupTables | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeMetricFiltersRequest {
  readonly logGroupName?: LogGroupName | undefined;
  readonly filterNamePrefix?: FilterName | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
  readonly metricName?: MetricName | undefined;
  readonly metricNamespace?: MetricNamespace | undefined;
}

export interface DescribeMetricFiltersResponse {
  readonly metricFilters?: MetricFilters | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type DescribeQueriesMaxResults = number;

export interface DescribeQueriesRequest {
  readonly logGroupName?: LogGroupName | undefined;
  readonly status?: QueryStatus | undefined;
  readonly maxResults?: DescribeQueriesMaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly queryLanguage?: QueryLanguage | undefined;
}

export interface DescribeQueriesResponse {
  readonly queries?: QueryInfoList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeQueryDefinitionsRequest {
  readonly queryLanguage?: QueryLanguage | undefined;
  readonly queryDefinitionNamePrefix?: QueryDefinitionName | undefined;
  readonly maxResults?: QueryListMaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeQueryDefinitionsResponse {
  readonly queryDefinitions?: QueryDefinitionList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeResourcePoliciesRequest {
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
  readonly resourceArn?: Arn | undefined;
  readonly policyScope?: PolicyScope | undefined;
}

export interface DescribeResourcePoliciesResponse {
  readonly resourcePolicies?: ResourcePolicies | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface DescribeSubscriptionFiltersRequest {
  readonly logGroupName: LogGroupName;
  readonly filterNamePrefix?: FilterName | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: DescribeLimit | undefined;
}

export interface DescribeSubscriptionFiltersResponse {
  readonly subscriptionFilters?: SubscriptionFilters | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type Description = string;

export interface Destination {
  readonly destinationName?: DestinationName | undefined;
  readonly targetArn?: TargetArn | undefined;
  readonly roleArn?: RoleArn | undefined;
  readonly accessPolicy?: AccessPolicy | undefined;
  readonly arn?: Arn | undefined;
  readonly creationTime?: Timestamp | undefined;
}

export type DestinationArn = string;

export interface DestinationConfiguration {
  readonly s3Configuration: S3Configuration;
}

export type DestinationField = string;

export type DestinationName = string;

export type Destinations = readonly Destination[];

export type DetectorKmsKeyArn = string;

export type DetectorName = string;

export type Dimensions = Readonly<{ [key: string]: DimensionsValue }>;

export type DimensionsKey = string;

export type DimensionsValue = string;

export interface DisassociateKmsKeyRequest {
  readonly logGroupName?: LogGroupName | undefined;
  readonly resourceIdentifier?: ResourceIdentifier | undefined;
}

export interface DisassociateSourceFromS3TableIntegrationRequest {
  readonly identifier: S3TableIntegrationSourceIdentifier;
}

export interface DisassociateSourceFromS3TableIntegrationResponse {
  readonly identifier?: S3TableIntegrationSourceIdentifier | undefined;
}

export type Distribution = "Random" | "ByLogStream";

export type DynamicTokenPosition = number;

export type EmitSystemFields = readonly SystemField[];

export type EncryptionKey = string;

export interface Entity {
  readonly keyAttributes?: EntityKeyAttributes | undefined;
  readonly attributes?: EntityAttributes | undefined;
}

export type EntityAttributes = Readonly<{ [key: string]: EntityAttributesValue }>;

export type EntityAttributesKey = string;

export type EntityAttributesValue = string;

export type EntityKeyAttributes = Readonly<{ [key: string]: EntityKeyAttributesValue }>;

export type EntityKeyAttributesKey = string;

export type EntityKeyAttributesValue = string;

export type EntityRejectionErrorType = "InvalidEntity" | "InvalidTypeValue" | "InvalidKeyAttributes" | "InvalidAttributes" | "EntitySizeTooLarge" | "UnsupportedLogGroupType" | "MissingRequiredFields";

export type Enumerations = Readonly<{ [key: string]: TokenValue }>;

export type EpochMillis = number;

export type ErrorMessage = string;

export type EvaluationFrequency = "ONE_MIN" | "FIVE_MIN" | "TEN_MIN" | "FIFTEEN_MIN" | "THIRTY_MIN" | "ONE_HOUR";

export type EventId = string;

export type EventMessage = string;

export type EventNumber = number;

export type EventSource = "CloudTrail" | "Route53Resolver" | "VPCFlow" | "EKSAudit" | "AWSWAF";

export type EventsLimit = number;

export type EventsLimitStartQuery = number;

export type ExecutionStatus = "Running" | "InvalidQuery" | "Complete" | "Failed" | "Timeout";

export type ExecutionStatusList = readonly ExecutionStatus[];

export type ExpectedRevisionId = string;

export type ExportDestinationBucket = string;

export type ExportDestinationPrefix = string;

export interface ExportTask {
  readonly taskId?: ExportTaskId | undefined;
  readonly taskName?: ExportTaskName | undefined;
  readonly logGroupName?: LogGroupName | undefined;
  readonly from?: Timestamp | undefined;
  readonly to?: Timestamp | undefined;
  readonly destination?: ExportDestinationBucket | undefined;
  readonly destinationPrefix?: ExportDestinationPrefix | undefined;
  readonly status?: ExportTaskStatus | undefined;
  readonly executionInfo?: ExportTaskExecutionInfo | undefined;
}

export interface ExportTaskExecutionInfo {
  readonly creationTime?: Timestamp | undefined;
  readonly completionTime?: Timestamp | undefined;
}

export type ExportTaskId = string;

export type ExportTaskName = string;

export interface ExportTaskStatus {
  readonly code?: ExportTaskStatusCode | undefined;
  readonly message?: ExportTaskStatusMessage | undefined;
}

export type ExportTaskStatusCode = "CANCELLED" | "COMPLETED" | "FAILED" | "PENDING" | "PENDING_CANCEL" | "RUNNING";

export type ExportTaskStatusMessage = string;

export type ExportTasks = readonly ExportTask[];

export type ExtractedValues = Readonly<{ [key: string]: Value }>;

export type Field = string;

export type FieldDelimiter = string;

export type FieldHeader = string;

export interface FieldIndex {
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly fieldIndexName?: FieldIndexName | undefined;
  readonly lastScanTime?: Timestamp | undefined;
  readonly firstEventTime?: Timestamp | undefined;
  readonly lastEventTime?: Timestamp | undefined;
  readonly type?: IndexType | undefined;
}

export type FieldIndexName = string;

export type FieldIndexNames = readonly FieldIndexName[];

export type FieldIndexes = readonly FieldIndex[];

export type FieldSelectionCriteria = string;

export interface FieldsData {
  readonly data?: Data | undefined;
}

export type FilterCount = number;

export interface FilterLogEventsRequest {
  readonly logGroupName?: LogGroupName | undefined;
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly logStreamNames?: InputLogStreamNames | undefined;
  readonly logStreamNamePrefix?: LogStreamName | undefined;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly filterPattern?: FilterPattern | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: EventsLimit | undefined;
  readonly interleaved?: Interleaved | undefined;
  readonly unmask?: Unmask | undefined;
}

export interface FilterLogEventsResponse {
  readonly events?: FilteredLogEvents | undefined;
  readonly searchedLogStreams?: SearchedLogStreams | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type FilterName = string;

export type FilterPattern = string;

export interface FilteredLogEvent {
  readonly logStreamName?: LogStreamName | undefined;
  readonly timestamp?: Timestamp | undefined;
  readonly message?: EventMessage | undefined;
  readonly ingestionTime?: Timestamp | undefined;
  readonly eventId?: EventId | undefined;
}

export type FilteredLogEvents = readonly FilteredLogEvent[];

export type Flatten = boolean;

export type FlattenedElement = "first" | "last";

export type Force = boolean;

export type ForceUpdate = boolean;

export type FromKey = string;

export interface GetDataProtectionPolicyRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
}

export interface GetDataProtectionPolicyResponse {
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly policyDocument?: DataProtectionPolicyDocument | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
}

export interface GetDeliveryDestinationPolicyRequest {
  readonly deliveryDestinationName: DeliveryDestinationName;
}

export interface GetDeliveryDestinationPolicyResponse {
  readonly policy?: Policy | undefined;
}

export interface GetDeliveryDestinationRequest {
  readonly name: DeliveryDestinationName;
}

export interface GetDeliveryDestinationResponse {
  readonly deliveryDestination?: DeliveryDestination | undefined;
}

export interface GetDeliveryRequest {
  readonly id: DeliveryId;
}

export interface GetDeliveryResponse {
  readonly delivery?: Delivery | undefined;
}

export interface GetDeliverySourceRequest {
  readonly name: DeliverySourceName;
}

export interface GetDeliverySourceResponse {
  readonly deliverySource?: DeliverySource | undefined;
}

export interface GetIntegrationRequest {
  readonly integrationName: IntegrationName;
}

export interface GetIntegrationResponse {
  readonly integrationName?: IntegrationName | undefined;
  readonly integrationType?: IntegrationType | undefined;
  readonly integrationStatus?: IntegrationStatus | undefined;
  readonly integrationDetails?: IntegrationDetails | undefined;
}

export interface GetLogAnomalyDetectorRequest {
  readonly anomalyDetectorArn: AnomalyDetectorArn;
}

export interface GetLogAnomalyDetectorResponse {
  readonly detectorName?: DetectorName | undefined;
  readonly logGroupArnList?: LogGroupArnList | undefined;
  readonly evaluationFrequency?: EvaluationFrequency | undefined;
  readonly filterPattern?: FilterPattern | undefined;
  readonly anomalyDetectorStatus?: AnomalyDetectorStatus | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
  readonly creationTimeStamp?: EpochMillis | undefined;
  readonly lastModifiedTimeStamp?: EpochMillis | undefined;
  readonly anomalyVisibilityTime?: AnomalyVisibilityTime | undefined;
}

export interface GetLogEventsRequest {
  readonly logGroupName?: LogGroupName | undefined;
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly logStreamName: LogStreamName;
  readonly startTime?: Timestamp | undefined;
  readonly endTime?: Timestamp | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: EventsLimit | undefined;
  readonly startFromHead?: StartFromHead | undefined;
  readonly unmask?: Unmask | undefined;
}

export interface GetLogEventsResponse {
  readonly events?: OutputLogEvents | undefined;
  readonly nextForwardToken?: NextToken | undefined;
  readonly nextBackwardToken?: NextToken | undefined;
}

export interface GetLogFieldsRequest {
  readonly dataSourceName: DataSourceName;
  readonly dataSourceType: DataSourceType;
}

export interface GetLogFieldsResponse {
  readonly logFields?: LogFieldsList | undefined;
}

export interface GetLogGroupFieldsRequest {
  readonly logGroupName?: LogGroupName | undefined;
  readonly time?: Timestamp | undefined;
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
}

export interface GetLogGroupFieldsResponse {
  readonly logGroupFields?: LogGroupFieldList | undefined;
}

export interface GetLogObjectRequest {
  readonly unmask?: Unmask | undefined;
  readonly logObjectPointer: LogObjectPointer;
}

export interface GetLogObjectResponse {
  readonly fieldStream?: GetLogObjectResponseStream | undefined;
}

export interface GetLogObjectResponseStream {
  readonly fields?: FieldsData | undefined;
  readonly InternalStreamingException?: InternalStreamingException | undefined;
}

export interface GetLogRecordRequest {
  readonly logRecordPointer: LogRecordPointer;
  readonly unmask?: Unmask | undefined;
}

export interface GetLogRecordResponse {
  readonly logRecord?: LogRecord | undefined;
}

export interface GetLookupTableRequest {
  readonly lookupTableArn: Arn;
}

export interface GetLookupTableResponse {
  readonly lookupTableArn?: Arn | undefined;
  readonly lookupTableName?: LookupTableName | undefined;
  readonly description?: LookupTableDescription | undefined;
  readonly tableBody?: TableBody | undefined;
  readonly sizeBytes?: StoredBytes | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
}

export type GetQueryResultsMaxItems = number;

export type GetQueryResultsNextToken = string;

export interface GetQueryResultsRequest {
  readonly queryId: QueryId;
  readonly nextToken?: GetQueryResultsNextToken | undefined;
  readonly maxItems?: GetQueryResultsMaxItems | undefined;
}

export interface GetQueryResultsResponse {
  readonly queryLanguage?: QueryLanguage | undefined;
  readonly results?: QueryResults | undefined;
  readonly statistics?: QueryStatistics | undefined;
  readonly status?: QueryStatus | undefined;
  readonly encryptionKey?: EncryptionKey | undefined;
  readonly nextToken?: GetQueryResultsNextToken | undefined;
}

export type GetScheduledQueryHistoryMaxResults = number;

export interface GetScheduledQueryHistoryRequest {
  readonly identifier: ScheduledQueryIdentifier;
  readonly startTime: Timestamp;
  readonly endTime: Timestamp;
  readonly executionStatuses?: ExecutionStatusList | undefined;
  readonly maxResults?: GetScheduledQueryHistoryMaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface GetScheduledQueryHistoryResponse {
  readonly name?: ScheduledQueryName | undefined;
  readonly scheduledQueryArn?: Arn | undefined;
  readonly triggerHistory?: TriggerHistoryRecordList | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface GetScheduledQueryRequest {
  readonly identifier: ScheduledQueryIdentifier;
}

export interface GetScheduledQueryResponse {
  readonly scheduledQueryArn?: Arn | undefined;
  readonly name?: ScheduledQueryName | undefined;
  readonly description?: ScheduledQueryDescription | undefined;
  readonly queryLanguage?: QueryLanguage | undefined;
  readonly queryString?: QueryString | undefined;
  readonly logGroupIdentifiers?: ScheduledQueryLogGroupIdentifiers | undefined;
  readonly scheduleExpression?: ScheduleExpression | undefined;
  readonly timezone?: ScheduleTimezone | undefined;
  readonly startTimeOffset?: StartTimeOffset | undefined;
  readonly destinationConfiguration?: DestinationConfiguration | undefined;
  readonly state?: ScheduledQueryState | undefined;
  readonly lastTriggeredTime?: Timestamp | undefined;
  readonly lastExecutionStatus?: ExecutionStatus | undefined;
  readonly scheduleStartTime?: Timestamp | undefined;
  readonly scheduleEndTime?: Timestamp | undefined;
  readonly executionRoleArn?: RoleArn | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
}

export interface GetTransformerRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
}

export interface GetTransformerResponse {
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly lastModifiedTime?: Timestamp | undefined;
  readonly transformerConfig?: Processors | undefined;
}

export interface Grok {
  readonly source?: Source | undefined;
  readonly match: GrokMatch;
}

export type GrokMatch = string;

export interface GroupingIdentifier {
  readonly key?: GroupingIdentifierKey | undefined;
  readonly value?: GroupingIdentifierValue | undefined;
}

export type GroupingIdentifierKey = string;

export type GroupingIdentifierValue = string;

export type GroupingIdentifiers = readonly GroupingIdentifier[];

export type Histogram = Readonly<{ [key: string]: Count }>;

export interface Import {
  readonly importId?: ImportId | undefined;
  readonly importSourceArn?: Arn | undefined;
  readonly importStatus?: ImportStatus | undefined;
  readonly importDestinationArn?: Arn | undefined;
  readonly importStatistics?: ImportStatistics | undefined;
  readonly importFilter?: ImportFilter | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
  readonly errorMessage?: ErrorMessage | undefined;
}

export interface ImportBatch {
  readonly batchId: BatchId;
  readonly status: ImportStatus;
  readonly errorMessage?: ErrorMessage | undefined;
}

export type ImportBatchList = readonly ImportBatch[];

export interface ImportFilter {
  readonly startEventTime?: Timestamp | undefined;
  readonly endEventTime?: Timestamp | undefined;
}

export type ImportId = string;

export type ImportList = readonly Import[];

export interface ImportStatistics {
  readonly bytesImported?: StoredBytes | undefined;
}

export type ImportStatus = "IN_PROGRESS" | "CANCELLED" | "COMPLETED" | "FAILED";

export type ImportStatusList = readonly ImportStatus[];

export type IncludeLinkedAccounts = boolean;

export type IndexPolicies = readonly IndexPolicy[];

export interface IndexPolicy {
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly lastUpdateTime?: Timestamp | undefined;
  readonly policyDocument?: PolicyDocument | undefined;
  readonly policyName?: PolicyName | undefined;
  readonly source?: IndexSource | undefined;
}

export type IndexSource = "ACCOUNT" | "LOG_GROUP";

export type IndexType = "FACET" | "FIELD_INDEX";

export type InferredTokenName = string;

export type InheritedProperties = readonly InheritedProperty[];

export type InheritedProperty = "ACCOUNT_DATA_PROTECTION";

export interface InputLogEvent {
  readonly timestamp: Timestamp;
  readonly message: EventMessage;
}

export type InputLogEvents = readonly InputLogEvent[];

export type InputLogStreamNames = readonly LogStreamName[];

export type Integer = number;

export interface IntegrationDetails {
  readonly openSearchIntegrationDetails?: OpenSearchIntegrationDetails | undefined;
}

export type IntegrationName = string;

export type IntegrationNamePrefix = string;

export type IntegrationStatus = "PROVISIONING" | "ACTIVE" | "FAILED";

export type IntegrationStatusMessage = string;

export type IntegrationSummaries = readonly IntegrationSummary[];

export interface IntegrationSummary {
  readonly integrationName?: IntegrationName | undefined;
  readonly integrationType?: IntegrationType | undefined;
  readonly integrationStatus?: IntegrationStatus | undefined;
}

export type IntegrationType = "OPENSEARCH";

export type Interleaved = boolean;

export interface InternalStreamingException {
  readonly message?: Message | undefined;
}

export type IsSampled = boolean;

export type Key = string;

export type KeyPrefix = string;

export type KeyValueDelimiter = string;

export type KmsKeyId = string;

export type ListAggregateLogGroupSummariesGroupBy = "DATA_SOURCE_NAME_TYPE_AND_FORMAT" | "DATA_SOURCE_NAME_AND_TYPE";

export interface ListAggregateLogGroupSummariesRequest {
  readonly accountIdentifiers?: AccountIds | undefined;
  readonly includeLinkedAccounts?: IncludeLinkedAccounts | undefined;
  readonly logGroupClass?: LogGroupClass | undefined;
  readonly logGroupNamePattern?: LogGroupNameRegexPattern | undefined;
  readonly dataSources?: DataSourceFilters | undefined;
  readonly groupBy: ListAggregateLogGroupSummariesGroupBy;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: ListLogGroupsRequestLimit | undefined;
}

export interface ListAggregateLogGroupSummariesResponse {
  readonly aggregateLogGroupSummaries?: AggregateLogGroupSummaries | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type ListAnomaliesLimit = number;

export interface ListAnomaliesRequest {
  readonly anomalyDetectorArn?: AnomalyDetectorArn | undefined;
  readonly suppressionState?: SuppressionState | undefined;
  readonly limit?: ListAnomaliesLimit | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListAnomaliesResponse {
  readonly anomalies?: Anomalies | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListIntegrationsRequest {
  readonly integrationNamePrefix?: IntegrationNamePrefix | undefined;
  readonly integrationType?: IntegrationType | undefined;
  readonly integrationStatus?: IntegrationStatus | undefined;
}

export interface ListIntegrationsResponse {
  readonly integrationSummaries?: IntegrationSummaries | undefined;
}

export type ListLimit = number;

export type ListLogAnomalyDetectorsLimit = number;

export interface ListLogAnomalyDetectorsRequest {
  readonly filterLogGroupArn?: LogGroupArn | undefined;
  readonly limit?: ListLogAnomalyDetectorsLimit | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListLogAnomalyDetectorsResponse {
  readonly anomalyDetectors?: AnomalyDetectors | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type ListLogGroupsForQueryMaxResults = number;

export interface ListLogGroupsForQueryRequest {
  readonly queryId: QueryId;
  readonly nextToken?: NextToken | undefined;
  readonly maxResults?: ListLogGroupsForQueryMaxResults | undefined;
}

export interface ListLogGroupsForQueryResponse {
  readonly logGroupIdentifiers?: LogGroupIdentifiers | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListLogGroupsRequest {
  readonly logGroupNamePattern?: LogGroupNameRegexPattern | undefined;
  readonly logGroupClass?: LogGroupClass | undefined;
  readonly includeLinkedAccounts?: IncludeLinkedAccounts | undefined;
  readonly accountIdentifiers?: AccountIds | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly limit?: ListLimit | undefined;
  readonly dataSources?: DataSourceFilters | undefined;
  readonly fieldIndexNames?: FieldIndexNames | undefined;
  readonly logGroupTags?: TagFilters | undefined;
}

export type ListLogGroupsRequestLimit = number;

export interface ListLogGroupsResponse {
  readonly logGroups?: LogGroupSummaries | undefined;
  readonly nextToken?: NextToken | undefined;
}

export type ListScheduledQueriesMaxResults = number;

export interface ListScheduledQueriesRequest {
  readonly maxResults?: ListScheduledQueriesMaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
  readonly state?: ScheduledQueryState | undefined;
}

export interface ListScheduledQueriesResponse {
  readonly nextToken?: NextToken | undefined;
  readonly scheduledQueries?: ScheduledQuerySummaryList | undefined;
}

export type ListSourcesForS3TableIntegrationMaxResults = number;

export interface ListSourcesForS3TableIntegrationRequest {
  readonly integrationArn: Arn;
  readonly maxResults?: ListSourcesForS3TableIntegrationMaxResults | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListSourcesForS3TableIntegrationResponse {
  readonly sources?: S3TableIntegrationSources | undefined;
  readonly nextToken?: NextToken | undefined;
}

export interface ListTagsForResourceRequest {
  readonly resourceArn: AmazonResourceName;
}

export interface ListTagsForResourceResponse {
  readonly tags?: Tags | undefined;
}

export interface ListTagsLogGroupRequest {
  readonly logGroupName: LogGroupName;
}

export interface ListTagsLogGroupResponse {
  readonly tags?: Tags | undefined;
}

export interface ListToMap {
  readonly source: Source;
  readonly key: Key;
  readonly valueKey?: ValueKey | undefined;
  readonly target?: Target | undefined;
  readonly flatten?: Flatten | undefined;
  readonly flattenedElement?: FlattenedElement | undefined;
}

export interface LiveTailSessionLogEvent {
  readonly logStreamName?: LogStreamName | undefined;
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly message?: EventMessage | undefined;
  readonly timestamp?: Timestamp | undefined;
  readonly ingestionTime?: Timestamp | undefined;
}

export interface LiveTailSessionMetadata {
  readonly sampled?: IsSampled | undefined;
}

export type LiveTailSessionResults = readonly LiveTailSessionLogEvent[];

export interface LiveTailSessionStart {
  readonly requestId?: RequestId | undefined;
  readonly sessionId?: SessionId | undefined;
  readonly logGroupIdentifiers?: StartLiveTailLogGroupIdentifiers | undefined;
  readonly logStreamNames?: InputLogStreamNames | undefined;
  readonly logStreamNamePrefixes?: InputLogStreamNames | undefined;
  readonly logEventFilterPattern?: FilterPattern | undefined;
}

export interface LiveTailSessionUpdate {
  readonly sessionMetadata?: LiveTailSessionMetadata | undefined;
  readonly sessionResults?: LiveTailSessionResults | undefined;
}

export type Locale = string;

export interface LogEvent {
  readonly timestamp?: Timestamp | undefined;
  readonly message?: EventMessage | undefined;
}

export type LogEventIndex = number;

export type LogFieldName = string;

export interface LogFieldType {
  readonly type?: DataType | undefined;
  readonly element?: LogFieldType | undefined;
  readonly fields?: LogFieldsList | undefined;
}

export type LogFieldsList = readonly LogFieldsListItem[];

export interface LogFieldsListItem {
  readonly logFieldName?: LogFieldName | undefined;
  readonly logFieldType?: LogFieldType | undefined;
}

export interface LogGroup {
  readonly logGroupName?: LogGroupName | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly retentionInDays?: Days | undefined;
  readonly metricFilterCount?: FilterCount | undefined;
  readonly arn?: Arn | undefined;
  readonly storedBytes?: StoredBytes | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
  readonly dataProtectionStatus?: DataProtectionStatus | undefined;
  readonly inheritedProperties?: InheritedProperties | undefined;
  readonly logGroupClass?: LogGroupClass | undefined;
  readonly logGroupArn?: Arn | undefined;
  readonly deletionProtectionEnabled?: DeletionProtectionEnabled | undefined;
  readonly bearerTokenAuthenticationEnabled?: BearerTokenAuthenticationEnabled | undefined;
}

export type LogGroupArn = string;

export type LogGroupArnList = readonly LogGroupArn[];

export type LogGroupClass = "STANDARD" | "INFREQUENT_ACCESS" | "DELIVERY";

export type LogGroupCount = number;

export interface LogGroupField {
  readonly name?: Field | undefined;
  readonly percent?: Percentage | undefined;
}

export type LogGroupFieldList = readonly LogGroupField[];

export type LogGroupIdentifier = string;

export type LogGroupIdentifiers = readonly LogGroupIdentifier[];

export type LogGroupName = string;

export type LogGroupNamePattern = string;

export type LogGroupNameRegexPattern = string;

export type LogGroupNames = readonly LogGroupName[];

export type LogGroupSummaries = readonly LogGroupSummary[];

export interface LogGroupSummary {
  readonly logGroupName?: LogGroupName | undefined;
  readonly logGroupArn?: Arn | undefined;
  readonly logGroupClass?: LogGroupClass | undefined;
}

export type LogGroups = readonly LogGroup[];

export type LogObjectPointer = string;

export type LogRecord = Readonly<{ [key: string]: Value }>;

export type LogRecordPointer = string;

export type LogSamples = readonly LogEvent[];

export interface LogStream {
  readonly logStreamName?: LogStreamName | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly firstEventTimestamp?: Timestamp | undefined;
  readonly lastEventTimestamp?: Timestamp | undefined;
  readonly lastIngestionTime?: Timestamp | undefined;
  readonly uploadSequenceToken?: SequenceToken | undefined;
  readonly arn?: Arn | undefined;
  readonly storedBytes?: StoredBytes | undefined;
}

export type LogStreamName = string;

export type LogStreamSearchedCompletely = boolean;

export type LogStreams = readonly LogStream[];

export type LogType = string;

export type LogTypes = readonly LogType[];

export interface LookupTable {
  readonly lookupTableArn?: Arn | undefined;
  readonly lookupTableName?: LookupTableName | undefined;
  readonly description?: LookupTableDescription | undefined;
  readonly tableFields?: TableFields | undefined;
  readonly recordsCount?: RecordsCount | undefined;
  readonly sizeBytes?: StoredBytes | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
}

export type LookupTableDescription = string;

export type LookupTableName = string;

export type LookupTables = readonly LookupTable[];

export interface LowerCaseString {
  readonly withKeys: LowerCaseStringWithKeys;
}

export type LowerCaseStringWithKeys = readonly WithKey[];

export type MappingVersion = string;

export type MatchPattern = string;

export type MatchPatterns = readonly MatchPattern[];

export type Message = string;

export interface MetricFilter {
  readonly filterName?: FilterName | undefined;
  readonly filterPattern?: FilterPattern | undefined;
  readonly metricTransformations?: MetricTransformations | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly logGroupName?: LogGroupName | undefined;
  readonly applyOnTransformedLogs?: ApplyOnTransformedLogs | undefined;
  readonly fieldSelectionCriteria?: FieldSelectionCriteria | undefined;
  readonly emitSystemFieldDimensions?: EmitSystemFields | undefined;
}

export interface MetricFilterMatchRecord {
  readonly eventNumber?: EventNumber | undefined;
  readonly eventMessage?: EventMessage | undefined;
  readonly extractedValues?: ExtractedValues | undefined;
}

export type MetricFilterMatches = readonly MetricFilterMatchRecord[];

export type MetricFilters = readonly MetricFilter[];

export type MetricName = string;

export type MetricNamespace = string;

export interface MetricTransformation {
  readonly metricName: MetricName;
  readonly metricNamespace: MetricNamespace;
  readonly metricValue: MetricValue;
  readonly defaultValue?: DefaultValue | undefined;
  readonly dimensions?: Dimensions | undefined;
  readonly unit?: StandardUnit | undefined;
}

export type MetricTransformations = readonly MetricTransformation[];

export type MetricValue = string;

export type MoveKeyEntries = readonly MoveKeyEntry[];

export interface MoveKeyEntry {
  readonly source: Source;
  readonly target: Target;
  readonly overwriteIfExists?: OverwriteIfExists | undefined;
}

export interface MoveKeys {
  readonly entries: MoveKeyEntries;
}

export type NextToken = string;

export type NonMatchValue = string;

export type OCSFVersion = "V1.1" | "V1.5";

export interface OpenSearchApplication {
  readonly applicationEndpoint?: OpenSearchApplicationEndpoint | undefined;
  readonly applicationArn?: Arn | undefined;
  readonly applicationId?: OpenSearchApplicationId | undefined;
  readonly status?: OpenSearchResourceStatus | undefined;
}

export type OpenSearchApplicationEndpoint = string;

export type OpenSearchApplicationId = string;

export interface OpenSearchCollection {
  readonly collectionEndpoint?: OpenSearchCollectionEndpoint | undefined;
  readonly collectionArn?: Arn | undefined;
  readonly status?: OpenSearchResourceStatus | undefined;
}

export type OpenSearchCollectionEndpoint = string;

export interface OpenSearchDataAccessPolicy {
  readonly policyName?: OpenSearchPolicyName | undefined;
  readonly status?: OpenSearchResourceStatus | undefined;
}

export interface OpenSearchDataSource {
  readonly dataSourceName?: OpenSearchDataSourceName | undefined;
  readonly status?: OpenSearchResourceStatus | undefined;
}

export type OpenSearchDataSourceName = string;

export interface OpenSearchEncryptionPolicy {
  readonly policyName?: OpenSearchPolicyName | undefined;
  readonly status?: OpenSearchResourceStatus | undefined;
}

export interface OpenSearchIntegrationDetails {
  readonly dataSource?: OpenSearchDataSource | undefined;
  readonly application?: OpenSearchApplication | undefined;
  readonly collection?: OpenSearchCollection | undefined;
  readonly workspace?: OpenSearchWorkspace | undefined;
  readonly encryptionPolicy?: OpenSearchEncryptionPolicy | undefined;
  readonly networkPolicy?: OpenSearchNetworkPolicy | undefined;
  readonly accessPolicy?: OpenSearchDataAccessPolicy | undefined;
  readonly lifecyclePolicy?: OpenSearchLifecyclePolicy | undefined;
}

export interface OpenSearchLifecyclePolicy {
  readonly policyName?: OpenSearchPolicyName | undefined;
  readonly status?: OpenSearchResourceStatus | undefined;
}

export interface OpenSearchNetworkPolicy {
  readonly policyName?: OpenSearchPolicyName | undefined;
  readonly status?: OpenSearchResourceStatus | undefined;
}

export type OpenSearchPolicyName = string;

export interface OpenSearchResourceConfig {
  readonly kmsKeyArn?: Arn | undefined;
  readonly dataSourceRoleArn: Arn;
  readonly dashboardViewerPrincipals: DashboardViewerPrincipals;
  readonly applicationArn?: Arn | undefined;
  readonly retentionDays: CollectionRetentionDays;
}

export interface OpenSearchResourceStatus {
  readonly status?: OpenSearchResourceStatusType | undefined;
  readonly statusMessage?: IntegrationStatusMessage | undefined;
}

export type OpenSearchResourceStatusType = "ACTIVE" | "NOT_FOUND" | "ERROR";

export interface OpenSearchWorkspace {
  readonly workspaceId?: OpenSearchWorkspaceId | undefined;
  readonly status?: OpenSearchResourceStatus | undefined;
}

export type OpenSearchWorkspaceId = string;

export type OrderBy = "LogStreamName" | "LastEventTime";

export type OutputFormat = "json" | "plain" | "w3c" | "raw" | "parquet";

export type OutputFormats = readonly OutputFormat[];

export interface OutputLogEvent {
  readonly timestamp?: Timestamp | undefined;
  readonly message?: EventMessage | undefined;
  readonly ingestionTime?: Timestamp | undefined;
}

export type OutputLogEvents = readonly OutputLogEvent[];

export type OverwriteIfExists = boolean;

export interface ParseCloudfront {
  readonly source?: Source | undefined;
}

export interface ParseJSON {
  readonly source?: Source | undefined;
  readonly destination?: DestinationField | undefined;
}

export interface ParseKeyValue {
  readonly source?: Source | undefined;
  readonly destination?: DestinationField | undefined;
  readonly fieldDelimiter?: ParserFieldDelimiter | undefined;
  readonly keyValueDelimiter?: KeyValueDelimiter | undefined;
  readonly keyPrefix?: KeyPrefix | undefined;
  readonly nonMatchValue?: NonMatchValue | undefined;
  readonly overwriteIfExists?: OverwriteIfExists | undefined;
}

export interface ParsePostgres {
  readonly source?: Source | undefined;
}

export interface ParseRoute53 {
  readonly source?: Source | undefined;
}

export interface ParseToOCSF {
  readonly source?: Source | undefined;
  readonly eventSource: EventSource;
  readonly ocsfVersion: OCSFVersion;
  readonly mappingVersion?: MappingVersion | undefined;
}

export interface ParseVPC {
  readonly source?: Source | undefined;
}

export interface ParseWAF {
  readonly source?: Source | undefined;
}

export type ParserFieldDelimiter = string;

export type PatternId = string;

export type PatternRegex = string;

export type PatternString = string;

export interface PatternToken {
  readonly dynamicTokenPosition?: DynamicTokenPosition | undefined;
  readonly isDynamic?: Boolean | undefined;
  readonly tokenString?: TokenString | undefined;
  readonly enumerations?: Enumerations | undefined;
  readonly inferredTokenName?: InferredTokenName | undefined;
}

export type PatternTokens = readonly PatternToken[];

export type Percentage = number;

export interface Policy {
  readonly deliveryDestinationPolicy?: DeliveryDestinationPolicy | undefined;
}

export type PolicyDocument = string;

export type PolicyName = string;

export type PolicyScope = "ACCOUNT" | "RESOURCE";

export type PolicyType = "DATA_PROTECTION_POLICY" | "SUBSCRIPTION_FILTER_POLICY" | "FIELD_INDEX_POLICY" | "TRANSFORMER_POLICY" | "METRIC_EXTRACTION_POLICY";

export type Priority = string;

export interface Processor {
  readonly addKeys?: AddKeys | undefined;
  readonly copyValue?: CopyValue | undefined;
  readonly csv?: CSV | undefined;
  readonly dateTimeConverter?: DateTimeConverter | undefined;
  readonly deleteKeys?: DeleteKeys | undefined;
  readonly grok?: Grok | undefined;
  readonly listToMap?: ListToMap | undefined;
  readonly lowerCaseString?: LowerCaseString | undefined;
  readonly moveKeys?: MoveKeys | undefined;
  readonly parseCloudfront?: ParseCloudfront | undefined;
  readonly parseJSON?: ParseJSON | undefined;
  readonly parseKeyValue?: ParseKeyValue | undefined;
  readonly parseRoute53?: ParseRoute53 | undefined;
  readonly parseToOCSF?: ParseToOCSF | undefined;
  readonly parsePostgres?: ParsePostgres | undefined;
  readonly parseVPC?: ParseVPC | undefined;
  readonly parseWAF?: ParseWAF | undefined;
  readonly renameKeys?: RenameKeys | undefined;
  readonly splitString?: SplitString | undefined;
  readonly substituteString?: SubstituteString | undefined;
  readonly trimString?: TrimString | undefined;
  readonly typeConverter?: TypeConverter | undefined;
  readonly upperCaseString?: UpperCaseString | undefined;
}

export type Processors = readonly Processor[];

export interface PutAccountPolicyRequest {
  readonly policyName: PolicyName;
  readonly policyDocument: AccountPolicyDocument;
  readonly policyType: PolicyType;
  readonly scope?: Scope | undefined;
  readonly selectionCriteria?: SelectionCriteria | undefined;
}

export interface PutAccountPolicyResponse {
  readonly accountPolicy?: AccountPolicy | undefined;
}

export interface PutBearerTokenAuthenticationRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
  readonly bearerTokenAuthenticationEnabled: BearerTokenAuthenticationEnabled;
}

export interface PutDataProtectionPolicyRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
  readonly policyDocument: DataProtectionPolicyDocument;
}

export interface PutDataProtectionPolicyResponse {
  readonly logGroupIdentifier?: LogGroupIdentifier | undefined;
  readonly policyDocument?: DataProtectionPolicyDocument | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
}

export interface PutDeliveryDestinationPolicyRequest {
  readonly deliveryDestinationName: DeliveryDestinationName;
  readonly deliveryDestinationPolicy: DeliveryDestinationPolicy;
}

export interface PutDeliveryDestinationPolicyResponse {
  readonly policy?: Policy | undefined;
}

export interface PutDeliveryDestinationRequest {
  readonly name: DeliveryDestinationName;
  readonly outputFormat?: OutputFormat | undefined;
  readonly deliveryDestinationConfiguration?: DeliveryDestinationConfiguration | undefined;
  readonly deliveryDestinationType?: DeliveryDestinationType | undefined;
  readonly tags?: Tags | undefined;
}

export interface PutDeliveryDestinationResponse {
  readonly deliveryDestination?: DeliveryDestination | undefined;
}

export interface PutDeliverySourceRequest {
  readonly name: DeliverySourceName;
  readonly resourceArn: Arn;
  readonly logType: LogType;
  readonly tags?: Tags | undefined;
  readonly deliverySourceConfiguration?: DeliverySourceConfiguration | undefined;
}

export interface PutDeliverySourceResponse {
  readonly deliverySource?: DeliverySource | undefined;
}

export interface PutDestinationPolicyRequest {
  readonly destinationName: DestinationName;
  readonly accessPolicy: AccessPolicy;
  readonly forceUpdate?: ForceUpdate | undefined;
}

export interface PutDestinationRequest {
  readonly destinationName: DestinationName;
  readonly targetArn: TargetArn;
  readonly roleArn: RoleArn;
  readonly tags?: Tags | undefined;
}

export interface PutDestinationResponse {
  readonly destination?: Destination | undefined;
}

export interface PutIndexPolicyRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
  readonly policyDocument: PolicyDocument;
}

export interface PutIndexPolicyResponse {
  readonly indexPolicy?: IndexPolicy | undefined;
}

export interface PutIntegrationRequest {
  readonly integrationName: IntegrationName;
  readonly resourceConfig: ResourceConfig;
  readonly integrationType: IntegrationType;
}

export interface PutIntegrationResponse {
  readonly integrationName?: IntegrationName | undefined;
  readonly integrationStatus?: IntegrationStatus | undefined;
}

export interface PutLogEventsRequest {
  readonly logGroupName: LogGroupName;
  readonly logStreamName: LogStreamName;
  readonly logEvents: InputLogEvents;
  readonly sequenceToken?: SequenceToken | undefined;
  readonly entity?: Entity | undefined;
}

export interface PutLogEventsResponse {
  readonly nextSequenceToken?: SequenceToken | undefined;
  readonly rejectedLogEventsInfo?: RejectedLogEventsInfo | undefined;
  readonly rejectedEntityInfo?: RejectedEntityInfo | undefined;
}

export interface PutLogGroupDeletionProtectionRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
  readonly deletionProtectionEnabled: DeletionProtectionEnabled;
}

export interface PutMetricFilterRequest {
  readonly logGroupName: LogGroupName;
  readonly filterName: FilterName;
  readonly filterPattern: FilterPattern;
  readonly metricTransformations: MetricTransformations;
  readonly applyOnTransformedLogs?: ApplyOnTransformedLogs | undefined;
  readonly fieldSelectionCriteria?: FieldSelectionCriteria | undefined;
  readonly emitSystemFieldDimensions?: EmitSystemFields | undefined;
}

export interface PutQueryDefinitionRequest {
  readonly queryLanguage?: QueryLanguage | undefined;
  readonly name: QueryDefinitionName;
  readonly queryDefinitionId?: QueryId | undefined;
  readonly logGroupNames?: LogGroupNames | undefined;
  readonly queryString: QueryDefinitionString;
  readonly clientToken?: ClientToken | undefined;
  readonly parameters?: QueryParameterList | undefined;
}

export interface PutQueryDefinitionResponse {
  readonly queryDefinitionId?: QueryId | undefined;
}

export interface PutResourcePolicyRequest {
  readonly policyName?: PolicyName | undefined;
  readonly policyDocument?: PolicyDocument | undefined;
  readonly resourceArn?: Arn | undefined;
  readonly expectedRevisionId?: ExpectedRevisionId | undefined;
}

export interface PutResourcePolicyResponse {
  readonly resourcePolicy?: ResourcePolicy | undefined;
  readonly revisionId?: ExpectedRevisionId | undefined;
}

export interface PutRetentionPolicyRequest {
  readonly logGroupName: LogGroupName;
  readonly retentionInDays: Days;
}

export interface PutSubscriptionFilterRequest {
  readonly logGroupName: LogGroupName;
  readonly filterName: FilterName;
  readonly filterPattern: FilterPattern;
  readonly destinationArn: DestinationArn;
  readonly roleArn?: RoleArn | undefined;
  readonly distribution?: Distribution | undefined;
  readonly applyOnTransformedLogs?: ApplyOnTransformedLogs | undefined;
  readonly fieldSelectionCriteria?: FieldSelectionCriteria | undefined;
  readonly emitSystemFields?: EmitSystemFields | undefined;
}

export interface PutTransformerRequest {
  readonly logGroupIdentifier: LogGroupIdentifier;
  readonly transformerConfig: Processors;
}

export interface QueryDefinition {
  readonly queryLanguage?: QueryLanguage | undefined;
  readonly queryDefinitionId?: QueryId | undefined;
  readonly name?: QueryDefinitionName | undefined;
  readonly queryString?: QueryDefinitionString | undefined;
  readonly lastModified?: Timestamp | undefined;
  readonly logGroupNames?: LogGroupNames | undefined;
  readonly parameters?: QueryParameterList | undefined;
}

export type QueryDefinitionList = readonly QueryDefinition[];

export type QueryDefinitionName = string;

export type QueryDefinitionString = string;

export type QueryDuration = number;

export type QueryId = string;

export interface QueryInfo {
  readonly queryLanguage?: QueryLanguage | undefined;
  readonly queryId?: QueryId | undefined;
  readonly queryString?: QueryString | undefined;
  readonly status?: QueryStatus | undefined;
  readonly createTime?: Timestamp | undefined;
  readonly logGroupName?: LogGroupName | undefined;
  readonly queryDuration?: QueryDuration | undefined;
  readonly bytesScanned?: BytesScannedValue | undefined;
  readonly userIdentity?: UserIdentity | undefined;
}

export type QueryInfoList = readonly QueryInfo[];

export type QueryLanguage = "CWLI" | "SQL" | "PPL";

export type QueryListMaxResults = number;

export interface QueryParameter {
  readonly name: QueryParameterName;
  readonly defaultValue?: QueryParameterDefaultValue | undefined;
  readonly description?: QueryParameterDescription | undefined;
}

export type QueryParameterDefaultValue = string;

export type QueryParameterDescription = string;

export type QueryParameterList = readonly QueryParameter[];

export type QueryParameterName = string;

export type QueryResults = readonly ResultRows[];

export interface QueryStatistics {
  readonly recordsMatched?: StatsValue | undefined;
  readonly recordsScanned?: StatsValue | undefined;
  readonly estimatedRecordsSkipped?: StatsValue | undefined;
  readonly bytesScanned?: StatsValue | undefined;
  readonly estimatedBytesSkipped?: StatsValue | undefined;
  readonly logGroupsScanned?: StatsValue | undefined;
}

export type QueryStatus = "Scheduled" | "Running" | "Complete" | "Failed" | "Cancelled" | "Timeout" | "Unknown";

export type QueryString = string;

export type QuoteCharacter = string;

export interface RecordField {
  readonly name?: FieldHeader | undefined;
  readonly mandatory?: Boolean | undefined;
}

export type RecordFields = readonly FieldHeader[];

export type RecordsCount = number;

export interface RejectedEntityInfo {
  readonly errorType: EntityRejectionErrorType;
}

export interface RejectedLogEventsInfo {
  readonly tooNewLogEventStartIndex?: LogEventIndex | undefined;
  readonly tooOldLogEventEndIndex?: LogEventIndex | undefined;
  readonly expiredLogEventEndIndex?: LogEventIndex | undefined;
}

export type RenameKeyEntries = readonly RenameKeyEntry[];

export interface RenameKeyEntry {
  readonly key: Key;
  readonly renameTo: RenameTo;
  readonly overwriteIfExists?: OverwriteIfExists | undefined;
}

export interface RenameKeys {
  readonly entries: RenameKeyEntries;
}

export type RenameTo = string;

export type RequestId = string;

export type ResourceArns = readonly Arn[];

export interface ResourceConfig {
  readonly openSearchResourceConfig?: OpenSearchResourceConfig | undefined;
}

export type ResourceIdentifier = string;

export type ResourcePolicies = readonly ResourcePolicy[];

export interface ResourcePolicy {
  readonly policyName?: PolicyName | undefined;
  readonly policyDocument?: PolicyDocument | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
  readonly policyScope?: PolicyScope | undefined;
  readonly resourceArn?: Arn | undefined;
  readonly revisionId?: ExpectedRevisionId | undefined;
}

export type ResourceType = string;

export type ResourceTypes = readonly ResourceType[];

export interface ResultField {
  readonly field?: Field | undefined;
  readonly value?: Value | undefined;
}

export type ResultRows = readonly ResultField[];

export type RoleArn = string;

export interface S3Configuration {
  readonly destinationIdentifier: S3Uri;
  readonly roleArn: RoleArn;
  readonly ownerAccountId?: AccountId | undefined;
  readonly kmsKeyId?: KmsKeyId | undefined;
}

export interface S3DeliveryConfiguration {
  readonly suffixPath?: DeliverySuffixPath | undefined;
  readonly enableHiveCompatiblePath?: Boolean | undefined;
}

export interface S3TableIntegrationSource {
  readonly identifier?: S3TableIntegrationSourceIdentifier | undefined;
  readonly dataSource?: DataSource | undefined;
  readonly status?: S3TableIntegrationSourceStatus | undefined;
  readonly statusReason?: S3TableIntegrationSourceStatusReason | undefined;
  readonly createdTimeStamp?: Timestamp | undefined;
  readonly parentSourceIdentifier?: S3TableIntegrationSourceIdentifier | undefined;
}

export type S3TableIntegrationSourceIdentifier = string;

export type S3TableIntegrationSourceStatus = "ACTIVE" | "UNHEALTHY" | "FAILED" | "DATA_SOURCE_DELETE_IN_PROGRESS";

export type S3TableIntegrationSourceStatusReason = string;

export type S3TableIntegrationSources = readonly S3TableIntegrationSource[];

export type S3TablesDatasourceName = string;

export type S3TablesDatasourceType = string;

export interface S3TablesIntegration {
  readonly datasourceName?: S3TablesDatasourceName | undefined;
  readonly datasourceType?: S3TablesDatasourceType | undefined;
}

export type S3Uri = string;

export type ScheduleExpression = string;

export type ScheduleTimezone = string;

export type ScheduledQueryDescription = string;

export interface ScheduledQueryDestination {
  readonly destinationType?: ScheduledQueryDestinationType | undefined;
  readonly destinationIdentifier?: String | undefined;
  readonly status?: ActionStatus | undefined;
  readonly processedIdentifier?: String | undefined;
  readonly errorMessage?: String | undefined;
}

export type ScheduledQueryDestinationList = readonly ScheduledQueryDestination[];

export type ScheduledQueryDestinationType = "S3";

export type ScheduledQueryIdentifier = string;

export type ScheduledQueryLogGroupIdentifiers = readonly LogGroupIdentifier[];

export type ScheduledQueryName = string;

export type ScheduledQueryState = "ENABLED" | "DISABLED";

export interface ScheduledQuerySummary {
  readonly scheduledQueryArn?: Arn | undefined;
  readonly name?: ScheduledQueryName | undefined;
  readonly state?: ScheduledQueryState | undefined;
  readonly lastTriggeredTime?: Timestamp | undefined;
  readonly lastExecutionStatus?: ExecutionStatus | undefined;
  readonly scheduleExpression?: ScheduleExpression | undefined;
  readonly timezone?: ScheduleTimezone | undefined;
  readonly destinationConfiguration?: DestinationConfiguration | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
}

export type ScheduledQuerySummaryList = readonly ScheduledQuerySummary[];

export type Scope = "ALL";

export interface SearchedLogStream {
  readonly logStreamName?: LogStreamName | undefined;
  readonly searchedCompletely?: LogStreamSearchedCompletely | undefined;
}

export type SearchedLogStreams = readonly SearchedLogStream[];

export type SelectionCriteria = string;

export type SequenceToken = string;

export type Service = string;

export type SessionId = string;

export interface SessionStreamingException {
  readonly message?: Message | undefined;
}

export interface SessionTimeoutException {
  readonly message?: Message | undefined;
}

export type Source = string;

export type SourceTimezone = string;

export interface SplitString {
  readonly entries: SplitStringEntries;
}

export type SplitStringDelimiter = string;

export type SplitStringEntries = readonly SplitStringEntry[];

export interface SplitStringEntry {
  readonly source: Source;
  readonly delimiter: SplitStringDelimiter;
}

export type StandardUnit = "Seconds" | "Microseconds" | "Milliseconds" | "Bytes" | "Kilobytes" | "Megabytes" | "Gigabytes" | "Terabytes" | "Bits" | "Kilobits" | "Megabits" | "Gigabits" | "Terabits" | "Percent" | "Count" | "Bytes/Second" | "Kilobytes/Second" | "Megabytes/Second" | "Gigabytes/Second" | "Terabytes/Second" | "Bits/Second" | "Kilobits/Second" | "Megabits/Second" | "Gigabits/Second" | "Terabits/Second" | "Count/Second" | "None";

export type StartFromHead = boolean;

export type StartLiveTailLogGroupIdentifiers = readonly LogGroupIdentifier[];

export interface StartLiveTailRequest {
  readonly logGroupIdentifiers: StartLiveTailLogGroupIdentifiers;
  readonly logStreamNames?: InputLogStreamNames | undefined;
  readonly logStreamNamePrefixes?: InputLogStreamNames | undefined;
  readonly logEventFilterPattern?: FilterPattern | undefined;
}

export interface StartLiveTailResponse {
  readonly responseStream?: StartLiveTailResponseStream | undefined;
}

export interface StartLiveTailResponseStream {
  readonly sessionStart?: LiveTailSessionStart | undefined;
  readonly sessionUpdate?: LiveTailSessionUpdate | undefined;
  readonly SessionTimeoutException?: SessionTimeoutException | undefined;
  readonly SessionStreamingException?: SessionStreamingException | undefined;
}

export interface StartQueryRequest {
  readonly queryLanguage?: QueryLanguage | undefined;
  readonly logGroupName?: LogGroupName | undefined;
  readonly logGroupNames?: LogGroupNames | undefined;
  readonly logGroupIdentifiers?: LogGroupIdentifiers | undefined;
  readonly startTime: Timestamp;
  readonly endTime: Timestamp;
  readonly queryString: QueryString;
  readonly limit?: EventsLimitStartQuery | undefined;
}

export interface StartQueryResponse {
  readonly queryId?: QueryId | undefined;
}

export type StartTimeOffset = number;

export type State = "Active" | "Suppressed" | "Baseline";

export type StatsValue = number;

export interface StopQueryRequest {
  readonly queryId: QueryId;
}

export interface StopQueryResponse {
  readonly success?: Success | undefined;
}

export type StoredBytes = number;

export type String = string;

export interface SubscriptionFilter {
  readonly filterName?: FilterName | undefined;
  readonly logGroupName?: LogGroupName | undefined;
  readonly filterPattern?: FilterPattern | undefined;
  readonly destinationArn?: DestinationArn | undefined;
  readonly roleArn?: RoleArn | undefined;
  readonly distribution?: Distribution | undefined;
  readonly applyOnTransformedLogs?: ApplyOnTransformedLogs | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly fieldSelectionCriteria?: FieldSelectionCriteria | undefined;
  readonly emitSystemFields?: EmitSystemFields | undefined;
}

export type SubscriptionFilters = readonly SubscriptionFilter[];

export interface SubstituteString {
  readonly entries: SubstituteStringEntries;
}

export type SubstituteStringEntries = readonly SubstituteStringEntry[];

export interface SubstituteStringEntry {
  readonly source: Source;
  readonly from: FromKey;
  readonly to: ToKey;
}

export type Success = boolean;

export interface SuppressionPeriod {
  readonly value?: Integer | undefined;
  readonly suppressionUnit?: SuppressionUnit | undefined;
}

export type SuppressionState = "SUPPRESSED" | "UNSUPPRESSED";

export type SuppressionType = "LIMITED" | "INFINITE";

export type SuppressionUnit = "SECONDS" | "MINUTES" | "HOURS";

export type SystemField = string;

export type TableBody = string;

export type TableFields = readonly String[];

export interface TagFilter {
  readonly key: TagFilterKey;
  readonly values?: TagFilterValues | undefined;
}

export type TagFilterKey = string;

export type TagFilterValue = string;

export type TagFilterValues = readonly TagFilterValue[];

export type TagFilters = readonly TagFilter[];

export type TagKey = string;

export type TagKeyList = readonly TagKey[];

export type TagList = readonly TagKey[];

export interface TagLogGroupRequest {
  readonly logGroupName: LogGroupName;
  readonly tags: Tags;
}

export interface TagResourceRequest {
  readonly resourceArn: AmazonResourceName;
  readonly tags: Tags;
}

export type TagValue = string;

export type Tags = Readonly<{ [key: string]: TagValue }>;

export type Target = string;

export type TargetArn = string;

export type TargetFormat = string;

export type TargetTimezone = string;

export type TestEventMessages = readonly EventMessage[];

export interface TestMetricFilterRequest {
  readonly filterPattern: FilterPattern;
  readonly logEventMessages: TestEventMessages;
}

export interface TestMetricFilterResponse {
  readonly matches?: MetricFilterMatches | undefined;
}

export interface TestTransformerRequest {
  readonly transformerConfig: Processors;
  readonly logEventMessages: TestEventMessages;
}

export interface TestTransformerResponse {
  readonly transformedLogs?: TransformedLogs | undefined;
}

export type Time = string;

export type Timestamp = number;

export type ToKey = string;

export type Token = string;

export type TokenString = string;

export type TokenValue = number;

export type TransformedEventMessage = string;

export interface TransformedLogRecord {
  readonly eventNumber?: EventNumber | undefined;
  readonly eventMessage?: EventMessage | undefined;
  readonly transformedEventMessage?: TransformedEventMessage | undefined;
}

export type TransformedLogs = readonly TransformedLogRecord[];

export interface TriggerHistoryRecord {
  readonly queryId?: QueryId | undefined;
  readonly executionStatus?: ExecutionStatus | undefined;
  readonly triggeredTimestamp?: Timestamp | undefined;
  readonly errorMessage?: String | undefined;
  readonly destinations?: ScheduledQueryDestinationList | undefined;
}

export type TriggerHistoryRecordList = readonly TriggerHistoryRecord[];

export interface TrimString {
  readonly withKeys: TrimStringWithKeys;
}

export type TrimStringWithKeys = readonly WithKey[];

export type Type = "boolean" | "integer" | "double" | "string";

export interface TypeConverter {
  readonly entries: TypeConverterEntries;
}

export type TypeConverterEntries = readonly TypeConverterEntry[];

export interface TypeConverterEntry {
  readonly key: Key;
  readonly type: Type;
}

export type Unmask = boolean;

export interface UntagLogGroupRequest {
  readonly logGroupName: LogGroupName;
  readonly tags: TagList;
}

export interface UntagResourceRequest {
  readonly resourceArn: AmazonResourceName;
  readonly tagKeys: TagKeyList;
}

export interface UpdateAnomalyRequest {
  readonly anomalyId?: AnomalyId | undefined;
  readonly patternId?: PatternId | undefined;
  readonly anomalyDetectorArn: AnomalyDetectorArn;
  readonly suppressionType?: SuppressionType | undefined;
  readonly suppressionPeriod?: SuppressionPeriod | undefined;
  readonly baseline?: Baseline | undefined;
}

export interface UpdateDeliveryConfigurationRequest {
  readonly id: DeliveryId;
  readonly recordFields?: RecordFields | undefined;
  readonly fieldDelimiter?: FieldDelimiter | undefined;
  readonly s3DeliveryConfiguration?: S3DeliveryConfiguration | undefined;
}

export type UpdateDeliveryConfigurationResponse = Record<string, never>;

export interface UpdateLogAnomalyDetectorRequest {
  readonly anomalyDetectorArn: AnomalyDetectorArn;
  readonly evaluationFrequency?: EvaluationFrequency | undefined;
  readonly filterPattern?: FilterPattern | undefined;
  readonly anomalyVisibilityTime?: AnomalyVisibilityTime | undefined;
  readonly enabled: Boolean;
}

export interface UpdateLookupTableRequest {
  readonly lookupTableArn: Arn;
  readonly description?: LookupTableDescription | undefined;
  readonly tableBody: TableBody;
  readonly kmsKeyId?: KmsKeyId | undefined;
}

export interface UpdateLookupTableResponse {
  readonly lookupTableArn?: Arn | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
}

export interface UpdateScheduledQueryRequest {
  readonly identifier: ScheduledQueryIdentifier;
  readonly description?: ScheduledQueryDescription | undefined;
  readonly queryLanguage: QueryLanguage;
  readonly queryString: QueryString;
  readonly logGroupIdentifiers?: ScheduledQueryLogGroupIdentifiers | undefined;
  readonly scheduleExpression: ScheduleExpression;
  readonly timezone?: ScheduleTimezone | undefined;
  readonly startTimeOffset?: StartTimeOffset | undefined;
  readonly destinationConfiguration?: DestinationConfiguration | undefined;
  readonly scheduleStartTime?: Timestamp | undefined;
  readonly scheduleEndTime?: Timestamp | undefined;
  readonly executionRoleArn: RoleArn;
  readonly state?: ScheduledQueryState | undefined;
}

export interface UpdateScheduledQueryResponse {
  readonly scheduledQueryArn?: Arn | undefined;
  readonly name?: ScheduledQueryName | undefined;
  readonly description?: ScheduledQueryDescription | undefined;
  readonly queryLanguage?: QueryLanguage | undefined;
  readonly queryString?: QueryString | undefined;
  readonly logGroupIdentifiers?: ScheduledQueryLogGroupIdentifiers | undefined;
  readonly scheduleExpression?: ScheduleExpression | undefined;
  readonly timezone?: ScheduleTimezone | undefined;
  readonly startTimeOffset?: StartTimeOffset | undefined;
  readonly destinationConfiguration?: DestinationConfiguration | undefined;
  readonly state?: ScheduledQueryState | undefined;
  readonly lastTriggeredTime?: Timestamp | undefined;
  readonly lastExecutionStatus?: ExecutionStatus | undefined;
  readonly scheduleStartTime?: Timestamp | undefined;
  readonly scheduleEndTime?: Timestamp | undefined;
  readonly executionRoleArn?: RoleArn | undefined;
  readonly creationTime?: Timestamp | undefined;
  readonly lastUpdatedTime?: Timestamp | undefined;
}

export interface UpperCaseString {
  readonly withKeys: UpperCaseStringWithKeys;
}

export type UpperCaseStringWithKeys = readonly WithKey[];

export type UserIdentity = string;

export type Value = string;

export type ValueKey = string;

export type WithKey = string;
