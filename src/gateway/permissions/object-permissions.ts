import type { Grant } from '../../ports/credentials.ts';

/** What policies call the operations of S3, where that is not their name. */
const NAMES: Readonly<Record<string, string>> = {
  HeadObject: 'GetObject',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  UploadPartCopy: 'PutObject',
  CopyObject: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  ListParts: 'ListMultipartUploadParts',
  DeleteObjects: 'DeleteObject',
  ListBuckets: 'ListAllMyBuckets',
  HeadBucket: 'ListBucket',
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  ListMultipartUploads: 'ListBucketMultipartUploads',
  GetBucketNotificationConfiguration: 'GetBucketNotification',
  PutBucketNotificationConfiguration: 'PutBucketNotification',
};
/** Their versions are permissions of their own. */
const OF_VERSIONS: readonly string[] = ['GetObject', 'DeleteObject', 'GetObjectAcl', 'GetObjectTagging'];

type Members = Readonly<Record<string, unknown>>;

/** What an operation on a bucket or object needs; a copy needs to read what it copies, too. */
export function objectPermissions(operation: string, members: Members): readonly Grant[] {
  const { Bucket: bucket, Key: key, CopySource: source, VersionId: version } = members;
  const name = nameOf(operation);
  const action = `s3:${name}${version !== undefined && OF_VERSIONS.includes(name) ? 'Version' : ''}`;
  if (typeof bucket !== 'string') return [{ action, resource: '*' }];
  if (operation === 'DeleteObjects') return deletions(bucket, members);
  const resource = `arn:aws:s3:::${bucket}${typeof key === 'string' ? `/${key}` : ''}`;
  return [{ action, resource }, ...(typeof source === 'string' ? [copied(source)] : [])];
}

/** What is set for a bucket is named for the bucket or not, as history would have it. */
function nameOf(operation: string): string {
  const known = NAMES[operation];
  if (known !== undefined) return known;
  return operation
    .replace(/^DeleteBucket(?=.)(?!Policy|Website)/, 'PutBucket')
    .replace(/^DeletePublicAccessBlock/, 'PutPublicAccessBlock')
    .replace(/PublicAccessBlock$/, 'BucketPublicAccessBlock')
    .replace(/BucketEncryption$/, 'EncryptionConfiguration')
    .replace(/BucketLifecycle(?:Configuration)?$/, 'LifecycleConfiguration');
}

function deletions(bucket: string, { Delete: wanted }: Members): readonly Grant[] {
  const { Objects: objects } = { Objects: undefined, ...(typeof wanted === 'object' ? wanted : {}) };
  const named = Array.isArray(objects) ? objects : [];
  if (named.length === 0) return [{ action: 's3:DeleteObject', resource: `arn:aws:s3:::${bucket}/*` }];
  return named.map(({ Key: key, VersionId: version }: Members) => ({
    action: version === undefined ? 's3:DeleteObject' : 's3:DeleteObjectVersion',
    resource: `arn:aws:s3:::${bucket}/${String(key)}`,
  }));
}

/** `/bucket/key?versionId=...`, or an ARN, encoded as in a URL. */
function copied(source: string): Grant {
  const [path = '', query] = source.split('?');
  const place = decode(path).replace(/^\/|^arn:aws:s3:::/, '');
  return { action: `s3:GetObject${query === undefined ? '' : 'Version'}`, resource: `arn:aws:s3:::${place}` };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
