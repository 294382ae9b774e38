import { setRetention } from '../../../store/logs/log-groups.ts';
import { invalidParameter } from '../errors.ts';
import { requireGroup } from '../find.ts';
import { SWEEP_WORK } from '../retention.ts';
import type { LogsOperation } from '../rooms.ts';

const DAYS = [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

export const PutRetentionPolicy: LogsOperation<'PutRetentionPolicy'> = async (input, call) => {
  const { logGroupName, retentionInDays } = input;
  if (!DAYS.includes(retentionInDays)) {
    throw invalidParameter(
      `1 validation error detected: Value '${retentionInDays}' at 'retentionInDays' failed to satisfy constraint: Member must satisfy enum value set: [${DAYS.join(', ')}]`,
    );
  }
  const { database, work } = call.rooms;
  await database.write(async (tx) => {
    const { id } = await requireGroup(tx, call, logGroupName);
    await setRetention(tx, id, retentionInDays);
    await work.schedule(tx, SWEEP_WORK, String(id));
  });
  return {};
};
