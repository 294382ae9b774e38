import {
  findActionType,
  insertActionType,
  listActionTypes,
  setActionTypeDeleted,
} from '../../../store/codepipeline/action-types.ts';
import type { Tx } from '../../../store/database.ts';
import { dropTags, putTags } from '../../../store/tags.ts';
import { registeredView } from '../action-types/action-type-view.ts';
import { actionTypeArn, keyOf } from '../action-types/action-types.ts';
import { checkActionType } from '../action-types/check-action-type.ts';
import { customType } from '../action-types/custom-type.ts';
import { actionTypeExists, actionTypeWasDeleted, limitExceeded } from '../errors.ts';
import type { CodePipelineCall } from '../find.ts';
import type { CreateCustomActionTypeInput, CreateCustomActionTypeOutput } from '../shapes.ts';
import { checkTags } from '../tags.ts';

const MAX_CUSTOM_TYPES = 50;

/** A version that was deleted comes back when it is created exactly as it was; otherwise it takes another version. */
export async function CreateCustomActionType(
  input: CreateCustomActionTypeInput,
  call: CodePipelineCall,
): Promise<CreateCustomActionTypeOutput> {
  const type = customType(input);
  checkActionType(type);
  checkTags(input.tags ?? []);
  await call.rooms.database.write(async (tx) => {
    await checkNumber(tx, call);
    await keep(tx, call, JSON.stringify(type), keyOf(call, type.id));
    const resource = actionTypeArn(call, type.id);
    await dropTags(tx, resource);
    await putTags(tx, resource, input.tags ?? []);
  });
  return { actionType: registeredView(type), tags: input.tags };
}

async function checkNumber(tx: Tx, { account, region }: CodePipelineCall): Promise<void> {
  const custom = (await listActionTypes(tx, account, region)).filter(({ owner }) => owner === 'Custom');
  if (custom.length >= MAX_CUSTOM_TYPES)
    throw limitExceeded(`A region can have ${MAX_CUSTOM_TYPES} custom action types at the most`);
}

async function keep(
  tx: Tx,
  { rooms, now }: CodePipelineCall,
  declaration: string,
  key: ReturnType<typeof keyOf>,
): Promise<void> {
  const row = { ...key, declaration, clientId: rooms.ids.uuid(), deleted: 0, created: now, updated: now };
  if (await insertActionType(tx, row)) return;
  const earlier = await findActionType(tx, key);
  if (earlier?.deleted !== 1) throw actionTypeExists(key);
  if (earlier.declaration !== declaration) throw actionTypeWasDeleted(key);
  await setActionTypeDeleted(tx, key, false, now);
}
