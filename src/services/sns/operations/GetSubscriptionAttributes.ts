import { readAttributes, retryPolicyOf } from '../attributes.ts';
import { requireSubscription, requireTopic } from '../find.ts';
import type { SnsOperation } from '../rooms.ts';

export const GetSubscriptionAttributes: SnsOperation<'GetSubscriptionAttributes'> = async (input, call) => {
  const { row, topic } = await call.rooms.database.read(async (reader) => {
    const found = await requireSubscription(reader, call, input.SubscriptionArn);
    return { row: found, topic: await requireTopic(reader, call, found.topicArn) };
  });
  const attributes = readAttributes(row);
  return {
    Attributes: {
      RawMessageDelivery: 'false',
      ...(attributes.FilterPolicy === undefined ? {} : { FilterPolicyScope: 'MessageAttributes' }),
      ...attributes,
      SubscriptionArn: row.arn,
      TopicArn: row.topicArn,
      Protocol: row.protocol,
      Endpoint: row.endpoint,
      Owner: row.account,
      SubscriptionPrincipal: row.subscribedBy,
      PendingConfirmation: String(row.state === 'pending'),
      ConfirmationWasAuthenticated: String(row.guarded === 1),
      EffectiveDeliveryPolicy: JSON.stringify({
        healthyRetryPolicy: retryPolicyOf(readAttributes(topic), attributes),
      }),
    },
  };
};
