import {
  type ActionDeclaration,
  type ActionType,
  CreatePipelineCommand,
  DeletePipelineCommand,
  ListActionTypesCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { action, pipeline, QUIET, source, stage } from '../../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

/** An action as AWS's action structure reference documents it: least and most artifacts, keys that must be there and others. */
interface Documented {
  readonly inputs: readonly [number, number];
  readonly outputs: readonly [number, number];
  readonly required: Readonly<Record<string, string>>;
  readonly optional: Readonly<Record<string, string>>;
}

const SOURCE = { inputs: [0, 0], outputs: [1, 1] } as const;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/stacks`;
const BUILT: Readonly<Record<string, Documented>> = {
  'Source AWS CodeCommit': {
    ...SOURCE,
    required: { RepositoryName: 'app', BranchName: 'main' },
    optional: { PollForSourceChanges: 'false', OutputArtifactFormat: 'CODEBUILD_CLONE_REF' },
  },
  'Source AWS S3': {
    ...SOURCE,
    required: { S3Bucket: 'sources', S3ObjectKey: 'a.zip' },
    optional: { PollForSourceChanges: 'false', AllowOverrideForS3ObjectKey: 'true' },
  },
  'Source AWS ECR': { ...SOURCE, required: { RepositoryName: 'app' }, optional: { ImageTag: 'v1' } },
  'Source AWS CodeStarSourceConnection': {
    ...SOURCE,
    required: {
      ConnectionArn: `arn:aws:codestar-connections:${REGION}:${ACCOUNT}:connection/1`,
      FullRepositoryId: 'a/b',
      BranchName: 'main',
    },
    optional: { OutputArtifactFormat: 'CODE_ZIP', DetectChanges: 'false' },
  },
  'Source ThirdParty GitHub': {
    ...SOURCE,
    required: { Owner: 'a', Repo: 'b', Branch: 'main', OAuthToken: 'secret' },
    optional: { PollForSourceChanges: 'false' },
  },
  'Build AWS ECRBuildAndPublish': {
    inputs: [1, 1],
    outputs: [0, 0],
    required: { ECRRepositoryName: 'app' },
    optional: { DockerFilePath: 'docker', ImageTags: 'v1,v2', RegistryType: 'private' },
  },
  'Compute AWS Commands': { inputs: [1, 10], outputs: [0, 1], required: {}, optional: {} },
  'Approval AWS Manual': {
    inputs: [0, 0],
    outputs: [0, 0],
    required: {},
    optional: {
      CustomData: 'look',
      ExternalEntityLink: 'https://example.com',
      NotificationArn: `arn:aws:sns:${REGION}:${ACCOUNT}:approvals`,
    },
  },
  'Deploy AWS CodeDeploy': {
    inputs: [1, 1],
    outputs: [0, 0],
    required: { ApplicationName: 'app', DeploymentGroupName: 'servers' },
    optional: {},
  },
  'Deploy AWS S3': {
    inputs: [1, 1],
    outputs: [0, 0],
    required: { BucketName: 'site', Extract: 'true' },
    optional: { ObjectKey: 'site', KMSEncryptionKeyARN: 'alias/site', CannedACL: 'private', CacheControl: 'no-cache' },
  },
  'Deploy AWS CloudFormation': {
    inputs: [0, 10],
    outputs: [0, 1],
    required: { ActionMode: 'DELETE_ONLY', StackName: 'shop' },
    optional: {
      RoleArn: ROLE,
      ChangeSetName: 'next',
      TemplatePath: 'FetchOutput::t.json',
      TemplateConfiguration: 'FetchOutput::c.json',
      ParameterOverrides: '{}',
      Capabilities: 'CAPABILITY_IAM',
      OutputFileName: 'out.json',
    },
  },
  'Deploy AWS ECS': {
    inputs: [1, 1],
    outputs: [0, 0],
    required: { ClusterName: 'c', ServiceName: 's' },
    optional: { FileName: 'images.json', DeploymentTimeout: '15' },
  },
  'Invoke AWS Lambda': {
    inputs: [0, 5],
    outputs: [0, 5],
    required: { FunctionName: 'f' },
    optional: { UserParameters: 'x' },
  },
  'Invoke AWS StepFunctions': {
    inputs: [0, 1],
    outputs: [0, 1],
    required: { StateMachineArn: `arn:aws:states:${REGION}:${ACCOUNT}:stateMachine:m` },
    optional: { ExecutionNamePrefix: 'p', InputType: 'FilePath', Input: 'a.json' },
  },
  'Invoke AWS CodePipeline': {
    inputs: [0, 0],
    outputs: [0, 0],
    required: { PipelineName: 'other' },
    optional: { Variables: '[]', SourceRevisions: '[]' },
  },
};

/** What AWS has and this server has not. */
const ABSENT = [
  'Source ThirdParty Bitbucket',
  'Test AWS DeviceFarm',
  'Test ThirdParty GhostInspector',
  'Deploy AWS CloudFormationStackSet',
  'Deploy AWS CloudFormationStackInstances',
  'Deploy AWS CodeDeployToECS',
  'Deploy AWS EC2',
  'Deploy AWS EKS',
  'Deploy AWS Lambda',
  'Deploy AWS ElasticBeanstalk',
  'Deploy AWS AppConfig',
  'Deploy AWS OpsWorks',
  'Deploy AWS ServiceCatalog',
  'Deploy ThirdParty AlexaSkillsKit',
  'Invoke AWS InspectorScan',
  'Invoke ThirdParty Snyk',
];

describe('providers of actions', () => {
  let server: TestServer;
  let listed: readonly ActionType[];
  beforeAll(async () => {
    server = await startTestServer('sqlite', {}, { providers: dummyProvider().providers });
    listed = (await server.codepipeline.send(new ListActionTypesCommand({}))).actionTypes ?? [];
  });
  afterAll(() => server.close());

  const named = (type: string) => {
    const [category = '', owner = '', provider = ''] = type.split(' ');
    return { category, owner, provider, version: '1' } as ActionDeclaration['actionTypeId'] & object;
  };
  const find = (type: string) => {
    const { category, owner, provider } = named(type);
    return listed.find(({ id }) => id?.category === category && id?.owner === owner && id?.provider === provider);
  };

  /** The action with as few artifacts as it may have, but one to take files from where it may have one. */
  function declare(type: string, configuration: Record<string, string>): Promise<unknown> {
    const { inputs, outputs } = BUILT[type] ?? { inputs: [0, 1], outputs: [0, 0] };
    const act: ActionDeclaration = {
      name: 'Act',
      actionTypeId: named(type),
      configuration,
      ...(inputs[1] > 0 ? { inputArtifacts: [{ name: 'FetchOutput' }] } : {}),
      ...(outputs[0] > 0 ? { outputArtifacts: [{ name: 'Made' }] } : {}),
      ...(type.startsWith('Compute') ? { commands: ['true'] } : {}),
    };
    const isSource = type.startsWith('Source');
    const stages = isSource
      ? [stage('Source', act), stage('Build', action('Compile'))]
      : [stage('Source', source()), stage('Act', act)];
    return server.codepipeline.send(new CreatePipelineCommand({ pipeline: pipeline('declared', stages, QUIET) }));
  }

  it('are all in the table below, or CodeBuild', () => {
    const ours = listed.filter(({ id }) => id?.provider !== 'Dummy' && id?.provider !== 'CodeBuild');
    expect(ours.map(({ id }) => `${id?.category} ${id?.owner} ${id?.provider}`).sort()).toEqual(
      Object.keys(BUILT).sort(),
    );
  });

  it.each(Object.entries(BUILT))(
    '%s is listed as AWS documents it',
    (type, { inputs, outputs, required, optional }) => {
      const { actionConfigurationProperties: properties = [], ...found } = find(type) ?? {};
      expect(found).toMatchObject({
        inputArtifactDetails: { minimumCount: inputs[0], maximumCount: inputs[1] },
        outputArtifactDetails: { minimumCount: outputs[0], maximumCount: outputs[1] },
      });
      const keys = (must: boolean) => properties.filter((one) => one.required === must).map(({ name }) => name);
      expect(keys(true).sort()).toEqual(Object.keys(required).sort());
      expect(keys(false).sort()).toEqual(Object.keys(optional).sort());
    },
  );

  it.each(Object.entries(BUILT))('%s takes every key it has', async (type, { required, optional }) => {
    await declare(type, { ...required, ...optional });
    await server.codepipeline.send(new DeletePipelineCommand({ name: 'declared' }));
  });

  it.each(Object.entries(BUILT))('%s wants what it needs, and no more', async (type, { required, optional }) => {
    const all = { ...required, ...optional };
    for (const key of Object.keys(required)) {
      const { [key]: _, ...others } = all;
      await expect(declare(type, others), key).rejects.toMatchObject({
        name: 'InvalidActionDeclarationException',
        message: expect.stringContaining(`missing required configuration '${key}'`),
      });
    }
    await expect(declare(type, { ...all, Colour: 'red' })).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringContaining("unknown configuration 'Colour'"),
    });
  });

  it.each(ABSENT)('%s is not listed, and refused by its name', async (type) => {
    expect(find(type)).toBeUndefined();
    await expect(declare(type, {})).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringContaining(`Provider: '${named(type).provider}'`),
    });
  });
});
