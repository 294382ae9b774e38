import { parseArn } from '../../../kernel/arn.ts';
import type { Tx } from '../../../store/database.ts';
import {
  deleteSubscription,
  endSubscription,
  lockSubscription,
  type SubscriptionRow,
} from '../../../store/sns/subscriptions.ts';
import { send } from '../delivery/publish.ts';
import { mayNot } from '../errors.ts';
import { checkSubscriptionArn } from '../find.ts';
import type { SnsCall, SnsOperation } from '../rooms.ts';
import { EXPIRY_WORK, PENDING_MS } from '../subscriptions/expire.ts';

/**
 * Whoever knows the ARN may end the subscription, as the UnsubscribeURL of a notification does, unless it was confirmed with
 * AuthenticateOnUnsubscribe. Ending what is not there succeeds. An endpoint that its owner did not end is told how to restore it.
 */
export const Unsubscribe: SnsOperation<'Unsubscribe'> = async ({ SubscriptionArn: arn }, call) => {
  const { rooms, principal } = call;
  checkSubscriptionArn(arn);
  await rooms.database.write(async (tx) => {
    const row = await lockSubscription(tx, arn);
    if (row === undefined) return;
    const isOwner = parseArn(arn)?.account === principal.account;
    if (!isOwner && (row.guarded === 1 || principal.account !== ''))
      throw mayNot('The subscription can be ended by its owner only');
    if (isOwner || row.state === 'pending') await deleteSubscription(tx, arn);
    else if (row.state === 'confirmed') await endRestorably(tx, call, row);
  });
  return {};
};

async function endRestorably(tx: Tx, { rooms, now }: SnsCall, subscription: SubscriptionRow): Promise<void> {
  const { arn, topicArn } = subscription;
  const token = rooms.ids.secret(96);
  await endSubscription(tx, arn, token, now);
  await rooms.work.schedule(tx, EXPIRY_WORK, arn, now + PENDING_MS);
  const messageId = rooms.ids.uuid();
  await send(tx, rooms, subscription, { type: 'UnsubscribeConfirmation', messageId, topicArn, token, published: now });
}
