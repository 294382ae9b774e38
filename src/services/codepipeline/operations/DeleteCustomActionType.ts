import { setActionTypeDeleted } from '../../../store/codepipeline/action-types.ts';
import { keyOf } from '../action-types/action-types.ts';
import type { CodePipelineCall } from '../find.ts';
import type { DeleteCustomActionTypeInput } from '../shapes.ts';

/**
 * Jobs that workers have can be finished; no new ones are offered, and no pipeline can begin to use the type.
 *
 * Gaps: to delete what is not there is no error; what AWS says then is not known.
 */
export async function DeleteCustomActionType(
  { category, provider, version }: DeleteCustomActionTypeInput,
  call: CodePipelineCall,
): Promise<void> {
  const key = keyOf(call, { owner: 'Custom', category, provider, version });
  await call.rooms.database.write((tx) => setActionTypeDeleted(tx, key, true, call.now));
}
