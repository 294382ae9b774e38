import { setRuleState } from '../../../store/rules.ts';
import { requireLockedRule } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';
import { firstRun, wakeAt } from '../scheduling.ts';

/** A rule that is enabled already keeps its time. */
export const EnableRule: EventsOperation<'EnableRule'> = async ({ Name, EventBusName }, call) => {
  const { database, work } = call.rooms;
  await database.write(async (tx) => {
    const rule = await requireLockedRule(tx, call, { name: Name, bus: EventBusName });
    if (rule.state !== 'DISABLED') return;
    const nextRun = firstRun(rule.schedule ?? undefined, 'ENABLED', call.now);
    await setRuleState(tx, rule, { state: 'ENABLED', nextRun });
    await wakeAt(tx, rule.id, nextRun, work);
  });
  return {};
};
