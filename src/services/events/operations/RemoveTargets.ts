import { removeTarget } from '../../../store/rules.ts';
import { requireLockedRule } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';

/** Targets that are not there are removed already. */
export const RemoveTargets: EventsOperation<'RemoveTargets'> = async ({ Rule, EventBusName, Ids }, call) => {
  await call.rooms.database.write(async (tx) => {
    const rule = await requireLockedRule(tx, call, { name: Rule, bus: EventBusName });
    for (const id of Ids) await removeTarget(tx, rule, id);
  });
  return { FailedEntryCount: 0, FailedEntries: [] };
};
