import { busArn, DEFAULT_BUS } from '../bus.ts';
import { nameOfToken } from '../find.ts';
import type { EventsOperation } from '../rooms.ts';

export const ListEventBuses: EventsOperation<'ListEventBuses'> = async ({ NamePrefix = '', NextToken }, call) => {
  const isWanted = DEFAULT_BUS.startsWith(NamePrefix) && DEFAULT_BUS > nameOfToken(NextToken);
  return { EventBuses: isWanted ? [{ Name: DEFAULT_BUS, Arn: busArn(call) }] : [] };
};
