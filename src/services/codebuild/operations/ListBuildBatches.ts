import { begunIds } from '../../../store/codebuild/begun.ts';
import { PAGE, pageOf, positionFrom } from '../pages.ts';
import type { CodeBuildOperation } from '../rooms.ts';

export const ListBuildBatches: CodeBuildOperation<'ListBuildBatches'> = async (input, call) => {
  const { account, region } = call;
  const size = input.maxResults ?? PAGE;
  const after = positionFrom(input.nextToken)?.text;
  const descending = input.sortOrder !== 'ASCENDING';
  const found = await call.rooms.database.read((reader) =>
    begunIds(
      reader,
      'build_batches',
      { account, region, status: input.filter?.status },
      { descending, after, limit: size + 1 },
    ),
  );
  const { items, nextToken } = pageOf(found, (id) => [id, 0], size);
  return { ids: items, nextToken };
};
