import { deleteSubscription, lockSubscription } from '../../store/subscriptions.ts';
import { done, type Verdict } from '../../work/work.ts';
import type { SnsRooms } from './rooms.ts';

/** Ends a subscription that nobody has confirmed in time; the key is its ARN. */
export const EXPIRY_WORK = 'sns.expiry';

export const PENDING_MS = 2 * 24 * 3600_000;

export async function expire({ database }: SnsRooms, arn: string): Promise<Verdict> {
  await database.write(async (tx) => {
    const subscription = await lockSubscription(tx, arn);
    if (subscription?.state === 'pending') await deleteSubscription(tx, arn);
  });
  return done;
}
