import { removeTags } from '../../../store/tags.ts';
import type { CodePipelineCall } from '../find.ts';
import type { UntagResourceInput, UntagResourceOutput } from '../shapes.ts';
import { checkTagKeys, requireTaggable } from '../tags.ts';

export async function UntagResource(
  { resourceArn, tagKeys }: UntagResourceInput,
  call: CodePipelineCall,
): Promise<UntagResourceOutput> {
  checkTagKeys(tagKeys);
  await call.rooms.database.write(async (tx) => {
    await requireTaggable(tx, call, resourceArn);
    await removeTags(tx, resourceArn, tagKeys);
  });
  return {};
}
