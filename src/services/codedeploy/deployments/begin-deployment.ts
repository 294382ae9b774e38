import { lockGroup } from '../../../store/codedeploy/deployment-groups.ts';
import { insertTarget } from '../../../store/codedeploy/deployment-targets.ts';
import { type Deployment, recordStart } from '../../../store/codedeploy/deployments.ts';
import { healthOf, type InstanceHealth } from '../../../store/codedeploy/instance-health.ts';
import { listInstances, type TaggedInstance } from '../../../store/codedeploy/on-premises-instances.ts';
import type { Tx } from '../../../store/database.ts';
import { type GroupSettings, readSettings } from '../groups/group-settings.ts';
import { selects } from '../groups/tag-filters.ts';
import { type InstanceFacts, inOrder } from '../rollout.ts';
import { tellDeployment } from './deployment-events.ts';
import { settingsOf } from './deployment-settings.ts';
import type { Moving } from './moving.ts';

/** Finds the instances that the group's tags choose now, and lines them up. Tags changed later change nothing. */
export async function beginDeployment(moving: Moving): Promise<void> {
  const { tx, rooms, deployment } = moving;
  const now = rooms.clock.now();
  await recordStart(tx, deployment.id, now);
  await tellDeployment(moving, 'START');
  const chosen = await chooseInstances(tx, deployment);
  for (const [position, { name, arn, iamUserArn, iamSessionArn }] of chosen.entries()) {
    const host = iamUserArn ?? iamSessionArn ?? '';
    await insertTarget(tx, { deploymentId: deployment.id, position, name, arn, host, status: 'Pending', updated: now });
  }
}

async function chooseInstances(tx: Tx, deployment: Deployment): Promise<readonly TaggedInstance[]> {
  const group = await lockGroup(tx, deployment.groupId);
  if (group === undefined) return [];
  const settings = readSettings(group.settings);
  const health = new Map((await healthOf(tx, group.id)).map((row) => [row.instance, row]));
  const instances = (await listInstances(tx, deployment))
    .filter(({ deregistered, tags }) => deregistered === null && selects(selectionOf(settings), tags))
    .map((instance) => ({ ...instance, health: healthFacts(health.get(instance.arn), deployment) }));
  const outdatedOnly = settingsOf(deployment).updateOutdatedInstancesOnly;
  return inOrder(outdatedOnly ? instances.filter(isOutdated) : instances);
}

function selectionOf({ onPremisesInstanceTagFilters, onPremisesTagSet }: GroupSettings) {
  return { filters: onPremisesInstanceTagFilters ?? [], set: onPremisesTagSet?.onPremisesTagSetList ?? [] };
}

function healthFacts(known: InstanceHealth | undefined, { revisionIdentity }: Deployment): InstanceFacts['health'] {
  if (known === undefined) return undefined;
  return { healthy: known.healthy === 1, revision: known.revisionIdentity === revisionIdentity ? 'this' : 'other' };
}

function isOutdated({ health }: InstanceFacts): boolean {
  return health === undefined || !health.healthy || health.revision === 'other';
}
