import { confirmSubscription, findSubscriptionByToken, lockSubscription } from '../../../store/sns/subscriptions.ts';
import { findTopic } from '../../../store/sns/topics.ts';
import { invalidParameter, mayNot, topicNotFound } from '../errors.ts';
import { checkTopicArn } from '../find.ts';
import type { SnsOperation } from '../rooms.ts';
import { PENDING_MS } from '../subscriptions/expire.ts';

/** Whoever shows the token is the endpoint: no signature is asked for, unless later ones are to need it. */
export const ConfirmSubscription: SnsOperation<'ConfirmSubscription'> = async (input, call) => {
  const { TopicArn: topicArn, Token: token } = input;
  const { rooms, now, principal } = call;
  checkTopicArn(topicArn);
  const guarded = input.AuthenticateOnUnsubscribe?.toLowerCase() === 'true';
  if (guarded && principal.account === '') throw mayNot('AuthenticateOnUnsubscribe needs a signed request');
  const arn = await rooms.database.write(async (tx) => {
    if ((await findTopic(tx, topicArn)) === undefined) throw topicNotFound();
    const found = await findSubscriptionByToken(tx, topicArn, token);
    const row = found && (await lockSubscription(tx, found.arn));
    if (row === undefined || now > row.created + PENDING_MS) throw invalidParameter('Token');
    if (row.state !== 'confirmed') await confirmSubscription(tx, row.arn, guarded);
    return row.arn;
  });
  return { SubscriptionArn: arn };
};
