import { forUpdate, type Reader, type Tx } from '../database.ts';

/** A topic. `attributes` is JSON text; times in milliseconds. */
export interface TopicRow {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly name: string;
  readonly attributes: string;
  readonly created: number;
}

const COLUMNS = 'arn, account, region, name, attributes, created';

/** Answers false when there is a topic of that ARN. */
export async function insertTopic(tx: Tx, row: TopicRow): Promise<boolean> {
  const inserted = await tx.run(
    `INSERT INTO topics (${COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (arn) DO NOTHING`,
    [row.arn, row.account, row.region, row.name, row.attributes, row.created],
  );
  return inserted > 0;
}

export function findTopic(reader: Reader, arn: string): Promise<TopicRow | undefined> {
  return reader.get(`SELECT ${COLUMNS} FROM topics WHERE arn = $1`, [arn]);
}

export function lockTopic(tx: Tx, arn: string): Promise<TopicRow | undefined> {
  return tx.get(`SELECT ${COLUMNS} FROM topics WHERE arn = $1${forUpdate(tx)}`, [arn]);
}

/** Topics by name, after `after`. */
export function listTopics(
  reader: Reader,
  scope: { readonly account: string; readonly region: string; readonly after: string; readonly limit: number },
): Promise<TopicRow[]> {
  return reader.all(
    `SELECT ${COLUMNS} FROM topics WHERE account = $1 AND region = $2 AND name > $3 ORDER BY name LIMIT $4`,
    [scope.account, scope.region, scope.after, scope.limit],
  );
}

export async function setTopicAttributes(tx: Tx, arn: string, attributes: string): Promise<void> {
  await tx.run('UPDATE topics SET attributes = $2 WHERE arn = $1', [arn, attributes]);
}

/** The topic with its subscriptions. Notifications on their way find their subscription gone. */
export async function deleteTopic(tx: Tx, arn: string): Promise<void> {
  await tx.run('DELETE FROM subscriptions WHERE topic_arn = $1', [arn]);
  await tx.run('DELETE FROM topics WHERE arn = $1', [arn]);
}
