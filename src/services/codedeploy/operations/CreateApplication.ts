import { arn } from '../../../kernel/arn.ts';
import { insertApplication } from '../../../store/codedeploy/applications.ts';
import { putTags } from '../../../store/tags.ts';
import { applicationAlreadyExists, invalidComputePlatform } from '../errors.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import { checkedTags } from '../tags.ts';

/** Gaps: the Lambda and ECS compute platforms are refused. */
export const CreateApplication: CodeDeployOperation<'CreateApplication'> = async (
  input,
  { account, region, now, rooms },
) => {
  const { applicationName: name, computePlatform = 'Server' } = input;
  checkName('application', name);
  if (computePlatform !== 'Server') throw invalidComputePlatform(computePlatform);
  const tags = checkedTags(input.tags ?? []);
  const id = rooms.ids.uuid();
  await rooms.database.write(async (tx) => {
    const added = await insertApplication(tx, { id, account, region, name, computePlatform, created: now });
    if (!added) throw applicationAlreadyExists(name);
    await putTags(tx, arn('codedeploy', region, account, `application:${name}`), tags);
  });
  return { applicationId: id };
};
