import type { HostCommand } from '../../ports/host-commands.ts';

/** How the command service names a deployment to agents: opaque to them, in the form that AWS's has. */
export function executionId({ account, region, deploymentId }: HostCommand): string {
  return `CodeDeploy/${region}/Prod/arn:aws:sds:${region}:${account}:deployment/${deploymentId}`;
}

export function deploymentIdIn(executionId: string): string {
  return executionId.slice(executionId.lastIndexOf('/') + 1);
}
