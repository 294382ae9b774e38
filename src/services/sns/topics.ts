import type { Topics } from '../../ports/topics.ts';
import { publish } from './delivery/publish.ts';
import { requireTopic } from './find.ts';
import { readMessage } from './messages/message.ts';
import type { SnsRooms } from './rooms.ts';

/** Topics as other rooms of this server publish to them. */
export function createTopics(rooms: SnsRooms): Topics {
  return {
    publish: async ({ account, region, topicArn, messageId, subject, message }) => {
      const input = { Message: message, Subject: subject };
      const letter = readMessage(input, { messageId, topicArn, published: rooms.clock.now() });
      await rooms.database.write(async (tx) => {
        await requireTopic(tx, { account, region }, topicArn);
        await publish(tx, rooms, letter);
      });
    },
  };
}
