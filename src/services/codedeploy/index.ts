import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { Agents } from '../../ports/agents.ts';
import type { PipelineDeployments } from '../../ports/deployments.ts';
import type { HostCommands } from '../../ports/host-commands.ts';
import { recordTimer } from '../../store/codedeploy/deployments.ts';
import { done, type WorkHandler } from '../../work/work.ts';
import { agentsOf } from './agents.ts';
import { advanceDeployment } from './deployments/advance-deployment.ts';
import { DEPLOYMENT_WORK } from './deployments/create-deployment.ts';
import { pipelineDeployments } from './deployments/pipeline-deployments.ts';
import { hostCommands } from './hosts/host-commands.ts';
import { AddTagsToOnPremisesInstances } from './operations/AddTagsToOnPremisesInstances.ts';
import { BatchGetApplicationRevisions } from './operations/BatchGetApplicationRevisions.ts';
import { BatchGetApplications } from './operations/BatchGetApplications.ts';
import { BatchGetDeploymentGroups } from './operations/BatchGetDeploymentGroups.ts';
import { BatchGetDeploymentInstances } from './operations/BatchGetDeploymentInstances.ts';
import { BatchGetDeployments } from './operations/BatchGetDeployments.ts';
import { BatchGetDeploymentTargets } from './operations/BatchGetDeploymentTargets.ts';
import { BatchGetOnPremisesInstances } from './operations/BatchGetOnPremisesInstances.ts';
import { ContinueDeployment } from './operations/ContinueDeployment.ts';
import { CreateApplication } from './operations/CreateApplication.ts';
import { CreateDeployment } from './operations/CreateDeployment.ts';
import { CreateDeploymentConfig } from './operations/CreateDeploymentConfig.ts';
import { CreateDeploymentGroup } from './operations/CreateDeploymentGroup.ts';
import { DeleteApplication } from './operations/DeleteApplication.ts';
import { DeleteDeploymentConfig } from './operations/DeleteDeploymentConfig.ts';
import { DeleteDeploymentGroup } from './operations/DeleteDeploymentGroup.ts';
import { DeregisterOnPremisesInstance } from './operations/DeregisterOnPremisesInstance.ts';
import { GetApplication } from './operations/GetApplication.ts';
import { GetApplicationRevision } from './operations/GetApplicationRevision.ts';
import { GetDeployment } from './operations/GetDeployment.ts';
import { GetDeploymentConfig } from './operations/GetDeploymentConfig.ts';
import { GetDeploymentGroup } from './operations/GetDeploymentGroup.ts';
import { GetDeploymentInstance } from './operations/GetDeploymentInstance.ts';
import { GetDeploymentTarget } from './operations/GetDeploymentTarget.ts';
import { GetOnPremisesInstance } from './operations/GetOnPremisesInstance.ts';
import { ListApplicationRevisions } from './operations/ListApplicationRevisions.ts';
import { ListApplications } from './operations/ListApplications.ts';
import { ListDeploymentConfigs } from './operations/ListDeploymentConfigs.ts';
import { ListDeploymentGroups } from './operations/ListDeploymentGroups.ts';
import { ListDeploymentInstances } from './operations/ListDeploymentInstances.ts';
import { ListDeployments } from './operations/ListDeployments.ts';
import { ListDeploymentTargets } from './operations/ListDeploymentTargets.ts';
import { ListOnPremisesInstances } from './operations/ListOnPremisesInstances.ts';
import { ListTagsForResource } from './operations/ListTagsForResource.ts';
import { RegisterApplicationRevision } from './operations/RegisterApplicationRevision.ts';
import { RegisterOnPremisesInstance } from './operations/RegisterOnPremisesInstance.ts';
import { RemoveTagsFromOnPremisesInstances } from './operations/RemoveTagsFromOnPremisesInstances.ts';
import { StopDeployment } from './operations/StopDeployment.ts';
import { TagResource } from './operations/TagResource.ts';
import { UntagResource } from './operations/UntagResource.ts';
import { UpdateApplication } from './operations/UpdateApplication.ts';
import { UpdateDeploymentGroup } from './operations/UpdateDeploymentGroup.ts';
import { refuse } from './refuse.ts';
import type { CodeDeployRooms } from './rooms.ts';

/**
 * CodeDeploy for servers: on-premises instances, deployed to in place by agents that ask the command service.
 *
 * Gaps: no EC2 instances, Auto Scaling groups, load balancers, blue/green, zonal deployments, alarms, triggers, nor the Lambda
 * and ECS compute platforms. Each is refused by name.
 */
export interface CodeDeploy {
  readonly service: Service<CodeDeployRooms>;
  readonly deployments: PipelineDeployments;
  /** For the service that agents poll. */
  readonly commands: HostCommands;
  readonly agents: Agents;
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

/** Operations absent here are answered as not implemented, by their names. */
export const operations = {
  AddTagsToOnPremisesInstances,
  BatchGetApplicationRevisions,
  BatchGetApplications,
  BatchGetDeploymentGroups,
  BatchGetDeploymentInstances,
  BatchGetDeploymentTargets,
  BatchGetDeployments,
  BatchGetOnPremisesInstances,
  ContinueDeployment,
  CreateApplication,
  CreateDeployment,
  CreateDeploymentConfig,
  CreateDeploymentGroup,
  DeleteApplication,
  DeleteDeploymentConfig,
  DeleteDeploymentGroup,
  DeregisterOnPremisesInstance,
  GetApplication,
  GetApplicationRevision,
  GetDeployment,
  GetDeploymentConfig,
  GetDeploymentGroup,
  GetDeploymentInstance,
  GetDeploymentTarget,
  GetOnPremisesInstance,
  ListApplicationRevisions,
  ListApplications,
  ListDeploymentConfigs,
  ListDeploymentGroups,
  ListDeploymentInstances,
  ListDeploymentTargets,
  ListDeployments,
  ListOnPremisesInstances,
  ListTagsForResource,
  RegisterApplicationRevision,
  RegisterOnPremisesInstance,
  RemoveTagsFromOnPremisesInstances,
  StopDeployment,
  TagResource,
  UntagResource,
  UpdateApplication,
  UpdateDeploymentGroup,
};

export function createCodeDeploy(rooms: CodeDeployRooms): CodeDeploy {
  return {
    service: {
      name: 'codedeploy',
      signingNames: ['codedeploy'],
      model: loadModel('codedeploy'),
      operations,
      rooms,
      refuse,
    },
    deployments: pipelineDeployments(rooms),
    commands: hostCommands(rooms),
    agents: agentsOf(rooms),
    workHandlers: { [DEPLOYMENT_WORK]: (id) => moveOn(rooms, id) },
  };
}

async function moveOn(rooms: CodeDeployRooms, id: string) {
  await rooms.database.write(async (tx) => {
    await recordTimer(tx, id, null);
    await advanceDeployment(tx, rooms, id);
  });
  return done;
}
