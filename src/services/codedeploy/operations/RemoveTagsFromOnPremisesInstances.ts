import { removeTags } from '../../../store/tags.ts';
import { registeredInstances } from '../hosts/on-premises.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import { checkedInstanceTags } from '../tags.ts';

/** Tags are removed by their keys, whatever value is given. */
export const RemoveTagsFromOnPremisesInstances: CodeDeployOperation<'RemoveTagsFromOnPremisesInstances'> = async (
  input,
  call,
) => {
  const keys = checkedInstanceTags(input.tags).map(({ key }) => key);
  await call.rooms.database.write(async (tx) => {
    for (const { arn } of await registeredInstances(tx, call, input.instanceNames)) await removeTags(tx, arn, keys);
  });
  return {};
};
