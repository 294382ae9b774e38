import { deleteSubscription, lockSubscription } from '../../../store/sns/subscriptions.ts';
import { again, done, type Verdict } from '../../../work/work.ts';
import type { SnsRooms } from '../rooms.ts';

/** Forgets a subscription that nobody has confirmed in time, or restored; the key is its ARN. */
export const EXPIRY_WORK = 'sns.expiry';

export const PENDING_MS = 2 * 24 * 3600_000;

export async function expire({ database, clock }: SnsRooms, arn: string): Promise<Verdict> {
  return database.write(async (tx) => {
    const subscription = await lockSubscription(tx, arn);
    if (subscription === undefined || subscription.state === 'confirmed') return done;
    const due = subscription.created + PENDING_MS;
    if (clock.now() < due) return again(due);
    await deleteSubscription(tx, arn);
    return done;
  });
}
