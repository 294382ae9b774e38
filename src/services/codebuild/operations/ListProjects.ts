import { type ProjectOrder, projectNames } from '../../../store/codebuild/projects.ts';
import { PAGE, pageOf, positionFrom } from '../pages.ts';
import type { CodeBuildOperation } from '../rooms.ts';
import type { ProjectSortByType } from '../shapes.ts';

const ORDERS: Readonly<Record<ProjectSortByType, ProjectOrder['by']>> = {
  NAME: 'name',
  CREATED_TIME: 'created',
  LAST_MODIFIED_TIME: 'modified',
};

export const ListProjects: CodeBuildOperation<'ListProjects'> = async (input, call) => {
  const from = positionFrom(input.nextToken);
  const order = { by: ORDERS[input.sortBy ?? 'NAME'], descending: input.sortOrder === 'DESCENDING' };
  const after = from && { name: from.text, time: from.number };
  const found = await call.rooms.database.read((reader) =>
    projectNames(reader, call, { order, after, limit: PAGE + 1 }),
  );
  const { items, nextToken } = pageOf(found, ({ name, time }) => [name, time]);
  return { projects: items.map(({ name }) => name), nextToken };
};
