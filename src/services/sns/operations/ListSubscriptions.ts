import { listSubscriptions } from '../../../store/sns/subscriptions.ts';
import { cutPage, PAGE, positionOf } from '../page.ts';
import type { SnsOperation } from '../rooms.ts';
import { subscriptionView } from '../subscriptions/subscription-view.ts';

export const ListSubscriptions: SnsOperation<'ListSubscriptions'> = async ({ NextToken: token }, call) => {
  const after = positionOf(token, 0);
  const rows = await call.rooms.database.read((reader) => listSubscriptions(reader, call, { after, limit: PAGE + 1 }));
  const { page, nextToken } = cutPage(rows, ({ sequence }) => sequence);
  return { Subscriptions: page.map(subscriptionView), NextToken: nextToken };
};
