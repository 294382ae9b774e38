import { setTopicAttributes } from '../../../store/sns/topics.ts';
import { checkTopicAttribute, readAttributes, withAttribute } from '../attributes.ts';
import { requireLockedTopic } from '../find.ts';
import type { SnsOperation } from '../rooms.ts';

export const SetTopicAttributes: SnsOperation<'SetTopicAttributes'> = async (input, call) => {
  const { TopicArn: topicArn, AttributeName: name, AttributeValue: value = '' } = input;
  if (value !== '' || name === 'FifoTopic') checkTopicAttribute(name, value);
  await call.rooms.database.write(async (tx) => {
    const topic = await requireLockedTopic(tx, call, topicArn);
    await setTopicAttributes(tx, topicArn, JSON.stringify(withAttribute(readAttributes(topic), name, value)));
  });
  return {};
};
