import {
  BatchGetBuildBatchesCommand,
  BatchGetBuildsCommand,
  BatchGetProjectsCommand,
  CreateProjectCommand,
  DeleteBuildBatchCommand,
  ListBuildBatchesCommand,
  ListBuildBatchesForProjectCommand,
  type ProjectBuildBatchConfig,
  paginateListBuildBatches,
  paginateListBuildBatchesForProject,
  RetryBuildBatchCommand,
  RetryBuildCommand,
  StartBuildBatchCommand,
  type StartBuildBatchCommandInput,
  StopBuildBatchCommand,
  UpdateProjectCommand,
} from '@aws-sdk/client-codebuild';
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
} from '../../harness/batches.ts';
import { buildOf, logOf, project, SERVICE_ROLE } from '../../harness/builds.ts';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';

const UNKNOWN = 'list:00000000-0000-0000-0000-000000000000';
const arnOf = (id: string) => `arn:aws:codebuild:${REGION}:${ACCOUNT}:build-batch/${id}`;

/** A batch of two builds that say who they are. */
const list = {
  version: '0.2',
  batch: {
    'build-list': [
      { identifier: 'one', env: { variables: { WHO: 'first' } } },
      { identifier: 'two', env: { variables: { WHO: 'second' } } },
    ],
  },
  phases: { build: { commands: ['echo "$CODEBUILD_BATCH_BUILD_IDENTIFIER is $WHO $EXTRA"'] } },
};

const listOf = (...commands: string[]) => ({ ...list, phases: { build: { commands } } });

describe.each(DIALECTS)('batch builds of CodeBuild on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await createBatchProject(server, 'list', list);
    await createBatchProject(server, 'slow', listOf('sleep 300'));
    await createBatchProject(server, 'failing', listOf('exit 1'));
    await client().send(new CreateProjectCommand(project('no-batches', list)));
    await createBatchProject(server, 'of-a-pipeline', 'version: 0.2', {
      source: { type: 'CODEPIPELINE' },
      artifacts: { type: 'CODEPIPELINE' },
    });
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });
  const client = () => server.codebuild;
  const begin = (input: StartBuildBatchCommandInput) => client().send(new StartBuildBatchCommand(input));
  const stop = (id: string) => client().send(new StopBuildBatchCommand({ id }));
  const retry = (id: string | undefined, more = {}) => client().send(new RetryBuildBatchCommand({ id, ...more }));
  const remove = (id: string) => client().send(new DeleteBuildBatchCommand({ id }));
  const refused = (words: RegExp) => ({ name: 'InvalidInputException', message: expect.stringMatching(words) });

  it('StartBuildBatch answers a batch that has begun, with the settings of the project and what is said instead', async () => {
    const { buildBatch } = await begin({
      projectName: 'list',
      sourceVersion: 'main',
      buildTimeoutInMinutesOverride: 7,
      environmentVariablesOverride: [{ name: 'EXTRA', value: 'and more' }],
      buildBatchConfigOverride: { timeoutInMins: 9, restrictions: { maximumBuildsAllowed: 2 } },
    });
    const id = buildBatch?.id ?? '';
    expect(buildBatch).toMatchObject({
      id: expect.stringMatching(/^list:[0-9a-f-]{36}$/),
      arn: arnOf(id),
      projectName: 'list',
      buildBatchNumber: 1,
      buildBatchStatus: 'IN_PROGRESS',
      complete: false,
      currentPhase: 'SUBMITTED',
      phases: [{ phaseType: 'SUBMITTED', startTime: expect.any(Date) }],
      initiator: 'root',
      sourceVersion: 'main',
      buildTimeoutInMinutes: 7,
      queuedTimeoutInMinutes: 480,
      serviceRole: SERVICE_ROLE,
      artifacts: { location: '' },
      buildBatchConfig: {
        serviceRole: BATCH_ROLE,
        timeoutInMins: 9,
        restrictions: { maximumBuildsAllowed: 2 },
      },
      buildGroups: [{ identifier: 'DOWNLOAD_SOURCE', currentBuildSummary: { buildStatus: 'PENDING' } }],
      startTime: expect.any(Date),
    });
    const batch = await untilBatched(server, id);
    expect(groupsOf(batch)).toEqual(['DOWNLOAD_SOURCE SUCCEEDED', 'one SUCCEEDED', 'two SUCCEEDED']);
    expect(batchPhasesOf(batch)).toEqual([
      'SUBMITTED SUCCEEDED',
      'DOWNLOAD_BATCHSPEC SUCCEEDED',
      'IN_PROGRESS SUCCEEDED',
      'SUCCEEDED',
    ]);
    expect(batch).toMatchObject({
      buildBatchStatus: 'SUCCEEDED',
      currentPhase: 'SUCCEEDED',
      endTime: expect.any(Date),
    });
    expect(batch.phases?.at(-1)?.endTime).toBeUndefined();
    expect(batch.buildGroups?.[1]).toMatchObject({
      dependsOn: [],
      ignoreFailure: false,
      currentBuildSummary: { primaryArtifact: { type: 'no_artifacts', identifier: 'one' }, secondaryArtifacts: [] },
    });
    const build = await buildOf(server, buildIdOf(batch, 'two'));
    expect(build).toMatchObject({ buildBatchArn: arnOf(id), timeoutInMinutes: 7, buildStatus: 'SUCCEEDED' });
    expect(await logOf(server, build)).toContain('\ntwo is second and more\n');
    const reading = await buildOf(server, buildIdOf(batch, 'DOWNLOAD_SOURCE'));
    expect(reading.phases?.map(({ phaseType }) => phaseType)).toEqual([
      'SUBMITTED',
      'QUEUED',
      'PROVISIONING',
      'DOWNLOAD_SOURCE',
      'FINALIZING',
      'COMPLETED',
    ]);
  });

  it('StartBuildBatch with the same token starts one batch, and refuses the token for another', async () => {
    const input = { projectName: 'list', idempotencyToken: 'once' };
    const [first, second] = [await begin(input), await begin(input)];
    expect(second.buildBatch?.id).toBe(first.buildBatch?.id);
    await expect(begin({ ...input, sourceVersion: 'other' })).rejects.toMatchObject({ name: 'InvalidInputException' });
    await untilBatched(server, first.buildBatch?.id ?? '');
  });

  it.each([
    ['a project that is not there', { projectName: 'nobody' }, 'ResourceNotFoundException', /Project cannot be found/],
    [
      'a project without settings for batches',
      { projectName: 'no-batches' },
      'InvalidInputException',
      /no buildBatchConfig/,
    ],
    ['a project of a pipeline', { projectName: 'of-a-pipeline' }, 'InvalidInputException', /built by a pipeline/],
    [
      'a role that is none',
      { projectName: 'list', buildBatchConfigOverride: { serviceRole: 'me' } },
      'InvalidInputException',
      /service role/,
    ],
    [
      'more time than there is',
      { projectName: 'list', buildBatchConfigOverride: { timeoutInMins: 2161 } },
      'InvalidInputException',
      /timeoutInMins/,
    ],
    [
      'a limit of no builds',
      { projectName: 'list', buildBatchConfigOverride: { restrictions: { maximumBuildsAllowed: 0 } } },
      'InvalidInputException',
      /maximumBuildsAllowed/,
    ],
    [
      'a session to debug in, which is not built',
      { projectName: 'list', debugSessionEnabled: true },
      'InvalidInputException',
      /debugSessionEnabled is not implemented/,
    ],
  ])('StartBuildBatch refuses %s', async (_what, input, name, words) => {
    await expect(begin(input)).rejects.toMatchObject({ name, message: expect.stringMatching(words) });
  });

  it('keeps what a project says of batches, and an update takes it away', async () => {
    const config: ProjectBuildBatchConfig = {
      serviceRole: BATCH_ROLE,
      combineArtifacts: true,
      timeoutInMins: 30,
      restrictions: { maximumBuildsAllowed: 3, computeTypesAllowed: ['BUILD_GENERAL1_SMALL'] },
      batchReportMode: 'REPORT_INDIVIDUAL_BUILDS',
    };
    await createBatchProject(server, 'kept', list, { buildBatchConfig: config });
    const kept = async () =>
      (await client().send(new BatchGetProjectsCommand({ names: ['kept'] }))).projects?.[0]?.buildBatchConfig;
    expect(await kept()).toEqual(config);
    await client().send(new UpdateProjectCommand({ name: 'kept', buildBatchConfig: {} }));
    expect(await kept()).toBeUndefined();
    await expect(begin({ projectName: 'kept' })).rejects.toMatchObject(refused(/no buildBatchConfig/));
    const wrong = createBatchProject(server, 'wrong', list, { buildBatchConfig: { serviceRole: 'nobody' } });
    await expect(wrong).rejects.toMatchObject(refused(/service role/));
  });

  it('StopBuildBatch stops what runs, and leaves a batch that is over as it is', async () => {
    const id = await startBatch(server, 'slow');
    await waitFor('both to be built', async () => groupsOf(await batchOf(server, id)).at(-1) === 'two IN_PROGRESS');
    const { buildBatch } = await stop(arnOf(id));
    expect(buildBatch).toMatchObject({ buildBatchStatus: 'STOPPED', complete: true, currentPhase: 'STOPPED' });
    expect(groupsOf(buildBatch ?? {})).toEqual(['DOWNLOAD_SOURCE SUCCEEDED', 'one STOPPED', 'two STOPPED']);
    expect(batchPhasesOf(buildBatch ?? {}).slice(-2)).toEqual(['IN_PROGRESS STOPPED', 'STOPPED']);
    expect(await buildOf(server, buildIdOf(buildBatch ?? {}, 'one'))).toMatchObject({ buildStatus: 'STOPPED' });
    expect((await stop(id)).buildBatch).toEqual(buildBatch);
    await expect(retry(id)).rejects.toMatchObject(refused(/only a failed build batch/));
  });

  it('StopBuildBatch and RetryBuildBatch refuse batches that are not there and ids that are none', async () => {
    await expect(stop(UNKNOWN)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(stop('list')).rejects.toMatchObject({ name: 'InvalidInputException' });
    await expect(retry(UNKNOWN)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(retry('list')).rejects.toMatchObject({ name: 'InvalidInputException' });
    await expect(retry(undefined)).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  it('RetryBuildBatch builds a failed batch anew under its id, once per token', async () => {
    const id = await startBatch(server, 'failing');
    const failed = await untilBatched(server, id);
    expect(failed.buildBatchStatus).toBe('FAILED');
    expect(batchPhasesOf(failed).slice(-2)).toEqual(['IN_PROGRESS CLIENT_ERROR', 'FAILED']);
    expect(failed.phases?.at(-2)?.contexts?.[0]?.message).toContain('one (FAILED), two (FAILED)');
    await expect(client().send(new RetryBuildCommand({ id: buildIdOf(failed, 'one') }))).rejects.toMatchObject(
      refused(/retried with its batch/),
    );
    const { buildBatch } = await retry(id, { idempotencyToken: 'again' });
    expect(buildBatch).toMatchObject({
      id,
      buildBatchStatus: 'IN_PROGRESS',
      complete: false,
      currentPhase: 'SUBMITTED',
    });
    expect(buildBatch?.endTime).toBeUndefined();
    expect(batchPhasesOf(buildBatch ?? {}).slice(-2)).toEqual(['FAILED RETRY', 'SUBMITTED']);
    const again = await untilBatched(server, id);
    expect(groupsOf(again)).toEqual(['DOWNLOAD_SOURCE SUCCEEDED', 'one FAILED', 'two FAILED']);
    for (const [index, group] of (again.buildGroups ?? []).entries()) {
      expect(group.priorBuildSummaryList).toEqual([failed.buildGroups?.[index]?.currentBuildSummary]);
      expect(group.currentBuildSummary?.arn).not.toBe(failed.buildGroups?.[index]?.currentBuildSummary?.arn);
    }
    expect((await retry(id, { idempotencyToken: 'again' })).buildBatch).toEqual(again);
    const other = retry(id, { idempotencyToken: 'again', retryType: 'RETRY_FAILED_BUILDS' });
    await expect(other).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  it('BatchGetBuildBatches answers by id and by ARN, and names what it does not find', async () => {
    const id = await startBatch(server, 'list');
    await untilBatched(server, id);
    const get = (...ids: string[]) => client().send(new BatchGetBuildBatchesCommand({ ids }));
    const { buildBatches = [], buildBatchesNotFound } = await get(id, arnOf(id), UNKNOWN);
    expect(buildBatches.map((batch) => batch.id)).toEqual([id, id]);
    expect(buildBatchesNotFound).toEqual([UNKNOWN]);
    expect(await get()).toMatchObject({ buildBatches: [], buildBatchesNotFound: [] });
    await expect(get('list')).rejects.toMatchObject({ name: 'InvalidInputException' });
    expect(await get(buildIdOf(buildBatches[0] ?? {}, 'one'))).toMatchObject({ buildBatches: [] });
  });

  it('ListBuildBatches and ListBuildBatchesForProject list by pages, and by status', async () => {
    await createBatchProject(server, 'listed', listOf('exit 1'));
    const ids = [];
    for (let count = 0; count < 3; count += 1) ids.push(await startBatch(server, 'listed'));
    for (const id of ids) await untilBatched(server, id);
    const pages = [];
    const input = { projectName: 'listed', maxResults: 2, sortOrder: 'ASCENDING' } as const;
    for await (const page of paginateListBuildBatchesForProject({ client: client() }, input)) pages.push(page.ids);
    expect(pages).toEqual([ids.slice(0, 2), ids.slice(2)]);
    const newest = await client().send(new ListBuildBatchesForProjectCommand({ projectName: 'listed' }));
    expect(newest.ids).toEqual([...ids].reverse());
    const succeeded = await client().send(
      new ListBuildBatchesForProjectCommand({ projectName: 'listed', filter: { status: 'SUCCEEDED' } }),
    );
    expect(succeeded.ids).toEqual([]);
    const all = [];
    for await (const page of paginateListBuildBatches(
      { client: client() },
      { maxResults: 2, filter: { status: 'FAILED' } },
    ))
      all.push(...(page.ids ?? []));
    expect(all).toEqual([...all].sort().reverse());
    expect(all).toEqual(expect.arrayContaining(ids));
    expect(all.some((id) => id.startsWith('list:'))).toBe(false);
    const wrong = client().send(new ListBuildBatchesCommand({ nextToken: 'nonsense' }));
    await expect(wrong).rejects.toMatchObject({ name: 'InvalidInputException' });
    const absent = client().send(new ListBuildBatchesForProjectCommand({ projectName: 'nobody' }));
    await expect(absent).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    const nameless = client().send(new ListBuildBatchesForProjectCommand({}));
    await expect(nameless).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  it('DeleteBuildBatch deletes a batch that is over with its builds, and leaves one under way', async () => {
    const id = await startBatch(server, 'list');
    const batch = await untilBatched(server, id);
    const builds = (batch.buildGroups ?? []).map(({ currentBuildSummary }) => currentBuildSummary?.arn ?? '');
    expect(await remove(id)).toMatchObject({
      statusCode: 'BATCH_DELETED',
      buildsDeleted: builds,
      buildsNotDeleted: [],
    });
    expect(await batchOf(server, id)).toEqual({});
    const { buildsNotFound } = await client().send(new BatchGetBuildsCommand({ ids: builds }));
    expect(buildsNotFound).toEqual(builds);
    expect(await remove(id)).toMatchObject({ statusCode: 'BATCH_NOT_FOUND', buildsDeleted: [] });
    const slow = await startBatch(server, 'slow');
    expect(await remove(slow)).toMatchObject({ statusCode: 'BATCH_IN_PROGRESS', buildsDeleted: [] });
    expect(await batchOf(server, slow)).toMatchObject({ id: slow });
    await stop(slow);
    await expect(remove('list')).rejects.toMatchObject({ name: 'InvalidInputException' });
  });
});
