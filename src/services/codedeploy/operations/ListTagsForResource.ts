import { listTags } from '../../../store/tags.ts';
import { slice } from '../pages.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import { checkTaggable } from '../taggable.ts';

export const ListTagsForResource: CodeDeployOperation<'ListTagsForResource'> = (input, call) =>
  call.rooms.database.read(async (reader) => {
    await checkTaggable(reader, call, input.ResourceArn);
    const { items, nextToken } = slice(await listTags(reader, input.ResourceArn), input.NextToken);
    return { Tags: items.map(({ key, value }) => ({ Key: key, Value: value })), NextToken: nextToken };
  });
