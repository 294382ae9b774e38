import type { Deployment } from '../../../store/codedeploy/deployments.ts';
import type { MinimumHealthyHosts } from '../rollout.ts';
import type { AutoRollbackConfiguration, DeploymentCreator, FileExistsBehavior } from '../shapes.ts';

/** What a deployment was asked to be, besides what has a column of its own. */
export interface DeploymentSettings {
  readonly creator: DeploymentCreator;
  readonly description: string | undefined;
  readonly ignoreApplicationStopFailures: boolean;
  readonly updateOutdatedInstancesOnly: boolean;
  readonly fileExistsBehavior: FileExistsBehavior;
  readonly minimum: MinimumHealthyHosts;
  readonly autoRollback: AutoRollbackConfiguration;
  /** The deployment that this one takes back. */
  readonly rollbackOf: string | undefined;
}

export function settingsOf({ settings }: Deployment): DeploymentSettings {
  return JSON.parse(settings);
}
