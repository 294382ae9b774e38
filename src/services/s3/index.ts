import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Log } from '../../kernel/log.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { Objects } from '../../ports/objects.ts';
import type { SourceChanges } from '../../ports/source-changes.ts';
import type { Database } from '../../store/database.ts';
import {
  CORS,
  ENCRYPTION,
  LIFECYCLE,
  LOGGING,
  NOTIFICATION,
  OWNERSHIP,
  POLICY,
  PUBLIC_ACCESS_BLOCK,
  TAGGING,
} from './buckets/bucket-documents.ts';
import { drop, get, put } from './buckets/configurations.ts';
import { NEVER_CONFIGURED } from './buckets/never-configured.ts';
import { ContentFiles } from './content-files.ts';
import { createObjects } from './objects.ts';
import { AbortMultipartUpload } from './operations/AbortMultipartUpload.ts';
import { CompleteMultipartUpload } from './operations/CompleteMultipartUpload.ts';
import { CopyObject } from './operations/CopyObject.ts';
import { CreateBucket } from './operations/CreateBucket.ts';
import { CreateMultipartUpload } from './operations/CreateMultipartUpload.ts';
import { DeleteBucket } from './operations/DeleteBucket.ts';
import { DeleteObject } from './operations/DeleteObject.ts';
import { DeleteObjects } from './operations/DeleteObjects.ts';
import { DeleteObjectTagging } from './operations/DeleteObjectTagging.ts';
import { GetBucketAcl } from './operations/GetBucketAcl.ts';
import { GetBucketLocation } from './operations/GetBucketLocation.ts';
import { GetBucketVersioning } from './operations/GetBucketVersioning.ts';
import { GetObject } from './operations/GetObject.ts';
import { GetObjectAcl } from './operations/GetObjectAcl.ts';
import { GetObjectAttributes } from './operations/GetObjectAttributes.ts';
import { GetObjectTagging } from './operations/GetObjectTagging.ts';
import { HeadBucket } from './operations/HeadBucket.ts';
import { HeadObject } from './operations/HeadObject.ts';
import { ListBuckets } from './operations/ListBuckets.ts';
import { ListMultipartUploads } from './operations/ListMultipartUploads.ts';
import { ListObjects } from './operations/ListObjects.ts';
import { ListObjectsV2 } from './operations/ListObjectsV2.ts';
import { ListObjectVersions } from './operations/ListObjectVersions.ts';
import { ListParts } from './operations/ListParts.ts';
import { PutBucketAcl } from './operations/PutBucketAcl.ts';
import { PutBucketVersioning } from './operations/PutBucketVersioning.ts';
import { PutObject } from './operations/PutObject.ts';
import { PutObjectAcl } from './operations/PutObjectAcl.ts';
import { PutObjectTagging } from './operations/PutObjectTagging.ts';
import { UploadPart } from './operations/UploadPart.ts';
import { UploadPartCopy } from './operations/UploadPartCopy.ts';
import { refuse } from './refuse.ts';
import type { S3Rooms } from './rooms.ts';
import { sweepContents } from './sweep-contents.ts';

export interface OuterRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  readonly changes: SourceChanges;
  /** Where the bytes of objects are kept. */
  readonly directory: string;
}

export interface S3 {
  readonly service: Service<S3Rooms>;
  readonly objects: Objects;
}

export function createS3({ directory, ...outer }: OuterRooms): S3 {
  const rooms = { ...outer, files: new ContentFiles(directory, outer.ids) };
  void sweepContents(rooms);
  return {
    service: { name: 's3', signingNames: ['s3'], model: loadModel('s3'), operations, rooms, refuse },
    objects: createObjects(rooms),
  };
}

const CONFIGURATIONS: Service<S3Rooms>['operations'] = {
  DeleteBucketCors: drop(CORS),
  DeleteBucketEncryption: drop(ENCRYPTION),
  DeleteBucketLifecycle: drop(LIFECYCLE),
  DeleteBucketOwnershipControls: drop(OWNERSHIP),
  DeleteBucketPolicy: drop(POLICY),
  DeleteBucketTagging: drop(TAGGING),
  DeletePublicAccessBlock: drop(PUBLIC_ACCESS_BLOCK),
  GetBucketCors: get(CORS),
  GetBucketEncryption: get(ENCRYPTION),
  GetBucketLifecycleConfiguration: get(LIFECYCLE),
  GetBucketLogging: get(LOGGING),
  GetBucketNotificationConfiguration: get(NOTIFICATION),
  GetBucketOwnershipControls: get(OWNERSHIP),
  GetBucketPolicy: get(POLICY),
  GetBucketTagging: get(TAGGING),
  GetPublicAccessBlock: get(PUBLIC_ACCESS_BLOCK),
  PutBucketCors: put(CORS),
  PutBucketEncryption: put(ENCRYPTION),
  PutBucketLifecycleConfiguration: put(LIFECYCLE),
  PutBucketLogging: put(LOGGING),
  PutBucketNotificationConfiguration: put(NOTIFICATION),
  PutBucketOwnershipControls: put(OWNERSHIP),
  PutBucketPolicy: put(POLICY),
  PutBucketTagging: put(TAGGING),
  PutPublicAccessBlock: put(PUBLIC_ACCESS_BLOCK),
};

export const operations: Service<S3Rooms>['operations'] = {
  ...CONFIGURATIONS,
  ...NEVER_CONFIGURED,
  AbortMultipartUpload,
  CompleteMultipartUpload,
  CopyObject,
  CreateBucket,
  CreateMultipartUpload,
  DeleteBucket,
  DeleteObject,
  DeleteObjectTagging,
  DeleteObjects,
  GetBucketAcl,
  GetBucketLocation,
  GetBucketVersioning,
  GetObject,
  GetObjectAcl,
  GetObjectAttributes,
  GetObjectTagging,
  HeadBucket,
  HeadObject,
  ListBuckets,
  ListMultipartUploads,
  ListObjectVersions,
  ListObjects,
  ListObjectsV2,
  ListParts,
  PutBucketAcl,
  PutBucketVersioning,
  PutObject,
  PutObjectAcl,
  PutObjectTagging,
  UploadPart,
  UploadPartCopy,
};
