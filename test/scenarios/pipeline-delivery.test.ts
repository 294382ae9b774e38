import { BatchGetBuildsCommand, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { CreateCommitCommand, CreateRepositoryCommand } from '@aws-sdk/client-codecommit';
import { type ActionDeclaration, StopPipelineExecutionCommand } from '@aws-sdk/client-codepipeline';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBucket } from '../harness/artifact-bucket.ts';
import { SERVICE_ROLE } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { makeFleet, started } from '../harness/deployment-room.ts';
import {
  actionsOf,
  create,
  pipeline,
  QUIET,
  source,
  stage,
  stageState,
  start,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';

const BUILDSPEC = `version: 0.2
env:
  variables: {GREETING: from-the-buildspec}
  exported-variables: [ANSWER]
phases:
  build:
    commands:
      - test "$GREETING" = "$EXPECTED"
      - export ANSWER="$CODEBUILD_INITIATOR/$CODEBUILD_RESOLVED_SOURCE_VERSION"
      - mkdir -p out && echo "$GREETING" > out/greeting.txt
artifacts:
  base-directory: out
  files: ['**/*']
  secondary-artifacts:
    Site: {base-directory: out, files: ['**/*']}
    Notes: {files: ['README']}
`;

describe.each(DIALECTS)('a delivery on %s', (dialect) => {
  let server: TestServer;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect);
    await makeBucket(server.s3, 'site');
    await server.codecommit.send(new CreateRepositoryCommand({ repositoryName: 'app' }));
    const putFiles = Object.entries({
      'buildspec.yml': BUILDSPEC,
      README: 'Read me',
      'failing.yml': BUILDSPEC.replace('mkdir', 'exit 7 #'),
    }).map(([filePath, text]) => ({ filePath, fileContent: Buffer.from(text) }));
    await server.codecommit.send(
      new CreateCommitCommand({ repositoryName: 'app', branchName: 'main', putFiles, commitMessage: 'First' }),
    );
    for (const [name, buildspec] of [
      ['good', undefined],
      ['bad', 'failing.yml'],
      ['slow', 'version: 0.2\nphases: {build: {commands: [sleep 300]}}\n'],
    ] as const) {
      await server.codebuild.send(
        new CreateProjectCommand({
          name,
          source: { type: 'CODEPIPELINE', buildspec },
          artifacts: { type: 'CODEPIPELINE' },
          environment: {
            type: 'LINUX_CONTAINER',
            image: 'aws/codebuild/standard:7.0',
            computeType: 'BUILD_GENERAL1_SMALL',
          },
          serviceRole: SERVICE_ROLE,
        }),
      );
    }
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const fetched = stage(
    'Source',
    source('Fetch', {
      actionTypeId: { category: 'Source', owner: 'AWS', provider: 'CodeCommit', version: '1' },
      configuration: { RepositoryName: 'app', BranchName: 'main' },
      outputArtifacts: [{ name: 'Sources' }],
      namespace: 'Src',
    }),
  );
  const build = (
    project: string,
    settings: Partial<ActionDeclaration> & { variables?: object[] } = {},
  ): ActionDeclaration => {
    const { variables = [{ name: 'EXPECTED', value: 'from-the-buildspec' }], ...more } = settings;
    return {
      name: 'Build',
      actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
      configuration: { ProjectName: project, EnvironmentVariables: JSON.stringify(variables) },
      inputArtifacts: [{ name: 'Sources' }],
      namespace: 'Bld',
      ...more,
    };
  };
  const toBucket = (artifact: string, key: string): ActionDeclaration => ({
    name: `Put${artifact}`,
    actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
    configuration: { BucketName: 'site', Extract: 'true', ObjectKey: key },
    inputArtifacts: [{ name: artifact }],
  });
  const text = async (Key: string): Promise<string> =>
    (await (await server.s3.send(new GetObjectCommand({ Bucket: 'site', Key }))).Body?.transformToString()) ?? '';
  const resultOf = async (name: string, id: string, actionName: string) =>
    (await actionsOf(client(), name, id)).find((action) => action.actionName === actionName)?.output;

  it('a build gets the sources, and its artifact and variables go on', async () => {
    const name = 'one-output';
    const stages = [
      fetched,
      stage('Build', build('good', { outputArtifacts: [{ name: 'Site' }] })),
      stage('Deploy', toBucket('Site', '#{Bld.ANSWER}')),
    ];
    await create(client(), pipeline(name, stages, QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Succeeded');
    const commit = (await resultOf(name, id, 'Fetch'))?.outputVariables?.CommitId;
    const built = await resultOf(name, id, 'Build');
    expect(built?.outputVariables).toEqual({ ANSWER: `codepipeline/${name}/${commit}` });
    expect(await text(`codepipeline/${name}/${commit}/greeting.txt`)).toBe('from-the-buildspec\n');
    const { builds } = await server.codebuild.send(
      new BatchGetBuildsCommand({ ids: [built?.executionResult?.externalExecutionId ?? ''] }),
    );
    expect(builds?.[0]).toMatchObject({
      buildStatus: 'SUCCEEDED',
      initiator: `codepipeline/${name}`,
      resolvedSourceVersion: commit,
    });
  });

  it('a build with several outputs fills each from the secondary artifacts of its name', async () => {
    const name = 'two-outputs';
    const outputs = [{ name: 'Site' }, { name: 'Notes' }];
    const stages = [
      fetched,
      stage('Build', build('good', { outputArtifacts: outputs })),
      stage('Deploy', toBucket('Site', 'two/site'), toBucket('Notes', 'two/notes')),
    ];
    await create(client(), pipeline(name, stages, QUIET));
    await untilStatus(client(), name, await start(client(), name), 'Succeeded');
    expect(await text('two/site/greeting.txt')).toBe('from-the-buildspec\n');
    expect(await text('two/notes/README')).toBe('Read me');
  });

  it('what the action says of the environment wins over the buildspec', async () => {
    const name = 'environment';
    const variables = [
      { name: 'GREETING', value: 'by-#{Src.BranchName}', type: 'PLAINTEXT' },
      { name: 'EXPECTED', value: 'by-main' },
    ];
    const stages = [
      fetched,
      stage('Build', build('good', { variables, outputArtifacts: [{ name: 'Site' }] })),
      stage('Deploy', toBucket('Site', 'environment')),
    ];
    await create(client(), pipeline(name, stages, QUIET));
    await untilStatus(client(), name, await start(client(), name), 'Succeeded');
    expect(await text('environment/greeting.txt')).toBe('by-main\n');
  });

  it.each([
    [
      'a build that fails',
      'bad',
      'Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: Error while executing command:',
      'JobFailed',
    ],
    ['a project that is not there', 'missing', 'Project cannot be found', 'ResourceNotFoundException'],
  ])('%s fails the pipeline, with its reason', async (_what, project, words, code) => {
    const name = `failing-${project}`;
    await create(
      client(),
      pipeline(name, [fetched, stage('Build', build(project)), stage('Deploy', toBucket('Sources', 'never'))], QUIET),
    );
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const { errorDetails } = (await resultOf(name, id, 'Build'))?.executionResult ?? {};
    expect(errorDetails?.code).toBe(code);
    expect(errorDetails?.message).toContain(words);
  });

  it('an abandoned build no longer counts, and goes on by itself', async () => {
    const name = 'abandoned';
    await create(client(), pipeline(name, [fetched, stage('Build', build('slow'))], QUIET));
    const id = await start(client(), name);
    await untilInside(client(), name, 'Build', id);
    await client().send(
      new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id, abandon: true }),
    );
    await untilStatus(client(), name, id, 'Stopped');
  });

  it('a deployment to two hosts, one at a time, shows how far it is and ends the pipeline as it ends', async () => {
    const fleet = await makeFleet({ clients: server, endpoint: server.endpoint }, `fleet-${dialect}`, 2);
    const name = 'deploying';
    const { applicationName, deploymentGroupName } = fleet;
    const deploy: ActionDeclaration = {
      name: 'Deploy',
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'CodeDeploy', version: '1' },
      configuration: { ApplicationName: applicationName, DeploymentGroupName: deploymentGroupName },
      inputArtifacts: [{ name: 'Sources' }],
    };
    await create(client(), pipeline(name, [fetched, stage('Deploy', deploy)], QUIET));
    const good = await start(client(), name);
    const deploymentId = await waitFor(
      'the deployment',
      async () => (await resultOf(name, good, 'Deploy'))?.executionResult?.externalExecutionId,
    );
    expect(deploymentId).toMatch(/^d-[A-Z0-9]{9}$/);
    await started({ clients: server }, deploymentId);
    const untilShown = (summary: string, percentComplete: number) =>
      waitFor(`"${summary}" to be shown`, async () => {
        const { latestExecution } = (await stageState(client(), name, 'Deploy')).actionStates?.[0] ?? {};
        return latestExecution?.summary === summary && latestExecution.percentComplete === percentComplete;
      });
    await untilShown(`Deployment ${deploymentId} is InProgress: 0 of 2 instances done`, 0);
    const [first, second] = fleet.agents;
    await first?.performAll();
    await untilShown(`Deployment ${deploymentId} is InProgress: 1 of 2 instances done`, 50);
    await second?.performAll();
    await untilStatus(client(), name, good, 'Succeeded');
    await untilShown('Deployment Succeeded', 100);

    const bad = await start(client(), name);
    const failedId = await waitFor(
      'the second deployment',
      async () => (await resultOf(name, bad, 'Deploy'))?.executionResult?.externalExecutionId,
    );
    await started({ clients: server }, failedId);
    await first?.perform({
      error_code: 4,
      script_name: 'stop.sh',
      message: 'stop.sh failed with exit code 9',
      log: '',
    });
    await untilStatus(client(), name, bad, 'Failed');
    expect((await resultOf(name, bad, 'Deploy'))?.executionResult).toMatchObject({
      externalExecutionSummary: `Deployment ${failedId} failed`,
      errorDetails: {
        code: 'JobFailed',
        message: expect.stringMatching(
          /HEALTH_CONSTRAINTS: .* Instance fleet-\w+-1: ApplicationStop: stop\.sh failed with exit code 9$/,
        ),
      },
    });
  });
});
