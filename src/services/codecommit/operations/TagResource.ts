import type { CodeCommitCall } from '../rooms.ts';
import type { TagResourceInput } from '../shapes.ts';
import { addTags, requireTaggable } from '../tags.ts';

export async function TagResource({ resourceArn, tags }: TagResourceInput, call: CodeCommitCall): Promise<void> {
  await call.rooms.database.write(async (tx) => {
    await requireTaggable(tx, call, resourceArn);
    await addTags(tx, resourceArn, tags);
  });
}
