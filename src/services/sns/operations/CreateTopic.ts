import { arn } from '../../../kernel/arn.ts';
import { insertTopic, lockTopic } from '../../../store/sns/topics.ts';
import { dropTags, listTags } from '../../../store/tags.ts';
import { type Attributes, checkTopicAttribute, readAttributes } from '../attributes.ts';
import { invalidParameter } from '../errors.ts';
import type { SnsOperation } from '../rooms.ts';
import { addTags } from '../tags.ts';

/** A topic that is there already is answered, unless it was asked for with other attributes or tags. */
export const CreateTopic: SnsOperation<'CreateTopic'> = async (input, call) => {
  const { Name: name, Attributes: attributes = {}, Tags: tags = [] } = input;
  const { account, region, rooms, now } = call;
  checkName(name);
  if (input.DataProtectionPolicy !== undefined)
    throw invalidParameter('DataProtectionPolicy is not implemented by this server');
  for (const [attribute, value] of Object.entries(attributes)) checkTopicAttribute(attribute, value);
  const topicArn = arn('sns', region, account, name);
  await rooms.database.write(async (tx) => {
    const row = { arn: topicArn, account, region, name, attributes: JSON.stringify(attributes), created: now };
    if (await insertTopic(tx, row)) {
      await dropTags(tx, topicArn);
      await addTags(tx, topicArn, tags);
      return;
    }
    const present = await lockTopic(tx, topicArn);
    if (present !== undefined && !isContained(attributes, readAttributes(present)))
      throw invalidParameter('Attributes Reason: Topic already exists with different attributes');
    const known = Object.fromEntries((await listTags(tx, topicArn)).map(({ key, value }) => [key, value]));
    if (!isContained(Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value])), known))
      throw invalidParameter('Tags Reason: Topic already exists with different tags');
  });
  return { TopicArn: topicArn };
};

function checkName(name: string): void {
  if (name.endsWith('.fifo'))
    throw invalidParameter('Topic Name Reason: FIFO topics are not implemented by this server');
  if (!/^[A-Za-z0-9_-]{1,256}$/.test(name)) throw invalidParameter('Topic Name');
}

function isContained(asked: Attributes, present: Attributes): boolean {
  return Object.entries(asked).every(([name, value]) => present[name] === value);
}
