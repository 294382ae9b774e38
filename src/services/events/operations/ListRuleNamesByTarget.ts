import { ruleNamesByTarget } from '../../../store/rules.ts';
import { requireDefaultBus } from '../bus.ts';
import { nameOfToken, pageOf } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';

const PAGE = 100;

export const ListRuleNamesByTarget: EventsOperation<'ListRuleNamesByTarget'> = async (input, call) => {
  requireDefaultBus(call, input.EventBusName);
  const { TargetArn: arn, Limit: limit = PAGE } = input;
  const after = nameOfToken(input.NextToken);
  const names = await call.rooms.database.read((reader) => ruleNamesByTarget(reader, call, { arn, after }, limit + 1));
  const { page, NextToken } = pageOf(names, limit, (name) => name);
  return { RuleNames: page, NextToken };
};
