import { listInstances } from '../../../store/codedeploy/on-premises-instances.ts';
import { checkFilters, matchesAny } from '../groups/tag-filters.ts';
import { slice } from '../pages.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** Without a status, registered and deregistered instances both. */
export const ListOnPremisesInstances: CodeDeployOperation<'ListOnPremisesInstances'> = async (input, call) => {
  const { registrationStatus, tagFilters = [] } = input;
  checkFilters(tagFilters, 'InvalidTagFilter');
  const all = await call.rooms.database.read((reader) => listInstances(reader, call));
  const wanted = all.filter(
    ({ deregistered, tags }) =>
      (registrationStatus === undefined || (deregistered === null) === (registrationStatus === 'Registered')) &&
      (tagFilters.length === 0 || matchesAny(tagFilters, tags)),
  );
  const { items, nextToken } = slice(wanted, input.nextToken);
  return { instanceNames: items.map(({ name }) => name), nextToken };
};
