import { countSubscriptions } from '../../../store/sns/subscriptions.ts';
import { readAttributes, retryPolicyOf } from '../attributes.ts';
import { requireTopic } from '../find.ts';
import type { SnsOperation } from '../rooms.ts';

export const GetTopicAttributes: SnsOperation<'GetTopicAttributes'> = async ({ TopicArn: topicArn }, call) => {
  const { topic, counts } = await call.rooms.database.read(async (reader) => ({
    topic: await requireTopic(reader, call, topicArn),
    counts: await countSubscriptions(reader, topicArn),
  }));
  const attributes = readAttributes(topic);
  return {
    Attributes: {
      Policy: ownersPolicy(topicArn, topic.account),
      DisplayName: '',
      ...attributes,
      TopicArn: topicArn,
      Owner: topic.account,
      SubscriptionsPending: String(counts.pending),
      SubscriptionsConfirmed: String(counts.confirmed),
      SubscriptionsDeleted: String(counts.ended),
      EffectiveDeliveryPolicy: JSON.stringify({
        http: { defaultHealthyRetryPolicy: retryPolicyOf(attributes), disableSubscriptionOverrides: false },
      }),
    },
  };
};

/** What a topic has that was given no policy: its account may do everything with it. */
function ownersPolicy(topicArn: string, account: string): string {
  return JSON.stringify({
    Version: '2008-10-17',
    Id: '__default_policy_ID',
    Statement: [
      {
        Sid: '__default_statement_ID',
        Effect: 'Allow',
        Principal: { AWS: '*' },
        Action: [
          'SNS:GetTopicAttributes',
          'SNS:SetTopicAttributes',
          'SNS:AddPermission',
          'SNS:RemovePermission',
          'SNS:DeleteTopic',
          'SNS:Subscribe',
          'SNS:ListSubscriptionsByTopic',
          'SNS:Publish',
        ],
        Resource: topicArn,
        Condition: { StringEquals: { 'AWS:SourceOwner': account } },
      },
    ],
  });
}
