import { listTags, putTags } from '../../../store/tags.ts';
import { invalidTagsToAdd, tagRequired } from '../errors.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import { checkTaggable } from '../taggable.ts';
import { checkedTags, MAX_RESOURCE_TAGS } from '../tags.ts';

export const TagResource: CodeDeployOperation<'TagResource'> = async ({ ResourceArn, Tags }, call) => {
  if (Tags.length === 0) throw tagRequired();
  const tags = checkedTags(Tags);
  await call.rooms.database.write(async (tx) => {
    await checkTaggable(tx, call, ResourceArn);
    await putTags(tx, ResourceArn, tags);
    if ((await listTags(tx, ResourceArn)).length > MAX_RESOURCE_TAGS) {
      throw invalidTagsToAdd(`A resource has at most ${MAX_RESOURCE_TAGS} tags.`);
    }
  });
  return {};
};
