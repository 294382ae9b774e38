import { findTargetOfHost } from '../../../store/deployment-targets.ts';
import { findDeployment } from '../../../store/deployments.ts';
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
  const deployment = await call.rooms.database.read(async (reader) => {
    const found = await findDeployment(reader, call, deploymentIdIn(execution));
    return found && (await findTargetOfHost(reader, found.id, host)) && found;
  });
  if (deployment === undefined) throw unknownDeployment(execution);
  const Payload = sign(JSON.stringify(specification(deployment)), await call.rooms.signingKey());
  return {
    DeploymentSystem: 'CodeDeploy',
    DeploymentSpecification: { GenericEnvelope: { Format: 'PKCS7/JSON', Payload } },
  };
};
