import { putTarget, targetsOfRule } from '../../../store/rules.ts';
import { checkTarget } from '../check-target.ts';
import { limitExceeded } from '../errors.ts';
import { requireLockedRule } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';

const MAX_TARGETS = 5;

/** All of the targets or none: a fault of one refuses the call. */
export const PutTargets: EventsOperation<'PutTargets'> = async ({ Rule, EventBusName, Targets }, call) => {
  const { database, targets: kinds } = call.rooms;
  await database.write(async (tx) => {
    const rule = await requireLockedRule(tx, call, { name: Rule, bus: EventBusName });
    for (const target of Targets) checkTarget(target, call, kinds);
    for (const target of Targets)
      await putTarget(tx, rule, { id: target.Id, arn: target.Arn, settings: JSON.stringify(target) });
    if ((await targetsOfRule(tx, rule.id)).length > MAX_TARGETS) throw limitExceeded();
  });
  return { FailedEntryCount: 0, FailedEntries: [] };
};
