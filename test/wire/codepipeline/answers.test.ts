import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CreateRepositoryCommand, PutFileCommand } from '@aws-sdk/client-codecommit';
import {
  type ActionDeclaration,
  DisableStageTransitionCommand,
  GetPipelineCommand,
  GetPipelineExecutionCommand,
  GetPipelineStateCommand,
  ListPipelineExecutionsCommand,
  ListPipelinesCommand,
  PutApprovalResultCommand,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBucket } from '../../harness/artifact-bucket.ts';
import { project } from '../../harness/builds.ts';
import { DIALECTS } from '../../harness/databases.ts';
import {
  action,
  actionsOf,
  approval,
  create,
  pipeline,
  QUIET,
  stage,
  stageState,
  start,
  untilInbound,
  untilStatus,
} from '../../harness/pipelines.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';

const NAME = 'told-whole';
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const BUILD_ROLE = `arn:aws:iam::${ACCOUNT}:role/action`;

describe.each(DIALECTS)('the answers of CodePipeline on %s', (dialect) => {
  let server: TestServer;
  let commitId = '';
  let id = '';
  let stopped = '';
  const client = () => server.codepipeline;
  const page = (path: string) => `${server.endpoint}/console/${path}?region=${REGION}`;

  beforeAll(async () => {
    server = await startTestServer(dialect);
    await makeBucket(server.s3, 'site');
    await server.codecommit.send(new CreateRepositoryCommand({ repositoryName: 'app' }));
    const file = { repositoryName: 'app', branchName: 'main', filePath: 'a.txt', fileContent: Buffer.from('a') };
    const put = await server.codecommit.send(new PutFileCommand({ ...file, commitMessage: 'First\n\nof all' }));
    commitId = put.commitId ?? '';
    await server.codebuild.send(new CreateProjectCommand({ ...project('build'), ...OF_A_PIPELINE }));
    await create(client(), declaration());
    id = await start(client(), NAME);
    const token = await waitFor('the approval to wait', async () => {
      const { actionStates = [] } = await stageState(client(), NAME, 'Approve');
      return actionStates[0]?.latestExecution?.token;
    });
    const result = { status: 'Approved' as const, summary: 'looks good' };
    const place = { pipelineName: NAME, stageName: 'Approve', actionName: 'Approve' };
    await client().send(new PutApprovalResultCommand({ ...place, token, result }));
    await untilStatus(client(), NAME, id, 'Succeeded');
    await client().send(
      new DisableStageTransitionCommand({
        pipelineName: NAME,
        stageName: 'Build',
        transitionType: 'Inbound',
        reason: 'not now',
      }),
    );
    stopped = await start(client(), NAME);
    await untilInbound(client(), NAME, 'Build', [stopped]);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  it('GetPipelineState shows each action with its entity, revision and last execution', async () => {
    const state = await client().send(new GetPipelineStateCommand({ name: NAME }));
    expect(state).toMatchObject({ pipelineName: NAME, pipelineVersion: 1, created: expect.any(Date) });
    const [sourceStage, buildStage, approveStage, deployStage] = state.stageStates ?? [];
    expect(sourceStage?.actionStates).toEqual([
      {
        actionName: 'Fetch',
        entityUrl: page('repositories/app'),
        revisionUrl: page(`repositories/app/commits/${commitId}`),
        currentRevision: { revisionId: commitId, revisionChangeId: expect.any(String), created: expect.any(Date) },
        latestExecution: {
          actionExecutionId: expect.any(String),
          status: 'Succeeded',
          summary: 'First',
          lastStatusChange: expect.any(Date),
          externalExecutionId: commitId,
          externalExecutionUrl: page(`repositories/app/commits/${commitId}`),
        },
      },
    ]);
    const build = buildStage?.actionStates?.[0];
    const buildId = build?.latestExecution?.externalExecutionId ?? '';
    expect(build).toMatchObject({
      entityUrl: page('projects/build'),
      latestExecution: {
        status: 'Succeeded',
        externalExecutionId: expect.stringMatching(/^build:[0-9a-f-]{36}$/),
        externalExecutionUrl: page(`builds/${encodeURIComponent(buildId)}`),
        logStreamARN: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/aws/codebuild/build:log-stream:${buildId.split(':')[1]}`,
      },
    });
    expect(approveStage?.actionStates?.[0]?.latestExecution).toMatchObject({
      status: 'Succeeded',
      summary: 'looks good',
      lastUpdatedBy: ROOT,
    });
    expect(approveStage?.actionStates?.[0]?.latestExecution).not.toHaveProperty('token');
    expect(deployStage?.actionStates?.[0]).toMatchObject({
      entityUrl: page('buckets/site'),
      latestExecution: { status: 'Succeeded', summary: expect.stringContaining('Deployment Succeeded') },
    });
  });

  it('GetPipelineState shows who waits, and why', async () => {
    const build = await stageState(client(), NAME, 'Build');
    const waiting = { pipelineExecutionId: stopped, status: 'InProgress', type: 'STANDARD' };
    expect(build).toMatchObject({
      inboundExecution: waiting,
      inboundExecutions: [waiting],
      inboundTransitionState: {
        enabled: false,
        lastChangedBy: ROOT,
        lastChangedAt: expect.any(Date),
        disabledReason: 'not now',
      },
      latestExecution: { pipelineExecutionId: id, status: 'Succeeded', type: 'STANDARD' },
    });
    expect((await stageState(client(), NAME, 'Source')).inboundTransitionState).toEqual({ enabled: true });
  });

  it('GetPipelineState shows where the actions of a pipeline that never ran will be', async () => {
    await create(client(), { ...declaration(), name: 'never-run' });
    const { stageStates = [] } = await client().send(new GetPipelineStateCommand({ name: 'never-run' }));
    expect(stageStates.flatMap(({ actionStates = [] }) => actionStates)).toEqual([
      { actionName: 'Fetch', entityUrl: page('repositories/app') },
      { actionName: 'Build', entityUrl: page('projects/build') },
      { actionName: 'Approve' },
      { actionName: 'Ship', entityUrl: page('buckets/site') },
    ]);
  });

  it('GetPipelineState shows no page of what a variable has yet to name', async () => {
    const { stages = [], ...rest } = declaration();
    const named = stages.map((stage) => ({
      ...stage,
      actions: stage.actions?.map(({ configuration = {}, ...action }) => {
        const { ProjectName, BucketName } = configuration;
        const byVariable = {
          ...(ProjectName === undefined ? {} : { ProjectName: '#{codepipeline.PipelineExecutionId}' }),
          ...(BucketName === undefined ? {} : { BucketName: 'site-#{codepipeline.PipelineExecutionId}' }),
        };
        return { ...action, configuration: { ...configuration, ...byVariable } };
      }),
    }));
    await create(client(), { ...rest, stages: named, name: 'not-named-yet' });
    const { stageStates = [] } = await client().send(new GetPipelineStateCommand({ name: 'not-named-yet' }));
    expect(stageStates.flatMap(({ actionStates = [] }) => actionStates)).toEqual([
      { actionName: 'Fetch', entityUrl: page('repositories/app') },
      { actionName: 'Build' },
      { actionName: 'Approve' },
      { actionName: 'Ship' },
    ]);
  });

  it('ListActionExecutions shows what went in and what came out', async () => {
    const [fetch, build, approve, ship] = await actionsOf(client(), NAME, id);
    const key = (artifact: string) => expect.stringMatching(new RegExp(`^${NAME}/${artifact}/\\w{7}$`));
    const fetched = { name: 'FetchOutput', s3location: { bucket: 'artifacts', key: key('FetchOutpu') } };
    expect(fetch).toMatchObject({
      pipelineExecutionId: id,
      pipelineVersion: 1,
      stageName: 'Source',
      status: 'Succeeded',
      startTime: expect.any(Date),
      lastUpdateTime: expect.any(Date),
      input: {
        actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
        region: REGION,
        inputArtifacts: [],
        namespace: 'Src',
      },
      output: {
        outputArtifacts: [fetched],
        executionResult: { externalExecutionId: commitId, externalExecutionSummary: 'First' },
        outputVariables: { CommitId: commitId, BranchName: 'main', RepositoryName: 'app' },
      },
    });
    expect(build?.input).toMatchObject({
      roleArn: BUILD_ROLE,
      inputArtifacts: [fetched],
      configuration: { EnvironmentVariables: '[{"name":"COMMIT","value":"#{Src.CommitId}"}]' },
      resolvedConfiguration: { EnvironmentVariables: `[{"name":"COMMIT","value":"${commitId}"}]` },
    });
    expect(approve?.updatedBy).toBe(ROOT);
    expect(ship?.input?.resolvedConfiguration).toMatchObject({ ObjectKey: id });
  });

  it('GetPipelineExecution and ListPipelineExecutions show revisions, trigger and mode', async () => {
    const revision = {
      revisionId: commitId,
      revisionSummary: 'First',
      revisionUrl: page(`repositories/app/commits/${commitId}`),
    };
    const common = {
      pipelineExecutionId: id,
      status: 'Succeeded',
      trigger: { triggerType: 'StartPipelineExecution', triggerDetail: ROOT },
      executionMode: 'SUPERSEDED',
      executionType: 'STANDARD',
    };
    const { pipelineExecution } = await client().send(
      new GetPipelineExecutionCommand({ pipelineName: NAME, pipelineExecutionId: id }),
    );
    expect(pipelineExecution).toEqual({
      ...common,
      pipelineName: NAME,
      pipelineVersion: 1,
      artifactRevisions: [{ name: 'FetchOutput', ...revision, created: expect.any(Date) }],
      variables: [{ name: 'Reason', resolvedValue: 'a test' }],
    });
    const { pipelineExecutionSummaries = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName: NAME }),
    );
    expect(pipelineExecutionSummaries.find(({ pipelineExecutionId }) => pipelineExecutionId === id)).toEqual({
      ...common,
      startTime: expect.any(Date),
      lastUpdateTime: expect.any(Date),
      sourceRevisions: [{ actionName: 'Fetch', ...revision }],
    });
  });

  it('ListPipelineExecutions tells why an execution was stopped', async () => {
    const reason = 'we changed our mind';
    await client().send(
      new StopPipelineExecutionCommand({ pipelineName: NAME, pipelineExecutionId: stopped, abandon: true, reason }),
    );
    const { pipelineExecutionSummaries = [] } = await client().send(
      new ListPipelineExecutionsCommand({ pipelineName: NAME, maxResults: 1 }),
    );
    expect(pipelineExecutionSummaries).toMatchObject([
      { pipelineExecutionId: stopped, status: 'Stopped', stopTrigger: { reason } },
    ]);
  });

  it('GetPipeline and ListPipelines show when, and of what type', async () => {
    const { metadata } = await client().send(new GetPipelineCommand({ name: NAME }));
    expect(metadata).toEqual({
      pipelineArn: `arn:aws:codepipeline:${REGION}:${ACCOUNT}:${NAME}`,
      created: expect.any(Date),
      updated: expect.any(Date),
    });
    const { pipelines = [] } = await client().send(new ListPipelinesCommand({}));
    expect(pipelines.find(({ name }) => name === NAME)).toEqual({
      name: NAME,
      version: 1,
      pipelineType: 'V2',
      executionMode: 'SUPERSEDED',
      created: metadata?.created,
      updated: metadata?.updated,
    });
  });
});

const OF_A_PIPELINE = {
  source: { type: 'CODEPIPELINE', buildspec: 'version: 0.2\nphases:\n  build:\n    commands:\n      - "true"\n' },
  artifacts: { type: 'CODEPIPELINE' },
} as const;

function declaration() {
  const typed = (
    category: 'Source' | 'Build' | 'Deploy',
    provider: string,
    settings: Partial<ActionDeclaration>,
  ): Partial<ActionDeclaration> => ({ actionTypeId: { category, owner: 'AWS', provider, version: '1' }, ...settings });
  const input = { inputArtifacts: [{ name: 'FetchOutput' }] };
  return pipeline(
    NAME,
    [
      stage(
        'Source',
        action(
          'Fetch',
          typed('Source', 'CodeCommit', {
            namespace: 'Src',
            outputArtifacts: [{ name: 'FetchOutput' }],
            configuration: { RepositoryName: 'app', BranchName: 'main', PollForSourceChanges: 'false' },
          }),
        ),
      ),
      stage(
        'Build',
        action(
          'Build',
          typed('Build', 'CodeBuild', {
            ...input,
            roleArn: BUILD_ROLE,
            configuration: {
              ProjectName: 'build',
              EnvironmentVariables: '[{"name":"COMMIT","value":"#{Src.CommitId}"}]',
            },
          }),
        ),
      ),
      stage('Approve', approval()),
      stage(
        'Deploy',
        action(
          'Ship',
          typed('Deploy', 'S3', {
            ...input,
            configuration: { BucketName: 'site', Extract: 'false', ObjectKey: '#{codepipeline.PipelineExecutionId}' },
          }),
        ),
      ),
    ],
    QUIET,
  );
}
