import { removeTags } from '../../../store/tags.ts';
import { tagRequired } from '../errors.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import { checkTaggable } from '../taggable.ts';

export const UntagResource: CodeDeployOperation<'UntagResource'> = async ({ ResourceArn, TagKeys }, call) => {
  if (TagKeys.length === 0) throw tagRequired();
  await call.rooms.database.write(async (tx) => {
    await checkTaggable(tx, call, ResourceArn);
    await removeTags(tx, ResourceArn, TagKeys);
  });
  return {};
};
