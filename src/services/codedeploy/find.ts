import { type Application, findApplication, type Scope } from '../../store/codedeploy/applications.ts';
import { type DeploymentGroup, findGroup } from '../../store/codedeploy/deployment-groups.ts';
import { type Deployment, findDeployment } from '../../store/codedeploy/deployments.ts';
import type { Reader } from '../../store/database.ts';
import { applicationDoesNotExist, deploymentDoesNotExist, deploymentGroupDoesNotExist } from './errors.ts';
import { checkDeploymentId, checkName } from './names.ts';

/** What a request names, or CodeDeploy's own error. */
export async function theApplication(reader: Reader, scope: Scope, name: string): Promise<Application> {
  checkName('application', name);
  const application = await findApplication(reader, scope, name);
  if (application === undefined) throw applicationDoesNotExist(name);
  return application;
}

export async function theGroup(reader: Reader, application: Application, name: string): Promise<DeploymentGroup> {
  checkName('group', name);
  const group = await findGroup(reader, application.id, name);
  if (group === undefined) throw deploymentGroupDoesNotExist(name);
  return group;
}

export async function theDeployment(reader: Reader, scope: Scope, id: string): Promise<Deployment> {
  checkDeploymentId(id);
  const deployment = await findDeployment(reader, scope, id);
  if (deployment === undefined) throw deploymentDoesNotExist(id);
  return deployment;
}
