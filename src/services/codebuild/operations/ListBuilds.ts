import { begunIds } from '../../../store/codebuild/begun.ts';
import { PAGE, pageOf, positionFrom } from '../pages.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const ListBuilds: CodeBuildOperation<'ListBuilds'> = async (input, call) => {
  const after = positionFrom(input.nextToken)?.text;
  const descending = input.sortOrder !== 'ASCENDING';
  const found = await call.rooms.database.read((reader) =>
    begunIds(reader, 'builds', { account: call.account, region: call.region }, { descending, after, limit: PAGE + 1 }),
  );
  const { items, nextToken } = pageOf(found, (id) => [id, 0]);
  return { ids: items, nextToken };
};
