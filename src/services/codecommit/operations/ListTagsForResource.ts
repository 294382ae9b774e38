import { listTags } from '../../../store/tags.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '../shapes.ts';
import { requireTaggable } from '../tags.ts';

export async function ListTagsForResource(
  { resourceArn }: ListTagsForResourceInput,
  call: CodeCommitCall,
): Promise<ListTagsForResourceOutput> {
  const tags = await call.rooms.database.read(async (reader) => {
    await requireTaggable(reader, call, resourceArn);
    return listTags(reader, resourceArn);
  });
  return { tags: Object.fromEntries(tags.map(({ key, value }) => [key, value])) };
}
