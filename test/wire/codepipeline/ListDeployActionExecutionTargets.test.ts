import {
  type ActionDeclaration,
  ListDeployActionExecutionTargetsCommand,
  type ListDeployActionExecutionTargetsInput,
} from '@aws-sdk/client-codepipeline';
import { PutBucketVersioningCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { makeFleet } from '../../harness/deployment-room.ts';
import { dummyProvider } from '../../harness/dummy-provider.ts';
import { action, actionsOf, create, pipeline, QUIET, source, stage, start } from '../../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';
import { zipOf } from '../../harness/zips.ts';

const UNKNOWN = '00000000-0000-0000-0000-000000000000';
const HOSTS = ['app-1', 'app-2', 'app-3'];

describe.each(DIALECTS)('ListDeployActionExecutionTargets on %s', (dialect) => {
  let server: TestServer;
  /** Action executions, by the names of their actions. */
  const ids = new Map<string, string>();

  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { providers: dummyProvider().providers });
    await makeSource();
    await makeFleet({ clients: server, endpoint: server.endpoint }, 'app', HOSTS.length);
    await create(
      server.codepipeline,
      pipeline(
        'deploying',
        [
          stage('Source', s3Source()),
          stage(
            'Deploy',
            deploy('ToBucket', 'S3', { BucketName: 'artifacts', Extract: 'true' }),
            deploy('ToHosts', 'CodeDeploy', { ApplicationName: 'app', DeploymentGroupName: 'servers' }),
            action('ToNowhere', {
              actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'Dummy', version: '1' },
            }),
          ),
        ],
        QUIET,
      ),
    );
    await create(
      server.codepipeline,
      pipeline('other', [stage('Source', source()), stage('Build', action('A'))], QUIET),
    );
    const id = await start(server.codepipeline, 'deploying');
    await waitFor('the deploy actions to be under way', async () => {
      const actions = await actionsOf(server.codepipeline, 'deploying', id);
      for (const { actionName = '', actionExecutionId = '' } of actions) ids.set(actionName, actionExecutionId);
      const hosts = actions.find(({ actionName }) => actionName === 'ToHosts');
      const bucket = actions.find(({ actionName }) => actionName === 'ToBucket');
      return hosts?.output?.executionResult?.externalExecutionId && bucket?.status === 'Succeeded';
    });
    await waitFor('the instances to be known', async () => (await list('ToHosts')).targets?.length === HOSTS.length);
  });
  afterAll(() => server.close());

  const list = (actionName: string, input: Partial<ListDeployActionExecutionTargetsInput> = {}) =>
    server.codepipeline.send(
      new ListDeployActionExecutionTargetsCommand({ actionExecutionId: ids.get(actionName), ...input }),
    );

  it('shows the instances of a CodeDeploy action with what happens on each', async () => {
    const { targets = [] } = await list('ToHosts', { pipelineName: 'deploying' });
    expect(targets.map(({ targetId }) => targetId)).toEqual(HOSTS);
    expect(targets[0]).toMatchObject({
      targetType: 'InstanceTarget',
      status: expect.stringMatching(/Pending|InProgress/),
    });
    expect(targets[0]?.events?.map(({ name }) => name)).toEqual([
      'ApplicationStop',
      'DownloadBundle',
      'BeforeInstall',
      'Install',
      'AfterInstall',
      'ApplicationStart',
      'ValidateService',
    ]);
  });

  it('shows the bucket of an S3 action, and none where a provider tells of none', async () => {
    expect((await list('ToBucket')).targets).toEqual([
      {
        targetId: 'artifacts',
        targetType: 'S3Bucket',
        status: 'Succeeded',
        startTime: expect.any(Date),
        endTime: expect.any(Date),
        events: [],
      },
    ]);
    expect((await list('ToNowhere')).targets).toEqual([]);
  });

  it('takes filters by status', async () => {
    const having = async (...values: string[]) =>
      ((await list('ToHosts', { filters: [{ name: 'TARGET_STATUS', values }] })).targets ?? []).length;
    expect(await having('Pending', 'InProgress')).toBe(HOSTS.length);
    expect(await having('Succeeded')).toBe(0);
  });

  it('pages, and refuses tokens of another action execution and those that are none', async () => {
    const first = await list('ToHosts', { maxResults: 2 });
    const second = await list('ToHosts', { maxResults: 2, nextToken: first.nextToken });
    expect([...(first.targets ?? []), ...(second.targets ?? [])].map(({ targetId }) => targetId)).toEqual(HOSTS);
    expect(second.nextToken).toBeUndefined();
    for (const [actionName, nextToken] of [
      ['ToBucket', first.nextToken],
      ['ToHosts', 'nonsense'],
    ] as const) {
      await expect(list(actionName, { nextToken })).rejects.toMatchObject({ name: 'InvalidNextTokenException' });
    }
  });

  it.each([
    ['an action execution that is not there', { actionExecutionId: UNKNOWN }, 'ActionExecutionNotFoundException'],
    ['a pipeline that is not there', { pipelineName: 'missing' }, 'PipelineNotFoundException'],
    ['another pipeline than the action is of', { pipelineName: 'other' }, 'ActionExecutionNotFoundException'],
    ['more than a hundred at once', { maxResults: 101 }, 'ValidationException'],
  ])('refuses %s', async (_what, input, name) => {
    await expect(list('ToHosts', input)).rejects.toMatchObject({ name });
  });

  it('refuses an action that does not deploy', async () => {
    await expect(list('Fetch')).rejects.toMatchObject({ name: 'ValidationException' });
  });

  async function makeSource(): Promise<void> {
    await server.s3.send(
      new PutBucketVersioningCommand({ Bucket: 'artifacts', VersioningConfiguration: { Status: 'Enabled' } }),
    );
    const Body = await zipOf({ 'appspec.yml': 'version: 0.0\nos: linux\nfiles: []\n' });
    await server.s3.send(new PutObjectCommand({ Bucket: 'artifacts', Key: 'source.zip', Body }));
  }
});

function s3Source(): ActionDeclaration {
  return source('Fetch', {
    actionTypeId: { category: 'Source', owner: 'AWS', provider: 'S3', version: '1' },
    configuration: { S3Bucket: 'artifacts', S3ObjectKey: 'source.zip', PollForSourceChanges: 'false' },
  });
}

function deploy(name: string, provider: string, configuration: Record<string, string>): ActionDeclaration {
  return action(name, {
    actionTypeId: { category: 'Deploy', owner: 'AWS', provider, version: '1' },
    configuration,
    inputArtifacts: [{ name: 'FetchOutput' }],
  });
}
