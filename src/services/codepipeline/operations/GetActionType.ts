import { actionTypeDeclaration } from '../action-types/action-type-view.ts';
import { requireActionType } from '../action-types/action-types.ts';
import type { CodePipelineCall } from '../find.ts';
import type { GetActionTypeInput, GetActionTypeOutput } from '../shapes.ts';

/** Of types that a partner made with an integration model; those of this server have no executor to tell of. */
export async function GetActionType(input: GetActionTypeInput, call: CodePipelineCall): Promise<GetActionTypeOutput> {
  const { type } = await call.rooms.database.read((reader) => requireActionType(reader, call, input));
  return { actionType: actionTypeDeclaration(type) };
}
