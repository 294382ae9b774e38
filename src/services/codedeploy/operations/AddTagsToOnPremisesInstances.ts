import { listTags, putTags } from '../../../store/tags.ts';
import { tagLimitExceeded } from '../errors.ts';
import { registeredInstances } from '../hosts/on-premises.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import { checkedInstanceTags } from '../tags.ts';

const MAX_TAGS = 10;

/** All of the instances or none: a name that is not registered changes nothing. */
export const AddTagsToOnPremisesInstances: CodeDeployOperation<'AddTagsToOnPremisesInstances'> = async (
  input,
  call,
) => {
  const tags = checkedInstanceTags(input.tags);
  await call.rooms.database.write(async (tx) => {
    for (const { arn } of await registeredInstances(tx, call, input.instanceNames)) {
      await putTags(tx, arn, tags);
      if ((await listTags(tx, arn)).length > MAX_TAGS) throw tagLimitExceeded();
    }
  });
  return {};
};
