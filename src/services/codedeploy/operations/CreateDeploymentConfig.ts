import type { Scope } from '../../../store/codedeploy/applications.ts';
import { insertConfig } from '../../../store/codedeploy/deployment-configs.ts';
import {
  deploymentConfigAlreadyExists,
  invalidComputePlatform,
  invalidDeploymentConfigName,
  invalidMinimumHealthyHostValue,
  invalidTrafficRouting,
  invalidZonalConfig,
} from '../errors.ts';
import { PREDEFINED } from '../groups/deployment-config.ts';
import { checkName } from '../names.ts';
import type { CodeDeployOperation } from '../rooms.ts';
import type { CreateDeploymentConfigInput, MinimumHealthyHosts } from '../shapes.ts';

/** Gaps: configurations for the Lambda and ECS compute platforms, and zonal ones, are refused. */
export const CreateDeploymentConfig: CodeDeployOperation<'CreateDeploymentConfig'> = async (input, call) => {
  const { deploymentConfigName: name } = input;
  checkConfigName(name);
  checkPlatform(input);
  const { minimumType, minimumValue } = checkedMinimum(input.minimumHealthyHosts);
  const { account, region }: Scope = call;
  const id = call.rooms.ids.uuid();
  const config = { id, account, region, name, minimumType, minimumValue, created: call.now };
  await call.rooms.database.write(async (tx) => {
    if (!(await insertConfig(tx, config))) throw deploymentConfigAlreadyExists(name);
  });
  return { deploymentConfigId: id };
};

function checkConfigName(name: string): void {
  checkName('config', name);
  if (PREDEFINED.has(name)) throw deploymentConfigAlreadyExists(name);
  if (name.startsWith('CodeDeployDefault.')) {
    throw invalidDeploymentConfigName('Names that begin with CodeDeployDefault. are reserved.');
  }
}

function checkPlatform({
  computePlatform = 'Server',
  trafficRoutingConfig,
  zonalConfig,
}: CreateDeploymentConfigInput): void {
  if (computePlatform !== 'Server') throw invalidComputePlatform(computePlatform);
  if (trafficRoutingConfig !== undefined) throw invalidTrafficRouting();
  if (zonalConfig !== undefined) throw invalidZonalConfig();
}

function checkedMinimum(minimum: MinimumHealthyHosts | undefined) {
  const { type, value } = minimum ?? {};
  if (type === undefined || value === undefined) {
    throw invalidMinimumHealthyHostValue('minimum healthy hosts argument is missing');
  }
  if (value < 0) throw invalidMinimumHealthyHostValue('Minimum healthy hosts must not be negative.');
  if (type === 'FLEET_PERCENT' && value > 99) {
    throw invalidMinimumHealthyHostValue('Minimum healthy hosts as a percentage must be from 0 to 99.');
  }
  return { minimumType: type, minimumValue: value };
}
