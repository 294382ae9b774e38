import type { Reader, Tx } from '../database.ts';

/** A webhook of CodePipeline. Times in milliseconds. */
export interface WebhookRow {
  readonly account: string;
  readonly region: string;
  readonly name: string;
  /** The secret in its URL. */
  readonly token: string;
  /** WebhookDefinition as JSON, with its secret. */
  readonly definition: string;
  /** How the last delivery went wrong. */
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  /** When a delivery last started the pipeline. */
  readonly lastTriggered: number | null;
  /** JSON of where it is registered; null when it is not. */
  readonly thirdParty: string | null;
}

export type WebhookName = Pick<WebhookRow, 'account' | 'region' | 'name'>;

const COLUMNS = `account, region, name, token, definition, error_code AS "errorCode", error_message AS "errorMessage",
  last_triggered AS "lastTriggered", third_party AS "thirdParty"`;

export function findWebhook(reader: Reader, { account, region, name }: WebhookName): Promise<WebhookRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM webhooks WHERE account = $1 AND region = $2 AND name = $3`, [
    account,
    region,
    name,
  ]);
}

export function findWebhookByToken(reader: Reader, token: string): Promise<WebhookRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM webhooks WHERE token = $1`, [token]);
}

/** By name, after `after`. */
export function listWebhooks(
  reader: Reader,
  scope: { readonly account: string; readonly region: string; readonly after: string; readonly limit: number },
): Promise<WebhookRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM webhooks WHERE account = $1 AND region = $2 AND name > $3 ORDER BY name LIMIT $4`,
    [scope.account, scope.region, scope.after, scope.limit],
  );
}

export async function countWebhooks(reader: Reader, account: string, region: string): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'SELECT COUNT(*) AS count FROM webhooks WHERE account = $1 AND region = $2',
    [account, region],
  );
  return Number(row?.count ?? 0);
}

/** A webhook of that name keeps its token, and gets the new definition. */
export async function putWebhook(
  tx: Tx,
  { account, region, name, token, definition }: Pick<WebhookRow, keyof WebhookName | 'token' | 'definition'>,
): Promise<void> {
  await tx.run(
    `INSERT INTO webhooks (account, region, name, token, definition) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (account, region, name) DO UPDATE SET definition = excluded.definition`,
    [account, region, name, token, definition],
  );
}

export async function deleteWebhook(tx: Tx, { account, region, name }: WebhookName): Promise<void> {
  await tx.run('DELETE FROM webhooks WHERE account = $1 AND region = $2 AND name = $3', [account, region, name]);
}

/** A delivery started the pipeline: what went wrong before is over. */
export async function recordTriggered(tx: Tx, token: string, now: number): Promise<void> {
  await tx.run('UPDATE webhooks SET last_triggered = $2, error_code = NULL, error_message = NULL WHERE token = $1', [
    token,
    now,
  ]);
}

export async function recordWebhookError(tx: Tx, token: string, code: string, message: string): Promise<void> {
  await tx.run('UPDATE webhooks SET error_code = $2, error_message = $3 WHERE token = $1', [token, code, message]);
}

export async function setThirdParty(tx: Tx, token: string, thirdParty: string | null): Promise<void> {
  await tx.run('UPDATE webhooks SET third_party = $2 WHERE token = $1', [token, thirdParty]);
}
