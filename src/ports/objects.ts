import type { Readable } from 'node:stream';

/** A stored object; bucket names are unique in the whole server. */
export interface ObjectLocation {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | undefined;
}

export interface ObjectInfo {
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  /** Absent where the bucket is not versioned. */
  readonly versionId: string | undefined;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly lastModified: number;
}

export interface StoredObject extends ObjectInfo {
  readonly body: Readable;
}

export interface NewObject extends ObjectLocation {
  readonly account: string;
  readonly region: string;
  readonly body: Readable | Uint8Array;
  readonly contentType?: string | undefined;
  readonly cacheControl?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  /** Canned access control list. */
  readonly acl?: string | undefined;
  /** Id, ARN or alias of the KMS key the object says it is encrypted with. */
  readonly encryptionKey?: string | undefined;
}

/** The object store as other rooms use it. Failures are S3's own errors (`NoSuchBucket`, `NoSuchKey` ...), as ServiceError. */
export interface Objects {
  head(location: ObjectLocation): Promise<ObjectInfo>;
  read(location: ObjectLocation): Promise<StoredObject>;
  write(object: NewObject): Promise<ObjectInfo>;
  /** Deletes what is there now for good; nothing at all, or no bucket, is deleted already. */
  remove(location: ObjectLocation): Promise<void>;
  /** Region of a bucket and whether it is versioned; undefined when there is none. */
  findBucket(bucket: string): Promise<{ readonly region: string; readonly versioned: boolean } | undefined>;
}
