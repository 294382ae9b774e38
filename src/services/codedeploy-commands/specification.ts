import type { Deployment } from '../../store/deployments.ts';
import { settingsOf } from '../codedeploy/deployment-settings.ts';
import { unquoted } from '../codedeploy/revision-location.ts';
import type { GitHubLocation, RevisionLocation, S3Location } from '../codedeploy/shapes.ts';

/**
 * What an agent is told about a deployment. `AllPossibleLifecycleEvents` stays out: AWS's agent fails in Install where it is
 * present (1.8.1). GitHub revisions are fetched from github.com by the agent itself, without a token.
 */
export function specification(deployment: Deployment): object {
  const { creator, fileExistsBehavior } = settingsOf(deployment);
  return {
    DeploymentId: deployment.id,
    DeploymentGroupId: deployment.groupId,
    DeploymentGroupName: deployment.groupName,
    ApplicationName: deployment.applicationName,
    DeploymentCreator: creator,
    DeploymentType: 'IN_PLACE',
    AppSpecFilename: 'appspec.yml',
    Revision: revision(JSON.parse(deployment.revision)),
    AgentActionOverrides: { AgentOverrides: { FileExistsBehavior: fileExistsBehavior } },
  };
}

function revision({ s3Location, gitHubLocation }: RevisionLocation): object {
  return gitHubLocation === undefined ? s3Revision(s3Location ?? {}) : gitHubRevision(gitHubLocation);
}

function s3Revision({ bucket, key, bundleType, version, eTag }: S3Location): object {
  const ETag = eTag === undefined ? undefined : unquoted(eTag);
  return {
    RevisionType: 'S3',
    S3Revision: { Bucket: bucket, Key: key, BundleType: bundleType, Version: version, ETag },
  };
}

function gitHubRevision({ repository = '', commitId }: GitHubLocation): object {
  const [Account, Repository] = repository.split('/');
  return { RevisionType: 'GitHub', GitHubRevision: { Account, Repository, CommitId: commitId, Anonymous: true } };
}
