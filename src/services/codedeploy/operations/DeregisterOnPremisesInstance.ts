import { deregisterInstance, findInstance } from '../../../store/codedeploy/on-premises-instances.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';

/** The instance stays listed as deregistered. One that is not registered is left as it is, as on AWS. */
export const DeregisterOnPremisesInstance: CodeDeployOperation<'DeregisterOnPremisesInstance'> = async (
  input,
  call,
) => {
  checkName('instance', input.instanceName);
  await call.rooms.database.write(async (tx) => {
    const instance = await findInstance(tx, call, input.instanceName);
    if (instance !== undefined && instance.deregistered === null) await deregisterInstance(tx, instance, call.now);
  });
  return {};
};
