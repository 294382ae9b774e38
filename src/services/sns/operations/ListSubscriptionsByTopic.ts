import { listSubscriptionsOfTopic } from '../../../store/sns/subscriptions.ts';
import { requireTopic } from '../find.ts';
import { cutPage, PAGE, positionOf } from '../page.ts';
import type { SnsOperation } from '../rooms.ts';
import { subscriptionView } from '../subscriptions/subscription-view.ts';

export const ListSubscriptionsByTopic: SnsOperation<'ListSubscriptionsByTopic'> = async (input, call) => {
  const { TopicArn: topicArn, NextToken: token } = input;
  const after = positionOf(token, 0);
  const rows = await call.rooms.database.read(async (reader) => {
    await requireTopic(reader, call, topicArn);
    return listSubscriptionsOfTopic(reader, topicArn, { after, limit: PAGE + 1 });
  });
  const { page, nextToken } = cutPage(rows, ({ sequence }) => sequence);
  return { Subscriptions: page.map(subscriptionView), NextToken: nextToken };
};
