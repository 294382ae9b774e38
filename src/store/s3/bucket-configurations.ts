import type { Reader, Tx } from '../database.ts';

/** Documents that configure a bucket, one of each kind, as JSON text. */
export async function findConfiguration(reader: Reader, bucket: string, kind: string): Promise<string | undefined> {
  const row = await reader.get<{ document: string }>(
    'SELECT document FROM bucket_configurations WHERE bucket = $1 AND kind = $2',
    [bucket, kind],
  );
  return row?.document;
}

export async function putConfiguration(tx: Tx, bucket: string, kind: string, document: string): Promise<void> {
  await tx.run(
    `INSERT INTO bucket_configurations (bucket, kind, document) VALUES ($1, $2, $3)
     ON CONFLICT (bucket, kind) DO UPDATE SET document = excluded.document`,
    [bucket, kind, document],
  );
}

export async function dropConfiguration(tx: Tx, bucket: string, kind: string): Promise<void> {
  await tx.run('DELETE FROM bucket_configurations WHERE bucket = $1 AND kind = $2', [bucket, kind]);
}
