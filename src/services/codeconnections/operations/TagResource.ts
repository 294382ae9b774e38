import type { CodeConnectionsOperation } from '../rooms.ts';
import { addTags, requireTaggable } from '../tags.ts';

export const TagResource: CodeConnectionsOperation<'TagResource'> = async ({ ResourceArn, Tags }, call) => {
  await call.rooms.database.write(async (tx) => addTags(tx, await requireTaggable(tx, call, ResourceArn), Tags));
  return {};
};
