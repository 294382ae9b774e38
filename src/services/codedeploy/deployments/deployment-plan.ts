import type { DeploymentPlan, HostScope } from '../../../ports/host-commands.ts';
import { findTargetOfHost } from '../../../store/codedeploy/deployment-targets.ts';
import { findDeployment } from '../../../store/codedeploy/deployments.ts';
import type { Reader } from '../../../store/database.ts';
import { unquoted } from '../revisions/revision-location.ts';
import type { GitHubLocation, RevisionLocation, S3Location } from '../shapes.ts';
import { settingsOf } from './deployment-settings.ts';

/** A deployment as its hosts must know it; undefined for a host that has no part in it. */
export async function planOf(
  reader: Reader,
  host: HostScope & { readonly host: string },
  deploymentId: string,
): Promise<DeploymentPlan | undefined> {
  const deployment = await findDeployment(reader, host, deploymentId);
  if (deployment === undefined) return undefined;
  if ((await findTargetOfHost(reader, deploymentId, host.host)) === undefined) return undefined;
  const { creator, fileExistsBehavior } = settingsOf(deployment);
  const { groupId, groupName, applicationName } = deployment;
  const revision = revisionOf(JSON.parse(deployment.revision));
  return { deploymentId, groupId, groupName, applicationName, creator, fileExistsBehavior, revision };
}

function revisionOf({ s3Location, gitHubLocation }: RevisionLocation): DeploymentPlan['revision'] {
  return gitHubLocation === undefined ? bundle(s3Location ?? {}) : commit(gitHubLocation);
}

/** Nothing is missing in a revision that was checked: the defaults are for the types. */
function bundle({ bucket = '', key = '', bundleType = 'zip', version, eTag }: S3Location): DeploymentPlan['revision'] {
  return { type: 'S3', bucket, key, bundleType, version, etag: eTag === undefined ? undefined : unquoted(eTag) };
}

function commit({ repository: path = '', commitId = '' }: GitHubLocation): DeploymentPlan['revision'] {
  const [owner = '', repository = ''] = path.split('/');
  return { type: 'GitHub', owner, repository, commitId };
}
