import { insertLogGroup } from '../../../store/logs/log-groups.ts';
import { groupExists, notImplemented } from '../errors.ts';
import { groupArn } from '../find.ts';
import type { LogsOperation } from '../rooms.ts';
import { addTags } from '../tags.ts';

export const CreateLogGroup: LogsOperation<'CreateLogGroup'> = async (input, call) => {
  const { logGroupName: name, logGroupClass = 'STANDARD', tags = {} } = input;
  if (input.kmsKeyId !== undefined) throw notImplemented('Encryption of a log group with kmsKeyId');
  if (input.deletionProtectionEnabled) throw notImplemented('deletionProtectionEnabled of a log group');
  const { account, region, now } = call;
  await call.rooms.database.write(async (tx) => {
    const added = await insertLogGroup(tx, { account, region, name, class: logGroupClass, created: now });
    if (!added) throw groupExists();
    await addTags(tx, groupArn(call, name), tags);
  });
  return {};
};
