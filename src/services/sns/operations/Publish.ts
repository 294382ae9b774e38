import { publish } from '../delivery/publish.ts';
import { invalidParameter } from '../errors.ts';
import { requireTopic } from '../find.ts';
import { readMessage } from '../messages/message.ts';
import type { SnsOperation } from '../rooms.ts';

/** Once this is answered the message is on its way to every confirmed subscription, whatever happens to the server. */
export const Publish: SnsOperation<'Publish'> = async (input, call) => {
  const { rooms, now } = call;
  const topicArn = input.TopicArn ?? input.TargetArn;
  if (input.PhoneNumber !== undefined)
    throw invalidParameter('PhoneNumber Reason: text messages are not implemented by this server');
  if (topicArn === undefined) throw invalidParameter('TopicArn or TargetArn Reason: no value for required parameter');
  if (input.MessageGroupId !== undefined || input.MessageDeduplicationId !== undefined)
    throw invalidParameter('MessageGroupId Reason: FIFO topics are not implemented by this server');
  const message = readMessage(input, { messageId: rooms.ids.uuid(), topicArn, published: now });
  await rooms.database.write(async (tx) => {
    await requireTopic(tx, call, topicArn);
    await publish(tx, rooms, message);
  });
  return { MessageId: message.messageId };
};
