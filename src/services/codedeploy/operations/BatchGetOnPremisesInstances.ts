import { batchLimitExceeded } from '../errors.ts';
import { findTagged, instanceInfo } from '../hosts/on-premises.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

const LIMIT = 100;

/** Names that were never registered are left out of the answer. */
export const BatchGetOnPremisesInstances: CodeDeployOperation<'BatchGetOnPremisesInstances'> = async (input, call) => {
  const names = [...new Set(input.instanceNames)];
  if (names.length > LIMIT) throw batchLimitExceeded(LIMIT);
  for (const name of names) checkName('instance', name);
  const found = await call.rooms.database.read((reader) =>
    Promise.all(names.map((name) => findTagged(reader, call, name))),
  );
  return { instanceInfos: found.filter((instance) => instance !== undefined).map(instanceInfo) };
};
