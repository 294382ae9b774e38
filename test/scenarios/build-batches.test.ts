import { writeFileSync } from 'node:fs';
import {
  BatchGetBuildsCommand,
  DeleteProjectCommand,
  RetryBuildBatchCommand,
  StopBuildCommand,
  UpdateProjectCommand,
} from '@aws-sdk/client-codebuild';
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BATCH_ROLE,
  batchOf,
  batchPhasesOf,
  buildIdOf,
  createBatchProject,
  groupsOf,
  startBatch,
  untilBatched,
} from '../harness/batches.ts';
import { building, buildOf, logOf, startBuild, textOf, untilBuilt } from '../harness/builds.ts';
import { DIALECTS } from '../harness/databases.ts';
import { startTestServer, type TestServer } from '../harness/server.ts';
import { waitFor } from '../harness/wait.ts';
import { unzipped } from '../harness/zips.ts';

/** Tasks whose variables decide what the commands do. */
const task = (identifier: string, does: string, settings: object = {}) => ({
  identifier,
  env: { variables: { DOES: does } },
  ...settings,
});
const graph = (tasks: readonly object[], settings: object = {}) => ({
  version: '0.2',
  batch: { ...settings, 'build-graph': tasks },
  phases: { build: { commands: ['eval "$DOES"'] } },
});

describe.each(DIALECTS)('a batch of builds on %s', (dialect) => {
  let server: TestServer;
  let later = 0;
  beforeAll(async () => {
    server = await startTestServer(dialect, {}, { clock: { now: () => Date.now() + later } });
    await createBatchProject(server, 'any', graph([task('one', 'true')]));
    await server.s3.send(new CreateBucketCommand({ Bucket: 'deliveries' }));
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });

  const batchWith = async (buildspec: object, settings = {}) =>
    untilBatched(server, await startBatch(server, 'any', { buildspecOverride: textOf(buildspec), ...settings }));

  it('builds a graph in its order, and not what depends on a failure, unless the failure may be', async () => {
    const batch = await batchWith(
      graph([
        task('last', 'true', { 'depend-on': ['left', 'right'] }),
        task('left', 'true', { 'depend-on': ['first'] }),
        task('right', 'exit 1', { 'depend-on': ['first'], 'ignore-failure': true }),
        task('first', 'true'),
        task('broken', 'exit 1', { 'depend-on': ['first'] }),
        task('never', 'true', { 'depend-on': ['broken'] }),
        task('nor-this', 'true', { 'depend-on': ['never'], 'ignore-failure': true }),
      ]),
    );
    expect(groupsOf(batch)).toEqual([
      'DOWNLOAD_SOURCE SUCCEEDED',
      'last SUCCEEDED',
      'left SUCCEEDED',
      'right FAILED',
      'first SUCCEEDED',
      'broken FAILED',
      'never STOPPED',
      'nor-this STOPPED',
    ]);
    expect(batch.buildBatchStatus).toBe('FAILED');
    const { buildsNotFound } = await server.codebuild.send(
      new BatchGetBuildsCommand({ ids: [buildIdOf(batch, 'never'), buildIdOf(batch, 'first')] }),
    );
    expect(buildsNotFound).toEqual([buildIdOf(batch, 'never')]);
    const ended = async (identifier: string) => (await buildOf(server, buildIdOf(batch, identifier))).endTime ?? 0;
    const began = async (identifier: string) => (await buildOf(server, buildIdOf(batch, identifier))).startTime ?? 0;
    expect(Number(await began('left'))).toBeGreaterThanOrEqual(Number(await ended('first')));
    expect(Number(await began('last'))).toBeGreaterThanOrEqual(Number(await ended('right')));
  });

  it('succeeds when only failed what may fail', async () => {
    const batch = await batchWith(graph([task('good', 'true'), task('bad', 'exit 1', { 'ignore-failure': true })]));
    expect(batch).toMatchObject({ buildBatchStatus: 'SUCCEEDED', currentPhase: 'SUCCEEDED' });
    expect(groupsOf(batch)).toContain('bad FAILED');
  });

  it('stops everything at the first failure when it is to fail fast', async () => {
    const batch = await batchWith(
      graph(
        [
          task('slow', 'sleep 300'),
          task('broken', 'sleep 0.2; exit 1'),
          task('waiting', 'true', { 'depend-on': ['slow'] }),
        ],
        { 'fast-fail': 'yes' },
      ),
    );
    expect(groupsOf(batch)).toEqual(['DOWNLOAD_SOURCE SUCCEEDED', 'slow STOPPED', 'broken FAILED', 'waiting STOPPED']);
    expect(batch.buildBatchStatus).toBe('FAILED');
    expect(await buildOf(server, buildIdOf(batch, 'slow'))).toMatchObject({ buildStatus: 'STOPPED' });
  });

  it('counts a build that somebody stops as failed', async () => {
    const id = await startBatch(server, 'any', { buildspecOverride: textOf(graph([task('slow', 'sleep 300')])) });
    const running = await waitFor('the build to run', async () => {
      const batch = await batchOf(server, id);
      return groupsOf(batch).at(-1) === 'slow IN_PROGRESS' && batch;
    });
    await server.codebuild.send(new StopBuildCommand({ id: buildIdOf(running, 'slow') }));
    expect(groupsOf(await untilBatched(server, id)).at(-1)).toBe('slow STOPPED');
  });

  it('builds every combination of a matrix, by the buildspecs it names', async () => {
    const inline = (word: string) =>
      textOf(building(`echo "${word} $COLOUR $SHAPE $CODEBUILD_BATCH_BUILD_IDENTIFIER"`));
    const batch = await batchWith({
      version: '0.2',
      batch: {
        'build-matrix': {
          static: { 'ignore-failure': true, env: { 'privileged-mode': 'no', variables: { SHAPE: 'round' } } },
          dynamic: {
            buildspec: [inline('a'), inline('b')],
            env: { 'compute-type': 'BUILD_GENERAL1_MEDIUM', variables: { COLOUR: ['red', 'blue'] } },
          },
        },
      },
    });
    const identifiers = ['build0', 'build1', 'build2', 'build3'];
    expect(groupsOf(batch).slice(1)).toEqual(identifiers.map((identifier) => `${identifier} SUCCEEDED`));
    const said = await Promise.all(
      identifiers.map(async (identifier) => {
        const build = await buildOf(server, buildIdOf(batch, identifier));
        expect(build.environment?.computeType).toBe('BUILD_GENERAL1_MEDIUM');
        return (await logOf(server, build)).split('\n').find((line) => /^[ab] /.test(line));
      }),
    );
    expect(said).toEqual(['a red round build0', 'a blue round build1', 'b red round build2', 'b blue round build3']);
    expect(batch.buildGroups?.[1]?.ignoreFailure).toBe(true);
  });

  it('fans out into builds that are all the same', async () => {
    const batch = await batchWith({ ...building('true'), batch: { 'build-fanout': { parallelism: 3 } } });
    expect(groupsOf(batch).slice(1)).toEqual(['build0 SUCCEEDED', 'build1 SUCCEEDED', 'build2 SUCCEEDED']);
  });

  it('is nothing to a build that is started alone', async () => {
    const build = await untilBuilt(server, await startBuild(server, 'any'));
    expect(build.buildStatus).toBe('SUCCEEDED');
    expect(build.buildBatchArn).toBeUndefined();
  });

  it('fails before it builds anything when what it reads is no batch, and says why', async () => {
    const list = (...tasks: object[]) => ({ ...building('true'), batch: { 'build-list': tasks } });
    const one = { identifier: 'one' };
    const cases: readonly (readonly [object, RegExp])[] = [
      [building('true'), /no batch to build/],
      [{ ...building('true'), batch: { 'build-list': [one], 'build-fanout': { parallelism: 2 } } }, /only one of/],
      [list(), /build-list is empty/],
      [{ ...building('true'), batch: { 'build-list': { one } } }, /to be a list/],
      [list({}), /no identifier/],
      [list(one, one), /Two builds .* identifier one/],
      [list({ identifier: 'DOWNLOAD_SOURCE' }), /is no identifier/],
      [list({ identifier: '../up' }), /is no identifier/],
      [list({ ...one, env: { 'compute-type': 'HUGE' } }), /HUGE is no compute type/],
      [list({ ...one, env: { type: 'TOASTER' } }), /TOASTER is no environment type/],
      [list({ ...one, env: { fleet: 'mine' } }), /fleet is not implemented/],
      [list({ ...one, env: { variables: { 'A=B': 'c' } } }), /one: Invalid environment variable/],
      [list({ ...one, 'debug-session': true }), /debug-session is not implemented/],
      [graph([task('one', 'true', { 'depend-on': ['nobody'] })]), /depends on nobody/],
      [
        graph([task('one', 'true', { 'depend-on': ['two'] }), task('two', 'true', { 'depend-on': ['one'] })]),
        /in a circle: one, two/,
      ],
      [{ ...building('true'), batch: { 'build-fanout': { parallelism: 0 } } }, /number from 1/],
      [{ ...building('true'), batch: { 'build-fanout': { parallelism: 101 } } }, /101 builds/],
      [
        {
          version: '0.2',
          batch: {
            'build-matrix': {
              dynamic: { env: { variables: { A: Array(20).fill('a'), B: Array(20).fill('b') } } },
            },
          },
        },
        /400 builds/,
      ],
      [
        {
          version: '0.2',
          batch: {
            'build-matrix': {
              static: { env: { variables: { LONG: 'x'.repeat(50_000) } } },
              dynamic: { env: { variables: { A: Array(100).fill('a') } } },
            },
          },
        },
        /say too much together/,
      ],
    ];
    const batches = await Promise.all(cases.map(([buildspec]) => batchWith(buildspec)));
    for (const [index, batch] of batches.entries()) {
      const [, words] = cases[index] ?? [];
      expect(batch.buildBatchStatus).toBe('FAILED');
      expect(batchPhasesOf(batch)).toEqual(['SUBMITTED SUCCEEDED', 'DOWNLOAD_BATCHSPEC CLIENT_ERROR', 'FAILED']);
      expect(batch.phases?.[1]?.contexts?.[0]?.message).toMatch(words ?? /never/);
      expect(batch.buildGroups).toHaveLength(1);
    }
  });

  it('keeps to the restrictions of the project', async () => {
    const two = graph([task('one', 'true'), task('two', 'true', { env: { 'compute-type': 'BUILD_GENERAL1_LARGE' } })]);
    const restricted = (restrictions: object) => batchWith(two, { buildBatchConfigOverride: { restrictions } });
    const tooMany = await restricted({ maximumBuildsAllowed: 1 });
    expect(tooMany.phases?.[1]?.contexts?.[0]?.message).toBe('The batch has 2 builds: the project allows 1');
    const { id } = tooMany;
    await server.codebuild.send(new RetryBuildBatchCommand({ id, retryType: 'RETRY_FAILED_BUILDS' }));
    const again = await untilBatched(server, id ?? '');
    expect(batchPhasesOf(again).slice(-3)).toEqual([
      'SUBMITTED SUCCEEDED',
      'DOWNLOAD_BATCHSPEC CLIENT_ERROR',
      'FAILED',
    ]);
    const tooLarge = await restricted({ computeTypesAllowed: ['BUILD_GENERAL1_SMALL'] });
    expect(tooLarge.phases?.[1]?.contexts?.[0]?.message).toMatch(/BUILD_GENERAL1_LARGE of two is not allowed/);
    const fine = await restricted({
      maximumBuildsAllowed: 2,
      computeTypesAllowed: ['BUILD_GENERAL1_SMALL', 'BUILD_GENERAL1_LARGE'],
    });
    expect(fine.buildBatchStatus).toBe('SUCCEEDED');
  });

  it('waits while the project has no room for its builds', async () => {
    const spec = graph([task('one', 'true'), task('two', 'true'), task('three', 'true')]);
    await createBatchProject(server, 'narrow', spec, { concurrentBuildLimit: 1 });
    const alone = await startBuild(server, 'narrow', { buildspecOverride: textOf(building('sleep 300')) });
    const id = await startBatch(server, 'narrow');
    await waitFor('the batch to wait', async () => {
      const batch = await batchOf(server, id);
      return batch.currentPhase === 'DOWNLOAD_BATCHSPEC' && groupsOf(batch)[0] === 'DOWNLOAD_SOURCE PENDING';
    });
    await server.codebuild.send(new StopBuildCommand({ id: alone }));
    const batch = await untilBatched(server, id);
    expect(batch.buildBatchStatus).toBe('SUCCEEDED');
    const builds = await Promise.all(
      ['DOWNLOAD_SOURCE', 'one', 'two', 'three'].map((identifier) => buildOf(server, buildIdOf(batch, identifier))),
    );
    for (const [index, build] of builds.entries())
      expect(Number(build.startTime)).toBeGreaterThanOrEqual(Number(builds[index - 1]?.endTime ?? 0));
  });

  it('waits no longer than its project keeps builds waiting', async () => {
    await createBatchProject(server, 'widened', graph([task('one', 'true')]), { concurrentBuildLimit: 1 });
    const alone = await startBuild(server, 'widened', { buildspecOverride: textOf(building('sleep 300')) });
    const id = await startBatch(server, 'widened');
    await waitFor('the batch to wait', async () => (await batchOf(server, id)).currentPhase === 'DOWNLOAD_BATCHSPEC');
    await server.codebuild.send(new UpdateProjectCommand({ name: 'widened', concurrentBuildLimit: -1 }));
    expect((await untilBatched(server, id)).buildBatchStatus).toBe('SUCCEEDED');
    await server.codebuild.send(new StopBuildCommand({ id: alone }));
  });

  it('fails when its project is deleted before all is built', async () => {
    const go = `${server.directory}/go`;
    await createBatchProject(
      server,
      'doomed',
      graph([task('one', `until [ -e ${go} ]; do sleep 0.05; done`), task('two', 'true', { 'depend-on': ['one'] })]),
    );
    const id = await startBatch(server, 'doomed');
    await waitFor('the first to run', async () => groupsOf(await batchOf(server, id))[1] === 'one IN_PROGRESS');
    await server.codebuild.send(new DeleteProjectCommand({ name: 'doomed' }));
    writeFileSync(go, '');
    expect(groupsOf(await untilBatched(server, id))).toEqual([
      'DOWNLOAD_SOURCE SUCCEEDED',
      'one SUCCEEDED',
      'two STOPPED',
    ]);
  });

  it('combines what its builds deliver, also after only the failed ones were built again', async () => {
    const settings = {
      artifacts: { type: 'S3', location: 'deliveries', path: 'all', name: 'combined.zip', packaging: 'ZIP' },
      buildBatchConfig: { serviceRole: BATCH_ROLE, combineArtifacts: true },
    } as const;
    const tasks = [
      task('one', 'mkdir -p out; echo one > out/one.txt; echo first > same.txt'),
      task('two', `echo two > two.txt; echo second > same.txt; [ -e ${server.directory}/allowed ]`),
      task('checks', 'true', { buildspec: textOf(building('true')) }),
    ];
    await createBatchProject(server, 'combining', { ...graph(tasks), artifacts: { files: ['**/*'] } }, settings);
    const failed = await untilBatched(server, await startBatch(server, 'combining'));
    expect(groupsOf(failed).slice(1)).toEqual(['one SUCCEEDED', 'two FAILED', 'checks SUCCEEDED']);
    writeFileSync(`${server.directory}/allowed`, '');
    await server.codebuild.send(new RetryBuildBatchCommand({ id: failed.id, retryType: 'RETRY_FAILED_BUILDS' }));
    const batch = await untilBatched(server, failed.id ?? '');
    expect(batch.buildBatchStatus).toBe('SUCCEEDED');
    expect(batchPhasesOf(batch).slice(-5)).toEqual([
      'FAILED RETRY',
      'SUBMITTED SUCCEEDED',
      'IN_PROGRESS SUCCEEDED',
      'COMBINE_ARTIFACTS SUCCEEDED',
      'SUCCEEDED',
    ]);
    expect(buildIdOf(batch, 'one')).toBe(buildIdOf(failed, 'one'));
    expect(buildIdOf(batch, 'two')).not.toBe(buildIdOf(failed, 'two'));
    expect(batch.artifacts).toMatchObject({
      location: 'arn:aws:s3:::deliveries/all/combined.zip',
      sha256sum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const { Body } = await server.s3.send(new GetObjectCommand({ Bucket: 'deliveries', Key: 'all/combined.zip' }));
    expect(await unzipped((await Body?.transformToByteArray()) ?? new Uint8Array())).toEqual({
      'out/one.txt': 'one\n',
      'two.txt': 'two\n',
      'same.txt': 'second\n',
    });
    await waitFor('what was set down to be cleared away', async () => {
      const { Contents = [] } = await server.s3.send(new ListObjectsV2Command({ Bucket: 'deliveries' }));
      return Contents.length === 1;
    });
  });

  it('ends when its time is up, and stops what runs', async () => {
    const id = await startBatch(server, 'any', {
      buildspecOverride: textOf(graph([task('slow', 'sleep 300'), task('next', 'true', { 'depend-on': ['slow'] })])),
      buildBatchConfigOverride: { timeoutInMins: 5 },
    });
    await waitFor('the build to run', async () => groupsOf(await batchOf(server, id))[1] === 'slow IN_PROGRESS');
    later += 5 * 60_000;
    server.codebuild.config.systemClockOffset = later;
    const batch = await untilBatched(server, id);
    expect(batch.buildBatchStatus).toBe('FAILED');
    expect(batchPhasesOf(batch).slice(-2)).toEqual(['IN_PROGRESS TIMED_OUT', 'FAILED']);
    expect(groupsOf(batch).slice(1)).toEqual(['slow STOPPED', 'next STOPPED']);
  });
});
