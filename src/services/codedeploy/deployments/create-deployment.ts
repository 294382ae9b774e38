import { recordRevisionUse, registerNewRevision } from '../../../store/codedeploy/application-revisions.ts';
import type { Scope } from '../../../store/codedeploy/applications.ts';
import { type DeploymentGroup, lockGroup, recordAttempt } from '../../../store/codedeploy/deployment-groups.ts';
import {
  findActiveDeployment,
  findDeploymentByToken,
  insertDeployment,
} from '../../../store/codedeploy/deployments.ts';
import type { Tx } from '../../../store/database.ts';
import type { WakeCall } from '../../../work/work.ts';
import { deploymentGroupDoesNotExist, deploymentLimitExceeded } from '../errors.ts';
import type { CheckedRevision } from '../revisions/revision-location.ts';
import type { EngineRooms } from '../rooms.ts';
import type { DeploymentSettings } from './deployment-settings.ts';

/** Kind of the durable work that moves a deployment on; its key is the deployment's id. */
export const DEPLOYMENT_WORK = 'codedeploy.deployment';

export interface DeploymentRequest extends Scope {
  readonly applicationName: string;
  readonly group: DeploymentGroup;
  readonly configName: string;
  readonly revision: CheckedRevision;
  readonly settings: DeploymentSettings;
  readonly clientToken?: string | undefined;
  readonly wake?: WakeCall | undefined;
}

/** Writes a deployment down and asks for it to be carried out; answers its id. Its revision is registered when it is new. */
export async function createDeployment(tx: Tx, rooms: EngineRooms, request: DeploymentRequest): Promise<string> {
  const { account, region, applicationName, revision, settings } = request;
  const now = rooms.clock.now();
  const group = await lockGroup(tx, request.group.id);
  if (group === undefined) throw deploymentGroupDoesNotExist(request.group.name);
  // Looked up under the group's lock: of two requests with one token, the second finds what the first has made.
  const twin = request.clientToken && (await findDeploymentByToken(tx, request, request.clientToken));
  if (twin) return twin.id;
  const active = await findActiveDeployment(tx, group.id);
  if (active !== undefined) throw deploymentLimitExceeded(group.name, active.id);

  const id = `d-${rooms.ids.upperAlphanumeric(9)}`;
  await registerNewRevision(tx, {
    applicationId: group.applicationId,
    identity: revision.identity,
    location: JSON.stringify(revision.location),
    description: `Application revision registered by Deployment ID: ${id}`,
    registered: now,
  });
  await recordRevisionUse(tx, group.applicationId, revision.identity, now);
  await insertDeployment(tx, {
    id,
    account,
    region,
    applicationId: group.applicationId,
    applicationName,
    groupId: group.id,
    groupName: group.name,
    configName: request.configName,
    revision: JSON.stringify(revision.location),
    revisionIdentity: revision.identity,
    previousRevision: group.targetRevision,
    settings: JSON.stringify(settings),
    created: now,
    clientToken: request.clientToken ?? null,
    wakeKind: request.wake?.kind ?? null,
    wakeKey: request.wake?.key ?? null,
  });
  await recordAttempt(tx, group.id, id);
  await rooms.work.schedule(tx, DEPLOYMENT_WORK, id);
  return id;
}
