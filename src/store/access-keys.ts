import type { Reader, Tx } from './database.ts';

/** Long-lived keys have neither `sessionToken` nor `expires`; temporary ones have both. `expires` in milliseconds. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | null;
  readonly account: string;
  readonly arn: string;
  readonly userId: string;
  readonly expires: number | null;
  /** JSON of all that the key is good for; absent when that is whatever its account may do. */
  readonly scope?: string | null | undefined;
}

export async function insertAccessKey(tx: Tx, key: AccessKey): Promise<void> {
  await tx.run(
    `INSERT INTO access_keys (access_key_id, secret_access_key, session_token, account, arn, user_id, expires, scope)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      key.accessKeyId,
      key.secretAccessKey,
      key.sessionToken,
      key.account,
      key.arn,
      key.userId,
      key.expires,
      key.scope ?? null,
    ],
  );
}

export function findAccessKey(reader: Reader, accessKeyId: string): Promise<AccessKey | undefined> {
  return reader.get(
    `SELECT access_key_id AS "accessKeyId", secret_access_key AS "secretAccessKey", session_token AS "sessionToken",
            account, arn, user_id AS "userId", expires, scope
     FROM access_keys WHERE access_key_id = $1`,
    [accessKeyId],
  );
}

export async function deleteAccessKey(tx: Tx, accessKeyId: string): Promise<void> {
  await tx.run('DELETE FROM access_keys WHERE access_key_id = $1', [accessKeyId]);
}

export function deleteExpiredAccessKeys(tx: Tx, now: number): Promise<number> {
  return tx.run('DELETE FROM access_keys WHERE expires < $1', [now]);
}

/** Whoever held keys under that user id holds none any more. */
export async function deleteAccessKeysOf(tx: Tx, userId: string): Promise<void> {
  await tx.run('DELETE FROM access_keys WHERE user_id = $1', [userId]);
}
