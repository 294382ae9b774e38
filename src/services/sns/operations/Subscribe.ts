import type { Tx } from '../../../store/database.ts';
import {
  deleteSubscription,
  findSubscriptionByEndpoint,
  insertSubscription,
  type NewSubscription,
  type SubscriptionRow,
} from '../../../store/sns/subscriptions.ts';
import { type Attributes, checkSubscriptionAttribute, readAttributes } from '../attributes.ts';
import { send } from '../delivery/publish.ts';
import { invalidParameter } from '../errors.ts';
import { requireLockedTopic } from '../find.ts';
import type { SnsCall, SnsOperation } from '../rooms.ts';
import { checkEndpoint } from '../subscriptions/check-endpoint.ts';
import { EXPIRY_WORK, PENDING_MS } from '../subscriptions/expire.ts';
import { checkFilterPolicy } from '../subscriptions/filter-policy.ts';

/** The endpoint is asked to confirm, again whenever it is subscribed again before it has. */
export const Subscribe: SnsOperation<'Subscribe'> = async (input, call) => {
  const { TopicArn: topicArn, Protocol: protocol, Attributes: attributes = {} } = input;
  const endpoint = checkEndpoint(protocol, input.Endpoint);
  for (const [name, value] of Object.entries(attributes)) checkSubscriptionAttribute(name, value);
  checkFilterPolicy(attributes);
  const row = await call.rooms.database.write(async (tx) => {
    await requireLockedTopic(tx, call, topicArn);
    const found = await findSubscriptionByEndpoint(tx, { topicArn, protocol, endpoint });
    if (found?.state === 'ended') await deleteSubscription(tx, found.arn);
    const known = found?.state === 'ended' ? undefined : found;
    if (known !== undefined) checkSame(known, attributes);
    const subscription = known ?? (await insert(tx, call, { topicArn, protocol, endpoint, attributes }));
    if (subscription.state === 'pending') await askToConfirm(tx, call, subscription);
    return subscription;
  });
  const shown = row.state === 'confirmed' || input.ReturnSubscriptionArn === true;
  return { SubscriptionArn: shown ? row.arn : 'pending confirmation' };
};

function checkSame(known: SubscriptionRow, attributes: Attributes): void {
  const present = readAttributes(known);
  if (Object.entries(attributes).some(([name, value]) => present[name] !== value))
    throw invalidParameter('Attributes Reason: Subscription already exists with different attributes');
}

interface Subscribing {
  readonly topicArn: string;
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes: Attributes;
}

async function insert(
  tx: Tx,
  { account, region, principal, rooms, now }: SnsCall,
  { attributes, ...subscribing }: Subscribing,
): Promise<SubscriptionRow> {
  const row: NewSubscription = {
    ...subscribing,
    arn: `${subscribing.topicArn}:${rooms.ids.uuid()}`,
    account,
    region,
    attributes: JSON.stringify(attributes),
    token: rooms.ids.secret(96),
    subscribedBy: principal.arn,
    created: now,
  };
  await insertSubscription(tx, row);
  await rooms.work.schedule(tx, EXPIRY_WORK, row.arn, now + PENDING_MS);
  const written = await findSubscriptionByEndpoint(tx, row);
  if (written === undefined) throw new Error('The subscription just written is not there');
  return written;
}

async function askToConfirm(tx: Tx, { rooms, now }: SnsCall, subscription: SubscriptionRow): Promise<void> {
  const { topicArn, token } = subscription;
  const messageId = rooms.ids.uuid();
  await send(tx, rooms, subscription, { type: 'SubscriptionConfirmation', messageId, topicArn, token, published: now });
}
