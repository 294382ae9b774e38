import type { SubscriptionRow } from '../../../store/sns/subscriptions.ts';
import type { Subscription } from '../shapes.ts';

const ARNS: Readonly<Partial<Record<SubscriptionRow['state'], string>>> = {
  pending: 'PendingConfirmation',
  ended: 'Deleted',
};

/** A subscription as lists show it: one that is pending has no ARN yet, and one that was ended and may be restored none any more. */
export function subscriptionView(row: SubscriptionRow): Subscription {
  return {
    SubscriptionArn: ARNS[row.state] ?? row.arn,
    Owner: row.account,
    Protocol: row.protocol,
    Endpoint: row.endpoint,
    TopicArn: row.topicArn,
  };
}
