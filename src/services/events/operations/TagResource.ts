import type { EventsOperation } from '../rooms.ts';
import { addTags, requireTaggable } from '../tags.ts';

export const TagResource: EventsOperation<'TagResource'> = async ({ ResourceARN, Tags }, call) => {
  await call.rooms.database.write(async (tx) => {
    await requireTaggable(tx, call, ResourceARN);
    await addTags(tx, ResourceARN, Tags);
  });
  return {};
};
