import { buildIds } from '../../../store/codebuild/builds.ts';
import { PAGE, pageOf, positionFrom } from '../pages.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const ListBuilds: CodeBuildOperation<'ListBuilds'> = async (input, call) => {
  const after = positionFrom(input.nextToken)?.text;
  const descending = input.sortOrder !== 'ASCENDING';
  const found = await call.rooms.database.read((reader) =>
    buildIds(reader, call, { descending, after, limit: PAGE + 1 }),
  );
  const { items, nextToken } = pageOf(found, (id) => [id, 0]);
  return { ids: items, nextToken };
};
