import type { AnyOperation, Call } from '../../../kernel/operation.ts';
import { ServiceError } from '../../../kernel/service-error.ts';
import type { Tx } from '../../../store/database.ts';
import { dropConfiguration, findConfiguration, putConfiguration } from '../../../store/s3/bucket-configurations.ts';
import type { S3Rooms } from '../rooms.ts';
import { type BucketRequest, holdBucket, readBucket } from './find-bucket.ts';

/** A document that configures a bucket: kept as it was put, answered as it was kept. */
export interface Configuration {
  /** Under which the store keeps it. */
  readonly kind: string;
  /** Member of the put request that holds it. */
  readonly member: string;
  /** The answer to a put or get, from the document: for most the document is the answer, for some a member of it. */
  readonly answer: (document: unknown) => object;
  /** What is answered where none was put: an error of its own, or a default. */
  readonly absent: (bucket: string) => ServiceError | object;
  /** Refuses, by throwing, a document that S3 would refuse, or completes it. */
  readonly check?: (document: never, call: Call<S3Rooms>) => unknown;
  /** What else follows when it is put. */
  readonly apply?: (tx: Tx, bucket: string, document: never) => Promise<void>;
}

type ConfigurationOperation = AnyOperation<S3Rooms>;

export function put(configuration: Configuration): ConfigurationOperation {
  const { kind, member, check, apply } = configuration;
  return async (input: BucketRequest & Readonly<Record<string, unknown>>, call) => {
    const asked = input[member] as never;
    const document = check === undefined ? asked : (check(asked, call) as never);
    await call.rooms.database.write(async (tx) => {
      const bucket = await holdBucket(tx, input, call);
      await putConfiguration(tx, bucket.name, kind, JSON.stringify(document));
      await apply?.(tx, bucket.name, document);
    });
    return {};
  };
}

export function get({ kind, answer, absent }: Configuration): ConfigurationOperation {
  return (input: BucketRequest, call) =>
    call.rooms.database.read(async (reader) => {
      const bucket = await readBucket(reader, input, call);
      const document = await findConfiguration(reader, bucket.name, kind);
      if (document !== undefined) return answer(JSON.parse(document, revive));
      const instead = absent(bucket.name);
      if (instead instanceof ServiceError) throw instead;
      return instead;
    });
}

export function drop({ kind }: Configuration): ConfigurationOperation {
  return async (input: BucketRequest, call) => {
    await call.rooms.database.write(async (tx) => {
      const bucket = await holdBucket(tx, input, call);
      await dropConfiguration(tx, bucket.name, kind);
    });
    return {};
  };
}

/** `Date` is the one member of these documents that holds a time. */
function revive(name: string, value: unknown): unknown {
  return name === 'Date' && typeof value === 'string' ? new Date(value) : value;
}
