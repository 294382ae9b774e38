import { removeTags } from '../../../store/tags.ts';
import type { CodeCommitCall } from '../rooms.ts';
import type { UntagResourceInput } from '../shapes.ts';
import { requireTaggable } from '../tags.ts';

export async function UntagResource({ resourceArn, tagKeys }: UntagResourceInput, call: CodeCommitCall): Promise<void> {
  await call.rooms.database.write(async (tx) => {
    await requireTaggable(tx, call, resourceArn);
    await removeTags(tx, resourceArn, tagKeys);
  });
}
