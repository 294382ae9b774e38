import { unknownDeployment } from '../errors.ts';
import { deploymentIdIn } from '../execution-id.ts';
import { checkSpeaker } from '../host-identity.ts';
import type { CommandOperation } from '../rooms.ts';
import { sign } from '../sign.ts';
import { specification } from '../specification.ts';

/** What is to be deployed, in the signed envelope that agents ask for; only to the hosts of the deployment. */
export const GetDeploymentSpecification: CommandOperation<'GetDeploymentSpecification'> = async (input, call) => {
  const { HostIdentifier: host, DeploymentExecutionId: execution } = input;
  checkSpeaker(call, host);
  const plan = await call.rooms.commands.plan(call, deploymentIdIn(execution), host);
  if (plan === undefined) throw unknownDeployment(execution);
  const Payload = await sign(JSON.stringify(specification(plan)), await call.rooms.signingKey());
  return {
    DeploymentSystem: 'CodeDeploy',
    DeploymentSpecification: { GenericEnvelope: { Format: 'PKCS7/JSON', Payload } },
  };
};
