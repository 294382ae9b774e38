import { removeTags } from '../../../store/tags.ts';
import type { LogsOperation } from '../rooms.ts';
import { requireTaggable } from '../tags.ts';

export const UntagResource: LogsOperation<'UntagResource'> = async ({ resourceArn, tagKeys }, call) => {
  await call.rooms.database.write(async (tx) => removeTags(tx, await requireTaggable(tx, call, resourceArn), tagKeys));
  return {};
};
