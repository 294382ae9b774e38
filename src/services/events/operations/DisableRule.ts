import { setRuleState } from '../../../store/rules.ts';
import { requireLockedRule } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';

export const DisableRule: EventsOperation<'DisableRule'> = async ({ Name, EventBusName }, call) => {
  await call.rooms.database.write(async (tx) => {
    const rule = await requireLockedRule(tx, call, { name: Name, bus: EventBusName });
    await setRuleState(tx, rule, { state: 'DISABLED', nextRun: null });
  });
  return {};
};
