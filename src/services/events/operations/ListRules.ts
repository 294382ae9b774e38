import { listRules } from '../../../store/rules.ts';
import { requireDefaultBus } from '../bus.ts';
import { nameOfToken, pageOf } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';
import { ruleView } from '../rule-view.ts';

const PAGE = 100;

export const ListRules: EventsOperation<'ListRules'> = async (input, call) => {
  requireDefaultBus(call, input.EventBusName);
  const { NamePrefix: prefix = '', Limit: limit = PAGE } = input;
  const after = nameOfToken(input.NextToken);
  const rules = await call.rooms.database.read((reader) => listRules(reader, call, { prefix, after }, limit + 1));
  const { page, NextToken } = pageOf(rules, limit, ({ name }) => name);
  return { Rules: page.map(ruleView), NextToken };
};
