import { listTags } from '../../../store/tags.ts';
import type { CodePipelineCall } from '../find.ts';
import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '../shapes.ts';
import { requireTaggable } from '../tags.ts';
import { nameIn, tokenOf } from '../views/list-token.ts';

const PAGE = 100;

export async function ListTagsForResource(
  { resourceArn, maxResults, nextToken }: ListTagsForResourceInput,
  call: CodePipelineCall,
): Promise<ListTagsForResourceOutput> {
  const list = `tags/${resourceArn}`;
  const after = nameIn(list, nextToken);
  const limit = maxResults ?? PAGE;
  const tags = await call.rooms.database.read(async (reader) => {
    await requireTaggable(reader, call, resourceArn);
    const all = await listTags(reader, resourceArn);
    return all.filter(({ key }) => key > after).sort((one, other) => (one.key < other.key ? -1 : 1));
  });
  const page = tags.slice(0, limit);
  return { tags: page, nextToken: tags.length > limit ? tokenOf(list, page.at(-1)?.key ?? '') : undefined };
}
