import { forUpdate, type Reader, type Tx } from '../database.ts';

/** Who is told of what is published to a topic. `attributes` is JSON text; times in milliseconds. */
export interface SubscriptionRow {
  readonly sequence: number;
  readonly arn: string;
  readonly topicArn: string;
  readonly account: string;
  readonly region: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes: string;
  /** `ended` while whoever shows the token may restore it. */
  readonly state: 'pending' | 'confirmed' | 'ended';
  /** To be shown by whoever confirms. */
  readonly token: string;
  /** ARN of the principal. */
  readonly subscribedBy: string;
  /** 1 when only a signed request may end it. */
  readonly guarded: number;
  /** Or ended. */
  readonly created: number;
}

const COLUMNS = `sequence, arn, topic_arn AS "topicArn", account, region, protocol, endpoint, attributes, state, token,
  subscribed_by AS "subscribedBy", guarded, created`;

export type NewSubscription = Omit<SubscriptionRow, 'sequence' | 'state' | 'guarded'>;

export async function insertSubscription(tx: Tx, row: NewSubscription): Promise<void> {
  await tx.run(
    `INSERT INTO subscriptions (arn, topic_arn, account, region, protocol, endpoint, attributes, state, token, subscribed_by, created)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending', $8, $9, $10)`,
    [
      row.arn,
      row.topicArn,
      row.account,
      row.region,
      row.protocol,
      row.endpoint,
      row.attributes,
      row.token,
      row.subscribedBy,
      row.created,
    ],
  );
}

export function findSubscription(reader: Reader, arn: string): Promise<SubscriptionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM subscriptions WHERE arn = $1`, [arn]);
}

export function lockSubscription(tx: Tx, arn: string): Promise<SubscriptionRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM subscriptions WHERE arn = $1${forUpdate(tx)}`, [arn]);
}

export function findSubscriptionByEndpoint(
  reader: Reader,
  { topicArn, protocol, endpoint }: Pick<SubscriptionRow, 'topicArn' | 'protocol' | 'endpoint'>,
): Promise<SubscriptionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM subscriptions WHERE topic_arn = $1 AND protocol = $2 AND endpoint = $3`, [
    topicArn,
    protocol,
    endpoint,
  ]);
}

export function findSubscriptionByToken(
  reader: Reader,
  topicArn: string,
  token: string,
): Promise<SubscriptionRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM subscriptions WHERE topic_arn = $1 AND token = $2`, [topicArn, token]);
}

export function confirmedSubscriptions(reader: Reader, topicArn: string): Promise<SubscriptionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM subscriptions WHERE topic_arn = $1 AND state = 'confirmed' ORDER BY sequence`,
    [topicArn],
  );
}

export async function countSubscriptions(
  reader: Reader,
  topicArn: string,
): Promise<Readonly<Record<SubscriptionRow['state'], number>>> {
  const rows = await reader.all<{ state: string; count: number }>(
    'SELECT state, COUNT(*) AS count FROM subscriptions WHERE topic_arn = $1 GROUP BY state',
    [topicArn],
  );
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0;
  return { pending: of('pending'), confirmed: of('confirmed'), ended: of('ended') };
}

export interface SubscriptionPage {
  /** Sequence number of the last one of the page before. */
  readonly after: number;
  readonly limit: number;
}

export function listSubscriptionsOfTopic(
  reader: Reader,
  topicArn: string,
  { after, limit }: SubscriptionPage,
): Promise<SubscriptionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM subscriptions WHERE topic_arn = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`,
    [topicArn, after, limit],
  );
}

export function listSubscriptions(
  reader: Reader,
  { account, region }: { readonly account: string; readonly region: string },
  { after, limit }: SubscriptionPage,
): Promise<SubscriptionRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM subscriptions WHERE account = $1 AND region = $2 AND sequence > $3 ORDER BY sequence LIMIT $4`,
    [account, region, after, limit],
  );
}

export async function confirmSubscription(tx: Tx, arn: string, guarded: boolean): Promise<void> {
  await tx.run(`UPDATE subscriptions SET state = 'confirmed', guarded = $2 WHERE arn = $1`, [arn, guarded ? 1 : 0]);
}

export async function endSubscription(tx: Tx, arn: string, token: string, now: number): Promise<void> {
  await tx.run(`UPDATE subscriptions SET state = 'ended', token = $2, created = $3 WHERE arn = $1`, [arn, token, now]);
}

export async function setSubscriptionAttributes(tx: Tx, arn: string, attributes: string): Promise<void> {
  await tx.run('UPDATE subscriptions SET attributes = $2 WHERE arn = $1', [arn, attributes]);
}

export async function deleteSubscription(tx: Tx, arn: string): Promise<void> {
  await tx.run('DELETE FROM subscriptions WHERE arn = $1', [arn]);
}
