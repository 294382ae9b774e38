import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import type { Log } from '../../kernel/log.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { Objects } from '../../ports/objects.ts';
import type { Database } from '../../store/database.ts';
import { ContentFiles } from './content-files.ts';
import { createObjects } from './objects.ts';
import { CreateBucket } from './operations/CreateBucket.ts';
import { GetBucketVersioning } from './operations/GetBucketVersioning.ts';
import { GetObject } from './operations/GetObject.ts';
import { HeadObject } from './operations/HeadObject.ts';
import { PutBucketVersioning } from './operations/PutBucketVersioning.ts';
import { PutObject } from './operations/PutObject.ts';
import { refuse } from './refuse.ts';
import type { S3Rooms } from './rooms.ts';

export interface OuterRooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly events: Events;
  /** Where the bytes of objects are kept. */
  readonly directory: string;
}

export interface S3 {
  readonly service: Service<S3Rooms>;
  readonly objects: Objects;
}

export function createS3({ directory, ...outer }: OuterRooms): S3 {
  const rooms = { ...outer, files: new ContentFiles(directory, outer.ids) };
  return {
    service: { name: 's3', signingNames: ['s3'], model: loadModel('s3'), operations: OPERATIONS, rooms, refuse },
    objects: createObjects(rooms),
  };
}

const OPERATIONS: Service<S3Rooms>['operations'] = {
  CreateBucket,
  GetBucketVersioning,
  GetObject,
  HeadObject,
  PutBucketVersioning,
  PutObject,
};
