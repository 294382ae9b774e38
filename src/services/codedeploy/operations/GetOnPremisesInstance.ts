import { instanceNotRegistered } from '../errors.ts';
import { findTagged, instanceInfo } from '../hosts/on-premises.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

export const GetOnPremisesInstance: CodeDeployOperation<'GetOnPremisesInstance'> = async (input, call) => {
  checkName('instance', input.instanceName);
  const instance = await call.rooms.database.read((reader) => findTagged(reader, call, input.instanceName));
  if (instance === undefined) throw instanceNotRegistered(input.instanceName);
  return { instanceInfo: instanceInfo(instance) };
};
