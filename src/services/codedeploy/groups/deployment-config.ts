import type { Scope } from '../../../store/codedeploy/applications.ts';
import { findConfig } from '../../../store/codedeploy/deployment-configs.ts';
import type { Reader } from '../../../store/database.ts';
import { deploymentConfigDoesNotExist } from '../errors.ts';
import type { MinimumHealthyHosts } from '../rollout.ts';
import type { DeploymentConfigInfo, TrafficRoutingConfig } from '../shapes.ts';

export const DEFAULT_CONFIG = 'CodeDeployDefault.OneAtATime';

/** A deployment configuration that always exists, in the form of the API: it has one type the model does not name. */
export type PredefinedConfig = Omit<DeploymentConfigInfo, 'minimumHealthyHosts'> & {
  readonly minimumHealthyHosts?: MinimumHealthyHosts;
};

/** AWS's 17, by name. Those of Lambda and ECS can be read, but nothing here deploys with them. */
export const PREDEFINED: ReadonlyMap<string, PredefinedConfig> = new Map(
  [
    server('OneAtATime', { type: 'MOST_CONCURRENCY', value: 1 }),
    server('HalfAtATime', { type: 'FLEET_PERCENT', value: 50 }),
    server('AllAtOnce', { type: 'FLEET_PERCENT', value: 0 }),
    shifting('Lambda', 'LambdaAllAtOnce', { type: 'AllAtOnce' }),
    ...[5, 10, 15, 30].map((minutes) => canary('Lambda', minutes)),
    linear('Lambda', 'LambdaLinear10PercentEvery1Minute', 1),
    ...[2, 3, 10].map((minutes) => linear('Lambda', `LambdaLinear10PercentEvery${minutes}Minutes`, minutes)),
    shifting('ECS', 'ECSAllAtOnce', { type: 'AllAtOnce' }),
    ...[5, 15].map((minutes) => canary('ECS', minutes)),
    linear('ECS', 'ECSLinear10PercentEvery1Minutes', 1),
    linear('ECS', 'ECSLinear10PercentEvery3Minutes', 3),
  ].map((config, index) => [config.deploymentConfigName ?? '', { deploymentConfigId: idOf(index), ...config }]),
);

function idOf(index: number): string {
  return `00000000-0000-0000-0000-${String(index + 1).padStart(12, '0')}`;
}

function server(name: string, minimumHealthyHosts: MinimumHealthyHosts): PredefinedConfig {
  return { ...named(name), computePlatform: 'Server', minimumHealthyHosts };
}

function canary(computePlatform: 'Lambda' | 'ECS', minutes: number): PredefinedConfig {
  return shifting(computePlatform, `${computePlatform}Canary10Percent${minutes}Minutes`, {
    type: 'TimeBasedCanary',
    timeBasedCanary: { canaryPercentage: 10, canaryInterval: minutes },
  });
}

function linear(computePlatform: 'Lambda' | 'ECS', name: string, minutes: number): PredefinedConfig {
  return shifting(computePlatform, name, {
    type: 'TimeBasedLinear',
    timeBasedLinear: { linearPercentage: 10, linearInterval: minutes },
  });
}

function shifting(
  computePlatform: 'Lambda' | 'ECS',
  name: string,
  trafficRoutingConfig: TrafficRoutingConfig,
): PredefinedConfig {
  return { ...named(name), computePlatform, trafficRoutingConfig };
}

function named(name: string): PredefinedConfig {
  return { deploymentConfigName: `CodeDeployDefault.${name}` };
}

/** The configuration of that name; throws DeploymentConfigDoesNotExist when there is none. */
export async function findAnyConfig(reader: Reader, scope: Scope, name: string): Promise<PredefinedConfig> {
  const predefined = PREDEFINED.get(name);
  if (predefined !== undefined) return predefined;
  const stored = await findConfig(reader, scope, name);
  if (stored === undefined) throw deploymentConfigDoesNotExist(name);
  return {
    deploymentConfigId: stored.id,
    deploymentConfigName: stored.name,
    computePlatform: 'Server',
    minimumHealthyHosts: { type: stored.minimumType, value: stored.minimumValue },
    createTime: new Date(stored.created),
  };
}

/** How hosts are to be kept healthy under a configuration; one of another platform is refused as not existing for this one. */
export async function findMinimum(reader: Reader, scope: Scope, name: string): Promise<MinimumHealthyHosts> {
  const { minimumHealthyHosts } = await findAnyConfig(reader, scope, name);
  if (minimumHealthyHosts === undefined) throw deploymentConfigDoesNotExist(name);
  return minimumHealthyHosts;
}
