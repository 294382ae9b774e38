import type { Call } from '../../../kernel/operation.ts';
import { ServiceError } from '../../../kernel/service-error.ts';
import { setEvents } from '../../../store/s3/buckets.ts';
import { invalidArgument, invalidRequest, malformedPolicy, malformedXml } from '../errors.ts';
import { checkTags, MAX_OF_BUCKET, type ObjectTag } from '../object-tags.ts';
import type { S3Rooms } from '../rooms.ts';
import type { LifecycleRule, NotificationConfiguration, OwnershipControls } from '../shapes.ts';
import type { Configuration } from './configurations.ts';

/**
 * Every kind of document that configures a bucket.
 *
 * Gaps: policies, CORS and public access blocks are kept and not evaluated (nothing here is public, and pages of other sites are
 * refused by the gateway); lifecycle rules are kept and nothing expires by them; access logs are not written; default encryption
 * is kept and not done.
 */
const absent = (code: string, message: string) => (bucket: string) =>
  new ServiceError(code, message, 404, { BucketName: bucket });

const itself = (document: unknown) => document as object;

const under = (member: string) => (document: unknown) => ({ [member]: document });

export const POLICY: Configuration = {
  kind: 'policy',
  member: 'Policy',
  answer: under('Policy'),
  absent: absent('NoSuchBucketPolicy', 'The bucket policy does not exist'),
  check: checkPolicy,
};

export const TAGGING: Configuration = {
  kind: 'tagging',
  member: 'Tagging',
  answer: itself,
  absent: absent('NoSuchTagSet', 'The TagSet does not exist'),
  check: ({ TagSet }: { readonly TagSet: readonly ObjectTag[] }) => ({ TagSet: checkTags(TagSet, MAX_OF_BUCKET) }),
};

export const ENCRYPTION: Configuration = {
  kind: 'encryption',
  member: 'ServerSideEncryptionConfiguration',
  answer: under('ServerSideEncryptionConfiguration'),
  absent: () => ({
    ServerSideEncryptionConfiguration: {
      Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' }, BucketKeyEnabled: false }],
    },
  }),
};

export const PUBLIC_ACCESS_BLOCK: Configuration = {
  kind: 'public-access-block',
  member: 'PublicAccessBlockConfiguration',
  answer: under('PublicAccessBlockConfiguration'),
  absent: absent('NoSuchPublicAccessBlockConfiguration', 'The public access block configuration was not found'),
  check: (document: object) => ({ ...NO_BLOCK, ...document }),
};

const NO_BLOCK = {
  BlockPublicAcls: false,
  IgnorePublicAcls: false,
  BlockPublicPolicy: false,
  RestrictPublicBuckets: false,
};

export const OWNERSHIP: Configuration = {
  kind: 'ownership',
  member: 'OwnershipControls',
  answer: under('OwnershipControls'),
  absent: absent('OwnershipControlsNotFoundError', 'The bucket ownership controls were not found'),
  check: (document: OwnershipControls) => {
    if (document.Rules.length !== 1) throw malformedXml();
    return document;
  },
};

export const LIFECYCLE: Configuration = {
  kind: 'lifecycle',
  member: 'LifecycleConfiguration',
  answer: (document) => ({ ...itself(document), TransitionDefaultMinimumObjectSize: 'all_storage_classes_128K' }),
  absent: absent('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist'),
  check: checkLifecycle,
};

export const CORS: Configuration = {
  kind: 'cors',
  member: 'CORSConfiguration',
  answer: itself,
  absent: absent('NoSuchCORSConfiguration', 'The CORS configuration does not exist'),
};

export const LOGGING: Configuration = {
  kind: 'logging',
  member: 'BucketLoggingStatus',
  answer: itself,
  absent: () => ({}),
};

export const NOTIFICATION: Configuration = {
  kind: 'notification',
  member: 'NotificationConfiguration',
  answer: itself,
  absent: () => ({}),
  check: checkNotification,
  apply: (tx, bucket, { EventBridgeConfiguration }: NotificationConfiguration) =>
    setEvents(tx, bucket, EventBridgeConfiguration !== undefined),
};

/** What every new bucket is given. */
export const DEFAULTS: readonly { readonly kind: string; readonly document: object }[] = [
  { kind: OWNERSHIP.kind, document: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] } },
  {
    kind: PUBLIC_ACCESS_BLOCK.kind,
    document: { BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
  },
];

function checkPolicy(text: string): string {
  let policy: unknown;
  try {
    policy = JSON.parse(text);
  } catch {
    throw malformedPolicy("Policies must be valid JSON and the first byte must be '{'");
  }
  if (typeof policy !== 'object' || policy === null || Array.isArray(policy)) {
    throw malformedPolicy("Policies must be valid JSON and the first byte must be '{'");
  }
  if (!('Statement' in policy)) throw malformedPolicy('Missing required field Statement');
  return text;
}

function checkLifecycle({ Rules: rules }: { readonly Rules: readonly LifecycleRule[] }, { rooms }: Call<S3Rooms>) {
  const named = rules.map((rule) => ({ ...rule, ID: rule.ID ?? rooms.ids.alphanumeric(48) }));
  if (new Set(named.map(({ ID }) => ID)).size < rules.length) {
    throw invalidArgument('Rule ID must be unique. Found same ID for more than one rule', 'ID', '');
  }
  for (const rule of rules) {
    const acts =
      rule.Expiration ??
      rule.Transitions ??
      rule.NoncurrentVersionExpiration ??
      rule.NoncurrentVersionTransitions ??
      rule.AbortIncompleteMultipartUpload;
    if (acts === undefined) throw invalidRequest('At least one action needs to be specified in a rule');
  }
  return { Rules: named };
}

/** Queues, topics and functions are services that this server does not have. */
function checkNotification(document: NotificationConfiguration): NotificationConfiguration {
  const elsewhere = [
    ...(document.TopicConfigurations ?? []).map(({ TopicArn }) => TopicArn),
    ...(document.QueueConfigurations ?? []).map(({ QueueArn }) => QueueArn),
    ...(document.LambdaFunctionConfigurations ?? []).map(({ LambdaFunctionArn }) => LambdaFunctionArn),
  ];
  const [first] = elsewhere;
  if (first !== undefined) {
    throw invalidArgument(
      'Unable to validate the following destination configurations',
      first,
      'The destination does not exist',
    );
  }
  return document;
}
