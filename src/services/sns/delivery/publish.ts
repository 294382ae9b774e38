import type { Tx } from '../../../store/database.ts';
import { insertNotification } from '../../../store/sns/notifications.ts';
import { confirmedSubscriptions, type SubscriptionRow } from '../../../store/sns/subscriptions.ts';
import { readAttributes } from '../attributes.ts';
import { textFor } from '../messages/envelope.ts';
import type { Message, PublishedMessage } from '../messages/message.ts';
import type { SnsRooms } from '../rooms.ts';
import { wants } from '../subscriptions/filter-policy.ts';
import { NOTIFICATION_WORK } from './deliver.ts';

/** Leaves the message on its way to everybody who has confirmed to be told, and wants it. */
export async function publish(tx: Tx, rooms: SnsRooms, message: PublishedMessage): Promise<void> {
  for (const subscription of await confirmedSubscriptions(tx, message.topicArn)) {
    if (wants(readAttributes(subscription), message, textFor(message, subscription)))
      await send(tx, rooms, subscription, message);
  }
}

export async function send(tx: Tx, { work }: SnsRooms, { arn }: SubscriptionRow, message: Message): Promise<void> {
  const id = `${message.messageId}/${arn}`;
  await insertNotification(tx, { id, subscriptionArn: arn, message: JSON.stringify(message) });
  await work.schedule(tx, NOTIFICATION_WORK, id);
}
