import { forUpdate, type Reader, type Tx } from '../database.ts';
import type { KeyRange, ObjectFacts } from './objects.ts';

/** An object that arrives in parts. */
export interface Upload extends NewUpload {
  /** Lower for every upload that is begun on the server. */
  readonly sequence: number;
}

export interface NewUpload {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly initiated: number;
  readonly facts: UploadFacts;
}

export interface UploadFacts {
  /** What the object will be described by. */
  readonly object: ObjectFacts;
  readonly checksum?: { readonly algorithm: string; readonly type: 'FULL_OBJECT' | 'COMPOSITE' } | undefined;
}

export interface UploadPart {
  readonly number: number;
  readonly size: number;
  /** Without quotes. */
  readonly etag: string;
  readonly checksum: string | null;
  readonly modified: number;
}

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly bucket: string;
  readonly key: Uint8Array;
  readonly initiated: number;
  readonly facts: string;
}

const COLUMNS = '-sequence AS sequence, id, bucket, key, initiated, facts';
const PART = 'number, size, etag, checksum, modified';

export async function insertUpload(tx: Tx, { id, bucket, key, initiated, facts }: NewUpload): Promise<void> {
  await tx.run('INSERT INTO uploads (id, bucket, key, initiated, facts) VALUES ($1, $2, $3, $4, $5)', [
    id,
    bucket,
    Buffer.from(key, 'utf8'),
    initiated,
    JSON.stringify(facts),
  ]);
}

export async function findUpload(reader: Reader, id: string): Promise<Upload | undefined> {
  return one(await reader.get(`SELECT ${COLUMNS} FROM uploads WHERE id = $1`, [id]));
}

/** The same, held until the end of the transaction: parts do not come while an upload is completed. */
export async function lockUpload(tx: Tx, id: string): Promise<Upload | undefined> {
  return one(await tx.get(`SELECT ${COLUMNS} FROM uploads WHERE id = $1${forUpdate(tx)}`, [id]));
}

export async function uploadsOf(reader: Reader, bucket: string): Promise<string[]> {
  const rows = await reader.all<{ id: string }>('SELECT id FROM uploads WHERE bucket = $1', [bucket]);
  return rows.map(({ id }) => id);
}

/** Uploads of the same key stand in the order of their beginnings: `sequence`, and `before` with it, runs downwards. */
export async function listUploads(reader: Reader, range: KeyRange): Promise<Upload[]> {
  const { bucket, from, end, before, limit } = range;
  const rows = await reader.all<Row>(
    `SELECT ${COLUMNS} FROM uploads
     WHERE bucket = $1 AND key >= $2 AND (key > $2 OR -sequence < $3) ${end === undefined ? '' : 'AND key < $5'}
     ORDER BY key, uploads.sequence LIMIT $4`,
    [bucket, from, before, limit, ...(end === undefined ? [] : [end])],
  );
  return rows.map(uploadOf);
}

export async function deleteUpload(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM upload_parts WHERE upload_id = $1', [id]);
  await tx.run('DELETE FROM uploads WHERE id = $1', [id]);
}

export async function putPart(tx: Tx, uploadId: string, part: UploadPart): Promise<void> {
  await tx.run(
    `INSERT INTO upload_parts (upload_id, number, size, etag, checksum, modified) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (upload_id, number) DO UPDATE SET
       size = excluded.size, etag = excluded.etag, checksum = excluded.checksum, modified = excluded.modified`,
    [uploadId, part.number, part.size, part.etag, part.checksum, part.modified],
  );
}

/** Parts with numbers above `after`, in order. */
export function listParts(reader: Reader, uploadId: string, after: number, limit: number): Promise<UploadPart[]> {
  return reader.all(`SELECT ${PART} FROM upload_parts WHERE upload_id = $1 AND number > $2 ORDER BY number LIMIT $3`, [
    uploadId,
    after,
    limit,
  ]);
}

function one(row: Row | undefined): Upload | undefined {
  return row === undefined ? undefined : uploadOf(row);
}

function uploadOf(row: Row): Upload {
  return { ...row, key: Buffer.from(row.key).toString('utf8'), facts: JSON.parse(row.facts) };
}
