import { removeTags } from '../../../store/tags.ts';
import type { CodeConnectionsOperation } from '../rooms.ts';
import { requireTaggable } from '../tags.ts';

export const UntagResource: CodeConnectionsOperation<'UntagResource'> = async ({ ResourceArn, TagKeys }, call) => {
  await call.rooms.database.write(async (tx) => removeTags(tx, await requireTaggable(tx, call, ResourceArn), TagKeys));
  return {};
};
