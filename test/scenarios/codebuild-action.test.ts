import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BatchGetBuildsCommand, CreateProjectCommand } from '@aws-sdk/client-codebuild';
import { type ActionDeclaration, CreatePipelineCommand } from '@aws-sdk/client-codepipeline';
import { GetObjectCommand, HeadObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { building, logOf, project, textOf } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped } from '../harness/zips.ts';

const build = (configuration: Record<string, string>, settings: Partial<ActionDeclaration> = {}) =>
  action('Build', {
    actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
    configuration: { ProjectName: 'builder', ...configuration },
    ...settings,
  });

describe.each(DIALECTS)('the CodeBuild action on %s', (dialect) => {
  let server: TestServer;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect);
    await makeBuckets(server.s3);
    await server.codebuild.send(
      new CreateProjectCommand({
        ...project('builder', building('exit 7')),
        source: { type: 'CODEPIPELINE' },
        artifacts: { type: 'CODEPIPELINE' },
      }),
    );
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  it('says where its log is while it runs', async () => {
    const go = join(server.directory, 'go');
    const buildspec = textOf(building(`until [ -e ${go} ]; do sleep 0.05; done`));
    const compile = build({ BuildspecOverride: buildspec }, { inputArtifacts: [{ name: 'WaitingOutput' }] });
    const name = 'log-at-once';
    await create(
      client(),
      pipeline(
        name,
        [stage('Source', await sourceOf(server.s3, 'Waiting', { 'a.txt': 'a' })), stage('Build', compile)],
        QUIET,
      ),
    );
    const id = await start(client(), name);
    const running = await waitFor('the place of the log', async () => {
      const attempts = await actionsOf(client(), name, id);
      return attempts.find(({ output }) => output?.executionResult?.logStreamARN !== undefined);
    });
    expect(running).toMatchObject({ actionName: 'Build', status: 'InProgress' });
    writeFileSync(go, '');
    await untilStatus(client(), name, id, 'Succeeded');
  });

  it('builds two inputs into two outputs, by the buildspec of the action, with its variables and those of pipelines', async () => {
    const buildspec = {
      version: '0.2',
      env: { 'exported-variables': ['GREETING'] },
      phases: {
        build: {
          commands: [
            'GREETING="$WHO $(cat lib.txt) $(cat "$CODEBUILD_SRC_DIR_MainOutput/main.txt")"',
            'echo "$GREETING" > one.txt',
            'env | sort > two.txt',
          ],
        },
      },
      artifacts: { 'secondary-artifacts': { First: { files: ['one.txt'] }, Second: { files: ['two.txt'] } } },
    };
    const sources = [
      await sourceOf(server.s3, 'Main', { 'main.txt': 'main' }),
      await sourceOf(
        server.s3,
        'Lib',
        { 'lib.txt': 'library', 'ci/spec.yml': textOf(buildspec) },
        { namespace: 'Lib' },
      ),
    ];
    const compile = build(
      {
        PrimarySource: 'LibOutput',
        BuildspecOverride: 'ci/spec.yml',
        BatchEnabled: 'false',
        EnvironmentVariables: JSON.stringify([
          { name: 'WHO', value: '#{variables.Reason}', type: 'PLAINTEXT' },
          { name: 'VERSION_OF_LIB', value: '#{Lib.VersionId}' },
        ]),
      },
      {
        inputArtifacts: [{ name: 'MainOutput' }, { name: 'LibOutput' }],
        outputArtifacts: [{ name: 'First' }, { name: 'Second' }],
        namespace: 'Built',
      },
    );
    const name = 'two-by-two';
    await create(client(), pipeline(name, [stage('Source', ...sources), stage('Build', compile)], QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Succeeded');
    const attempts = await actionsOf(client(), name, id);
    const built = attempts.find(({ actionName }) => actionName === 'Build');
    expect(built?.output?.outputVariables).toEqual({ GREETING: 'a test library main' });
    const [first, second] = built?.output?.outputArtifacts ?? [];
    expect(await files(first?.s3location)).toEqual({ 'one.txt': 'a test library main\n' });
    const environment = (await files(second?.s3location))['two.txt'] ?? '';
    const lib = attempts.find(({ actionName }) => actionName === 'Lib');
    const { VersionId } = lib?.output?.outputVariables ?? {};
    const input = lib?.output?.outputArtifacts?.[0]?.s3location;
    expect(environment.split('\n')).toEqual(
      expect.arrayContaining([
        `CODEBUILD_INITIATOR=codepipeline/${name}`,
        `CODEBUILD_SOURCE_VERSION=arn:aws:s3:::${input?.bucket}/${input?.key}`,
        `CODEBUILD_RESOLVED_SOURCE_VERSION=${VersionId}`,
        `VERSION_OF_LIB=${VersionId}`,
        'WHO=a test',
      ]),
    );
    const result = built?.output?.executionResult;
    const { builds = [] } = await server.codebuild.send(
      new BatchGetBuildsCommand({ ids: [result?.externalExecutionId ?? ''] }),
    );
    expect(builds[0]).toMatchObject({ buildStatus: 'SUCCEEDED', initiator: `codepipeline/${name}` });
    expect(result?.logStreamARN).toBe(builds[0]?.logs?.cloudWatchLogsArn);
    expect(result?.externalExecutionUrl).toContain('/console/builds/');
    expect(await logOf(server, builds[0] ?? {})).toContain('Running command');
  });

  it('fails with the phase that failed', async () => {
    const name = 'failing-build';
    const from = await sourceOf(server.s3, 'Main', { 'buildspec.yml': textOf(building('exit 7')) });
    await create(
      client(),
      pipeline(
        name,
        [stage('Source', from), stage('Build', build({}, { inputArtifacts: [{ name: 'MainOutput' }] }))],
        QUIET,
      ),
    );
    const id = await start(client(), name);
    await untilStatus(client(), name, id, 'Failed');
    const [, failed] = await actionsOf(client(), name, id);
    expect(failed?.output?.executionResult?.errorDetails).toEqual({
      code: 'JobFailed',
      message: expect.stringMatching(/state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR.*exit 7/),
    });
  });

  it('fails for a project that is not there, and for what it cannot be told once variables are resolved', async () => {
    const from = await sourceOf(server.s3, 'Main', { 'buildspec.yml': textOf(building('true')) });
    const cases = [
      ['absent-project', { ProjectName: 'absent' }, 'ResourceNotFoundException'],
      ['spoilt-variables', { EnvironmentVariables: '#{variables.Reason}' }, 'ConfigurationError'],
      ['no-such-input', { PrimarySource: '#{variables.Reason}' }, 'ConfigurationError'],
      ['neither-on-nor-off', { BatchEnabled: '#{variables.Reason}' }, 'ConfigurationError'],
    ] as const;
    for (const [name, configuration, code] of cases) {
      const compile = build(configuration, { inputArtifacts: [{ name: 'MainOutput' }] });
      await create(client(), pipeline(name, [stage('Source', from), stage('Build', compile)], QUIET));
      const id = await start(client(), name);
      await untilStatus(client(), name, id, 'Failed');
      const [, failed] = await actionsOf(client(), name, id);
      expect(failed?.output?.executionResult?.errorDetails?.code).toBe(code);
    }
  });

  const one = [{ name: 'MainOutput' }];
  it.each([
    ['several inputs and no primary one', {}, [...one, { name: 'LibOutput' }], 'PrimarySource is required'],
    [
      'a primary source that is no input',
      { PrimarySource: 'LibOutput' },
      one,
      'PrimarySource LibOutput is not an input',
    ],
    ['a batch that is neither on nor off', { BatchEnabled: 'yes' }, one, 'BatchEnabled must be true or false'],
    ['combined artifacts of no batch', { CombineArtifacts: 'true' }, one, 'CombineArtifacts needs BatchEnabled'],
    ['variables that are no JSON', { EnvironmentVariables: 'A=b' }, one, 'EnvironmentVariables is not a JSON array'],
    [
      'variables of an unknown type',
      { EnvironmentVariables: '[{"name":"A","value":"b","type":"VAULT"}]' },
      one,
      'EnvironmentVariables is not a JSON array',
    ],
    ['an unknown key', { Colour: 'red' }, one, "unknown configuration 'Colour'"],
  ])('is refused with %s', async (_what, configuration, inputArtifacts, message) => {
    const sources = [
      await sourceOf(server.s3, 'Main', { 'a.txt': '' }),
      await sourceOf(server.s3, 'Lib', { 'a.txt': '' }),
    ];
    const compile = build(configuration, { inputArtifacts });
    const refused = client().send(
      new CreatePipelineCommand({
        pipeline: pipeline('refused', [stage('Source', ...sources), stage('Build', compile)]),
      }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringContaining(message),
    });
  });

  async function files(place: { bucket?: string | undefined; key?: string | undefined } | undefined) {
    const at = { Bucket: place?.bucket, Key: place?.key };
    expect((await server.s3.send(new HeadObjectCommand(at))).ContentType).toBe('application/zip');
    const { Body } = await server.s3.send(new GetObjectCommand(at));
    return unzipped((await Body?.transformToByteArray()) ?? new Uint8Array());
  }
});
