import { isServiceError } from '../../../kernel/service-error.ts';
import { deleteTopic } from '../../../store/sns/topics.ts';
import { dropTags } from '../../../store/tags.ts';
import { requireLockedTopic } from '../find.ts';
import type { SnsOperation } from '../rooms.ts';

/** Deleting what is not there succeeds. */
export const DeleteTopic: SnsOperation<'DeleteTopic'> = async ({ TopicArn: topicArn }, call) => {
  await call.rooms.database.write(async (tx) => {
    try {
      await requireLockedTopic(tx, call, topicArn);
    } catch (error) {
      if (isServiceError(error, 'NotFound')) return;
      throw error;
    }
    await deleteTopic(tx, topicArn);
    await dropTags(tx, topicArn);
  });
  return {};
};
