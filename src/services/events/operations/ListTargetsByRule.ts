import { targetsOfRule } from '../../../store/rules.ts';
import { nameOfToken, pageOf, requireRule } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';

const PAGE = 100;

export const ListTargetsByRule: EventsOperation<'ListTargetsByRule'> = async (input, call) => {
  const { Rule, EventBusName, Limit: limit = PAGE } = input;
  const after = nameOfToken(input.NextToken);
  const targets = await call.rooms.database.read(async (reader) => {
    const { id } = await requireRule(reader, call, { name: Rule, bus: EventBusName });
    return targetsOfRule(reader, id);
  });
  const { page, NextToken } = pageOf(
    targets.filter(({ id }) => id > after),
    limit,
    ({ id }) => id,
  );
  return { Targets: page.map(({ settings }) => JSON.parse(settings)), NextToken };
};
