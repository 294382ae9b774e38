import { listTopics } from '../../../store/sns/topics.ts';
import { cutPage, PAGE, positionOf } from '../page.ts';
import type { SnsOperation } from '../rooms.ts';

export const ListTopics: SnsOperation<'ListTopics'> = async ({ NextToken: token }, { account, region, rooms }) => {
  const scope = { account, region, after: positionOf(token, ''), limit: PAGE + 1 };
  const rows = await rooms.database.read((reader) => listTopics(reader, scope));
  const { page, nextToken } = cutPage(rows, ({ name }) => name);
  return { Topics: page.map(({ arn }) => ({ TopicArn: arn })), NextToken: nextToken };
};
