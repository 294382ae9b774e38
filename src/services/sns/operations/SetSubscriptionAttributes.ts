import { setSubscriptionAttributes } from '../../../store/sns/subscriptions.ts';
import { checkSubscriptionAttribute, readAttributes, withAttribute } from '../attributes.ts';
import { requireLockedSubscription } from '../find.ts';
import type { SnsOperation } from '../rooms.ts';
import { checkFilterPolicy } from '../subscriptions/filter-policy.ts';

export const SetSubscriptionAttributes: SnsOperation<'SetSubscriptionAttributes'> = async (input, call) => {
  const { SubscriptionArn: arn, AttributeName: name, AttributeValue: value = '' } = input;
  checkSubscriptionAttribute(name, value);
  await call.rooms.database.write(async (tx) => {
    const row = await requireLockedSubscription(tx, call, arn);
    const attributes = withAttribute(readAttributes(row), name, value);
    checkFilterPolicy(attributes);
    await setSubscriptionAttributes(tx, arn, JSON.stringify(attributes));
  });
  return {};
};
