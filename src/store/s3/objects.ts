import type { Reader, Tx } from '../database.ts';

/** A version of an object, or a delete marker. */
export interface ObjectVersion {
  /** Grows with every version that is written to the server. */
  readonly sequence: number;
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  /** `null` is the version written while versioning was off. */
  readonly versionId: string;
  readonly latest: boolean;
  readonly deleteMarker: boolean;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  /** Milliseconds since the epoch. */
  readonly modified: number;
  readonly facts: ObjectFacts;
}

/** What was said of an object when it was put; answered with it. */
export interface ObjectFacts {
  readonly contentType?: string | undefined;
  readonly cacheControl?: string | undefined;
  readonly contentDisposition?: string | undefined;
  readonly contentEncoding?: string | undefined;
  readonly contentLanguage?: string | undefined;
  readonly expires?: string | undefined;
  readonly redirect?: string | undefined;
  readonly storageClass?: string | undefined;
  /** As asked for: `AES256`, `aws:kms` and the key. */
  readonly encryption?: string | undefined;
  readonly encryptionKey?: string | undefined;
  readonly metadata?: Readonly<Record<string, string>> | undefined;
  readonly tags?: readonly { readonly Key: string; readonly Value: string }[] | undefined;
  readonly checksum?: ObjectChecksum | undefined;
  /** Parts it was put together from; absent when it came in one piece. */
  readonly parts?: number | undefined;
}

export interface ObjectChecksum {
  readonly algorithm: string;
  readonly value: string;
  readonly type: 'FULL_OBJECT' | 'COMPOSITE';
}

export type NewVersion = Omit<ObjectVersion, 'sequence' | 'latest'>;

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly bucket: string;
  readonly key: Uint8Array;
  readonly versionId: string;
  readonly latest: number;
  readonly deleteMarker: number;
  readonly size: number;
  readonly etag: string;
  readonly modified: number;
  readonly facts: string;
}

const COLUMNS = `sequence, id, bucket, key, version_id AS "versionId", latest, delete_marker AS "deleteMarker", size, etag,
  modified, facts`;

/** Becomes the latest version of its key. A version of the same id must be gone before. */
export async function insertVersion(tx: Tx, version: NewVersion): Promise<ObjectVersion> {
  const { id, bucket, key, versionId, deleteMarker, size, etag, modified, facts } = version;
  await tx.run('UPDATE objects SET latest = 0 WHERE bucket = $1 AND key = $2 AND latest = 1', [bucket, bytes(key)]);
  const row = await tx.get<{ sequence: number }>(
    `INSERT INTO objects (id, bucket, key, version_id, latest, delete_marker, size, etag, modified, facts)
     VALUES ($1, $2, $3, $4, 1, $5, $6, $7, $8, $9) RETURNING sequence`,
    [id, bucket, bytes(key), versionId, deleteMarker ? 1 : 0, size, etag, modified, JSON.stringify(facts)],
  );
  return { ...version, latest: true, sequence: row?.sequence ?? 0 };
}

export async function findLatest(reader: Reader, bucket: string, key: string): Promise<ObjectVersion | undefined> {
  return one(
    await reader.get(`SELECT ${COLUMNS} FROM objects WHERE bucket = $1 AND key = $2 AND latest = 1`, [
      bucket,
      bytes(key),
    ]),
  );
}

export async function findVersion(
  reader: Reader,
  { bucket, key, versionId }: { readonly bucket: string; readonly key: string; readonly versionId: string },
): Promise<ObjectVersion | undefined> {
  return one(
    await reader.get(`SELECT ${COLUMNS} FROM objects WHERE bucket = $1 AND key = $2 AND version_id = $3`, [
      bucket,
      bytes(key),
      versionId,
    ]),
  );
}

/** When it was the latest, the newest of those that stay is the latest now. */
export async function deleteVersion(tx: Tx, version: ObjectVersion): Promise<void> {
  const { id, bucket, key, latest } = version;
  await tx.run('DELETE FROM objects WHERE id = $1', [id]);
  if (!latest) return;
  await tx.run(
    `UPDATE objects SET latest = 1 WHERE sequence =
       (SELECT MAX(sequence) FROM objects WHERE bucket = $1 AND key = $2)`,
    [bucket, bytes(key)],
  );
}

export async function replaceFacts(tx: Tx, id: string, facts: ObjectFacts): Promise<void> {
  await tx.run('UPDATE objects SET facts = $2 WHERE id = $1', [id, JSON.stringify(facts)]);
}

export async function holdsObjects(reader: Reader, bucket: string): Promise<boolean> {
  return (await reader.get('SELECT 1 AS one FROM objects WHERE bucket = $1 LIMIT 1', [bucket])) !== undefined;
}

/** Part of a bucket in the order of keys: from `from` (with it) up to `end` (without it), both in UTF-8. */
export interface KeyRange {
  readonly bucket: string;
  readonly from: Uint8Array;
  readonly end: Uint8Array | undefined;
  /** Of the key `from` itself, only versions with a lower sequence. */
  readonly before: number;
  readonly limit: number;
}

/** Objects that are there now, without those whose latest version is a delete marker. */
export function listCurrent(reader: Reader, range: KeyRange): Promise<ObjectVersion[]> {
  return list(reader, range, 'AND latest = 1 AND delete_marker = 0 ORDER BY key');
}

/** All versions, the newest of a key first. */
export function listVersions(reader: Reader, range: KeyRange): Promise<ObjectVersion[]> {
  return list(reader, range, 'ORDER BY key, sequence DESC');
}

async function list(reader: Reader, range: KeyRange, which: string): Promise<ObjectVersion[]> {
  const { bucket, from, end, before, limit } = range;
  const upTo = end === undefined ? '' : 'AND key < $5';
  const rows = await reader.all<Row>(
    `SELECT ${COLUMNS} FROM objects
     WHERE bucket = $1 AND key >= $2 AND (key > $2 OR sequence < $3) ${upTo} ${which} LIMIT $4`,
    [bucket, from, before, limit, ...(end === undefined ? [] : [end])],
  );
  return rows.map(versionOf);
}

function one(row: Row | undefined): ObjectVersion | undefined {
  return row === undefined ? undefined : versionOf(row);
}

function versionOf(row: Row): ObjectVersion {
  return {
    ...row,
    key: Buffer.from(row.key).toString('utf8'),
    latest: row.latest === 1,
    deleteMarker: row.deleteMarker === 1,
    facts: JSON.parse(row.facts),
  };
}

function bytes(key: string): Uint8Array {
  return Buffer.from(key, 'utf8');
}
