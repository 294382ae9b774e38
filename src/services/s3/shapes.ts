// Generated from models/ by `npm run generate`. Do not edit.

import type { Readable } from 'node:stream';

export interface Operations {
  AbortMultipartUpload: { input: AbortMultipartUploadRequest; output: AbortMultipartUploadOutput };
  CompleteMultipartUpload: { input: CompleteMultipartUploadRequest; output: CompleteMultipartUploadOutput };
  CopyObject: { input: CopyObjectRequest; output: CopyObjectOutput };
  CreateBucket: { input: CreateBucketRequest; output: CreateBucketOutput };
  CreateBucketMetadataConfiguration: { input: CreateBucketMetadataConfigurationRequest; output: Record<string, never> };
  CreateBucketMetadataTableConfiguration: { input: CreateBucketMetadataTableConfigurationRequest; output: Record<string, never> };
  CreateMultipartUpload: { input: CreateMultipartUploadRequest; output: CreateMultipartUploadOutput };
  CreateSession: { input: CreateSessionRequest; output: CreateSessionOutput };
  DeleteBucket: { input: DeleteBucketRequest; output: Record<string, never> };
  DeleteBucketAnalyticsConfiguration: { input: DeleteBucketAnalyticsConfigurationRequest; output: Record<string, never> };
  DeleteBucketCors: { input: DeleteBucketCorsRequest; output: Record<string, never> };
  DeleteBucketEncryption: { input: DeleteBucketEncryptionRequest; output: Record<string, never> };
  DeleteBucketIntelligentTieringConfiguration: { input: DeleteBucketIntelligentTieringConfigurationRequest; output: Record<string, never> };
  DeleteBucketInventoryConfiguration: { input: DeleteBucketInventoryConfigurationRequest; output: Record<string, never> };
  DeleteBucketLifecycle: { input: DeleteBucketLifecycleRequest; output: Record<string, never> };
  DeleteBucketMetadataConfiguration: { input: DeleteBucketMetadataConfigurationRequest; output: Record<string, never> };
  DeleteBucketMetadataTableConfiguration: { input: DeleteBucketMetadataTableConfigurationRequest; output: Record<string, never> };
  DeleteBucketMetricsConfiguration: { input: DeleteBucketMetricsConfigurationRequest; output: Record<string, never> };
  DeleteBucketOwnershipControls: { input: DeleteBucketOwnershipControlsRequest; output: Record<string, never> };
  DeleteBucketPolicy: { input: DeleteBucketPolicyRequest; output: Record<string, never> };
  DeleteBucketReplication: { input: DeleteBucketReplicationRequest; output: Record<string, never> };
  DeleteBucketTagging: { input: DeleteBucketTaggingRequest; output: Record<string, never> };
  DeleteBucketWebsite: { input: DeleteBucketWebsiteRequest; output: Record<string, never> };
  DeleteObject: { input: DeleteObjectRequest; output: DeleteObjectOutput };
  DeleteObjectTagging: { input: DeleteObjectTaggingRequest; output: DeleteObjectTaggingOutput };
  DeleteObjects: { input: DeleteObjectsRequest; output: DeleteObjectsOutput };
  DeletePublicAccessBlock: { input: DeletePublicAccessBlockRequest; output: Record<string, never> };
  GetBucketAbac: { input: GetBucketAbacRequest; output: GetBucketAbacOutput };
  GetBucketAccelerateConfiguration: { input: GetBucketAccelerateConfigurationRequest; output: GetBucketAccelerateConfigurationOutput };
  GetBucketAcl: { input: GetBucketAclRequest; output: GetBucketAclOutput };
  GetBucketAnalyticsConfiguration: { input: GetBucketAnalyticsConfigurationRequest; output: GetBucketAnalyticsConfigurationOutput };
  GetBucketCors: { input: GetBucketCorsRequest; output: GetBucketCorsOutput };
  GetBucketEncryption: { input: GetBucketEncryptionRequest; output: GetBucketEncryptionOutput };
  GetBucketIntelligentTieringConfiguration: { input: GetBucketIntelligentTieringConfigurationRequest; output: GetBucketIntelligentTieringConfigurationOutput };
  GetBucketInventoryConfiguration: { input: GetBucketInventoryConfigurationRequest; output: GetBucketInventoryConfigurationOutput };
  GetBucketLifecycle: { input: GetBucketLifecycleRequest; output: GetBucketLifecycleOutput };
  GetBucketLifecycleConfiguration: { input: GetBucketLifecycleConfigurationRequest; output: GetBucketLifecycleConfigurationOutput };
  GetBucketLocation: { input: GetBucketLocationRequest; output: GetBucketLocationOutput };
  GetBucketLogging: { input: GetBucketLoggingRequest; output: GetBucketLoggingOutput };
  GetBucketMetadataConfiguration: { input: GetBucketMetadataConfigurationRequest; output: GetBucketMetadataConfigurationOutput };
  GetBucketMetadataTableConfiguration: { input: GetBucketMetadataTableConfigurationRequest; output: GetBucketMetadataTableConfigurationOutput };
  GetBucketMetricsConfiguration: { input: GetBucketMetricsConfigurationRequest; output: GetBucketMetricsConfigurationOutput };
  GetBucketNotification: { input: GetBucketNotificationConfigurationRequest; output: NotificationConfigurationDeprecated };
  GetBucketNotificationConfiguration: { input: GetBucketNotificationConfigurationRequest; output: NotificationConfiguration };
  GetBucketOwnershipControls: { input: GetBucketOwnershipControlsRequest; output: GetBucketOwnershipControlsOutput };
  GetBucketPolicy: { input: GetBucketPolicyRequest; output: GetBucketPolicyOutput };
  GetBucketPolicyStatus: { input: GetBucketPolicyStatusRequest; output: GetBucketPolicyStatusOutput };
  GetBucketReplication: { input: GetBucketReplicationRequest; output: GetBucketReplicationOutput };
  GetBucketRequestPayment: { input: GetBucketRequestPaymentRequest; output: GetBucketRequestPaymentOutput };
  GetBucketTagging: { input: GetBucketTaggingRequest; output: GetBucketTaggingOutput };
  GetBucketVersioning: { input: GetBucketVersioningRequest; output: GetBucketVersioningOutput };
  GetBucketWebsite: { input: GetBucketWebsiteRequest; output: GetBucketWebsiteOutput };
  GetObject: { input: GetObjectRequest; output: GetObjectOutput };
  GetObjectAcl: { input: GetObjectAclRequest; output: GetObjectAclOutput };
  GetObjectAttributes: { input: GetObjectAttributesRequest; output: GetObjectAttributesOutput };
  GetObjectLegalHold: { input: GetObjectLegalHoldRequest; output: GetObjectLegalHoldOutput };
  GetObjectLockConfiguration: { input: GetObjectLockConfigurationRequest; output: GetObjectLockConfigurationOutput };
  GetObjectRetention: { input: GetObjectRetentionRequest; output: GetObjectRetentionOutput };
  GetObjectTagging: { input: GetObjectTaggingRequest; output: GetObjectTaggingOutput };
  GetObjectTorrent: { input: GetObjectTorrentRequest; output: GetObjectTorrentOutput };
  GetPublicAccessBlock: { input: GetPublicAccessBlockRequest; output: GetPublicAccessBlockOutput };
  HeadBucket: { input: HeadBucketRequest; output: HeadBucketOutput };
  HeadObject: { input: HeadObjectRequest; output: HeadObjectOutput };
  ListBucketAnalyticsConfigurations: { input: ListBucketAnalyticsConfigurationsRequest; output: ListBucketAnalyticsConfigurationsOutput };
  ListBucketIntelligentTieringConfigurations: { input: ListBucketIntelligentTieringConfigurationsRequest; output: ListBucketIntelligentTieringConfigurationsOutput };
  ListBucketInventoryConfigurations: { input: ListBucketInventoryConfigurationsRequest; output: ListBucketInventoryConfigurationsOutput };
  ListBucketMetricsConfigurations: { input: ListBucketMetricsConfigurationsRequest; output: ListBucketMetricsConfigurationsOutput };
  ListBuckets: { input: ListBucketsRequest; output: ListBucketsOutput };
  ListDirectoryBuckets: { input: ListDirectoryBucketsRequest; output: ListDirectoryBucketsOutput };
  ListMultipartUploads: { input: ListMultipartUploadsRequest; output: ListMultipartUploadsOutput };
  ListObjectVersions: { input: ListObjectVersionsRequest; output: ListObjectVersionsOutput };
  ListObjects: { input: ListObjectsRequest; output: ListObjectsOutput };
  ListObjectsV2: { input: ListObjectsV2Request; output: ListObjectsV2Output };
  ListParts: { input: ListPartsRequest; output: ListPartsOutput };
  PutBucketAbac: { input: PutBucketAbacRequest; output: Record<string, never> };
  PutBucketAccelerateConfiguration: { input: PutBucketAccelerateConfigurationRequest; output: Record<string, never> };
  PutBucketAcl: { input: PutBucketAclRequest; output: Record<string, never> };
  PutBucketAnalyticsConfiguration: { input: PutBucketAnalyticsConfigurationRequest; output: Record<string, never> };
  PutBucketCors: { input: PutBucketCorsRequest; output: Record<string, never> };
  PutBucketEncryption: { input: PutBucketEncryptionRequest; output: Record<string, never> };
  PutBucketIntelligentTieringConfiguration: { input: PutBucketIntelligentTieringConfigurationRequest; output: Record<string, never> };
  PutBucketInventoryConfiguration: { input: PutBucketInventoryConfigurationRequest; output: Record<string, never> };
  PutBucketLifecycle: { input: PutBucketLifecycleRequest; output: Record<string, never> };
  PutBucketLifecycleConfiguration: { input: PutBucketLifecycleConfigurationRequest; output: PutBucketLifecycleConfigurationOutput };
  PutBucketLogging: { input: PutBucketLoggingRequest; output: Record<string, never> };
  PutBucketMetricsConfiguration: { input: PutBucketMetricsConfigurationRequest; output: Record<string, never> };
  PutBucketNotification: { input: PutBucketNotificationRequest; output: Record<string, never> };
  PutBucketNotificationConfiguration: { input: PutBucketNotificationConfigurationRequest; output: Record<string, never> };
  PutBucketOwnershipControls: { input: PutBucketOwnershipControlsRequest; output: Record<string, never> };
  PutBucketPolicy: { input: PutBucketPolicyRequest; output: Record<string, never> };
  PutBucketReplication: { input: PutBucketReplicationRequest; output: Record<string, never> };
  PutBucketRequestPayment: { input: PutBucketRequestPaymentRequest; output: Record<string, never> };
  PutBucketTagging: { input: PutBucketTaggingRequest; output: Record<string, never> };
  PutBucketVersioning: { input: PutBucketVersioningRequest; output: Record<string, never> };
  PutBucketWebsite: { input: PutBucketWebsiteRequest; output: Record<string, never> };
  PutObject: { input: PutObjectRequest; output: PutObjectOutput };
  PutObjectAcl: { input: PutObjectAclRequest; output: PutObjectAclOutput };
  PutObjectLegalHold: { input: PutObjectLegalHoldRequest; output: PutObjectLegalHoldOutput };
  PutObjectLockConfiguration: { input: PutObjectLockConfigurationRequest; output: PutObjectLockConfigurationOutput };
  PutObjectRetention: { input: PutObjectRetentionRequest; output: PutObjectRetentionOutput };
  PutObjectTagging: { input: PutObjectTaggingRequest; output: PutObjectTaggingOutput };
  PutPublicAccessBlock: { input: PutPublicAccessBlockRequest; output: Record<string, never> };
  RenameObject: { input: RenameObjectRequest; output: RenameObjectOutput };
  RestoreObject: { input: RestoreObjectRequest; output: RestoreObjectOutput };
  SelectObjectContent: { input: SelectObjectContentRequest; output: SelectObjectContentOutput };
  UpdateBucketMetadataInventoryTableConfiguration: { input: UpdateBucketMetadataInventoryTableConfigurationRequest; output: Record<string, never> };
  UpdateBucketMetadataJournalTableConfiguration: { input: UpdateBucketMetadataJournalTableConfigurationRequest; output: Record<string, never> };
  UpdateObjectEncryption: { input: UpdateObjectEncryptionRequest; output: UpdateObjectEncryptionResponse };
  UploadPart: { input: UploadPartRequest; output: UploadPartOutput };
  UploadPartCopy: { input: UploadPartCopyRequest; output: UploadPartCopyOutput };
  WriteGetObjectResponse: { input: WriteGetObjectResponseRequest; output: Record<string, never> };
}

export interface AbacStatus {
  readonly Status?: BucketAbacStatus | undefined;
}

export type AbortDate = globalThis.Date;

export interface AbortIncompleteMultipartUpload {
  readonly DaysAfterInitiation?: DaysAfterInitiation | undefined;
}

export interface AbortMultipartUploadOutput {
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface AbortMultipartUploadRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly UploadId: MultipartUploadId;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly IfMatchInitiatedTime?: IfMatchInitiatedTime | undefined;
}

export type AbortRuleId = string;

export interface AccelerateConfiguration {
  readonly Status?: BucketAccelerateStatus | undefined;
}

export type AcceptRanges = string;

export interface AccessControlPolicy {
  readonly Grants?: Grants | undefined;
  readonly Owner?: Owner | undefined;
}

export interface AccessControlTranslation {
  readonly Owner: OwnerOverride;
}

export type AccessKeyIdValue = string;

export type AccessPointAlias = boolean;

export type AccessPointArn = string;

export type AccountId = string;

export type AllowQuotedRecordDelimiter = boolean;

export type AllowedHeader = string;

export type AllowedHeaders = readonly AllowedHeader[];

export type AllowedMethod = string;

export type AllowedMethods = readonly AllowedMethod[];

export type AllowedOrigin = string;

export type AllowedOrigins = readonly AllowedOrigin[];

export interface AnalyticsAndOperator {
  readonly Prefix?: Prefix | undefined;
  readonly Tags?: TagSet | undefined;
}

export interface AnalyticsConfiguration {
  readonly Id: AnalyticsId;
  readonly Filter?: AnalyticsFilter | undefined;
  readonly StorageClassAnalysis: StorageClassAnalysis;
}

export type AnalyticsConfigurationList = readonly AnalyticsConfiguration[];

export interface AnalyticsExportDestination {
  readonly S3BucketDestination: AnalyticsS3BucketDestination;
}

export interface AnalyticsFilter {
  readonly Prefix?: Prefix | undefined;
  readonly Tag?: Tag | undefined;
  readonly And?: AnalyticsAndOperator | undefined;
}

export type AnalyticsId = string;

export interface AnalyticsS3BucketDestination {
  readonly Format: AnalyticsS3ExportFileFormat;
  readonly BucketAccountId?: AccountId | undefined;
  readonly Bucket: BucketName;
  readonly Prefix?: Prefix | undefined;
}

export type AnalyticsS3ExportFileFormat = "CSV";

export type ArchiveStatus = "ARCHIVE_ACCESS" | "DEEP_ARCHIVE_ACCESS";

export interface BlockedEncryptionTypes {
  readonly EncryptionType?: EncryptionTypeList | undefined;
}

export type Body = Uint8Array;

export interface Bucket {
  readonly Name?: BucketName | undefined;
  readonly CreationDate?: CreationDate | undefined;
  readonly BucketRegion?: BucketRegion | undefined;
  readonly BucketArn?: S3RegionalOrS3ExpressBucketArnString | undefined;
}

export type BucketAbacStatus = "Enabled" | "Disabled";

export type BucketAccelerateStatus = "Enabled" | "Suspended";

export type BucketCannedACL = "private" | "public-read" | "public-read-write" | "authenticated-read";

export interface BucketInfo {
  readonly DataRedundancy?: DataRedundancy | undefined;
  readonly Type?: BucketType | undefined;
}

export type BucketKeyEnabled = boolean;

export interface BucketLifecycleConfiguration {
  readonly Rules: LifecycleRules;
}

export type BucketLocationConstraint = "af-south-1" | "ap-east-1" | "ap-east-2" | "ap-northeast-1" | "ap-northeast-2" | "ap-northeast-3" | "ap-south-1" | "ap-south-2" | "ap-southeast-1" | "ap-southeast-2" | "ap-southeast-3" | "ap-southeast-4" | "ap-southeast-5" | "ap-southeast-6" | "ap-southeast-7" | "ca-central-1" | "ca-west-1" | "cn-north-1" | "cn-northwest-1" | "EU" | "eu-central-1" | "eu-central-2" | "eu-north-1" | "eu-south-1" | "eu-south-2" | "eu-west-1" | "eu-west-2" | "eu-west-3" | "il-central-1" | "me-central-1" | "me-south-1" | "mx-central-1" | "sa-east-1" | "us-east-2" | "us-gov-east-1" | "us-gov-west-1" | "us-west-1" | "us-west-2";

export type BucketLocationName = string;

export interface BucketLoggingStatus {
  readonly LoggingEnabled?: LoggingEnabled | undefined;
}

export type BucketLogsPermission = "FULL_CONTROL" | "READ" | "WRITE";

export type BucketName = string;

export type BucketNamespace = "account-regional" | "global";

export type BucketRegion = string;

export type BucketType = "Directory";

export type BucketVersioningStatus = "Enabled" | "Suspended";

export type Buckets = readonly Bucket[];

export type BypassGovernanceRetention = boolean;

export type BytesProcessed = number;

export type BytesReturned = number;

export type BytesScanned = number;

export interface CORSConfiguration {
  readonly CORSRules: CORSRules;
}

export interface CORSRule {
  readonly ID?: ID | undefined;
  readonly AllowedHeaders?: AllowedHeaders | undefined;
  readonly AllowedMethods: AllowedMethods;
  readonly AllowedOrigins: AllowedOrigins;
  readonly ExposeHeaders?: ExposeHeaders | undefined;
  readonly MaxAgeSeconds?: MaxAgeSeconds | undefined;
}

export type CORSRules = readonly CORSRule[];

export interface CSVInput {
  readonly FileHeaderInfo?: FileHeaderInfo | undefined;
  readonly Comments?: Comments | undefined;
  readonly QuoteEscapeCharacter?: QuoteEscapeCharacter | undefined;
  readonly RecordDelimiter?: RecordDelimiter | undefined;
  readonly FieldDelimiter?: FieldDelimiter | undefined;
  readonly QuoteCharacter?: QuoteCharacter | undefined;
  readonly AllowQuotedRecordDelimiter?: AllowQuotedRecordDelimiter | undefined;
}

export interface CSVOutput {
  readonly QuoteFields?: QuoteFields | undefined;
  readonly QuoteEscapeCharacter?: QuoteEscapeCharacter | undefined;
  readonly RecordDelimiter?: RecordDelimiter | undefined;
  readonly FieldDelimiter?: FieldDelimiter | undefined;
  readonly QuoteCharacter?: QuoteCharacter | undefined;
}

export type CacheControl = string;

export interface Checksum {
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
}

export type ChecksumAlgorithm = "CRC32" | "CRC32C" | "SHA1" | "SHA256" | "CRC64NVME" | "SHA512" | "MD5" | "XXHASH64" | "XXHASH3" | "XXHASH128";

export type ChecksumAlgorithmList = readonly ChecksumAlgorithm[];

export type ChecksumCRC32 = string;

export type ChecksumCRC32C = string;

export type ChecksumCRC64NVME = string;

export type ChecksumMD5 = string;

export type ChecksumMode = "ENABLED";

export type ChecksumSHA1 = string;

export type ChecksumSHA256 = string;

export type ChecksumSHA512 = string;

export type ChecksumType = "COMPOSITE" | "FULL_OBJECT";

export type ChecksumXXHASH128 = string;

export type ChecksumXXHASH3 = string;

export type ChecksumXXHASH64 = string;

export type ClientToken = string;

export type CloudFunction = string;

export interface CloudFunctionConfiguration {
  readonly Id?: NotificationId | undefined;
  readonly Event?: Event | undefined;
  readonly Events?: EventList | undefined;
  readonly CloudFunction?: CloudFunction | undefined;
  readonly InvocationRole?: CloudFunctionInvocationRole | undefined;
}

export type CloudFunctionInvocationRole = string;

export type Code = string;

export type Comments = string;

export interface CommonPrefix {
  readonly Prefix?: Prefix | undefined;
}

export type CommonPrefixList = readonly CommonPrefix[];

export interface CompleteMultipartUploadOutput {
  readonly Location?: Location | undefined;
  readonly Bucket?: BucketName | undefined;
  readonly Key?: ObjectKey | undefined;
  readonly Expiration?: Expiration | undefined;
  readonly ETag?: ETag | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface CompleteMultipartUploadRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly MultipartUpload?: CompletedMultipartUpload | undefined;
  readonly UploadId: MultipartUploadId;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
  readonly MpuObjectSize?: MpuObjectSize | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly IfMatch?: IfMatch | undefined;
  readonly IfNoneMatch?: IfNoneMatch | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
}

export interface CompletedMultipartUpload {
  readonly Parts?: CompletedPartList | undefined;
}

export interface CompletedPart {
  readonly ETag?: ETag | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly PartNumber?: PartNumber | undefined;
}

export type CompletedPartList = readonly CompletedPart[];

export type CompressionType = "NONE" | "GZIP" | "BZIP2";

export interface Condition {
  readonly HttpErrorCodeReturnedEquals?: HttpErrorCodeReturnedEquals | undefined;
  readonly KeyPrefixEquals?: KeyPrefixEquals | undefined;
}

export type ConfirmRemoveSelfBucketAccess = boolean;

export type ContentDisposition = string;

export type ContentEncoding = string;

export type ContentLanguage = string;

export type ContentLength = number;

export type ContentMD5 = string;

export type ContentRange = string;

export type ContentType = string;

export type ContinuationEvent = Record<string, never>;

export interface CopyObjectOutput {
  readonly CopyObjectResult?: CopyObjectResult | undefined;
  readonly Expiration?: Expiration | undefined;
  readonly CopySourceVersionId?: CopySourceVersionId | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSEKMSEncryptionContext?: SSEKMSEncryptionContext | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface CopyObjectRequest {
  readonly ACL?: ObjectCannedACL | undefined;
  readonly Bucket: BucketName;
  readonly CacheControl?: CacheControl | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ContentDisposition?: ContentDisposition | undefined;
  readonly ContentEncoding?: ContentEncoding | undefined;
  readonly ContentLanguage?: ContentLanguage | undefined;
  readonly ContentType?: ContentType | undefined;
  readonly CopySource: CopySource;
  readonly CopySourceIfMatch?: CopySourceIfMatch | undefined;
  readonly CopySourceIfModifiedSince?: CopySourceIfModifiedSince | undefined;
  readonly CopySourceIfNoneMatch?: CopySourceIfNoneMatch | undefined;
  readonly CopySourceIfUnmodifiedSince?: CopySourceIfUnmodifiedSince | undefined;
  readonly Expires?: Expires | undefined;
  readonly GrantFullControl?: GrantFullControl | undefined;
  readonly GrantRead?: GrantRead | undefined;
  readonly GrantReadACP?: GrantReadACP | undefined;
  readonly GrantWriteACP?: GrantWriteACP | undefined;
  readonly IfMatch?: IfMatch | undefined;
  readonly IfNoneMatch?: IfNoneMatch | undefined;
  readonly Key: ObjectKey;
  readonly Metadata?: Metadata | undefined;
  readonly MetadataDirective?: MetadataDirective | undefined;
  readonly TaggingDirective?: TaggingDirective | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly WebsiteRedirectLocation?: WebsiteRedirectLocation | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSEKMSEncryptionContext?: SSEKMSEncryptionContext | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly CopySourceSSECustomerAlgorithm?: CopySourceSSECustomerAlgorithm | undefined;
  readonly CopySourceSSECustomerKey?: CopySourceSSECustomerKey | undefined;
  readonly CopySourceSSECustomerKeyMD5?: CopySourceSSECustomerKeyMD5 | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly Tagging?: TaggingHeader | undefined;
  readonly ObjectLockMode?: ObjectLockMode | undefined;
  readonly ObjectLockRetainUntilDate?: ObjectLockRetainUntilDate | undefined;
  readonly ObjectLockLegalHoldStatus?: ObjectLockLegalHoldStatus | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ExpectedSourceBucketOwner?: AccountId | undefined;
}

export interface CopyObjectResult {
  readonly ETag?: ETag | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
}

export interface CopyPartResult {
  readonly ETag?: ETag | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
}

export type CopySource = string;

export type CopySourceIfMatch = string;

export type CopySourceIfModifiedSince = globalThis.Date;

export type CopySourceIfNoneMatch = string;

export type CopySourceIfUnmodifiedSince = globalThis.Date;

export type CopySourceRange = string;

export type CopySourceSSECustomerAlgorithm = string;

export type CopySourceSSECustomerKey = string;

export type CopySourceSSECustomerKeyMD5 = string;

export type CopySourceVersionId = string;

export interface CreateBucketConfiguration {
  readonly LocationConstraint?: BucketLocationConstraint | undefined;
  readonly Location?: LocationInfo | undefined;
  readonly Bucket?: BucketInfo | undefined;
  readonly Tags?: TagSet | undefined;
}

export interface CreateBucketMetadataConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly MetadataConfiguration: MetadataConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface CreateBucketMetadataTableConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly MetadataTableConfiguration: MetadataTableConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface CreateBucketOutput {
  readonly Location?: Location | undefined;
  readonly BucketArn?: S3RegionalOrS3ExpressBucketArnString | undefined;
}

export interface CreateBucketRequest {
  readonly ACL?: BucketCannedACL | undefined;
  readonly Bucket: BucketName;
  readonly CreateBucketConfiguration?: CreateBucketConfiguration | undefined;
  readonly GrantFullControl?: GrantFullControl | undefined;
  readonly GrantRead?: GrantRead | undefined;
  readonly GrantReadACP?: GrantReadACP | undefined;
  readonly GrantWrite?: GrantWrite | undefined;
  readonly GrantWriteACP?: GrantWriteACP | undefined;
  readonly ObjectLockEnabledForBucket?: ObjectLockEnabledForBucket | undefined;
  readonly ObjectOwnership?: ObjectOwnership | undefined;
  readonly BucketNamespace?: BucketNamespace | undefined;
}

export interface CreateMultipartUploadOutput {
  readonly AbortDate?: AbortDate | undefined;
  readonly AbortRuleId?: AbortRuleId | undefined;
  readonly Bucket?: BucketName | undefined;
  readonly Key?: ObjectKey | undefined;
  readonly UploadId?: MultipartUploadId | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSEKMSEncryptionContext?: SSEKMSEncryptionContext | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
}

export interface CreateMultipartUploadRequest {
  readonly ACL?: ObjectCannedACL | undefined;
  readonly Bucket: BucketName;
  readonly CacheControl?: CacheControl | undefined;
  readonly ContentDisposition?: ContentDisposition | undefined;
  readonly ContentEncoding?: ContentEncoding | undefined;
  readonly ContentLanguage?: ContentLanguage | undefined;
  readonly ContentType?: ContentType | undefined;
  readonly Expires?: Expires | undefined;
  readonly GrantFullControl?: GrantFullControl | undefined;
  readonly GrantRead?: GrantRead | undefined;
  readonly GrantReadACP?: GrantReadACP | undefined;
  readonly GrantWriteACP?: GrantWriteACP | undefined;
  readonly Key: ObjectKey;
  readonly Metadata?: Metadata | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly WebsiteRedirectLocation?: WebsiteRedirectLocation | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSEKMSEncryptionContext?: SSEKMSEncryptionContext | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly Tagging?: TaggingHeader | undefined;
  readonly ObjectLockMode?: ObjectLockMode | undefined;
  readonly ObjectLockRetainUntilDate?: ObjectLockRetainUntilDate | undefined;
  readonly ObjectLockLegalHoldStatus?: ObjectLockLegalHoldStatus | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
}

export interface CreateSessionOutput {
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSEKMSEncryptionContext?: SSEKMSEncryptionContext | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly Credentials: SessionCredentials;
}

export interface CreateSessionRequest {
  readonly SessionMode?: SessionMode | undefined;
  readonly Bucket: BucketName;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSEKMSEncryptionContext?: SSEKMSEncryptionContext | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
}

export type CreationDate = globalThis.Date;

export type DataRedundancy = "SingleAvailabilityZone" | "SingleLocalZone";

export type Date = globalThis.Date;

export type Days = number;

export type DaysAfterInitiation = number;

export interface DefaultRetention {
  readonly Mode?: ObjectLockRetentionMode | undefined;
  readonly Days?: Days | undefined;
  readonly Years?: Years | undefined;
}

export interface Delete {
  readonly Objects: ObjectIdentifierList;
  readonly Quiet?: Quiet | undefined;
}

export interface DeleteBucketAnalyticsConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: AnalyticsId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketCorsRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketEncryptionRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketIntelligentTieringConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: IntelligentTieringId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketInventoryConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: InventoryId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketLifecycleRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketMetadataConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketMetadataTableConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketMetricsConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: MetricsId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketOwnershipControlsRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketPolicyRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketReplicationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketTaggingRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteBucketWebsiteRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export type DeleteMarker = boolean;

export interface DeleteMarkerEntry {
  readonly Owner?: Owner | undefined;
  readonly Key?: ObjectKey | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly IsLatest?: IsLatest | undefined;
  readonly LastModified?: LastModified | undefined;
}

export interface DeleteMarkerReplication {
  readonly Status?: DeleteMarkerReplicationStatus | undefined;
}

export type DeleteMarkerReplicationStatus = "Enabled" | "Disabled";

export type DeleteMarkerVersionId = string;

export type DeleteMarkers = readonly DeleteMarkerEntry[];

export interface DeleteObjectOutput {
  readonly DeleteMarker?: DeleteMarker | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface DeleteObjectRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly MFA?: MFA | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly BypassGovernanceRetention?: BypassGovernanceRetention | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly IfMatch?: IfMatch | undefined;
  readonly IfMatchLastModifiedTime?: IfMatchLastModifiedTime | undefined;
  readonly IfMatchSize?: IfMatchSize | undefined;
}

export interface DeleteObjectTaggingOutput {
  readonly VersionId?: ObjectVersionId | undefined;
}

export interface DeleteObjectTaggingRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeleteObjectsOutput {
  readonly Deleted?: DeletedObjects | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
  readonly Errors?: Errors | undefined;
}

export interface DeleteObjectsRequest {
  readonly Bucket: BucketName;
  readonly Delete: Delete;
  readonly MFA?: MFA | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly BypassGovernanceRetention?: BypassGovernanceRetention | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
}

export interface DeletePublicAccessBlockRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface DeletedObject {
  readonly Key?: ObjectKey | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly DeleteMarker?: DeleteMarker | undefined;
  readonly DeleteMarkerVersionId?: DeleteMarkerVersionId | undefined;
}

export type DeletedObjects = readonly DeletedObject[];

export type Delimiter = string;

export type Description = string;

export interface Destination {
  readonly Bucket: BucketName;
  readonly Account?: AccountId | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly AccessControlTranslation?: AccessControlTranslation | undefined;
  readonly EncryptionConfiguration?: EncryptionConfiguration | undefined;
  readonly ReplicationTime?: ReplicationTime | undefined;
  readonly Metrics?: Metrics | undefined;
}

export interface DestinationResult {
  readonly TableBucketType?: S3TablesBucketType | undefined;
  readonly TableBucketArn?: S3TablesBucketArn | undefined;
  readonly TableNamespace?: S3TablesNamespace | undefined;
}

export type DirectoryBucketToken = string;

export type DisplayName = string;

export type ETag = string;

export type EmailAddress = string;

export type EnableRequestProgress = boolean;

export type EncodingType = "url";

export interface Encryption {
  readonly EncryptionType: ServerSideEncryption;
  readonly KMSKeyId?: SSEKMSKeyId | undefined;
  readonly KMSContext?: KMSContext | undefined;
}

export interface EncryptionConfiguration {
  readonly ReplicaKmsKeyID?: ReplicaKmsKeyID | undefined;
}

export type EncryptionType = "NONE" | "SSE-C";

export type EncryptionTypeList = readonly EncryptionType[];

export type End = number;

export type EndEvent = Record<string, never>;

export interface Error {
  readonly Key?: ObjectKey | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly Code?: Code | undefined;
  readonly Message?: Message | undefined;
}

export type ErrorCode = string;

export interface ErrorDetails {
  readonly ErrorCode?: ErrorCode | undefined;
  readonly ErrorMessage?: ErrorMessage | undefined;
}

export interface ErrorDocument {
  readonly Key: ObjectKey;
}

export type ErrorMessage = string;

export type Errors = readonly Error[];

export type Event = "s3:ReducedRedundancyLostObject" | "s3:ObjectCreated:*" | "s3:ObjectCreated:Put" | "s3:ObjectCreated:Post" | "s3:ObjectCreated:Copy" | "s3:ObjectCreated:CompleteMultipartUpload" | "s3:ObjectRemoved:*" | "s3:ObjectRemoved:Delete" | "s3:ObjectRemoved:DeleteMarkerCreated" | "s3:ObjectRestore:*" | "s3:ObjectRestore:Post" | "s3:ObjectRestore:Completed" | "s3:Replication:*" | "s3:Replication:OperationFailedReplication" | "s3:Replication:OperationNotTracked" | "s3:Replication:OperationMissedThreshold" | "s3:Replication:OperationReplicatedAfterThreshold" | "s3:ObjectRestore:Delete" | "s3:LifecycleTransition" | "s3:IntelligentTiering" | "s3:ObjectAcl:Put" | "s3:LifecycleExpiration:*" | "s3:LifecycleExpiration:Delete" | "s3:LifecycleExpiration:DeleteMarkerCreated" | "s3:ObjectTagging:*" | "s3:ObjectTagging:Put" | "s3:ObjectTagging:Delete";

export type EventBridgeConfiguration = Record<string, never>;

export type EventList = readonly Event[];

export interface ExistingObjectReplication {
  readonly Status: ExistingObjectReplicationStatus;
}

export type ExistingObjectReplicationStatus = "Enabled" | "Disabled";

export type Expiration = string;

export type ExpirationState = "ENABLED" | "DISABLED";

export type ExpirationStatus = "Enabled" | "Disabled";

export type ExpiredObjectDeleteMarker = boolean;

export type Expires = string;

export type ExposeHeader = string;

export type ExposeHeaders = readonly ExposeHeader[];

export type Expression = string;

export type ExpressionType = "SQL";

export type FetchOwner = boolean;

export type FieldDelimiter = string;

export type FileHeaderInfo = "USE" | "IGNORE" | "NONE";

export interface FilterRule {
  readonly Name?: FilterRuleName | undefined;
  readonly Value?: FilterRuleValue | undefined;
}

export type FilterRuleList = readonly FilterRule[];

export type FilterRuleName = "prefix" | "suffix";

export type FilterRuleValue = string;

export interface GetBucketAbacOutput {
  readonly AbacStatus?: AbacStatus | undefined;
}

export interface GetBucketAbacRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketAccelerateConfigurationOutput {
  readonly Status?: BucketAccelerateStatus | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface GetBucketAccelerateConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
}

export interface GetBucketAclOutput {
  readonly Owner?: Owner | undefined;
  readonly Grants?: Grants | undefined;
}

export interface GetBucketAclRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketAnalyticsConfigurationOutput {
  readonly AnalyticsConfiguration?: AnalyticsConfiguration | undefined;
}

export interface GetBucketAnalyticsConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: AnalyticsId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketCorsOutput {
  readonly CORSRules?: CORSRules | undefined;
}

export interface GetBucketCorsRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketEncryptionOutput {
  readonly ServerSideEncryptionConfiguration?: ServerSideEncryptionConfiguration | undefined;
}

export interface GetBucketEncryptionRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketIntelligentTieringConfigurationOutput {
  readonly IntelligentTieringConfiguration?: IntelligentTieringConfiguration | undefined;
}

export interface GetBucketIntelligentTieringConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: IntelligentTieringId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketInventoryConfigurationOutput {
  readonly InventoryConfiguration?: InventoryConfiguration | undefined;
}

export interface GetBucketInventoryConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: InventoryId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketLifecycleConfigurationOutput {
  readonly Rules?: LifecycleRules | undefined;
  readonly TransitionDefaultMinimumObjectSize?: TransitionDefaultMinimumObjectSize | undefined;
}

export interface GetBucketLifecycleConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketLifecycleOutput {
  readonly Rules?: Rules | undefined;
}

export interface GetBucketLifecycleRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketLocationOutput {
  readonly LocationConstraint?: BucketLocationConstraint | undefined;
}

export interface GetBucketLocationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketLoggingOutput {
  readonly LoggingEnabled?: LoggingEnabled | undefined;
}

export interface GetBucketLoggingRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketMetadataConfigurationOutput {
  readonly GetBucketMetadataConfigurationResult?: GetBucketMetadataConfigurationResult | undefined;
}

export interface GetBucketMetadataConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketMetadataConfigurationResult {
  readonly MetadataConfigurationResult: MetadataConfigurationResult;
}

export interface GetBucketMetadataTableConfigurationOutput {
  readonly GetBucketMetadataTableConfigurationResult?: GetBucketMetadataTableConfigurationResult | undefined;
}

export interface GetBucketMetadataTableConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketMetadataTableConfigurationResult {
  readonly MetadataTableConfigurationResult: MetadataTableConfigurationResult;
  readonly Status: MetadataTableStatus;
  readonly Error?: ErrorDetails | undefined;
}

export interface GetBucketMetricsConfigurationOutput {
  readonly MetricsConfiguration?: MetricsConfiguration | undefined;
}

export interface GetBucketMetricsConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: MetricsId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketNotificationConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketOwnershipControlsOutput {
  readonly OwnershipControls?: OwnershipControls | undefined;
}

export interface GetBucketOwnershipControlsRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketPolicyOutput {
  readonly Policy?: Policy | undefined;
}

export interface GetBucketPolicyRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketPolicyStatusOutput {
  readonly PolicyStatus?: PolicyStatus | undefined;
}

export interface GetBucketPolicyStatusRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketReplicationOutput {
  readonly ReplicationConfiguration?: ReplicationConfiguration | undefined;
}

export interface GetBucketReplicationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketRequestPaymentOutput {
  readonly Payer?: Payer | undefined;
}

export interface GetBucketRequestPaymentRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketTaggingOutput {
  readonly TagSet: TagSet;
}

export interface GetBucketTaggingRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketVersioningOutput {
  readonly Status?: BucketVersioningStatus | undefined;
  readonly MFADelete?: MFADeleteStatus | undefined;
}

export interface GetBucketVersioningRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetBucketWebsiteOutput {
  readonly RedirectAllRequestsTo?: RedirectAllRequestsTo | undefined;
  readonly IndexDocument?: IndexDocument | undefined;
  readonly ErrorDocument?: ErrorDocument | undefined;
  readonly RoutingRules?: RoutingRules | undefined;
}

export interface GetBucketWebsiteRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetObjectAclOutput {
  readonly Owner?: Owner | undefined;
  readonly Grants?: Grants | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface GetObjectAclRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetObjectAttributesOutput {
  readonly DeleteMarker?: DeleteMarker | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
  readonly ETag?: ETag | undefined;
  readonly Checksum?: Checksum | undefined;
  readonly ObjectParts?: GetObjectAttributesParts | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly ObjectSize?: ObjectSize | undefined;
}

export interface GetObjectAttributesParts {
  readonly TotalPartsCount?: PartsCount | undefined;
  readonly PartNumberMarker?: PartNumberMarker | undefined;
  readonly NextPartNumberMarker?: NextPartNumberMarker | undefined;
  readonly MaxParts?: MaxParts | undefined;
  readonly IsTruncated?: IsTruncated | undefined;
  readonly Parts?: PartsList | undefined;
}

export interface GetObjectAttributesRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly MaxParts?: MaxParts | undefined;
  readonly PartNumberMarker?: PartNumberMarker | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ObjectAttributes: ObjectAttributesList;
}

export interface GetObjectLegalHoldOutput {
  readonly LegalHold?: ObjectLockLegalHold | undefined;
}

export interface GetObjectLegalHoldRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetObjectLockConfigurationOutput {
  readonly ObjectLockConfiguration?: ObjectLockConfiguration | undefined;
}

export interface GetObjectLockConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetObjectOutput {
  readonly Body?: Readable | undefined;
  readonly DeleteMarker?: DeleteMarker | undefined;
  readonly AcceptRanges?: AcceptRanges | undefined;
  readonly Expiration?: Expiration | undefined;
  readonly Restore?: Restore | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly ContentLength?: ContentLength | undefined;
  readonly ETag?: ETag | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
  readonly MissingMeta?: MissingMeta | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly CacheControl?: CacheControl | undefined;
  readonly ContentDisposition?: ContentDisposition | undefined;
  readonly ContentEncoding?: ContentEncoding | undefined;
  readonly ContentLanguage?: ContentLanguage | undefined;
  readonly ContentRange?: ContentRange | undefined;
  readonly ContentType?: ContentType | undefined;
  readonly Expires?: Expires | undefined;
  readonly WebsiteRedirectLocation?: WebsiteRedirectLocation | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly Metadata?: Metadata | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
  readonly ReplicationStatus?: ReplicationStatus | undefined;
  readonly PartsCount?: PartsCount | undefined;
  readonly TagCount?: TagCount | undefined;
  readonly ObjectLockMode?: ObjectLockMode | undefined;
  readonly ObjectLockRetainUntilDate?: ObjectLockRetainUntilDate | undefined;
  readonly ObjectLockLegalHoldStatus?: ObjectLockLegalHoldStatus | undefined;
}

export interface GetObjectRequest {
  readonly Bucket: BucketName;
  readonly IfMatch?: IfMatch | undefined;
  readonly IfModifiedSince?: IfModifiedSince | undefined;
  readonly IfNoneMatch?: IfNoneMatch | undefined;
  readonly IfUnmodifiedSince?: IfUnmodifiedSince | undefined;
  readonly Key: ObjectKey;
  readonly Range?: Range | undefined;
  readonly ResponseCacheControl?: ResponseCacheControl | undefined;
  readonly ResponseContentDisposition?: ResponseContentDisposition | undefined;
  readonly ResponseContentEncoding?: ResponseContentEncoding | undefined;
  readonly ResponseContentLanguage?: ResponseContentLanguage | undefined;
  readonly ResponseContentType?: ResponseContentType | undefined;
  readonly ResponseExpires?: ResponseExpires | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly PartNumber?: PartNumber | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ChecksumMode?: ChecksumMode | undefined;
}

export type GetObjectResponseStatusCode = number;

export interface GetObjectRetentionOutput {
  readonly Retention?: ObjectLockRetention | undefined;
}

export interface GetObjectRetentionRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetObjectTaggingOutput {
  readonly VersionId?: ObjectVersionId | undefined;
  readonly TagSet: TagSet;
}

export interface GetObjectTaggingRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
}

export interface GetObjectTorrentOutput {
  readonly Body?: Readable | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface GetObjectTorrentRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GetPublicAccessBlockOutput {
  readonly PublicAccessBlockConfiguration?: PublicAccessBlockConfiguration | undefined;
}

export interface GetPublicAccessBlockRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface GlacierJobParameters {
  readonly Tier: Tier;
}

export interface Grant {
  readonly Grantee?: Grantee | undefined;
  readonly Permission?: Permission | undefined;
}

export type GrantFullControl = string;

export type GrantRead = string;

export type GrantReadACP = string;

export type GrantWrite = string;

export type GrantWriteACP = string;

export interface Grantee {
  readonly DisplayName?: DisplayName | undefined;
  readonly EmailAddress?: EmailAddress | undefined;
  readonly ID?: ID | undefined;
  readonly Type: Type;
  readonly URI?: URI | undefined;
}

export type Grants = readonly Grant[];

export interface HeadBucketOutput {
  readonly BucketArn?: S3RegionalOrS3ExpressBucketArnString | undefined;
  readonly BucketLocationType?: LocationType | undefined;
  readonly BucketLocationName?: BucketLocationName | undefined;
  readonly BucketRegion?: Region | undefined;
  readonly AccessPointAlias?: AccessPointAlias | undefined;
}

export interface HeadBucketRequest {
  readonly Bucket: BucketName;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface HeadObjectOutput {
  readonly DeleteMarker?: DeleteMarker | undefined;
  readonly AcceptRanges?: AcceptRanges | undefined;
  readonly Expiration?: Expiration | undefined;
  readonly Restore?: Restore | undefined;
  readonly ArchiveStatus?: ArchiveStatus | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly ContentLength?: ContentLength | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
  readonly ETag?: ETag | undefined;
  readonly MissingMeta?: MissingMeta | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly CacheControl?: CacheControl | undefined;
  readonly ContentDisposition?: ContentDisposition | undefined;
  readonly ContentEncoding?: ContentEncoding | undefined;
  readonly ContentLanguage?: ContentLanguage | undefined;
  readonly ContentType?: ContentType | undefined;
  readonly ContentRange?: ContentRange | undefined;
  readonly Expires?: Expires | undefined;
  readonly WebsiteRedirectLocation?: WebsiteRedirectLocation | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly Metadata?: Metadata | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
  readonly ReplicationStatus?: ReplicationStatus | undefined;
  readonly PartsCount?: PartsCount | undefined;
  readonly TagCount?: TagCount | undefined;
  readonly ObjectLockMode?: ObjectLockMode | undefined;
  readonly ObjectLockRetainUntilDate?: ObjectLockRetainUntilDate | undefined;
  readonly ObjectLockLegalHoldStatus?: ObjectLockLegalHoldStatus | undefined;
}

export interface HeadObjectRequest {
  readonly Bucket: BucketName;
  readonly IfMatch?: IfMatch | undefined;
  readonly IfModifiedSince?: IfModifiedSince | undefined;
  readonly IfNoneMatch?: IfNoneMatch | undefined;
  readonly IfUnmodifiedSince?: IfUnmodifiedSince | undefined;
  readonly Key: ObjectKey;
  readonly Range?: Range | undefined;
  readonly ResponseCacheControl?: ResponseCacheControl | undefined;
  readonly ResponseContentDisposition?: ResponseContentDisposition | undefined;
  readonly ResponseContentEncoding?: ResponseContentEncoding | undefined;
  readonly ResponseContentLanguage?: ResponseContentLanguage | undefined;
  readonly ResponseContentType?: ResponseContentType | undefined;
  readonly ResponseExpires?: ResponseExpires | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly PartNumber?: PartNumber | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ChecksumMode?: ChecksumMode | undefined;
}

export type HostName = string;

export type HttpErrorCodeReturnedEquals = string;

export type HttpRedirectCode = string;

export type ID = string;

export type IfMatch = string;

export type IfMatchInitiatedTime = globalThis.Date;

export type IfMatchLastModifiedTime = globalThis.Date;

export type IfMatchSize = number;

export type IfModifiedSince = globalThis.Date;

export type IfNoneMatch = string;

export type IfUnmodifiedSince = globalThis.Date;

export interface IndexDocument {
  readonly Suffix: Suffix;
}

export type Initiated = globalThis.Date;

export interface Initiator {
  readonly ID?: ID | undefined;
  readonly DisplayName?: DisplayName | undefined;
}

export interface InputSerialization {
  readonly CSV?: CSVInput | undefined;
  readonly CompressionType?: CompressionType | undefined;
  readonly JSON?: JSONInput | undefined;
  readonly Parquet?: ParquetInput | undefined;
}

export type IntelligentTieringAccessTier = "ARCHIVE_ACCESS" | "DEEP_ARCHIVE_ACCESS";

export interface IntelligentTieringAndOperator {
  readonly Prefix?: Prefix | undefined;
  readonly Tags?: TagSet | undefined;
}

export interface IntelligentTieringConfiguration {
  readonly Id: IntelligentTieringId;
  readonly Filter?: IntelligentTieringFilter | undefined;
  readonly Status: IntelligentTieringStatus;
  readonly Tierings: TieringList;
}

export type IntelligentTieringConfigurationList = readonly IntelligentTieringConfiguration[];

export type IntelligentTieringDays = number;

export interface IntelligentTieringFilter {
  readonly Prefix?: Prefix | undefined;
  readonly Tag?: Tag | undefined;
  readonly And?: IntelligentTieringAndOperator | undefined;
}

export type IntelligentTieringId = string;

export type IntelligentTieringStatus = "Enabled" | "Disabled";

export interface InventoryConfiguration {
  readonly Destination: InventoryDestination;
  readonly IsEnabled: IsEnabled;
  readonly Filter?: InventoryFilter | undefined;
  readonly Id: InventoryId;
  readonly IncludedObjectVersions: InventoryIncludedObjectVersions;
  readonly OptionalFields?: InventoryOptionalFields | undefined;
  readonly Schedule: InventorySchedule;
}

export type InventoryConfigurationList = readonly InventoryConfiguration[];

export type InventoryConfigurationState = "ENABLED" | "DISABLED";

export interface InventoryDestination {
  readonly S3BucketDestination: InventoryS3BucketDestination;
}

export interface InventoryEncryption {
  readonly SSES3?: SSES3 | undefined;
  readonly SSEKMS?: SSEKMS | undefined;
}

export interface InventoryFilter {
  readonly Prefix: Prefix;
}

export type InventoryFormat = "CSV" | "ORC" | "Parquet";

export type InventoryFrequency = "Daily" | "Weekly";

export type InventoryId = string;

export type InventoryIncludedObjectVersions = "All" | "Current";

export type InventoryOptionalField = "Size" | "LastModifiedDate" | "StorageClass" | "ETag" | "IsMultipartUploaded" | "ReplicationStatus" | "EncryptionStatus" | "ObjectLockRetainUntilDate" | "ObjectLockMode" | "ObjectLockLegalHoldStatus" | "IntelligentTieringAccessTier" | "BucketKeyStatus" | "ChecksumAlgorithm" | "ObjectAccessControlList" | "ObjectOwner" | "LifecycleExpirationDate";

export type InventoryOptionalFields = readonly InventoryOptionalField[];

export interface InventoryS3BucketDestination {
  readonly AccountId?: AccountId | undefined;
  readonly Bucket: BucketName;
  readonly Format: InventoryFormat;
  readonly Prefix?: Prefix | undefined;
  readonly Encryption?: InventoryEncryption | undefined;
}

export interface InventorySchedule {
  readonly Frequency: InventoryFrequency;
}

export interface InventoryTableConfiguration {
  readonly ConfigurationState: InventoryConfigurationState;
  readonly EncryptionConfiguration?: MetadataTableEncryptionConfiguration | undefined;
}

export interface InventoryTableConfigurationResult {
  readonly ConfigurationState: InventoryConfigurationState;
  readonly TableStatus?: MetadataTableStatus | undefined;
  readonly Error?: ErrorDetails | undefined;
  readonly TableName?: S3TablesName | undefined;
  readonly TableArn?: S3TablesArn | undefined;
}

export interface InventoryTableConfigurationUpdates {
  readonly ConfigurationState: InventoryConfigurationState;
  readonly EncryptionConfiguration?: MetadataTableEncryptionConfiguration | undefined;
}

export type IsEnabled = boolean;

export type IsLatest = boolean;

export type IsPublic = boolean;

export type IsRestoreInProgress = boolean;

export type IsTruncated = boolean;

export interface JSONInput {
  readonly Type?: JSONType | undefined;
}

export interface JSONOutput {
  readonly RecordDelimiter?: RecordDelimiter | undefined;
}

export type JSONType = "DOCUMENT" | "LINES";

export interface JournalTableConfiguration {
  readonly RecordExpiration: RecordExpiration;
  readonly EncryptionConfiguration?: MetadataTableEncryptionConfiguration | undefined;
}

export interface JournalTableConfigurationResult {
  readonly TableStatus: MetadataTableStatus;
  readonly Error?: ErrorDetails | undefined;
  readonly TableName: S3TablesName;
  readonly TableArn?: S3TablesArn | undefined;
  readonly RecordExpiration: RecordExpiration;
}

export interface JournalTableConfigurationUpdates {
  readonly RecordExpiration: RecordExpiration;
}

export type KMSContext = string;

export type KeyCount = number;

export type KeyMarker = string;

export type KeyPrefixEquals = string;

export type KmsKeyArn = string;

export type LambdaFunctionArn = string;

export interface LambdaFunctionConfiguration {
  readonly Id?: NotificationId | undefined;
  readonly LambdaFunctionArn: LambdaFunctionArn;
  readonly Events: EventList;
  readonly Filter?: NotificationConfigurationFilter | undefined;
}

export type LambdaFunctionConfigurationList = readonly LambdaFunctionConfiguration[];

export type LastModified = globalThis.Date;

export type LastModifiedTime = globalThis.Date;

export interface LifecycleConfiguration {
  readonly Rules: Rules;
}

export interface LifecycleExpiration {
  readonly Date?: Date | undefined;
  readonly Days?: Days | undefined;
  readonly ExpiredObjectDeleteMarker?: ExpiredObjectDeleteMarker | undefined;
}

export interface LifecycleRule {
  readonly Expiration?: LifecycleExpiration | undefined;
  readonly ID?: ID | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly Filter?: LifecycleRuleFilter | undefined;
  readonly Status: ExpirationStatus;
  readonly Transitions?: TransitionList | undefined;
  readonly NoncurrentVersionTransitions?: NoncurrentVersionTransitionList | undefined;
  readonly NoncurrentVersionExpiration?: NoncurrentVersionExpiration | undefined;
  readonly AbortIncompleteMultipartUpload?: AbortIncompleteMultipartUpload | undefined;
}

export interface LifecycleRuleAndOperator {
  readonly Prefix?: Prefix | undefined;
  readonly Tags?: TagSet | undefined;
  readonly ObjectSizeGreaterThan?: ObjectSizeGreaterThanBytes | undefined;
  readonly ObjectSizeLessThan?: ObjectSizeLessThanBytes | undefined;
}

export interface LifecycleRuleFilter {
  readonly Prefix?: Prefix | undefined;
  readonly Tag?: Tag | undefined;
  readonly ObjectSizeGreaterThan?: ObjectSizeGreaterThanBytes | undefined;
  readonly ObjectSizeLessThan?: ObjectSizeLessThanBytes | undefined;
  readonly And?: LifecycleRuleAndOperator | undefined;
}

export type LifecycleRules = readonly LifecycleRule[];

export interface ListBucketAnalyticsConfigurationsOutput {
  readonly IsTruncated?: IsTruncated | undefined;
  readonly ContinuationToken?: Token | undefined;
  readonly NextContinuationToken?: NextToken | undefined;
  readonly AnalyticsConfigurationList?: AnalyticsConfigurationList | undefined;
}

export interface ListBucketAnalyticsConfigurationsRequest {
  readonly Bucket: BucketName;
  readonly ContinuationToken?: Token | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface ListBucketIntelligentTieringConfigurationsOutput {
  readonly IsTruncated?: IsTruncated | undefined;
  readonly ContinuationToken?: Token | undefined;
  readonly NextContinuationToken?: NextToken | undefined;
  readonly IntelligentTieringConfigurationList?: IntelligentTieringConfigurationList | undefined;
}

export interface ListBucketIntelligentTieringConfigurationsRequest {
  readonly Bucket: BucketName;
  readonly ContinuationToken?: Token | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface ListBucketInventoryConfigurationsOutput {
  readonly ContinuationToken?: Token | undefined;
  readonly InventoryConfigurationList?: InventoryConfigurationList | undefined;
  readonly IsTruncated?: IsTruncated | undefined;
  readonly NextContinuationToken?: NextToken | undefined;
}

export interface ListBucketInventoryConfigurationsRequest {
  readonly Bucket: BucketName;
  readonly ContinuationToken?: Token | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface ListBucketMetricsConfigurationsOutput {
  readonly IsTruncated?: IsTruncated | undefined;
  readonly ContinuationToken?: Token | undefined;
  readonly NextContinuationToken?: NextToken | undefined;
  readonly MetricsConfigurationList?: MetricsConfigurationList | undefined;
}

export interface ListBucketMetricsConfigurationsRequest {
  readonly Bucket: BucketName;
  readonly ContinuationToken?: Token | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface ListBucketsOutput {
  readonly Buckets?: Buckets | undefined;
  readonly Owner?: Owner | undefined;
  readonly ContinuationToken?: NextToken | undefined;
  readonly Prefix?: Prefix | undefined;
}

export interface ListBucketsRequest {
  readonly MaxBuckets?: MaxBuckets | undefined;
  readonly ContinuationToken?: Token | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly BucketRegion?: BucketRegion | undefined;
}

export interface ListDirectoryBucketsOutput {
  readonly Buckets?: Buckets | undefined;
  readonly ContinuationToken?: DirectoryBucketToken | undefined;
}

export interface ListDirectoryBucketsRequest {
  readonly ContinuationToken?: DirectoryBucketToken | undefined;
  readonly MaxDirectoryBuckets?: MaxDirectoryBuckets | undefined;
}

export interface ListMultipartUploadsOutput {
  readonly Bucket?: BucketName | undefined;
  readonly KeyMarker?: KeyMarker | undefined;
  readonly UploadIdMarker?: UploadIdMarker | undefined;
  readonly NextKeyMarker?: NextKeyMarker | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly Delimiter?: Delimiter | undefined;
  readonly NextUploadIdMarker?: NextUploadIdMarker | undefined;
  readonly MaxUploads?: MaxUploads | undefined;
  readonly IsTruncated?: IsTruncated | undefined;
  readonly Uploads?: MultipartUploadList | undefined;
  readonly CommonPrefixes?: CommonPrefixList | undefined;
  readonly EncodingType?: EncodingType | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface ListMultipartUploadsRequest {
  readonly Bucket: BucketName;
  readonly Delimiter?: Delimiter | undefined;
  readonly EncodingType?: EncodingType | undefined;
  readonly KeyMarker?: KeyMarker | undefined;
  readonly MaxUploads?: MaxUploads | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly UploadIdMarker?: UploadIdMarker | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
}

export interface ListObjectVersionsOutput {
  readonly IsTruncated?: IsTruncated | undefined;
  readonly KeyMarker?: KeyMarker | undefined;
  readonly VersionIdMarker?: VersionIdMarker | undefined;
  readonly NextKeyMarker?: NextKeyMarker | undefined;
  readonly NextVersionIdMarker?: NextVersionIdMarker | undefined;
  readonly Versions?: ObjectVersionList | undefined;
  readonly DeleteMarkers?: DeleteMarkers | undefined;
  readonly Name?: BucketName | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly Delimiter?: Delimiter | undefined;
  readonly MaxKeys?: MaxKeys | undefined;
  readonly CommonPrefixes?: CommonPrefixList | undefined;
  readonly EncodingType?: EncodingType | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface ListObjectVersionsRequest {
  readonly Bucket: BucketName;
  readonly Delimiter?: Delimiter | undefined;
  readonly EncodingType?: EncodingType | undefined;
  readonly KeyMarker?: KeyMarker | undefined;
  readonly MaxKeys?: MaxKeys | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly VersionIdMarker?: VersionIdMarker | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly OptionalObjectAttributes?: OptionalObjectAttributesList | undefined;
}

export interface ListObjectsOutput {
  readonly IsTruncated?: IsTruncated | undefined;
  readonly Marker?: Marker | undefined;
  readonly NextMarker?: NextMarker | undefined;
  readonly Contents?: ObjectList | undefined;
  readonly Name?: BucketName | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly Delimiter?: Delimiter | undefined;
  readonly MaxKeys?: MaxKeys | undefined;
  readonly CommonPrefixes?: CommonPrefixList | undefined;
  readonly EncodingType?: EncodingType | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface ListObjectsRequest {
  readonly Bucket: BucketName;
  readonly Delimiter?: Delimiter | undefined;
  readonly EncodingType?: EncodingType | undefined;
  readonly Marker?: Marker | undefined;
  readonly MaxKeys?: MaxKeys | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly OptionalObjectAttributes?: OptionalObjectAttributesList | undefined;
}

export interface ListObjectsV2Output {
  readonly IsTruncated?: IsTruncated | undefined;
  readonly Contents?: ObjectList | undefined;
  readonly Name?: BucketName | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly Delimiter?: Delimiter | undefined;
  readonly MaxKeys?: MaxKeys | undefined;
  readonly CommonPrefixes?: CommonPrefixList | undefined;
  readonly EncodingType?: EncodingType | undefined;
  readonly KeyCount?: KeyCount | undefined;
  readonly ContinuationToken?: Token | undefined;
  readonly NextContinuationToken?: NextToken | undefined;
  readonly StartAfter?: StartAfter | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface ListObjectsV2Request {
  readonly Bucket: BucketName;
  readonly Delimiter?: Delimiter | undefined;
  readonly EncodingType?: EncodingType | undefined;
  readonly MaxKeys?: MaxKeys | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly ContinuationToken?: Token | undefined;
  readonly FetchOwner?: FetchOwner | undefined;
  readonly StartAfter?: StartAfter | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly OptionalObjectAttributes?: OptionalObjectAttributesList | undefined;
}

export interface ListPartsOutput {
  readonly AbortDate?: AbortDate | undefined;
  readonly AbortRuleId?: AbortRuleId | undefined;
  readonly Bucket?: BucketName | undefined;
  readonly Key?: ObjectKey | undefined;
  readonly UploadId?: MultipartUploadId | undefined;
  readonly PartNumberMarker?: PartNumberMarker | undefined;
  readonly NextPartNumberMarker?: NextPartNumberMarker | undefined;
  readonly MaxParts?: MaxParts | undefined;
  readonly IsTruncated?: IsTruncated | undefined;
  readonly Parts?: Parts | undefined;
  readonly Initiator?: Initiator | undefined;
  readonly Owner?: Owner | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
}

export interface ListPartsRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly MaxParts?: MaxParts | undefined;
  readonly PartNumberMarker?: PartNumberMarker | undefined;
  readonly UploadId: MultipartUploadId;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
}

export type Location = string;

export interface LocationInfo {
  readonly Type?: LocationType | undefined;
  readonly Name?: LocationNameAsString | undefined;
}

export type LocationNameAsString = string;

export type LocationPrefix = string;

export type LocationType = "AvailabilityZone" | "LocalZone";

export interface LoggingEnabled {
  readonly TargetBucket: TargetBucket;
  readonly TargetGrants?: TargetGrants | undefined;
  readonly TargetPrefix: TargetPrefix;
  readonly TargetObjectKeyFormat?: TargetObjectKeyFormat | undefined;
}

export type MFA = string;

export type MFADelete = "Enabled" | "Disabled";

export type MFADeleteStatus = "Enabled" | "Disabled";

export type Marker = string;

export type MaxAgeSeconds = number;

export type MaxBuckets = number;

export type MaxDirectoryBuckets = number;

export type MaxKeys = number;

export type MaxParts = number;

export type MaxUploads = number;

export type Message = string;

export type Metadata = Readonly<{ [key: string]: MetadataValue }>;

export interface MetadataConfiguration {
  readonly JournalTableConfiguration: JournalTableConfiguration;
  readonly InventoryTableConfiguration?: InventoryTableConfiguration | undefined;
}

export interface MetadataConfigurationResult {
  readonly DestinationResult: DestinationResult;
  readonly JournalTableConfigurationResult?: JournalTableConfigurationResult | undefined;
  readonly InventoryTableConfigurationResult?: InventoryTableConfigurationResult | undefined;
}

export type MetadataDirective = "COPY" | "REPLACE";

export interface MetadataEntry {
  readonly Name?: MetadataKey | undefined;
  readonly Value?: MetadataValue | undefined;
}

export type MetadataKey = string;

export interface MetadataTableConfiguration {
  readonly S3TablesDestination: S3TablesDestination;
}

export interface MetadataTableConfigurationResult {
  readonly S3TablesDestinationResult: S3TablesDestinationResult;
}

export interface MetadataTableEncryptionConfiguration {
  readonly SseAlgorithm: TableSseAlgorithm;
  readonly KmsKeyArn?: KmsKeyArn | undefined;
}

export type MetadataTableStatus = string;

export type MetadataValue = string;

export interface Metrics {
  readonly Status: MetricsStatus;
  readonly EventThreshold?: ReplicationTimeValue | undefined;
}

export interface MetricsAndOperator {
  readonly Prefix?: Prefix | undefined;
  readonly Tags?: TagSet | undefined;
  readonly AccessPointArn?: AccessPointArn | undefined;
}

export interface MetricsConfiguration {
  readonly Id: MetricsId;
  readonly Filter?: MetricsFilter | undefined;
}

export type MetricsConfigurationList = readonly MetricsConfiguration[];

export interface MetricsFilter {
  readonly Prefix?: Prefix | undefined;
  readonly Tag?: Tag | undefined;
  readonly AccessPointArn?: AccessPointArn | undefined;
  readonly And?: MetricsAndOperator | undefined;
}

export type MetricsId = string;

export type MetricsStatus = "Enabled" | "Disabled";

export type Minutes = number;

export type MissingMeta = number;

export type MpuObjectSize = number;

export interface MultipartUpload {
  readonly UploadId?: MultipartUploadId | undefined;
  readonly Key?: ObjectKey | undefined;
  readonly Initiated?: Initiated | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly Owner?: Owner | undefined;
  readonly Initiator?: Initiator | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
}

export type MultipartUploadId = string;

export type MultipartUploadList = readonly MultipartUpload[];

export type NextKeyMarker = string;

export type NextMarker = string;

export type NextPartNumberMarker = number;

export type NextToken = string;

export type NextUploadIdMarker = string;

export type NextVersionIdMarker = string;

export type NonEmptyKmsKeyArnString = string;

export interface NoncurrentVersionExpiration {
  readonly NoncurrentDays?: Days | undefined;
  readonly NewerNoncurrentVersions?: VersionCount | undefined;
}

export interface NoncurrentVersionTransition {
  readonly NoncurrentDays?: Days | undefined;
  readonly StorageClass?: TransitionStorageClass | undefined;
  readonly NewerNoncurrentVersions?: VersionCount | undefined;
}

export type NoncurrentVersionTransitionList = readonly NoncurrentVersionTransition[];

export interface NotificationConfiguration {
  readonly TopicConfigurations?: TopicConfigurationList | undefined;
  readonly QueueConfigurations?: QueueConfigurationList | undefined;
  readonly LambdaFunctionConfigurations?: LambdaFunctionConfigurationList | undefined;
  readonly EventBridgeConfiguration?: EventBridgeConfiguration | undefined;
}

export interface NotificationConfigurationDeprecated {
  readonly TopicConfiguration?: TopicConfigurationDeprecated | undefined;
  readonly QueueConfiguration?: QueueConfigurationDeprecated | undefined;
  readonly CloudFunctionConfiguration?: CloudFunctionConfiguration | undefined;
}

export interface NotificationConfigurationFilter {
  readonly Key?: S3KeyFilter | undefined;
}

export type NotificationId = string;

export interface Object {
  readonly Key?: ObjectKey | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly ETag?: ETag | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithmList | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
  readonly Size?: Size | undefined;
  readonly StorageClass?: ObjectStorageClass | undefined;
  readonly Owner?: Owner | undefined;
  readonly RestoreStatus?: RestoreStatus | undefined;
}

export type ObjectAttributes = "ETag" | "Checksum" | "ObjectParts" | "StorageClass" | "ObjectSize";

export type ObjectAttributesList = readonly ObjectAttributes[];

export type ObjectCannedACL = "private" | "public-read" | "public-read-write" | "authenticated-read" | "aws-exec-read" | "bucket-owner-read" | "bucket-owner-full-control";

export interface ObjectEncryption {
  readonly SSEKMS?: SSEKMSEncryption | undefined;
}

export interface ObjectIdentifier {
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly ETag?: ETag | undefined;
  readonly LastModifiedTime?: LastModifiedTime | undefined;
  readonly Size?: Size | undefined;
}

export type ObjectIdentifierList = readonly ObjectIdentifier[];

export type ObjectKey = string;

export type ObjectList = readonly Object[];

export interface ObjectLockConfiguration {
  readonly ObjectLockEnabled?: ObjectLockEnabled | undefined;
  readonly Rule?: ObjectLockRule | undefined;
}

export type ObjectLockEnabled = "Enabled";

export type ObjectLockEnabledForBucket = boolean;

export interface ObjectLockLegalHold {
  readonly Status?: ObjectLockLegalHoldStatus | undefined;
}

export type ObjectLockLegalHoldStatus = "ON" | "OFF";

export type ObjectLockMode = "GOVERNANCE" | "COMPLIANCE";

export type ObjectLockRetainUntilDate = globalThis.Date;

export interface ObjectLockRetention {
  readonly Mode?: ObjectLockRetentionMode | undefined;
  readonly RetainUntilDate?: Date | undefined;
}

export type ObjectLockRetentionMode = "GOVERNANCE" | "COMPLIANCE";

export interface ObjectLockRule {
  readonly DefaultRetention?: DefaultRetention | undefined;
}

export type ObjectLockToken = string;

export type ObjectOwnership = "BucketOwnerPreferred" | "ObjectWriter" | "BucketOwnerEnforced";

export interface ObjectPart {
  readonly PartNumber?: PartNumber | undefined;
  readonly Size?: Size | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
}

export type ObjectSize = number;

export type ObjectSizeGreaterThanBytes = number;

export type ObjectSizeLessThanBytes = number;

export type ObjectStorageClass = "STANDARD" | "REDUCED_REDUNDANCY" | "GLACIER" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "DEEP_ARCHIVE" | "OUTPOSTS" | "GLACIER_IR" | "SNOW" | "EXPRESS_ONEZONE" | "FSX_OPENZFS" | "FSX_ONTAP";

export interface ObjectVersion {
  readonly ETag?: ETag | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithmList | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
  readonly Size?: Size | undefined;
  readonly StorageClass?: ObjectVersionStorageClass | undefined;
  readonly Key?: ObjectKey | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly IsLatest?: IsLatest | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly Owner?: Owner | undefined;
  readonly RestoreStatus?: RestoreStatus | undefined;
}

export type ObjectVersionId = string;

export type ObjectVersionList = readonly ObjectVersion[];

export type ObjectVersionStorageClass = "STANDARD";

export type OptionalObjectAttributes = "RestoreStatus";

export type OptionalObjectAttributesList = readonly OptionalObjectAttributes[];

export interface OutputLocation {
  readonly S3?: S3Location | undefined;
}

export interface OutputSerialization {
  readonly CSV?: CSVOutput | undefined;
  readonly JSON?: JSONOutput | undefined;
}

export interface Owner {
  readonly DisplayName?: DisplayName | undefined;
  readonly ID?: ID | undefined;
}

export type OwnerOverride = "Destination";

export interface OwnershipControls {
  readonly Rules: OwnershipControlsRules;
}

export interface OwnershipControlsRule {
  readonly ObjectOwnership: ObjectOwnership;
}

export type OwnershipControlsRules = readonly OwnershipControlsRule[];

export type ParquetInput = Record<string, never>;

export interface Part {
  readonly PartNumber?: PartNumber | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly ETag?: ETag | undefined;
  readonly Size?: Size | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
}

export type PartNumber = number;

export type PartNumberMarker = number;

export type PartitionDateSource = "EventTime" | "DeliveryTime";

export interface PartitionedPrefix {
  readonly PartitionDateSource?: PartitionDateSource | undefined;
}

export type Parts = readonly Part[];

export type PartsCount = number;

export type PartsList = readonly ObjectPart[];

export type Payer = "Requester" | "BucketOwner";

export type Permission = "FULL_CONTROL" | "WRITE" | "WRITE_ACP" | "READ" | "READ_ACP";

export type Policy = string;

export interface PolicyStatus {
  readonly IsPublic?: IsPublic | undefined;
}

export type Prefix = string;

export type Priority = number;

export interface Progress {
  readonly BytesScanned?: BytesScanned | undefined;
  readonly BytesProcessed?: BytesProcessed | undefined;
  readonly BytesReturned?: BytesReturned | undefined;
}

export interface ProgressEvent {
  readonly Details?: Progress | undefined;
}

export type Protocol = "http" | "https";

export interface PublicAccessBlockConfiguration {
  readonly BlockPublicAcls?: Setting | undefined;
  readonly IgnorePublicAcls?: Setting | undefined;
  readonly BlockPublicPolicy?: Setting | undefined;
  readonly RestrictPublicBuckets?: Setting | undefined;
}

export interface PutBucketAbacRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly AbacStatus: AbacStatus;
}

export interface PutBucketAccelerateConfigurationRequest {
  readonly Bucket: BucketName;
  readonly AccelerateConfiguration: AccelerateConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
}

export interface PutBucketAclRequest {
  readonly ACL?: BucketCannedACL | undefined;
  readonly AccessControlPolicy?: AccessControlPolicy | undefined;
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly GrantFullControl?: GrantFullControl | undefined;
  readonly GrantRead?: GrantRead | undefined;
  readonly GrantReadACP?: GrantReadACP | undefined;
  readonly GrantWrite?: GrantWrite | undefined;
  readonly GrantWriteACP?: GrantWriteACP | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketAnalyticsConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: AnalyticsId;
  readonly AnalyticsConfiguration: AnalyticsConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketCorsRequest {
  readonly Bucket: BucketName;
  readonly CORSConfiguration: CORSConfiguration;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketEncryptionRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ServerSideEncryptionConfiguration: ServerSideEncryptionConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketIntelligentTieringConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: IntelligentTieringId;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly IntelligentTieringConfiguration: IntelligentTieringConfiguration;
}

export interface PutBucketInventoryConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: InventoryId;
  readonly InventoryConfiguration: InventoryConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketLifecycleConfigurationOutput {
  readonly TransitionDefaultMinimumObjectSize?: TransitionDefaultMinimumObjectSize | undefined;
}

export interface PutBucketLifecycleConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly LifecycleConfiguration?: BucketLifecycleConfiguration | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly TransitionDefaultMinimumObjectSize?: TransitionDefaultMinimumObjectSize | undefined;
}

export interface PutBucketLifecycleRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly LifecycleConfiguration?: LifecycleConfiguration | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketLoggingRequest {
  readonly Bucket: BucketName;
  readonly BucketLoggingStatus: BucketLoggingStatus;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketMetricsConfigurationRequest {
  readonly Bucket: BucketName;
  readonly Id: MetricsId;
  readonly MetricsConfiguration: MetricsConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketNotificationConfigurationRequest {
  readonly Bucket: BucketName;
  readonly NotificationConfiguration: NotificationConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly SkipDestinationValidation?: SkipValidation | undefined;
}

export interface PutBucketNotificationRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly NotificationConfiguration: NotificationConfigurationDeprecated;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketOwnershipControlsRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly OwnershipControls: OwnershipControls;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
}

export interface PutBucketPolicyRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ConfirmRemoveSelfBucketAccess?: ConfirmRemoveSelfBucketAccess | undefined;
  readonly Policy: Policy;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketReplicationRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ReplicationConfiguration: ReplicationConfiguration;
  readonly Token?: ObjectLockToken | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketRequestPaymentRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly RequestPaymentConfiguration: RequestPaymentConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketTaggingRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly Tagging: Tagging;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketVersioningRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly MFA?: MFA | undefined;
  readonly VersioningConfiguration: VersioningConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutBucketWebsiteRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly WebsiteConfiguration: WebsiteConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutObjectAclOutput {
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface PutObjectAclRequest {
  readonly ACL?: ObjectCannedACL | undefined;
  readonly AccessControlPolicy?: AccessControlPolicy | undefined;
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly GrantFullControl?: GrantFullControl | undefined;
  readonly GrantRead?: GrantRead | undefined;
  readonly GrantReadACP?: GrantReadACP | undefined;
  readonly GrantWrite?: GrantWrite | undefined;
  readonly GrantWriteACP?: GrantWriteACP | undefined;
  readonly Key: ObjectKey;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutObjectLegalHoldOutput {
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface PutObjectLegalHoldRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly LegalHold?: ObjectLockLegalHold | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutObjectLockConfigurationOutput {
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface PutObjectLockConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ObjectLockConfiguration?: ObjectLockConfiguration | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly Token?: ObjectLockToken | undefined;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutObjectOutput {
  readonly Expiration?: Expiration | undefined;
  readonly ETag?: ETag | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly ChecksumType?: ChecksumType | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSEKMSEncryptionContext?: SSEKMSEncryptionContext | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly Size?: Size | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface PutObjectRequest {
  readonly ACL?: ObjectCannedACL | undefined;
  readonly Body?: Readable | undefined;
  readonly Bucket: BucketName;
  readonly CacheControl?: CacheControl | undefined;
  readonly ContentDisposition?: ContentDisposition | undefined;
  readonly ContentEncoding?: ContentEncoding | undefined;
  readonly ContentLanguage?: ContentLanguage | undefined;
  readonly ContentLength?: ContentLength | undefined;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ContentType?: ContentType | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly Expires?: Expires | undefined;
  readonly IfMatch?: IfMatch | undefined;
  readonly IfNoneMatch?: IfNoneMatch | undefined;
  readonly GrantFullControl?: GrantFullControl | undefined;
  readonly GrantRead?: GrantRead | undefined;
  readonly GrantReadACP?: GrantReadACP | undefined;
  readonly GrantWriteACP?: GrantWriteACP | undefined;
  readonly Key: ObjectKey;
  readonly WriteOffsetBytes?: WriteOffsetBytes | undefined;
  readonly Metadata?: Metadata | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly WebsiteRedirectLocation?: WebsiteRedirectLocation | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSEKMSEncryptionContext?: SSEKMSEncryptionContext | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly Tagging?: TaggingHeader | undefined;
  readonly ObjectLockMode?: ObjectLockMode | undefined;
  readonly ObjectLockRetainUntilDate?: ObjectLockRetainUntilDate | undefined;
  readonly ObjectLockLegalHoldStatus?: ObjectLockLegalHoldStatus | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutObjectRetentionOutput {
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface PutObjectRetentionRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly Retention?: ObjectLockRetention | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly BypassGovernanceRetention?: BypassGovernanceRetention | undefined;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface PutObjectTaggingOutput {
  readonly VersionId?: ObjectVersionId | undefined;
}

export interface PutObjectTaggingRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly Tagging: Tagging;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
}

export interface PutPublicAccessBlockRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly PublicAccessBlockConfiguration: PublicAccessBlockConfiguration;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export type QueueArn = string;

export interface QueueConfiguration {
  readonly Id?: NotificationId | undefined;
  readonly QueueArn: QueueArn;
  readonly Events: EventList;
  readonly Filter?: NotificationConfigurationFilter | undefined;
}

export interface QueueConfigurationDeprecated {
  readonly Id?: NotificationId | undefined;
  readonly Event?: Event | undefined;
  readonly Events?: EventList | undefined;
  readonly Queue?: QueueArn | undefined;
}

export type QueueConfigurationList = readonly QueueConfiguration[];

export type Quiet = boolean;

export type QuoteCharacter = string;

export type QuoteEscapeCharacter = string;

export type QuoteFields = "ALWAYS" | "ASNEEDED";

export type Range = string;

export type RecordDelimiter = string;

export interface RecordExpiration {
  readonly Expiration: ExpirationState;
  readonly Days?: RecordExpirationDays | undefined;
}

export type RecordExpirationDays = number;

export interface RecordsEvent {
  readonly Payload?: Body | undefined;
}

export interface Redirect {
  readonly HostName?: HostName | undefined;
  readonly HttpRedirectCode?: HttpRedirectCode | undefined;
  readonly Protocol?: Protocol | undefined;
  readonly ReplaceKeyPrefixWith?: ReplaceKeyPrefixWith | undefined;
  readonly ReplaceKeyWith?: ReplaceKeyWith | undefined;
}

export interface RedirectAllRequestsTo {
  readonly HostName: HostName;
  readonly Protocol?: Protocol | undefined;
}

export type Region = string;

export type RenameObjectOutput = Record<string, never>;

export interface RenameObjectRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly RenameSource: RenameSource;
  readonly DestinationIfMatch?: IfMatch | undefined;
  readonly DestinationIfNoneMatch?: IfNoneMatch | undefined;
  readonly DestinationIfModifiedSince?: IfModifiedSince | undefined;
  readonly DestinationIfUnmodifiedSince?: IfUnmodifiedSince | undefined;
  readonly SourceIfMatch?: RenameSourceIfMatch | undefined;
  readonly SourceIfNoneMatch?: RenameSourceIfNoneMatch | undefined;
  readonly SourceIfModifiedSince?: RenameSourceIfModifiedSince | undefined;
  readonly SourceIfUnmodifiedSince?: RenameSourceIfUnmodifiedSince | undefined;
  readonly ClientToken?: ClientToken | undefined;
}

export type RenameSource = string;

export type RenameSourceIfMatch = string;

export type RenameSourceIfModifiedSince = globalThis.Date;

export type RenameSourceIfNoneMatch = string;

export type RenameSourceIfUnmodifiedSince = globalThis.Date;

export type ReplaceKeyPrefixWith = string;

export type ReplaceKeyWith = string;

export type ReplicaKmsKeyID = string;

export interface ReplicaModifications {
  readonly Status: ReplicaModificationsStatus;
}

export type ReplicaModificationsStatus = "Enabled" | "Disabled";

export interface ReplicationConfiguration {
  readonly Role: Role;
  readonly Rules: ReplicationRules;
}

export interface ReplicationRule {
  readonly ID?: ID | undefined;
  readonly Priority?: Priority | undefined;
  readonly Prefix?: Prefix | undefined;
  readonly Filter?: ReplicationRuleFilter | undefined;
  readonly Status: ReplicationRuleStatus;
  readonly SourceSelectionCriteria?: SourceSelectionCriteria | undefined;
  readonly ExistingObjectReplication?: ExistingObjectReplication | undefined;
  readonly Destination: Destination;
  readonly DeleteMarkerReplication?: DeleteMarkerReplication | undefined;
}

export interface ReplicationRuleAndOperator {
  readonly Prefix?: Prefix | undefined;
  readonly Tags?: TagSet | undefined;
}

export interface ReplicationRuleFilter {
  readonly Prefix?: Prefix | undefined;
  readonly Tag?: Tag | undefined;
  readonly And?: ReplicationRuleAndOperator | undefined;
}

export type ReplicationRuleStatus = "Enabled" | "Disabled";

export type ReplicationRules = readonly ReplicationRule[];

export type ReplicationStatus = "COMPLETE" | "PENDING" | "FAILED" | "REPLICA" | "COMPLETED";

export interface ReplicationTime {
  readonly Status: ReplicationTimeStatus;
  readonly Time: ReplicationTimeValue;
}

export type ReplicationTimeStatus = "Enabled" | "Disabled";

export interface ReplicationTimeValue {
  readonly Minutes?: Minutes | undefined;
}

export type RequestCharged = "requester";

export type RequestPayer = "requester";

export interface RequestPaymentConfiguration {
  readonly Payer: Payer;
}

export interface RequestProgress {
  readonly Enabled?: EnableRequestProgress | undefined;
}

export type RequestRoute = string;

export type RequestToken = string;

export type ResponseCacheControl = string;

export type ResponseContentDisposition = string;

export type ResponseContentEncoding = string;

export type ResponseContentLanguage = string;

export type ResponseContentType = string;

export type ResponseExpires = globalThis.Date;

export type Restore = string;

export type RestoreExpiryDate = globalThis.Date;

export interface RestoreObjectOutput {
  readonly RequestCharged?: RequestCharged | undefined;
  readonly RestoreOutputPath?: RestoreOutputPath | undefined;
}

export interface RestoreObjectRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly RestoreRequest?: RestoreRequest | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export type RestoreOutputPath = string;

export interface RestoreRequest {
  readonly Days?: Days | undefined;
  readonly GlacierJobParameters?: GlacierJobParameters | undefined;
  readonly Type?: RestoreRequestType | undefined;
  readonly Tier?: Tier | undefined;
  readonly Description?: Description | undefined;
  readonly SelectParameters?: SelectParameters | undefined;
  readonly OutputLocation?: OutputLocation | undefined;
}

export type RestoreRequestType = "SELECT";

export interface RestoreStatus {
  readonly IsRestoreInProgress?: IsRestoreInProgress | undefined;
  readonly RestoreExpiryDate?: RestoreExpiryDate | undefined;
}

export type Role = string;

export interface RoutingRule {
  readonly Condition?: Condition | undefined;
  readonly Redirect: Redirect;
}

export type RoutingRules = readonly RoutingRule[];

export interface Rule {
  readonly Expiration?: LifecycleExpiration | undefined;
  readonly ID?: ID | undefined;
  readonly Prefix: Prefix;
  readonly Status: ExpirationStatus;
  readonly Transition?: Transition | undefined;
  readonly NoncurrentVersionTransition?: NoncurrentVersionTransition | undefined;
  readonly NoncurrentVersionExpiration?: NoncurrentVersionExpiration | undefined;
  readonly AbortIncompleteMultipartUpload?: AbortIncompleteMultipartUpload | undefined;
}

export type Rules = readonly Rule[];

export interface S3KeyFilter {
  readonly FilterRules?: FilterRuleList | undefined;
}

export interface S3Location {
  readonly BucketName: BucketName;
  readonly Prefix: LocationPrefix;
  readonly Encryption?: Encryption | undefined;
  readonly CannedACL?: ObjectCannedACL | undefined;
  readonly AccessControlList?: Grants | undefined;
  readonly Tagging?: Tagging | undefined;
  readonly UserMetadata?: UserMetadata | undefined;
  readonly StorageClass?: StorageClass | undefined;
}

export type S3RegionalOrS3ExpressBucketArnString = string;

export type S3TablesArn = string;

export type S3TablesBucketArn = string;

export type S3TablesBucketType = "aws" | "customer";

export interface S3TablesDestination {
  readonly TableBucketArn: S3TablesBucketArn;
  readonly TableName: S3TablesName;
}

export interface S3TablesDestinationResult {
  readonly TableBucketArn: S3TablesBucketArn;
  readonly TableName: S3TablesName;
  readonly TableArn: S3TablesArn;
  readonly TableNamespace: S3TablesNamespace;
}

export type S3TablesName = string;

export type S3TablesNamespace = string;

export type SSECustomerAlgorithm = string;

export type SSECustomerKey = string;

export type SSECustomerKeyMD5 = string;

export interface SSEKMS {
  readonly KeyId: SSEKMSKeyId;
}

export interface SSEKMSEncryption {
  readonly KMSKeyArn: NonEmptyKmsKeyArnString;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
}

export type SSEKMSEncryptionContext = string;

export type SSEKMSKeyId = string;

export type SSES3 = Record<string, never>;

export interface ScanRange {
  readonly Start?: Start | undefined;
  readonly End?: End | undefined;
}

export interface SelectObjectContentEventStream {
  readonly Records?: RecordsEvent | undefined;
  readonly Stats?: StatsEvent | undefined;
  readonly Progress?: ProgressEvent | undefined;
  readonly Cont?: ContinuationEvent | undefined;
  readonly End?: EndEvent | undefined;
}

export interface SelectObjectContentOutput {
  readonly Payload?: SelectObjectContentEventStream | undefined;
}

export interface SelectObjectContentRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly Expression: Expression;
  readonly ExpressionType: ExpressionType;
  readonly RequestProgress?: RequestProgress | undefined;
  readonly InputSerialization: InputSerialization;
  readonly OutputSerialization: OutputSerialization;
  readonly ScanRange?: ScanRange | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface SelectParameters {
  readonly InputSerialization: InputSerialization;
  readonly ExpressionType: ExpressionType;
  readonly Expression: Expression;
  readonly OutputSerialization: OutputSerialization;
}

export type ServerSideEncryption = "AES256" | "aws:fsx" | "aws:kms" | "aws:kms:dsse";

export interface ServerSideEncryptionByDefault {
  readonly SSEAlgorithm: ServerSideEncryption;
  readonly KMSMasterKeyID?: SSEKMSKeyId | undefined;
}

export interface ServerSideEncryptionConfiguration {
  readonly Rules: ServerSideEncryptionRules;
}

export interface ServerSideEncryptionRule {
  readonly ApplyServerSideEncryptionByDefault?: ServerSideEncryptionByDefault | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly BlockedEncryptionTypes?: BlockedEncryptionTypes | undefined;
}

export type ServerSideEncryptionRules = readonly ServerSideEncryptionRule[];

export type SessionCredentialValue = string;

export interface SessionCredentials {
  readonly AccessKeyId: AccessKeyIdValue;
  readonly SecretAccessKey: SessionCredentialValue;
  readonly SessionToken: SessionCredentialValue;
  readonly Expiration: SessionExpiration;
}

export type SessionExpiration = globalThis.Date;

export type SessionMode = "ReadOnly" | "ReadWrite";

export type Setting = boolean;

export type SimplePrefix = Record<string, never>;

export type Size = number;

export type SkipValidation = boolean;

export interface SourceSelectionCriteria {
  readonly SseKmsEncryptedObjects?: SseKmsEncryptedObjects | undefined;
  readonly ReplicaModifications?: ReplicaModifications | undefined;
}

export interface SseKmsEncryptedObjects {
  readonly Status: SseKmsEncryptedObjectsStatus;
}

export type SseKmsEncryptedObjectsStatus = "Enabled" | "Disabled";

export type Start = number;

export type StartAfter = string;

export interface Stats {
  readonly BytesScanned?: BytesScanned | undefined;
  readonly BytesProcessed?: BytesProcessed | undefined;
  readonly BytesReturned?: BytesReturned | undefined;
}

export interface StatsEvent {
  readonly Details?: Stats | undefined;
}

export type StorageClass = "STANDARD" | "REDUCED_REDUNDANCY" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "GLACIER" | "DEEP_ARCHIVE" | "OUTPOSTS" | "GLACIER_IR" | "SNOW" | "EXPRESS_ONEZONE" | "FSX_OPENZFS" | "FSX_ONTAP";

export interface StorageClassAnalysis {
  readonly DataExport?: StorageClassAnalysisDataExport | undefined;
}

export interface StorageClassAnalysisDataExport {
  readonly OutputSchemaVersion: StorageClassAnalysisSchemaVersion;
  readonly Destination: AnalyticsExportDestination;
}

export type StorageClassAnalysisSchemaVersion = "V_1";

export type Suffix = string;

export type TableSseAlgorithm = "aws:kms" | "AES256";

export interface Tag {
  readonly Key: ObjectKey;
  readonly Value: Value;
}

export type TagCount = number;

export type TagSet = readonly Tag[];

export interface Tagging {
  readonly TagSet: TagSet;
}

export type TaggingDirective = "COPY" | "REPLACE";

export type TaggingHeader = string;

export type TargetBucket = string;

export interface TargetGrant {
  readonly Grantee?: Grantee | undefined;
  readonly Permission?: BucketLogsPermission | undefined;
}

export type TargetGrants = readonly TargetGrant[];

export interface TargetObjectKeyFormat {
  readonly SimplePrefix?: SimplePrefix | undefined;
  readonly PartitionedPrefix?: PartitionedPrefix | undefined;
}

export type TargetPrefix = string;

export type Tier = "Standard" | "Bulk" | "Expedited";

export interface Tiering {
  readonly Days: IntelligentTieringDays;
  readonly AccessTier: IntelligentTieringAccessTier;
}

export type TieringList = readonly Tiering[];

export type Token = string;

export type TopicArn = string;

export interface TopicConfiguration {
  readonly Id?: NotificationId | undefined;
  readonly TopicArn: TopicArn;
  readonly Events: EventList;
  readonly Filter?: NotificationConfigurationFilter | undefined;
}

export interface TopicConfigurationDeprecated {
  readonly Id?: NotificationId | undefined;
  readonly Events?: EventList | undefined;
  readonly Event?: Event | undefined;
  readonly Topic?: TopicArn | undefined;
}

export type TopicConfigurationList = readonly TopicConfiguration[];

export interface Transition {
  readonly Date?: Date | undefined;
  readonly Days?: Days | undefined;
  readonly StorageClass?: TransitionStorageClass | undefined;
}

export type TransitionDefaultMinimumObjectSize = "varies_by_storage_class" | "all_storage_classes_128K";

export type TransitionList = readonly Transition[];

export type TransitionStorageClass = "GLACIER" | "STANDARD_IA" | "ONEZONE_IA" | "INTELLIGENT_TIERING" | "DEEP_ARCHIVE" | "GLACIER_IR";

export type Type = "CanonicalUser" | "AmazonCustomerByEmail" | "Group";

export type URI = string;

export interface UpdateBucketMetadataInventoryTableConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly InventoryTableConfiguration: InventoryTableConfigurationUpdates;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface UpdateBucketMetadataJournalTableConfigurationRequest {
  readonly Bucket: BucketName;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly JournalTableConfiguration: JournalTableConfigurationUpdates;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export interface UpdateObjectEncryptionRequest {
  readonly Bucket: BucketName;
  readonly Key: ObjectKey;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly ObjectEncryption: ObjectEncryption;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
}

export interface UpdateObjectEncryptionResponse {
  readonly RequestCharged?: RequestCharged | undefined;
}

export type UploadIdMarker = string;

export interface UploadPartCopyOutput {
  readonly CopySourceVersionId?: CopySourceVersionId | undefined;
  readonly CopyPartResult?: CopyPartResult | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface UploadPartCopyRequest {
  readonly Bucket: BucketName;
  readonly CopySource: CopySource;
  readonly CopySourceIfMatch?: CopySourceIfMatch | undefined;
  readonly CopySourceIfModifiedSince?: CopySourceIfModifiedSince | undefined;
  readonly CopySourceIfNoneMatch?: CopySourceIfNoneMatch | undefined;
  readonly CopySourceIfUnmodifiedSince?: CopySourceIfUnmodifiedSince | undefined;
  readonly CopySourceRange?: CopySourceRange | undefined;
  readonly Key: ObjectKey;
  readonly PartNumber: PartNumber;
  readonly UploadId: MultipartUploadId;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly CopySourceSSECustomerAlgorithm?: CopySourceSSECustomerAlgorithm | undefined;
  readonly CopySourceSSECustomerKey?: CopySourceSSECustomerKey | undefined;
  readonly CopySourceSSECustomerKeyMD5?: CopySourceSSECustomerKeyMD5 | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
  readonly ExpectedSourceBucketOwner?: AccountId | undefined;
}

export interface UploadPartOutput {
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly ETag?: ETag | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
}

export interface UploadPartRequest {
  readonly Body?: Readable | undefined;
  readonly Bucket: BucketName;
  readonly ContentLength?: ContentLength | undefined;
  readonly ContentMD5?: ContentMD5 | undefined;
  readonly ChecksumAlgorithm?: ChecksumAlgorithm | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly Key: ObjectKey;
  readonly PartNumber: PartNumber;
  readonly UploadId: MultipartUploadId;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSECustomerKey?: SSECustomerKey | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly RequestPayer?: RequestPayer | undefined;
  readonly ExpectedBucketOwner?: AccountId | undefined;
}

export type UserMetadata = readonly MetadataEntry[];

export type Value = string;

export type VersionCount = number;

export type VersionIdMarker = string;

export interface VersioningConfiguration {
  readonly MFADelete?: MFADelete | undefined;
  readonly Status?: BucketVersioningStatus | undefined;
}

export interface WebsiteConfiguration {
  readonly ErrorDocument?: ErrorDocument | undefined;
  readonly IndexDocument?: IndexDocument | undefined;
  readonly RedirectAllRequestsTo?: RedirectAllRequestsTo | undefined;
  readonly RoutingRules?: RoutingRules | undefined;
}

export type WebsiteRedirectLocation = string;

export interface WriteGetObjectResponseRequest {
  readonly RequestRoute: RequestRoute;
  readonly RequestToken: RequestToken;
  readonly Body?: Readable | undefined;
  readonly StatusCode?: GetObjectResponseStatusCode | undefined;
  readonly ErrorCode?: ErrorCode | undefined;
  readonly ErrorMessage?: ErrorMessage | undefined;
  readonly AcceptRanges?: AcceptRanges | undefined;
  readonly CacheControl?: CacheControl | undefined;
  readonly ContentDisposition?: ContentDisposition | undefined;
  readonly ContentEncoding?: ContentEncoding | undefined;
  readonly ContentLanguage?: ContentLanguage | undefined;
  readonly ContentLength?: ContentLength | undefined;
  readonly ContentRange?: ContentRange | undefined;
  readonly ContentType?: ContentType | undefined;
  readonly ChecksumCRC32?: ChecksumCRC32 | undefined;
  readonly ChecksumCRC32C?: ChecksumCRC32C | undefined;
  readonly ChecksumCRC64NVME?: ChecksumCRC64NVME | undefined;
  readonly ChecksumSHA1?: ChecksumSHA1 | undefined;
  readonly ChecksumSHA256?: ChecksumSHA256 | undefined;
  readonly ChecksumSHA512?: ChecksumSHA512 | undefined;
  readonly ChecksumMD5?: ChecksumMD5 | undefined;
  readonly ChecksumXXHASH64?: ChecksumXXHASH64 | undefined;
  readonly ChecksumXXHASH3?: ChecksumXXHASH3 | undefined;
  readonly ChecksumXXHASH128?: ChecksumXXHASH128 | undefined;
  readonly DeleteMarker?: DeleteMarker | undefined;
  readonly ETag?: ETag | undefined;
  readonly Expires?: Expires | undefined;
  readonly Expiration?: Expiration | undefined;
  readonly LastModified?: LastModified | undefined;
  readonly MissingMeta?: MissingMeta | undefined;
  readonly Metadata?: Metadata | undefined;
  readonly ObjectLockMode?: ObjectLockMode | undefined;
  readonly ObjectLockLegalHoldStatus?: ObjectLockLegalHoldStatus | undefined;
  readonly ObjectLockRetainUntilDate?: ObjectLockRetainUntilDate | undefined;
  readonly PartsCount?: PartsCount | undefined;
  readonly ReplicationStatus?: ReplicationStatus | undefined;
  readonly RequestCharged?: RequestCharged | undefined;
  readonly Restore?: Restore | undefined;
  readonly ServerSideEncryption?: ServerSideEncryption | undefined;
  readonly SSECustomerAlgorithm?: SSECustomerAlgorithm | undefined;
  readonly SSEKMSKeyId?: SSEKMSKeyId | undefined;
  readonly SSECustomerKeyMD5?: SSECustomerKeyMD5 | undefined;
  readonly StorageClass?: StorageClass | undefined;
  readonly TagCount?: TagCount | undefined;
  readonly VersionId?: ObjectVersionId | undefined;
  readonly BucketKeyEnabled?: BucketKeyEnabled | undefined;
}

export type WriteOffsetBytes = number;

export type Years = number;
