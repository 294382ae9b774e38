import type { CodePipelineCall } from '../find.ts';
import type { TagResourceInput, TagResourceOutput } from '../shapes.ts';
import { addTags, requireTaggable } from '../tags.ts';

export async function TagResource(
  { resourceArn, tags }: TagResourceInput,
  call: CodePipelineCall,
): Promise<TagResourceOutput> {
  await call.rooms.database.write(async (tx) => {
    await requireTaggable(tx, call, resourceArn);
    await addTags(tx, resourceArn, tags);
  });
  return {};
}
