import { findProvider } from '../../../actions/action.ts';
import { insertActionType, updateActionType } from '../../../store/codepipeline/action-types.ts';
import { keyOf } from '../action-types/action-types.ts';
import { checkActionType } from '../action-types/check-action-type.ts';
import { partnerType } from '../action-types/partner-type.ts';
import { actionTypeNotFound, actionTypeNotYours } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import type { UpdateActionTypeInput } from '../shapes.ts';

/**
 * Registers a partner's type in this account and region, or changes it: AWS has partners send the same declaration to be
 * registered, and lets them change it by this operation.
 */
export async function UpdateActionType({ actionType }: UpdateActionTypeInput, call: CodePipelineCall): Promise<void> {
  const { rooms, now } = call;
  const { id } = actionType;
  if (findProvider(rooms.providers.builtIn, id) !== undefined) throw actionTypeNotYours(id);
  if (id.owner !== 'ThirdParty') throw actionTypeNotFound(id);
  const type = partnerType(actionType);
  checkActionType(type);
  const [key, declaration] = [keyOf(call, type.id), JSON.stringify(type)];
  await rooms.database.write(async (tx) => {
    const row = { ...key, declaration, clientId: rooms.ids.uuid(), deleted: 0, created: now, updated: now };
    if (!(await insertActionType(tx, row))) await updateActionType(tx, key, declaration, now);
  });
}
