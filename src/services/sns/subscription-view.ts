import type { SubscriptionRow } from '../../store/subscriptions.ts';
import type { Subscription } from './shapes.ts';

/** A subscription as lists show it: one that is pending has no ARN yet. */
export function subscriptionView(row: SubscriptionRow): Subscription {
  return {
    SubscriptionArn: row.state === 'pending' ? 'PendingConfirmation' : row.arn,
    Owner: row.account,
    Protocol: row.protocol,
    Endpoint: row.endpoint,
    TopicArn: row.topicArn,
  };
}
