import { readToken, writeToken } from '../../../kernel/page.ts';
import { listTags } from '../../../store/tags.ts';
import { invalidNextToken } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import type { ListTagsForResourceInput, ListTagsForResourceOutput } from '../shapes.ts';
import { requireTaggable } from '../tags.ts';

const PAGE = 100;

export async function ListTagsForResource(
  { resourceArn, maxResults, nextToken }: ListTagsForResourceInput,
  call: CodePipelineCall,
): Promise<ListTagsForResourceOutput> {
  const after = positionOf(nextToken);
  const limit = maxResults ?? PAGE;
  const tags = await call.rooms.database.read(async (reader) => {
    await requireTaggable(reader, call, resourceArn);
    return (await listTags(reader, resourceArn)).filter(({ key }) => key > after);
  });
  const page = tags.slice(0, limit);
  return { tags: page, nextToken: tags.length > limit ? writeToken([page.at(-1)?.key ?? '']) : undefined };
}

function positionOf(token: string | undefined): string {
  if (token === undefined) return '';
  const [key] = readToken(token) ?? [];
  if (typeof key !== 'string') throw invalidNextToken();
  return key;
}
