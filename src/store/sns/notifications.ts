import type { Reader, Tx } from '../database.ts';

/** One message on its way to one subscription. */
export interface NotificationRow {
  readonly id: string;
  readonly subscriptionArn: string;
  /** JSON text. */
  readonly message: string;
  /** Attempts that failed so far. */
  readonly attempts: number;
}

/** The same id is on its way once. */
export async function insertNotification(tx: Tx, row: Omit<NotificationRow, 'attempts'>): Promise<void> {
  await tx.run(
    'INSERT INTO notifications (id, subscription_arn, message) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
    [row.id, row.subscriptionArn, row.message],
  );
}

export function findNotification(reader: Reader, id: string): Promise<NotificationRow | undefined> {
  return reader.get(
    'SELECT id, subscription_arn AS "subscriptionArn", message, attempts FROM notifications WHERE id = $1',
    [id],
  );
}

export async function countFailedAttempt(tx: Tx, id: string): Promise<void> {
  await tx.run('UPDATE notifications SET attempts = attempts + 1 WHERE id = $1', [id]);
}

export async function dropNotification(tx: Tx, id: string): Promise<void> {
  await tx.run('DELETE FROM notifications WHERE id = $1', [id]);
}
