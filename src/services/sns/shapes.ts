// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  AddPermission: { input: AddPermissionInput; output: Record<string, never> };
  CheckIfPhoneNumberIsOptedOut: { input: CheckIfPhoneNumberIsOptedOutInput; output: CheckIfPhoneNumberIsOptedOutResponse };
  ConfirmSubscription: { input: ConfirmSubscriptionInput; output: ConfirmSubscriptionResponse };
  CreatePlatformApplication: { input: CreatePlatformApplicationInput; output: CreatePlatformApplicationResponse };
  CreatePlatformEndpoint: { input: CreatePlatformEndpointInput; output: CreateEndpointResponse };
  CreateSMSSandboxPhoneNumber: { input: CreateSMSSandboxPhoneNumberInput; output: CreateSMSSandboxPhoneNumberResult };
  CreateTopic: { input: CreateTopicInput; output: CreateTopicResponse };
  DeleteEndpoint: { input: DeleteEndpointInput; output: Record<string, never> };
  DeletePlatformApplication: { input: DeletePlatformApplicationInput; output: Record<string, never> };
  DeleteSMSSandboxPhoneNumber: { input: DeleteSMSSandboxPhoneNumberInput; output: DeleteSMSSandboxPhoneNumberResult };
  DeleteTopic: { input: DeleteTopicInput; output: Record<string, never> };
  GetDataProtectionPolicy: { input: GetDataProtectionPolicyInput; output: GetDataProtectionPolicyResponse };
  GetEndpointAttributes: { input: GetEndpointAttributesInput; output: GetEndpointAttributesResponse };
  GetPlatformApplicationAttributes: { input: GetPlatformApplicationAttributesInput; output: GetPlatformApplicationAttributesResponse };
  GetSMSAttributes: { input: GetSMSAttributesInput; output: GetSMSAttributesResponse };
  GetSMSSandboxAccountStatus: { input: GetSMSSandboxAccountStatusInput; output: GetSMSSandboxAccountStatusResult };
  GetSubscriptionAttributes: { input: GetSubscriptionAttributesInput; output: GetSubscriptionAttributesResponse };
  GetTopicAttributes: { input: GetTopicAttributesInput; output: GetTopicAttributesResponse };
  ListEndpointsByPlatformApplication: { input: ListEndpointsByPlatformApplicationInput; output: ListEndpointsByPlatformApplicationResponse };
  ListOriginationNumbers: { input: ListOriginationNumbersRequest; output: ListOriginationNumbersResult };
  ListPhoneNumbersOptedOut: { input: ListPhoneNumbersOptedOutInput; output: ListPhoneNumbersOptedOutResponse };
  ListPlatformApplications: { input: ListPlatformApplicationsInput; output: ListPlatformApplicationsResponse };
  ListSMSSandboxPhoneNumbers: { input: ListSMSSandboxPhoneNumbersInput; output: ListSMSSandboxPhoneNumbersResult };
  ListSubscriptions: { input: ListSubscriptionsInput; output: ListSubscriptionsResponse };
  ListSubscriptionsByTopic: { input: ListSubscriptionsByTopicInput; output: ListSubscriptionsByTopicResponse };
  ListTagsForResource: { input: ListTagsForResourceRequest; output: ListTagsForResourceResponse };
  ListTopics: { input: ListTopicsInput; output: ListTopicsResponse };
  OptInPhoneNumber: { input: OptInPhoneNumberInput; output: OptInPhoneNumberResponse };
  Publish: { input: PublishInput; output: PublishResponse };
  PublishBatch: { input: PublishBatchInput; output: PublishBatchResponse };
  PutDataProtectionPolicy: { input: PutDataProtectionPolicyInput; output: Record<string, never> };
  RemovePermission: { input: RemovePermissionInput; output: Record<string, never> };
  SetEndpointAttributes: { input: SetEndpointAttributesInput; output: Record<string, never> };
  SetPlatformApplicationAttributes: { input: SetPlatformApplicationAttributesInput; output: Record<string, never> };
  SetSMSAttributes: { input: SetSMSAttributesInput; output: SetSMSAttributesResponse };
  SetSubscriptionAttributes: { input: SetSubscriptionAttributesInput; output: Record<string, never> };
  SetTopicAttributes: { input: SetTopicAttributesInput; output: Record<string, never> };
  Subscribe: { input: SubscribeInput; output: SubscribeResponse };
  TagResource: { input: TagResourceRequest; output: TagResourceResponse };
  Unsubscribe: { input: UnsubscribeInput; output: Record<string, never> };
  UntagResource: { input: UntagResourceRequest; output: UntagResourceResponse };
  VerifySMSSandboxPhoneNumber: { input: VerifySMSSandboxPhoneNumberInput; output: VerifySMSSandboxPhoneNumberResult };
}

export type ActionsList = readonly action[];

export interface AddPermissionInput {
  readonly TopicArn: topicARN;
  readonly Label: label;
  readonly AWSAccountId: DelegatesList;
  readonly ActionName: ActionsList;
}

export type AmazonResourceName = string;

export interface BatchResultErrorEntry {
  readonly Id: String;
  readonly Code: String;
  readonly Message?: String | undefined;
  readonly SenderFault: boolean;
}

export type BatchResultErrorEntryList = readonly BatchResultErrorEntry[];

export type Binary = Uint8Array;

export interface CheckIfPhoneNumberIsOptedOutInput {
  readonly phoneNumber: PhoneNumber;
}

export interface CheckIfPhoneNumberIsOptedOutResponse {
  readonly isOptedOut?: boolean | undefined;
}

export interface ConfirmSubscriptionInput {
  readonly TopicArn: topicARN;
  readonly Token: token;
  readonly AuthenticateOnUnsubscribe?: authenticateOnUnsubscribe | undefined;
}

export interface ConfirmSubscriptionResponse {
  readonly SubscriptionArn?: subscriptionARN | undefined;
}

export interface CreateEndpointResponse {
  readonly EndpointArn?: String | undefined;
}

export interface CreatePlatformApplicationInput {
  readonly Name: String;
  readonly Platform: String;
  readonly Attributes: MapStringToString;
}

export interface CreatePlatformApplicationResponse {
  readonly PlatformApplicationArn?: String | undefined;
}

export interface CreatePlatformEndpointInput {
  readonly PlatformApplicationArn: String;
  readonly Token: String;
  readonly CustomUserData?: String | undefined;
  readonly Attributes?: MapStringToString | undefined;
}

export interface CreateSMSSandboxPhoneNumberInput {
  readonly PhoneNumber: PhoneNumberString;
  readonly LanguageCode?: LanguageCodeString | undefined;
}

export type CreateSMSSandboxPhoneNumberResult = Record<string, never>;

export interface CreateTopicInput {
  readonly Name: topicName;
  readonly Attributes?: TopicAttributesMap | undefined;
  readonly Tags?: TagList | undefined;
  readonly DataProtectionPolicy?: attributeValue | undefined;
}

export interface CreateTopicResponse {
  readonly TopicArn?: topicARN | undefined;
}

export type DelegatesList = readonly delegate[];

export interface DeleteEndpointInput {
  readonly EndpointArn: String;
}

export interface DeletePlatformApplicationInput {
  readonly PlatformApplicationArn: String;
}

export interface DeleteSMSSandboxPhoneNumberInput {
  readonly PhoneNumber: PhoneNumberString;
}

export type DeleteSMSSandboxPhoneNumberResult = Record<string, never>;

export interface DeleteTopicInput {
  readonly TopicArn: topicARN;
}

export interface Endpoint {
  readonly EndpointArn?: String | undefined;
  readonly Attributes?: MapStringToString | undefined;
}

export interface GetDataProtectionPolicyInput {
  readonly ResourceArn: topicARN;
}

export interface GetDataProtectionPolicyResponse {
  readonly DataProtectionPolicy?: attributeValue | undefined;
}

export interface GetEndpointAttributesInput {
  readonly EndpointArn: String;
}

export interface GetEndpointAttributesResponse {
  readonly Attributes?: MapStringToString | undefined;
}

export interface GetPlatformApplicationAttributesInput {
  readonly PlatformApplicationArn: String;
}

export interface GetPlatformApplicationAttributesResponse {
  readonly Attributes?: MapStringToString | undefined;
}

export interface GetSMSAttributesInput {
  readonly attributes?: ListString | undefined;
}

export interface GetSMSAttributesResponse {
  readonly attributes?: MapStringToString | undefined;
}

export type GetSMSSandboxAccountStatusInput = Record<string, never>;

export interface GetSMSSandboxAccountStatusResult {
  readonly IsInSandbox: boolean;
}

export interface GetSubscriptionAttributesInput {
  readonly SubscriptionArn: subscriptionARN;
}

export interface GetSubscriptionAttributesResponse {
  readonly Attributes?: SubscriptionAttributesMap | undefined;
}

export interface GetTopicAttributesInput {
  readonly TopicArn: topicARN;
}

export interface GetTopicAttributesResponse {
  readonly Attributes?: TopicAttributesMap | undefined;
}

export type Iso2CountryCode = string;

export type LanguageCodeString = "en-US" | "en-GB" | "es-419" | "es-ES" | "de-DE" | "fr-CA" | "fr-FR" | "it-IT" | "ja-JP" | "pt-BR" | "kr-KR" | "zh-CN" | "zh-TW";

export interface ListEndpointsByPlatformApplicationInput {
  readonly PlatformApplicationArn: String;
  readonly NextToken?: String | undefined;
}

export interface ListEndpointsByPlatformApplicationResponse {
  readonly Endpoints?: ListOfEndpoints | undefined;
  readonly NextToken?: String | undefined;
}

export type ListOfEndpoints = readonly Endpoint[];

export type ListOfPlatformApplications = readonly PlatformApplication[];

export interface ListOriginationNumbersRequest {
  readonly NextToken?: nextToken | undefined;
  readonly MaxResults?: MaxItemsListOriginationNumbers | undefined;
}

export interface ListOriginationNumbersResult {
  readonly NextToken?: nextToken | undefined;
  readonly PhoneNumbers?: PhoneNumberInformationList | undefined;
}

export interface ListPhoneNumbersOptedOutInput {
  readonly nextToken?: string | undefined;
}

export interface ListPhoneNumbersOptedOutResponse {
  readonly phoneNumbers?: PhoneNumberList | undefined;
  readonly nextToken?: string | undefined;
}

export interface ListPlatformApplicationsInput {
  readonly NextToken?: String | undefined;
}

export interface ListPlatformApplicationsResponse {
  readonly PlatformApplications?: ListOfPlatformApplications | undefined;
  readonly NextToken?: String | undefined;
}

export interface ListSMSSandboxPhoneNumbersInput {
  readonly NextToken?: nextToken | undefined;
  readonly MaxResults?: MaxItems | undefined;
}

export interface ListSMSSandboxPhoneNumbersResult {
  readonly PhoneNumbers: SMSSandboxPhoneNumberList;
  readonly NextToken?: string | undefined;
}

export type ListString = readonly String[];

export interface ListSubscriptionsByTopicInput {
  readonly TopicArn: topicARN;
  readonly NextToken?: nextToken | undefined;
}

export interface ListSubscriptionsByTopicResponse {
  readonly Subscriptions?: SubscriptionsList | undefined;
  readonly NextToken?: nextToken | undefined;
}

export interface ListSubscriptionsInput {
  readonly NextToken?: nextToken | undefined;
}

export interface ListSubscriptionsResponse {
  readonly Subscriptions?: SubscriptionsList | undefined;
  readonly NextToken?: nextToken | undefined;
}

export interface ListTagsForResourceRequest {
  readonly ResourceArn: AmazonResourceName;
}

export interface ListTagsForResourceResponse {
  readonly Tags?: TagList | undefined;
}

export interface ListTopicsInput {
  readonly NextToken?: nextToken | undefined;
}

export interface ListTopicsResponse {
  readonly Topics?: TopicsList | undefined;
  readonly NextToken?: nextToken | undefined;
}

export type MapStringToString = Readonly<{ [key: string]: String }>;

export type MaxItems = number;

export type MaxItemsListOriginationNumbers = number;

export type MessageAttributeMap = Readonly<{ [key: string]: MessageAttributeValue }>;

export interface MessageAttributeValue {
  readonly DataType: String;
  readonly StringValue?: String | undefined;
  readonly BinaryValue?: Binary | undefined;
}

export type NumberCapability = "SMS" | "MMS" | "VOICE";

export type NumberCapabilityList = readonly NumberCapability[];

export type OTPCode = string;

export interface OptInPhoneNumberInput {
  readonly phoneNumber: PhoneNumber;
}

export type OptInPhoneNumberResponse = Record<string, never>;

export type PhoneNumber = string;

export interface PhoneNumberInformation {
  readonly CreatedAt?: Timestamp | undefined;
  readonly PhoneNumber?: PhoneNumber | undefined;
  readonly Status?: String | undefined;
  readonly Iso2CountryCode?: Iso2CountryCode | undefined;
  readonly RouteType?: RouteType | undefined;
  readonly NumberCapabilities?: NumberCapabilityList | undefined;
}

export type PhoneNumberInformationList = readonly PhoneNumberInformation[];

export type PhoneNumberList = readonly PhoneNumber[];

export type PhoneNumberString = string;

export interface PlatformApplication {
  readonly PlatformApplicationArn?: String | undefined;
  readonly Attributes?: MapStringToString | undefined;
}

export interface PublishBatchInput {
  readonly TopicArn: topicARN;
  readonly PublishBatchRequestEntries: PublishBatchRequestEntryList;
}

export interface PublishBatchRequestEntry {
  readonly Id: String;
  readonly Message: message;
  readonly Subject?: subject | undefined;
  readonly MessageStructure?: messageStructure | undefined;
  readonly MessageAttributes?: MessageAttributeMap | undefined;
  readonly MessageDeduplicationId?: String | undefined;
  readonly MessageGroupId?: String | undefined;
}

export type PublishBatchRequestEntryList = readonly PublishBatchRequestEntry[];

export interface PublishBatchResponse {
  readonly Successful?: PublishBatchResultEntryList | undefined;
  readonly Failed?: BatchResultErrorEntryList | undefined;
}

export interface PublishBatchResultEntry {
  readonly Id?: String | undefined;
  readonly MessageId?: messageId | undefined;
  readonly SequenceNumber?: String | undefined;
}

export type PublishBatchResultEntryList = readonly PublishBatchResultEntry[];

export interface PublishInput {
  readonly TopicArn?: topicARN | undefined;
  readonly TargetArn?: String | undefined;
  readonly PhoneNumber?: PhoneNumber | undefined;
  readonly Message: message;
  readonly Subject?: subject | undefined;
  readonly MessageStructure?: messageStructure | undefined;
  readonly MessageAttributes?: MessageAttributeMap | undefined;
  readonly MessageDeduplicationId?: String | undefined;
  readonly MessageGroupId?: String | undefined;
}

export interface PublishResponse {
  readonly MessageId?: messageId | undefined;
  readonly SequenceNumber?: String | undefined;
}

export interface PutDataProtectionPolicyInput {
  readonly ResourceArn: topicARN;
  readonly DataProtectionPolicy: attributeValue;
}

export interface RemovePermissionInput {
  readonly TopicArn: topicARN;
  readonly Label: label;
}

export type RouteType = "Transactional" | "Promotional" | "Premium";

export interface SMSSandboxPhoneNumber {
  readonly PhoneNumber?: PhoneNumberString | undefined;
  readonly Status?: SMSSandboxPhoneNumberVerificationStatus | undefined;
}

export type SMSSandboxPhoneNumberList = readonly SMSSandboxPhoneNumber[];

export type SMSSandboxPhoneNumberVerificationStatus = "Pending" | "Verified";

export interface SetEndpointAttributesInput {
  readonly EndpointArn: String;
  readonly Attributes: MapStringToString;
}

export interface SetPlatformApplicationAttributesInput {
  readonly PlatformApplicationArn: String;
  readonly Attributes: MapStringToString;
}

export interface SetSMSAttributesInput {
  readonly attributes: MapStringToString;
}

export type SetSMSAttributesResponse = Record<string, never>;

export interface SetSubscriptionAttributesInput {
  readonly SubscriptionArn: subscriptionARN;
  readonly AttributeName: attributeName;
  readonly AttributeValue?: attributeValue | undefined;
}

export interface SetTopicAttributesInput {
  readonly TopicArn: topicARN;
  readonly AttributeName: attributeName;
  readonly AttributeValue?: attributeValue | undefined;
}

export type String = string;

export interface SubscribeInput {
  readonly TopicArn: topicARN;
  readonly Protocol: protocol;
  readonly Endpoint?: endpoint | undefined;
  readonly Attributes?: SubscriptionAttributesMap | undefined;
  readonly ReturnSubscriptionArn?: boolean | undefined;
}

export interface SubscribeResponse {
  readonly SubscriptionArn?: subscriptionARN | undefined;
}

export interface Subscription {
  readonly SubscriptionArn?: subscriptionARN | undefined;
  readonly Owner?: account | undefined;
  readonly Protocol?: protocol | undefined;
  readonly Endpoint?: endpoint | undefined;
  readonly TopicArn?: topicARN | undefined;
}

export type SubscriptionAttributesMap = Readonly<{ [key: string]: attributeValue }>;

export type SubscriptionsList = readonly Subscription[];

export interface Tag {
  readonly Key: TagKey;
  readonly Value: TagValue;
}

export type TagKey = string;

export type TagKeyList = readonly TagKey[];

export type TagList = readonly Tag[];

export interface TagResourceRequest {
  readonly ResourceArn: AmazonResourceName;
  readonly Tags: TagList;
}

export type TagResourceResponse = Record<string, never>;

export type TagValue = string;

export type Timestamp = globalThis.Date;

export interface Topic {
  readonly TopicArn?: topicARN | undefined;
}

export type TopicAttributesMap = Readonly<{ [key: string]: attributeValue }>;

export type TopicsList = readonly Topic[];

export interface UnsubscribeInput {
  readonly SubscriptionArn: subscriptionARN;
}

export interface UntagResourceRequest {
  readonly ResourceArn: AmazonResourceName;
  readonly TagKeys: TagKeyList;
}

export type UntagResourceResponse = Record<string, never>;

export interface VerifySMSSandboxPhoneNumberInput {
  readonly PhoneNumber: PhoneNumberString;
  readonly OneTimePassword: OTPCode;
}

export type VerifySMSSandboxPhoneNumberResult = Record<string, never>;

export type account = string;

export type action = string;

export type attributeName = string;

export type attributeValue = string;

export type authenticateOnUnsubscribe = string;

export type delegate = string;

export type endpoint = string;

export type label = string;

export type message = string;

export type messageId = string;

export type messageStructure = string;

export type nextToken = string;

export type protocol = string;

export type subject = string;

export type subscriptionARN = string;

export type token = string;

export type topicARN = string;

export type topicName = string;
