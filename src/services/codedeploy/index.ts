import { loadModel } from '../../kernel/model.ts';
import type { Service } from '../../kernel/operation.ts';
import type { PipelineDeployments } from '../../ports/deployments.ts';
import { again, done, type WorkHandler } from '../../work/work.ts';
import { advanceDeployment } from './advance-deployment.ts';
import { DEPLOYMENT_WORK } from './create-deployment.ts';
import { AddTagsToOnPremisesInstances } from './operations/AddTagsToOnPremisesInstances.ts';
import { BatchGetApplications } from './operations/BatchGetApplications.ts';
import { BatchGetDeploymentGroups } from './operations/BatchGetDeploymentGroups.ts';
import { CreateApplication } from './operations/CreateApplication.ts';
import { CreateDeployment } from './operations/CreateDeployment.ts';
import { CreateDeploymentGroup } from './operations/CreateDeploymentGroup.ts';
import { DeleteApplication } from './operations/DeleteApplication.ts';
import { DeleteDeploymentGroup } from './operations/DeleteDeploymentGroup.ts';
import { GetApplication } from './operations/GetApplication.ts';
import { GetDeployment } from './operations/GetDeployment.ts';
import { GetDeploymentGroup } from './operations/GetDeploymentGroup.ts';
import { ListApplications } from './operations/ListApplications.ts';
import { ListDeploymentGroups } from './operations/ListDeploymentGroups.ts';
import { RegisterOnPremisesInstance } from './operations/RegisterOnPremisesInstance.ts';
import { UpdateApplication } from './operations/UpdateApplication.ts';
import { UpdateDeploymentGroup } from './operations/UpdateDeploymentGroup.ts';
import { pipelineDeployments } from './pipeline-deployments.ts';
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
  readonly workHandlers: Readonly<Record<string, WorkHandler>>;
}

export function createCodeDeploy(rooms: CodeDeployRooms): CodeDeploy {
  return {
    service: {
      name: 'codedeploy',
      signingNames: ['codedeploy'],
      model: loadModel('codedeploy'),
      operations: {
        AddTagsToOnPremisesInstances,
        BatchGetApplications,
        BatchGetDeploymentGroups,
        CreateApplication,
        CreateDeployment,
        CreateDeploymentGroup,
        DeleteApplication,
        DeleteDeploymentGroup,
        GetApplication,
        GetDeployment,
        GetDeploymentGroup,
        ListApplications,
        ListDeploymentGroups,
        RegisterOnPremisesInstance,
        UpdateApplication,
        UpdateDeploymentGroup,
      },
      rooms,
      refuse,
    },
    deployments: pipelineDeployments(rooms),
    workHandlers: { [DEPLOYMENT_WORK]: (id) => moveOn(rooms, id) },
  };
}

async function moveOn(rooms: CodeDeployRooms, id: string) {
  const deadline = await rooms.database.write((tx) => advanceDeployment(tx, rooms, id));
  return deadline === undefined ? done : again(deadline);
}
