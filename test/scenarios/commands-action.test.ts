import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { BatchGetBuildsCommand, ListBuildsCommand } from '@aws-sdk/client-codebuild';
import {
  type ActionDeclaration,
  CreatePipelineCommand,
  StopPipelineExecutionCommand,
} from '@aws-sdk/client-codepipeline';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../harness/databases.ts';
import {
  action,
  actionsOf,
  create,
  pipeline,
  QUIET,
  stage,
  stageState,
  start,
  untilInside,
  untilStatus,
} from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped } from '../harness/zips.ts';

const compute = (commands: string[] | undefined, settings: Partial<ActionDeclaration> = {}): ActionDeclaration =>
  action('Run', {
    actionTypeId: { category: 'Compute', owner: 'AWS', provider: 'Commands', version: '1' },
    inputArtifacts: [{ name: 'MainOutput' }],
    ...(commands === undefined ? {} : { commands }),
    ...settings,
  });

describe.each(DIALECTS)('the Commands action on %s', (dialect) => {
  let server: TestServer;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect);
    await makeBuckets(server.s3);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const main = (settings: Partial<ActionDeclaration> = {}) =>
    sourceOf(server.s3, 'Main', { 'main.txt': 'main', 'docs/a.md': '# a' }, settings);

  async function begin(name: string, run: ActionDeclaration, ...sources: ActionDeclaration[]): Promise<string> {
    await create(client(), pipeline(name, [stage('Source', ...sources), stage('Compute', run)], QUIET));
    return start(client(), name);
  }

  it('runs with its inputs and variables, and its files, output variables and log go on', async () => {
    const name = 'computing';
    const lib = await sourceOf(server.s3, 'Lib', { 'lib.txt': 'library' });
    const run = compute(
      [
        'cd docs',
        'GREETING="$WHO: #{Src.VersionId} $(cat ../main.txt "$CODEBUILD_SRC_DIR_LibOutput/lib.txt")"',
        'echo "says $GREETING"',
        'mkdir -p ../out && echo "$GREETING" > ../out/greeting.txt && touch ../out/left-out.bin',
        'EMPTY=',
      ],
      {
        inputArtifacts: [{ name: 'MainOutput' }, { name: 'LibOutput' }],
        outputArtifacts: [{ name: 'Made', files: ['out/*.txt', 'docs/**/*'] }],
        outputVariables: ['GREETING', 'CODEBUILD_BUILD_ID', 'EMPTY', 'NEVER_SET'],
        environmentVariables: [{ name: 'WHO', value: 'for #{variables.Reason}', type: 'PLAINTEXT' }],
        namespace: 'Made_',
      },
    );
    const id = await begin(name, run, await main({ namespace: 'Src' }), lib);
    await untilStatus(client(), name, id, 'Succeeded');
    const attempts = await actionsOf(client(), name, id);
    const version = attempts.find(({ actionName }) => actionName === 'Main')?.output?.outputVariables?.VersionId;
    const ran = attempts.find(({ actionName }) => actionName === 'Run');
    const greeting = `for a test: ${version} mainlibrary`;
    expect(ran?.output?.outputVariables).toEqual({
      GREETING: greeting,
      CODEBUILD_BUILD_ID: `codepipeline/${name}:${ran?.actionExecutionId}`,
      EMPTY: '',
    });
    const { bucket: Bucket, key: Key } = ran?.output?.outputArtifacts?.[0]?.s3location ?? {};
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(await unzipped((await Body?.transformToByteArray()) ?? new Uint8Array())).toEqual({
      'docs/a.md': '# a',
      'out/greeting.txt': `${greeting}\n`,
    });
    const place = { logGroupName: `/aws/codepipeline/${name}`, logStreamName: ran?.actionExecutionId };
    const { events = [] } = await server.logs.send(new GetLogEventsCommand({ ...place, startFromHead: true }));
    expect(events.map(({ message }) => message).join('')).toContain(`says ${greeting}`);
    expect(ran?.output?.executionResult?.logStreamARN).toMatch(
      new RegExp(`:log-group:/aws/codepipeline/${name}:log-stream:${ran?.actionExecutionId}$`),
    );
    const state = await stageState(client(), name, 'Compute');
    expect(state.actionStates?.[0]?.latestExecution).toMatchObject({
      logStreamARN: ran?.output?.executionResult?.logStreamARN,
    });
    expect((await server.codebuild.send(new ListBuildsCommand({}))).ids).toEqual([]);
  });

  it('all files go on when none are named', async () => {
    const name = 'all-files';
    const run = compute(['echo made > made.txt'], { outputArtifacts: [{ name: 'Made' }] });
    const id = await begin(name, run, await main());
    await untilStatus(client(), name, id, 'Succeeded');
    const [, ran] = await actionsOf(client(), name, id);
    const { bucket: Bucket, key: Key } = ran?.output?.outputArtifacts?.[0]?.s3location ?? {};
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket, Key }));
    const files = await unzipped((await Body?.transformToByteArray()) ?? new Uint8Array());
    expect(Object.keys(files).sort()).toEqual(['docs/a.md', 'made.txt', 'main.txt']);
  });

  it('secrets need a place to ask for them, and the action says which setting names it', async () => {
    const run = compute(['echo "$S"'], { environmentVariables: [{ name: 'S', value: 's', type: 'SECRETS_MANAGER' }] });
    const id = await begin('secrets-of-nobody', run, await main());
    await untilStatus(client(), 'secrets-of-nobody', id, 'Failed');
    const [, failed] = await actionsOf(client(), 'secrets-of-nobody', id);
    expect(failed?.output?.executionResult?.errorDetails).toEqual({
      code: 'ConfigurationError',
      message: expect.stringContaining('VELOCIUS_AWS_ENDPOINT'),
    });
  });

  it('fails with the command that failed, and runs none after it', async () => {
    const name = 'failing-command';
    const run = compute(['false', 'echo too far'], { outputArtifacts: [{ name: 'Made' }] });
    const id = await begin(name, run, await main());
    await untilStatus(client(), name, id, 'Failed');
    const [, failed] = await actionsOf(client(), name, id);
    expect(failed?.output?.executionResult?.errorDetails).toEqual({
      code: 'JobFailed',
      message:
        'Action failed with status: FAILED. COMMAND_EXECUTION_ERROR: Error while executing command: false. Reason: exit status 1',
    });
    const place = { logGroupName: `/aws/codepipeline/${name}`, logStreamName: failed?.actionExecutionId };
    const { events = [] } = await server.logs.send(new GetLogEventsCommand({ ...place, startFromHead: true }));
    expect(events.map(({ message }) => message).join('')).not.toContain('too far');
  });

  it('an abandoned action is told at once, and its commands go on by themselves', async () => {
    const name = 'abandoned-commands';
    const id = await begin(name, compute(['sleep 1']), await main());
    await untilInside(client(), name, 'Compute', id);
    const running = await waitFor('the build', async () => {
      const [, ran] = await actionsOf(client(), name, id);
      return ran?.output?.executionResult?.externalExecutionId;
    });
    await client().send(
      new StopPipelineExecutionCommand({ pipelineName: name, pipelineExecutionId: id, abandon: true }),
    );
    await untilStatus(client(), name, id, 'Stopped');
    await waitFor('the commands to end', async () => {
      const { builds = [] } = await server.codebuild.send(new BatchGetBuildsCommand({ ids: [running] }));
      return builds[0]?.buildStatus === 'SUCCEEDED';
    });
  });

  it.each([
    ['no commands', compute(undefined), 'InvalidActionDeclarationException', 'must have commands'],
    ['no input', compute(['true'], { inputArtifacts: [] }), 'InvalidActionDeclarationException', 'input artifacts'],
    ['a command of two lines', compute(['a\nb']), 'InvalidActionDeclarationException', 'several lines'],
    ['51 commands', compute(Array(51).fill('true')), 'ValidationException', 'commands'],
    ['a command of 1001 letters', compute(['x'.repeat(1001)]), 'ValidationException', 'commands'],
    [
      '16 output variables',
      compute(['true'], { outputVariables: Array.from({ length: 16 }, (_, index) => `V${index}`) }),
      'ValidationException',
      'outputVariables',
    ],
    [
      'an output variable that is none',
      compute(['true'], { outputVariables: ['a-b'] }),
      'InvalidActionDeclarationException',
      "'a-b' is not",
    ],
    [
      'an output variable twice',
      compute(['true'], { outputVariables: ['A', 'A'] }),
      'InvalidActionDeclarationException',
      "'A' is there",
    ],
    [
      'keys as output',
      compute(['true'], { outputVariables: ['AWS_SESSION_TOKEN'] }),
      'InvalidActionDeclarationException',
      'keys of AWS',
    ],
    ['a reference to nothing', compute(['echo #{Nobody.Key}']), 'InvalidActionDeclarationException', 'does not exist'],
    [
      'a reference to nothing in a variable',
      compute(['true'], { environmentVariables: [{ name: 'A', value: '#{Nobody.Key}' }] }),
      'InvalidActionDeclarationException',
      'does not exist',
    ],
    [
      'eleven files',
      compute(['true'], { outputArtifacts: [{ name: 'Made', files: Array(11).fill('a') }] }),
      'ValidationException',
      'files',
    ],
    [
      'a configuration',
      compute(['true'], { configuration: { Image: 'x' } }),
      'InvalidActionDeclarationException',
      'unknown configuration',
    ],
  ])('is refused with %s', async (_what, run, name, message) => {
    const declaration = pipeline('refused', [stage('Source', await main()), stage('Compute', run)]);
    await expect(client().send(new CreatePipelineCommand({ pipeline: declaration }))).rejects.toMatchObject({
      name,
      message: expect.stringContaining(message),
    });
  });

  it('needs a pipeline of type V2', async () => {
    const stages = [stage('Source', await main()), stage('Compute', compute(['true']))];
    const declaration = pipeline('old', stages, { pipelineType: 'V1' });
    await expect(client().send(new CreatePipelineCommand({ pipeline: declaration }))).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: 'Commands Action can only be used with V2 pipelines.',
    });
  });
});
