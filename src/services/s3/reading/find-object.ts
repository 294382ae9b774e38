import type { Readable } from 'node:stream';
import type { Reader } from '../../../store/database.ts';
import { contentsOf, type PlacedContent } from '../../../store/s3/contents.ts';
import { findLatest, findVersion, type ObjectVersion } from '../../../store/s3/objects.ts';
import type { ByteRange } from '../content-files.ts';
import { deletedByMarker, markerIsNoObject, noSuchKey, noSuchVersion } from '../errors.ts';
import type { S3Rooms } from '../rooms.ts';

export interface ObjectAddress {
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | undefined;
}

/** The version asked for, or the latest; never a delete marker. */
export async function requireObject(reader: Reader, address: ObjectAddress): Promise<ObjectVersion> {
  const version = await findAny(reader, address);
  if (!version.deleteMarker) return version;
  throw address.versionId === undefined
    ? deletedByMarker(address.key, version.versionId)
    : markerIsNoObject(version.versionId);
}

async function findAny(reader: Reader, { bucket, key, versionId }: ObjectAddress): Promise<ObjectVersion> {
  if (versionId === undefined) {
    const latest = await findLatest(reader, bucket, key);
    if (latest === undefined) throw noSuchKey(key);
    return latest;
  }
  const version = await findVersion(reader, { bucket, key, versionId });
  if (version === undefined) throw noSuchVersion(key, versionId);
  return version;
}

export interface Opened<Choice> {
  readonly version: ObjectVersion;
  readonly body: Readable;
  readonly choice: Choice;
}

/** Chooses what to read of a version once it is known; its range is read. */
export type Choose<Choice extends { readonly range: ByteRange }> = (
  version: ObjectVersion,
  contents: readonly PlacedContent[],
) => Choice;

const ATTEMPTS = 5;

/** Opens an object for reading. One that is replaced between its row and its file is looked up again. */
export async function openObject<Choice extends { readonly range: ByteRange }>(
  rooms: S3Rooms,
  address: ObjectAddress,
  choose: Choose<Choice>,
): Promise<Opened<Choice>> {
  for (let attempt = 1; ; attempt += 1) {
    const { version, contents } = await rooms.database.read(async (reader) => {
      const found = await requireObject(reader, address);
      return { version: found, contents: await contentsOf(reader, found.id) };
    });
    const choice = choose(version, contents);
    const complete = contents.reduce((size, content) => size + content.size, 0) === version.size;
    try {
      if (complete) return { version, body: await rooms.files.read(contents, choice.range), choice };
    } catch (error) {
      if (!isMissing(error) || attempt >= ATTEMPTS) throw error;
    }
    if (attempt >= ATTEMPTS) throw new Error(`The contents of ${version.id} are not all there`);
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
