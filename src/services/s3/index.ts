import type { Events } from '../../events/events.ts';
import type { Clock } from '../../kernel/clock.ts';
import type { Ids } from '../../kernel/ids.ts';
import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { Objects } from '../../ports/objects.ts';
import type { Database } from '../../store/database.ts';

export interface S3Rooms {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly events: Events;
  /** Where the bytes of objects are kept. */
  readonly directory: string;
}

export interface S3 {
  readonly service: Service<S3Rooms>;
  readonly objects: Objects;
}

export function createS3(rooms: S3Rooms): S3 {
  const missing = () => Promise.reject(new Error('not built yet'));
  return {
    service: { name: 's3', signingNames: ['s3'], model: loadModel('s3'), operations: {}, rooms },
    objects: { head: missing, read: missing, write: missing, findBucket: missing },
  };
}
