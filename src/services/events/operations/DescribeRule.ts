import { requireRule } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';
import { ruleView } from '../rule-view.ts';

export const DescribeRule: EventsOperation<'DescribeRule'> = async ({ Name, EventBusName }, call) => {
  const rule = await call.rooms.database.read((reader) => requireRule(reader, call, { name: Name, bus: EventBusName }));
  return { ...ruleView(rule), CreatedBy: rule.account };
};
