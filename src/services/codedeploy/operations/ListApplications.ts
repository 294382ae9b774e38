import { applicationNames } from '../../../store/codedeploy/applications.ts';
import { nameFrom, PAGE, pageOf } from '../pages.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const ListApplications: CodeDeployOperation<'ListApplications'> = async (input, call) => {
  const after = nameFrom(input.nextToken);
  const names = await call.rooms.database.read((reader) => applicationNames(reader, call, after, PAGE + 1));
  const { items, nextToken } = pageOf(names, (name) => name);
  return { applications: items, nextToken };
};
