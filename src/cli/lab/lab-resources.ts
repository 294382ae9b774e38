import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CreateRepositoryCommand } from '@aws-sdk/client-codecommit';
import {
  AddTagsToOnPremisesInstancesCommand,
  CreateApplicationCommand,
  CreateDeploymentGroupCommand,
  RegisterOnPremisesInstanceCommand,
} from '@aws-sdk/client-codedeploy';
import { CreatePipelineCommand, type PipelineDeclaration } from '@aws-sdk/client-codepipeline';
import { PutRuleCommand, PutTargetsCommand } from '@aws-sdk/client-eventbridge';
import { CreateBucketCommand, PutBucketVersioningCommand } from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts';
import type { LabClients } from './lab-clients.ts';
import { INSTANCES, instanceArn, LabError, NAMES, REGION } from './lab-place.ts';

export interface LabResources {
  readonly account: string;
  readonly cloneUrl: string;
}

/** Everything a delivery on AWS needs, made by the calls one would make on AWS. */
export async function createResources(clients: LabClients): Promise<LabResources> {
  const { Account: account } = await clients.sts.send(new GetCallerIdentityCommand({}));
  if (account === undefined) throw new LabError('The server does not say which account this is');
  await createBucket(clients);
  const cloneUrl = await createRepository(clients);
  await createProject(clients, account);
  await createServers(clients, account);
  await createPipeline(clients, account);
  await createRule(clients, account);
  return { account, cloneUrl };
}

async function createBucket({ s3 }: LabClients): Promise<void> {
  await s3.send(
    new CreateBucketCommand({ Bucket: NAMES.bucket, CreateBucketConfiguration: { LocationConstraint: REGION } }),
  );
  await s3.send(
    new PutBucketVersioningCommand({ Bucket: NAMES.bucket, VersioningConfiguration: { Status: 'Enabled' } }),
  );
}

async function createRepository({ codecommit }: LabClients): Promise<string> {
  const { repositoryMetadata } = await codecommit.send(
    new CreateRepositoryCommand({ repositoryName: NAMES.repository, repositoryDescription: 'A web page with a test' }),
  );
  if (repositoryMetadata?.cloneUrlHttp === undefined) throw new LabError('The repository has no clone URL');
  return repositoryMetadata.cloneUrlHttp;
}

async function createProject({ codebuild }: LabClients, account: string): Promise<void> {
  await codebuild.send(
    new CreateProjectCommand({
      name: NAMES.project,
      source: { type: 'CODEPIPELINE' },
      artifacts: { type: 'CODEPIPELINE' },
      environment: {
        type: 'LINUX_CONTAINER',
        image: 'aws/codebuild/standard:7.0',
        computeType: 'BUILD_GENERAL1_SMALL',
      },
      serviceRole: role(account, 'lab-build'),
    }),
  );
}

async function createServers({ codedeploy }: LabClients, account: string): Promise<void> {
  for (const instance of INSTANCES) {
    await codedeploy.send(
      new RegisterOnPremisesInstanceCommand({ instanceName: instance, iamUserArn: instanceArn(account, instance) }),
    );
  }
  await codedeploy.send(
    new AddTagsToOnPremisesInstancesCommand({
      instanceNames: [...INSTANCES],
      tags: [{ Key: 'app', Value: NAMES.application }],
    }),
  );
  await codedeploy.send(
    new CreateApplicationCommand({ applicationName: NAMES.application, computePlatform: 'Server' }),
  );
  await codedeploy.send(
    new CreateDeploymentGroupCommand({
      applicationName: NAMES.application,
      deploymentGroupName: NAMES.deploymentGroup,
      serviceRoleArn: role(account, 'lab-deploy'),
      deploymentConfigName: 'CodeDeployDefault.OneAtATime',
      onPremisesInstanceTagFilters: [{ Key: 'app', Value: NAMES.application, Type: 'KEY_AND_VALUE' }],
    }),
  );
}

async function createPipeline({ codepipeline }: LabClients, account: string): Promise<void> {
  await codepipeline.send(new CreatePipelineCommand({ pipeline: declaration(account) }));
}

function declaration(account: string): PipelineDeclaration {
  const type = (category: 'Source' | 'Build' | 'Approval' | 'Deploy', provider: string) => ({
    category,
    owner: 'AWS' as const,
    provider,
    version: '1',
  });
  return {
    name: NAMES.pipeline,
    roleArn: role(account, 'lab-pipeline'),
    artifactStore: { type: 'S3', location: NAMES.bucket },
    pipelineType: 'V2',
    stages: [
      {
        name: 'Source',
        actions: [
          {
            name: 'Fetch',
            actionTypeId: type('Source', 'CodeCommit'),
            configuration: {
              RepositoryName: NAMES.repository,
              BranchName: NAMES.branch,
              PollForSourceChanges: 'false',
            },
            outputArtifacts: [{ name: 'Sources' }],
            namespace: 'Source',
          },
        ],
      },
      {
        name: 'Build',
        actions: [
          {
            name: 'Build',
            actionTypeId: type('Build', 'CodeBuild'),
            configuration: { ProjectName: NAMES.project },
            inputArtifacts: [{ name: 'Sources' }],
            outputArtifacts: [{ name: 'Site' }],
            namespace: 'Build',
          },
        ],
      },
      {
        name: 'Approve',
        actions: [
          {
            name: 'Approve',
            actionTypeId: type('Approval', 'Manual'),
            configuration: { CustomData: 'Deploy "#{Build.APP_TITLE}" from commit #{Source.CommitId}?' },
          },
        ],
      },
      {
        name: 'Deploy',
        actions: [
          {
            name: 'Deploy',
            actionTypeId: type('Deploy', 'CodeDeploy'),
            configuration: { ApplicationName: NAMES.application, DeploymentGroupName: NAMES.deploymentGroup },
            inputArtifacts: [{ name: 'Site' }],
          },
        ],
      },
    ],
  };
}

/** A push to the branch starts the pipeline. */
async function createRule({ events }: LabClients, account: string): Promise<void> {
  await events.send(
    new PutRuleCommand({
      Name: NAMES.rule,
      EventPattern: JSON.stringify({
        source: ['aws.codecommit'],
        'detail-type': ['CodeCommit Repository State Change'],
        resources: [`arn:aws:codecommit:${REGION}:${account}:${NAMES.repository}`],
        detail: {
          event: ['referenceCreated', 'referenceUpdated'],
          referenceType: ['branch'],
          referenceName: [NAMES.branch],
        },
      }),
    }),
  );
  await events.send(
    new PutTargetsCommand({
      Rule: NAMES.rule,
      Targets: [
        {
          Id: 'pipeline',
          Arn: `arn:aws:codepipeline:${REGION}:${account}:${NAMES.pipeline}`,
          RoleArn: role(account, 'lab-events'),
        },
      ],
    }),
  );
}

function role(account: string, name: string): string {
  return `arn:aws:iam::${account}:role/${name}`;
}
