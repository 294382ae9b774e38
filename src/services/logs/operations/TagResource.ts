import type { LogsOperation } from '../rooms.ts';
import { addTags, requireTaggable } from '../tags.ts';

export const TagResource: LogsOperation<'TagResource'> = async ({ resourceArn, tags }, call) => {
  await call.rooms.database.write(async (tx) => addTags(tx, await requireTaggable(tx, call, resourceArn), tags));
  return {};
};
