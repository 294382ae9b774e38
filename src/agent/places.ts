import { join } from 'node:path';
import type { Specification } from './specification.ts';

/** Where everything lies below the agent's root directory: the layout of AWS's own agent, so that people and scripts find their way. */
export interface Places {
  readonly root: string;
  /** Deployments that run now: one file each, holding the identifier of the command. */
  readonly ongoing: string;
  /** Ours alone: what came of each of the last commands. */
  readonly results: string;
  readonly instructions: string;
  group(groupId: string): string;
  deployment(specification: Specification): string;
  /** One path per line: what the group's last install made. */
  cleanup(groupId: string): string;
  install(groupId: string): string;
  /** Holds the directory of the deployment whose Install finished last. */
  lastSuccessful(groupId: string): string;
  /** Holds the directory of the deployment whose bundle was fetched last. */
  mostRecent(groupId: string): string;
}

export function placesBelow(root: string): Places {
  const instructions = join(root, 'deployment-instructions');
  const group = (groupId: string): string => join(root, groupId);
  return {
    root,
    ongoing: join(root, 'ongoing-deployment'),
    results: join(root, 'command-results'),
    instructions,
    group,
    deployment: ({ deploymentGroupId, deploymentId }) => join(group(deploymentGroupId), deploymentId),
    cleanup: (groupId) => join(instructions, `${groupId}-cleanup`),
    install: (groupId) => join(instructions, `${groupId}-install.json`),
    lastSuccessful: (groupId) => join(instructions, `${groupId}_last_successful_install`),
    mostRecent: (groupId) => join(instructions, `${groupId}_most_recent_install`),
  };
}

export const archiveOf = (deployment: string): string => join(deployment, 'deployment-archive');
export const bundleOf = (deployment: string): string => join(deployment, 'bundle.tar');
export const scriptLogOf = (deployment: string): string => join(deployment, 'logs', 'scripts.log');
