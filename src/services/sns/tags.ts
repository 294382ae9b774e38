import type { Tx } from '../../store/database.ts';
import { listTags, putTags } from '../../store/tags.ts';
import { invalidParameter, tagLimitExceeded } from './errors.ts';
import type { TagList } from './shapes.ts';

const MAX_TAGS = 50;

/** Adds tags to those a topic has. */
export async function addTags(tx: Tx, topicArn: string, tags: TagList): Promise<void> {
  if (new Set(tags.map(({ Key }) => Key)).size < tags.length)
    throw invalidParameter('Duplicated keys are not allowed.');
  if (tags.some(({ Key }) => Key.toLowerCase().startsWith('aws:')))
    throw invalidParameter('Tags Reason: keys must not begin with aws:');
  await putTags(
    tx,
    topicArn,
    tags.map(({ Key, Value }) => ({ key: Key, value: Value })),
  );
  if ((await listTags(tx, topicArn)).length > MAX_TAGS) throw tagLimitExceeded();
}
