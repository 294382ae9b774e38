import { parseArn } from '../../../kernel/arn.ts';
import { deleteSubscription, lockSubscription } from '../../../store/subscriptions.ts';
import { mayNot } from '../errors.ts';
import { checkSubscriptionArn } from '../find.ts';
import type { SnsOperation } from '../rooms.ts';

/**
 * Whoever knows the ARN may end the subscription, as the UnsubscribeURL of a notification does, unless it was confirmed with
 * AuthenticateOnUnsubscribe. Ending what is not there succeeds.
 *
 * Gaps: no UnsubscribeConfirmation is sent.
 */
export const Unsubscribe: SnsOperation<'Unsubscribe'> = async ({ SubscriptionArn: arn }, { rooms, principal }) => {
  checkSubscriptionArn(arn);
  await rooms.database.write(async (tx) => {
    const row = await lockSubscription(tx, arn);
    if (row === undefined) return;
    const isOwner = parseArn(arn)?.account === principal.account;
    if (!isOwner && (row.guarded === 1 || principal.account !== ''))
      throw mayNot('The subscription can be ended by its owner only');
    await deleteSubscription(tx, arn);
  });
  return {};
};
