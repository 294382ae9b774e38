/** Gaps: when the default bus came to be is not known. */
import { busArn, DEFAULT_BUS, requireDefaultBus } from '../bus.ts';
import type { EventsOperation } from '../rooms.ts';

export const DescribeEventBus: EventsOperation<'DescribeEventBus'> = async ({ Name }, call) => {
  requireDefaultBus(call, Name);
  return { Name: DEFAULT_BUS, Arn: busArn(call) };
};
