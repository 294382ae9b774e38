import type { DeployedBundle, DeployedCommit, DeploymentPlan } from '../../ports/host-commands.ts';

/**
 * What an agent is told about a deployment. `AllPossibleLifecycleEvents` stays out: AWS's agent fails in Install where it is
 * present (1.8.1). GitHub revisions are fetched from github.com by the agent itself, without a token.
 */
export function specification(plan: DeploymentPlan): object {
  return {
    DeploymentId: plan.deploymentId,
    DeploymentGroupId: plan.groupId,
    DeploymentGroupName: plan.groupName,
    ApplicationName: plan.applicationName,
    DeploymentCreator: plan.creator,
    DeploymentType: 'IN_PLACE',
    AppSpecFilename: 'appspec.yml',
    Revision: plan.revision.type === 'S3' ? s3Revision(plan.revision) : gitHubRevision(plan.revision),
    AgentActionOverrides: { AgentOverrides: { FileExistsBehavior: plan.fileExistsBehavior } },
  };
}

function s3Revision({ bucket, key, bundleType, version, etag }: DeployedBundle): object {
  const S3Revision = { Bucket: bucket, Key: key, BundleType: bundleType, Version: version, ETag: etag };
  return { RevisionType: 'S3', S3Revision };
}

function gitHubRevision({ owner, repository, commitId }: DeployedCommit): object {
  const GitHubRevision = { Account: owner, Repository: repository, CommitId: commitId, Anonymous: true };
  return { RevisionType: 'GitHub', GitHubRevision };
}
