import {
  countFailedAttempt,
  dropNotification,
  findNotification,
  type NotificationRow,
} from '../../../store/sns/notifications.ts';
import { findSubscription, type SubscriptionRow } from '../../../store/sns/subscriptions.ts';
import { findTopic, type TopicRow } from '../../../store/sns/topics.ts';
import { again, done, type Lease, type Verdict } from '../../../work/work.ts';
import { readAttributes, retryPolicyOf } from '../attributes.ts';
import { delayAfter } from '../delivery-policy.ts';
import { envelope, textFor } from '../messages/envelope.ts';
import type { Message } from '../messages/message.ts';
import type { SnsRooms } from '../rooms.ts';
import { post } from './post.ts';

/** Brings one message to one subscriber; the key is the notification's id. */
export const NOTIFICATION_WORK = 'sns.notification';

/** At least once. What the subscriber refuses, and what fails as often as its policy allows, is logged and dropped. */
export async function deliver(rooms: SnsRooms, id: string, { signal }: Lease): Promise<Verdict> {
  const delivery = await load(rooms, id);
  if (delivery === undefined) {
    await rooms.database.write((tx) => dropNotification(tx, id));
    return done;
  }
  const { row, subscription, topic } = delivery;
  const outcome = await post({ ...(await letter(rooms, delivery)), url: subscription.endpoint, signal });
  const policy = retryPolicyOf(readAttributes(topic), readAttributes(subscription));
  const delay = outcome === 'try-again' ? delayAfter(row.attempts + 1, policy) : undefined;
  if (delay !== undefined) {
    await rooms.database.write((tx) => countFailedAttempt(tx, id));
    return again(rooms.clock.now() + delay);
  }
  if (outcome !== 'taken') tellLoss(rooms, delivery);
  await rooms.database.write((tx) => dropNotification(tx, id));
  return done;
}

interface NotificationDelivery {
  readonly row: NotificationRow;
  readonly message: Message;
  readonly subscription: SubscriptionRow;
  readonly topic: TopicRow;
}

/** Undefined when subscription or topic are gone, or the subscriber does not want to be told any more. */
function load({ database }: SnsRooms, id: string): Promise<NotificationDelivery | undefined> {
  return database.read(async (reader) => {
    const row = await findNotification(reader, id);
    const subscription = row && (await findSubscription(reader, row.subscriptionArn));
    const topic = subscription && (await findTopic(reader, subscription.topicArn));
    if (row === undefined || subscription === undefined || topic === undefined) return undefined;
    const message: Message = JSON.parse(row.message);
    const isTooLate = message.type === 'Notification' && subscription.state !== 'confirmed';
    return isTooLate ? undefined : { row, message, subscription, topic };
  });
}

async function letter(rooms: SnsRooms, { message, subscription, topic }: NotificationDelivery) {
  const raw = message.type === 'Notification' && readAttributes(subscription).RawMessageDelivery === 'true';
  const headers = {
    'content-type': 'text/plain; charset=UTF-8',
    'user-agent': 'Amazon Simple Notification Service Agent',
    'x-amz-sns-message-type': message.type,
    'x-amz-sns-message-id': message.messageId,
    'x-amz-sns-topic-arn': message.topicArn,
    ...(message.type !== 'SubscriptionConfirmation' ? { 'x-amz-sns-subscription-arn': subscription.arn } : {}),
    ...(raw ? { 'x-amz-sns-rawdelivery': 'true' } : {}),
  };
  if (raw) return { headers, body: textFor(message, subscription) };
  const body = envelope(message, {
    key: await rooms.signingKey(),
    signatureVersion: readAttributes(topic).SignatureVersion === '2' ? '2' : '1',
    endpoint: rooms.endpoint(),
    subscription,
  });
  return { headers, body };
}

function tellLoss({ log }: SnsRooms, { row, subscription }: NotificationDelivery): void {
  const { arn, endpoint } = subscription;
  log.error('a notification was not delivered', { subscription: arn, endpoint, attempts: row.attempts + 1 });
}
