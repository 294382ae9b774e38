import { removeTags } from '../../../store/tags.ts';
import type { EventsOperation } from '../rooms.ts';
import { requireTaggable } from '../tags.ts';

export const UntagResource: EventsOperation<'UntagResource'> = async ({ ResourceARN, TagKeys }, call) => {
  await call.rooms.database.write(async (tx) => {
    await requireTaggable(tx, call, ResourceARN);
    await removeTags(tx, ResourceARN, TagKeys);
  });
  return {};
};
