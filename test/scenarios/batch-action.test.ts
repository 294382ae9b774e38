import { CreateProjectCommand } from '@aws-sdk/client-codebuild';
import {
  type ActionDeclaration,
  CreatePipelineCommand,
  type RuleDeclaration,
  type StageDeclaration,
} from '@aws-sdk/client-codepipeline';
import { GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BATCH_ROLE, batchOf, createBatchProject, groupsOf, untilBatched } from '../harness/batches.ts';
import { building, project, textOf } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { action, actionsOf, create, pipeline, QUIET, stage, start, untilStatus } from '../harness/pipelines.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { makeBuckets, sourceOf } from '../harness/sources.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped } from '../harness/zips.ts';

const OF_PIPELINES = { source: { type: 'CODEPIPELINE' }, artifacts: { type: 'CODEPIPELINE' } } as const;

const build = (configuration: Record<string, string>, settings: Partial<ActionDeclaration> = {}) =>
  action('Build', {
    actionTypeId: { category: 'Build', owner: 'AWS', provider: 'CodeBuild', version: '1' },
    configuration: { ProjectName: 'builder', BatchEnabled: 'true', ...configuration },
    inputArtifacts: [{ name: 'MainOutput' }],
    ...settings,
  });

const outputs = (...names: string[]) => ({ outputArtifacts: names.map((name) => ({ name })) });

describe.each(DIALECTS)('a CodeBuild action that builds a batch on %s', (dialect) => {
  let server: TestServer;
  let later = 0;
  const client = () => server.codepipeline;

  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { clock: { now: () => Date.now() + later } });
    await makeBuckets(server.s3, 'artifacts', 'site');
    await createBatchProject(server, 'builder', '', OF_PIPELINES);
    await server.codebuild.send(new CreateProjectCommand({ ...project('single'), ...OF_PIPELINES }));
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  /** Runs a pipeline whose source has the buildspec, until it has the status, and answers its actions. */
  async function run(name: string, buildspec: object, stages: ActionDeclaration[], status: string) {
    const from = await sourceOf(server.s3, 'Main', { 'buildspec.yml': textOf(buildspec), 'main.txt': 'main\n' });
    const declared = stages.map((one) => stage(one.name ?? '', one));
    await create(client(), pipeline(name, [stage('Source', from), ...declared], QUIET));
    const id = await start(client(), name);
    await untilStatus(client(), name, id, status);
    return actionsOf(client(), name, id);
  }

  async function files(Bucket: string | undefined, Key: string | undefined): Promise<Record<string, string>> {
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket, Key }));
    return unzipped((await Body?.transformToByteArray()) ?? new Uint8Array());
  }

  it('combines what the builds of a graph deliver into one artifact, which is deployed, and has their variables', async () => {
    const buildspec = {
      version: '0.2',
      env: { 'exported-variables': ['MADE_BY', 'LAST'] },
      batch: {
        'build-graph': [
          { identifier: 'base', env: { variables: { FILE: 'base' } } },
          { identifier: 'docs', env: { variables: { FILE: 'docs' } }, 'depend-on': ['base'] },
          { identifier: 'checks', buildspec: textOf(building('grep main main.txt')), 'depend-on': ['base'] },
        ],
      },
      phases: {
        build: {
          commands: [
            `echo "$FILE of $CODEBUILD_INITIATOR" > "$FILE.txt"`,
            'MADE_BY=$CODEBUILD_BATCH_BUILD_IDENTIFIER',
            '[ "$FILE" = docs ] || LAST=base',
          ],
        },
      },
      artifacts: { files: ['base.txt', 'docs.txt', 'main.txt'] },
    };
    const compile = build({ CombineArtifacts: 'true' }, { ...outputs('Site'), namespace: 'Built' });
    const deploy = action('Deploy', {
      actionTypeId: { category: 'Deploy', owner: 'AWS', provider: 'S3', version: '1' },
      configuration: { BucketName: 'site', Extract: 'true', ObjectKey: '#{Built.MADE_BY}' },
      inputArtifacts: [{ name: 'Site' }],
    });
    const actions = await run('combined', buildspec, [compile, deploy], 'Succeeded');
    const built = actions.find(({ actionName }) => actionName === 'Build');
    expect(built?.output?.outputVariables).toEqual({ MADE_BY: 'docs', LAST: 'base' });
    const result = built?.output?.executionResult;
    expect(result?.externalExecutionUrl).toContain('/console/batches/');
    const batch = await batchOf(server, result?.externalExecutionId ?? '');
    expect(batch).toMatchObject({ buildBatchStatus: 'SUCCEEDED', initiator: 'codepipeline/combined' });
    expect(groupsOf(batch)).toEqual([
      'DOWNLOAD_SOURCE SUCCEEDED',
      'base SUCCEEDED',
      'docs SUCCEEDED',
      'checks SUCCEEDED',
    ]);
    const place = built?.output?.outputArtifacts?.[0]?.s3location;
    expect(batch.artifacts?.location).toBe(`arn:aws:s3:::${place?.bucket}/${place?.key}`);
    const { Contents = [] } = await server.s3.send(new ListObjectsV2Command({ Bucket: 'site' }));
    expect(Contents.map(({ Key }) => Key)).toEqual(['docs/base.txt', 'docs/docs.txt', 'docs/main.txt']);
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket: 'site', Key: 'docs/docs.txt' }));
    expect(await Body?.transformToString()).toBe('docs of codepipeline/combined\n');
    await waitFor('what was set down to be cleared away', async () => {
      const kept = await server.s3.send(new ListObjectsV2Command({ Bucket: 'artifacts', Prefix: place?.key }));
      return kept.Contents?.length === 1;
    });
  });

  it('delivers to the outputs that are named for its builds', async () => {
    const buildspec = {
      version: '0.2',
      batch: { 'build-list': [{ identifier: 'build1' }, { identifier: 'build2' }] },
      phases: {
        build: { commands: ['for name in a b c; do echo "$CODEBUILD_BATCH_BUILD_IDENTIFIER" > $name.txt; done'] },
      },
      artifacts: {
        files: ['a.txt'],
        'secondary-artifacts': { second: { files: ['b.txt'] }, third: { files: ['c.txt'] } },
      },
    };
    const compile = build({}, outputs('build1', 'build1_second', 'build2_third'));
    const [, built] = await run('separate', buildspec, [compile], 'Succeeded');
    const delivered = await Promise.all(
      (built?.output?.outputArtifacts ?? []).map(async ({ name, s3location }) => [
        name,
        await files(s3location?.bucket, s3location?.key),
      ]),
    );
    expect(Object.fromEntries(delivered)).toEqual({
      build1: { 'a.txt': 'build1\n' },
      build1_second: { 'b.txt': 'build1\n' },
      build2_third: { 'c.txt': 'build2\n' },
    });
  });

  it.each([
    [
      'its builds',
      { ...building('exit 3'), batch: { 'build-list': [{ identifier: 'one' }] } },
      /state: FAILED. Phase: IN_PROGRESS, Code: CLIENT_ERROR, Message: .*one \(FAILED\)/,
    ],
    ['a buildspec without a batch', building('true'), /Phase: DOWNLOAD_BATCHSPEC, .*no batch to build/],
    [
      'outputs that no build makes',
      { ...building('true'), batch: { 'build-list': [{ identifier: 'other' }] } },
      /Phase: DOWNLOAD_BATCHSPEC, .*No build of the batch makes the output artifact one/,
    ],
  ])('fails with %s', async (what, buildspec, words) => {
    const name = `failing-with-${what.replaceAll(' ', '-')}`;
    const [, failed] = await run(name, buildspec, [build({}, outputs('one'))], 'Failed');
    expect(failed?.output?.executionResult?.errorDetails).toEqual({
      code: 'JobFailed',
      message: expect.stringMatching(words),
    });
  });

  it('fails for a project without settings for batches', async () => {
    const compile = build({ ProjectName: 'single' });
    const [, failed] = await run('no-settings', building('true'), [compile], 'Failed');
    expect(failed?.output?.executionResult?.errorDetails).toMatchObject({
      code: 'InvalidInputException',
      message: expect.stringContaining('no buildBatchConfig'),
    });
  });

  it('guards a stage as a rule', async () => {
    const buildspec = { ...building('true'), batch: { 'build-list': [{ identifier: 'check' }] } };
    const from = await sourceOf(server.s3, 'Main', { 'buildspec.yml': textOf(buildspec) });
    const rule: RuleDeclaration = {
      name: 'Checked',
      ruleTypeId: { category: 'Rule', owner: 'AWS', provider: 'CodeBuild', version: '1' },
      configuration: { ProjectName: 'builder', BatchEnabled: 'true' },
      inputArtifacts: [{ name: 'MainOutput' }],
    };
    const guarded: StageDeclaration = {
      ...stage('Work', build({ ProjectName: 'single', BatchEnabled: 'false' })),
      beforeEntry: { conditions: [{ result: 'FAIL', rules: [rule] }] },
    };
    await create(client(), pipeline('guarded', [stage('Source', from), guarded], QUIET));
    const id = await start(client(), 'guarded');
    await untilStatus(client(), 'guarded', id, 'Succeeded');
  });

  it('is refused with several outputs that are to be one', async () => {
    const from = await sourceOf(server.s3, 'Main', { 'a.txt': '' });
    const compile = build({ CombineArtifacts: 'true' }, outputs('One', 'Two'));
    const refused = client().send(
      new CreatePipelineCommand({ pipeline: pipeline('refused', [stage('Source', from), stage('Build', compile)]) }),
    );
    await expect(refused).rejects.toMatchObject({
      name: 'InvalidActionDeclarationException',
      message: expect.stringContaining('CombineArtifacts makes one output artifact'),
    });
  });

  it('stops its batch when its time is up', async () => {
    const buildspec = { ...building('sleep 300'), batch: { 'build-list': [{ identifier: 'slow' }] } };
    const from = await sourceOf(server.s3, 'Main', { 'buildspec.yml': textOf(buildspec) });
    const hours = 60;
    await createBatchProject(server, 'patient', '', {
      ...OF_PIPELINES,
      timeoutInMinutes: 9 * hours,
      buildBatchConfig: { serviceRole: BATCH_ROLE, timeoutInMins: 9 * hours },
    });
    const compile = build({ ProjectName: 'patient' });
    await create(client(), pipeline('slow', [stage('Source', from), stage('Build', compile)], QUIET));
    const id = await start(client(), 'slow');
    const batchId = await waitFor('the batch to run', async () => {
      const [, running] = await actionsOf(client(), 'slow', id);
      const batch = running?.output?.executionResult?.externalExecutionId;
      return batch !== undefined && groupsOf(await batchOf(server, batch)).at(-1) === 'slow IN_PROGRESS' && batch;
    });
    later += 8 * hours * 60_000;
    for (const { config } of [server.codebuild, server.codepipeline]) config.systemClockOffset = later;
    await untilStatus(client(), 'slow', id, 'Failed');
    const batch = await untilBatched(server, batchId);
    expect(batch.buildBatchStatus).toBe('STOPPED');
    expect(groupsOf(batch)).toEqual(['DOWNLOAD_SOURCE SUCCEEDED', 'slow STOPPED']);
  });
});
