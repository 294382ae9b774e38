// Generated from models/ by `npm run generate`. Do not edit.

export interface Operations {
  AssumeRole: { input: AssumeRoleRequest; output: AssumeRoleResponse };
  AssumeRoleWithSAML: { input: AssumeRoleWithSAMLRequest; output: AssumeRoleWithSAMLResponse };
  AssumeRoleWithWebIdentity: { input: AssumeRoleWithWebIdentityRequest; output: AssumeRoleWithWebIdentityResponse };
  AssumeRoot: { input: AssumeRootRequest; output: AssumeRootResponse };
  DecodeAuthorizationMessage: { input: DecodeAuthorizationMessageRequest; output: DecodeAuthorizationMessageResponse };
  GetAccessKeyInfo: { input: GetAccessKeyInfoRequest; output: GetAccessKeyInfoResponse };
  GetCallerIdentity: { input: GetCallerIdentityRequest; output: GetCallerIdentityResponse };
  GetDelegatedAccessToken: { input: GetDelegatedAccessTokenRequest; output: GetDelegatedAccessTokenResponse };
  GetFederationToken: { input: GetFederationTokenRequest; output: GetFederationTokenResponse };
  GetSessionToken: { input: GetSessionTokenRequest; output: GetSessionTokenResponse };
  GetWebIdentityToken: { input: GetWebIdentityTokenRequest; output: GetWebIdentityTokenResponse };
}

export interface AssumeRoleRequest {
  readonly RoleArn: arnType;
  readonly RoleSessionName: roleSessionNameType;
  readonly PolicyArns?: policyDescriptorListType | undefined;
  readonly Policy?: unrestrictedSessionPolicyDocumentType | undefined;
  readonly DurationSeconds?: roleDurationSecondsType | undefined;
  readonly Tags?: tagListType | undefined;
  readonly TransitiveTagKeys?: tagKeyListType | undefined;
  readonly ExternalId?: externalIdType | undefined;
  readonly SerialNumber?: serialNumberType | undefined;
  readonly TokenCode?: tokenCodeType | undefined;
  readonly SourceIdentity?: sourceIdentityType | undefined;
  readonly ProvidedContexts?: ProvidedContextsListType | undefined;
}

export interface AssumeRoleResponse {
  readonly Credentials?: Credentials | undefined;
  readonly AssumedRoleUser?: AssumedRoleUser | undefined;
  readonly PackedPolicySize?: nonNegativeIntegerType | undefined;
  readonly SourceIdentity?: sourceIdentityType | undefined;
}

export interface AssumeRoleWithSAMLRequest {
  readonly RoleArn: arnType;
  readonly PrincipalArn: arnType;
  readonly SAMLAssertion: SAMLAssertionType;
  readonly PolicyArns?: policyDescriptorListType | undefined;
  readonly Policy?: sessionPolicyDocumentType | undefined;
  readonly DurationSeconds?: roleDurationSecondsType | undefined;
}

export interface AssumeRoleWithSAMLResponse {
  readonly Credentials?: Credentials | undefined;
  readonly AssumedRoleUser?: AssumedRoleUser | undefined;
  readonly PackedPolicySize?: nonNegativeIntegerType | undefined;
  readonly Subject?: Subject | undefined;
  readonly SubjectType?: SubjectType | undefined;
  readonly Issuer?: Issuer | undefined;
  readonly Audience?: Audience | undefined;
  readonly NameQualifier?: NameQualifier | undefined;
  readonly SourceIdentity?: sourceIdentityType | undefined;
}

export interface AssumeRoleWithWebIdentityRequest {
  readonly RoleArn: arnType;
  readonly RoleSessionName: roleSessionNameType;
  readonly WebIdentityToken: clientTokenType;
  readonly ProviderId?: urlType | undefined;
  readonly PolicyArns?: policyDescriptorListType | undefined;
  readonly Policy?: sessionPolicyDocumentType | undefined;
  readonly DurationSeconds?: roleDurationSecondsType | undefined;
}

export interface AssumeRoleWithWebIdentityResponse {
  readonly Credentials?: Credentials | undefined;
  readonly SubjectFromWebIdentityToken?: webIdentitySubjectType | undefined;
  readonly AssumedRoleUser?: AssumedRoleUser | undefined;
  readonly PackedPolicySize?: nonNegativeIntegerType | undefined;
  readonly Provider?: Issuer | undefined;
  readonly Audience?: Audience | undefined;
  readonly SourceIdentity?: sourceIdentityType | undefined;
}

export interface AssumeRootRequest {
  readonly TargetPrincipal: TargetPrincipalType;
  readonly TaskPolicyArn: PolicyDescriptorType;
  readonly DurationSeconds?: RootDurationSecondsType | undefined;
}

export interface AssumeRootResponse {
  readonly Credentials?: Credentials | undefined;
  readonly SourceIdentity?: sourceIdentityType | undefined;
}

export interface AssumedRoleUser {
  readonly AssumedRoleId: assumedRoleIdType;
  readonly Arn: arnType;
}

export type Audience = string;

export interface Credentials {
  readonly AccessKeyId: accessKeyIdType;
  readonly SecretAccessKey: accessKeySecretType;
  readonly SessionToken: tokenType;
  readonly Expiration: dateType;
}

export interface DecodeAuthorizationMessageRequest {
  readonly EncodedMessage: encodedMessageType;
}

export interface DecodeAuthorizationMessageResponse {
  readonly DecodedMessage?: decodedMessageType | undefined;
}

export interface FederatedUser {
  readonly FederatedUserId: federatedIdType;
  readonly Arn: arnType;
}

export interface GetAccessKeyInfoRequest {
  readonly AccessKeyId: accessKeyIdType;
}

export interface GetAccessKeyInfoResponse {
  readonly Account?: accountType | undefined;
}

export type GetCallerIdentityRequest = Record<string, never>;

export interface GetCallerIdentityResponse {
  readonly UserId?: userIdType | undefined;
  readonly Account?: accountType | undefined;
  readonly Arn?: arnType | undefined;
}

export interface GetDelegatedAccessTokenRequest {
  readonly TradeInToken: tradeInTokenType;
}

export interface GetDelegatedAccessTokenResponse {
  readonly Credentials?: Credentials | undefined;
  readonly PackedPolicySize?: nonNegativeIntegerType | undefined;
  readonly AssumedPrincipal?: arnType | undefined;
}

export interface GetFederationTokenRequest {
  readonly Name: userNameType;
  readonly Policy?: sessionPolicyDocumentType | undefined;
  readonly PolicyArns?: policyDescriptorListType | undefined;
  readonly DurationSeconds?: durationSecondsType | undefined;
  readonly Tags?: tagListType | undefined;
}

export interface GetFederationTokenResponse {
  readonly Credentials?: Credentials | undefined;
  readonly FederatedUser?: FederatedUser | undefined;
  readonly PackedPolicySize?: nonNegativeIntegerType | undefined;
}

export interface GetSessionTokenRequest {
  readonly DurationSeconds?: durationSecondsType | undefined;
  readonly SerialNumber?: serialNumberType | undefined;
  readonly TokenCode?: tokenCodeType | undefined;
}

export interface GetSessionTokenResponse {
  readonly Credentials?: Credentials | undefined;
}

export interface GetWebIdentityTokenRequest {
  readonly Audience: webIdentityTokenAudienceListType;
  readonly DurationSeconds?: webIdentityTokenDurationSecondsType | undefined;
  readonly SigningAlgorithm: jwtAlgorithmType;
  readonly Tags?: tagListType | undefined;
}

export interface GetWebIdentityTokenResponse {
  readonly WebIdentityToken?: webIdentityTokenType | undefined;
  readonly Expiration?: dateType | undefined;
}

export type Issuer = string;

export type NameQualifier = string;

export interface PolicyDescriptorType {
  readonly arn?: arnType | undefined;
}

export interface ProvidedContext {
  readonly ProviderArn?: arnType | undefined;
  readonly ContextAssertion?: contextAssertionType | undefined;
}

export type ProvidedContextsListType = readonly ProvidedContext[];

export type RootDurationSecondsType = number;

export type SAMLAssertionType = string;

export type Subject = string;

export type SubjectType = string;

export interface Tag {
  readonly Key: tagKeyType;
  readonly Value: tagValueType;
}

export type TargetPrincipalType = string;

export type accessKeyIdType = string;

export type accessKeySecretType = string;

export type accountType = string;

export type arnType = string;

export type assumedRoleIdType = string;

export type clientTokenType = string;

export type contextAssertionType = string;

export type dateType = globalThis.Date;

export type decodedMessageType = string;

export type durationSecondsType = number;

export type encodedMessageType = string;

export type externalIdType = string;

export type federatedIdType = string;

export type jwtAlgorithmType = string;

export type nonNegativeIntegerType = number;

export type policyDescriptorListType = readonly PolicyDescriptorType[];

export type roleDurationSecondsType = number;

export type roleSessionNameType = string;

export type serialNumberType = string;

export type sessionPolicyDocumentType = string;

export type sourceIdentityType = string;

export type tagKeyListType = readonly tagKeyType[];

export type tagKeyType = string;

export type tagListType = readonly Tag[];

export type tagValueType = string;

export type tokenCodeType = string;

export type tokenType = string;

export type tradeInTokenType = string;

export type unrestrictedSessionPolicyDocumentType = string;

export type urlType = string;

export type userIdType = string;

export type userNameType = string;

export type webIdentitySubjectType = string;

export type webIdentityTokenAudienceListType = readonly webIdentityTokenAudienceStringType[];

export type webIdentityTokenAudienceStringType = string;

export type webIdentityTokenDurationSecondsType = number;

export type webIdentityTokenType = string;
