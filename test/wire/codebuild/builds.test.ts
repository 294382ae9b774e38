import {
  BatchDeleteBuildsCommand,
  BatchGetBuildsCommand,
  CreateProjectCommand,
  type CreateProjectCommandInput,
  DeleteProjectCommand,
  ListBuildsCommand,
  ListBuildsForProjectCommand,
  paginateListBuilds,
  paginateListBuildsForProject,
  RetryBuildCommand,
  StartBuildCommand,
  type StartBuildCommandInput,
  StopBuildCommand,
} from '@aws-sdk/client-codebuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { building, buildOf, project, SERVICE_ROLE, startBuild, untilBuilt } from '../../harness/builds.ts';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';
import { waitFor } from '../../harness/wait.ts';

const UNKNOWN = 'quick:00000000-0000-0000-0000-000000000000';
const arnOf = (id: string) => `arn:aws:codebuild:${REGION}:${ACCOUNT}:build/${id}`;

describe.each(DIALECTS)('builds of CodeBuild on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
    await make('quick');
    await make('slow', building('sleep 300'));
    await make('alone', building('sleep 300'), { concurrentBuildLimit: 1 });
    await make('of-a-pipeline', 'version: 0.2', {
      source: { type: 'CODEPIPELINE' },
      artifacts: { type: 'CODEPIPELINE' },
    });
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });
  const client = () => server.codebuild;
  const make = (name: string, buildspec?: string | object, settings: Partial<CreateProjectCommandInput> = {}) =>
    client().send(new CreateProjectCommand({ ...project(name, buildspec), ...settings }));
  const begin = (input: StartBuildCommandInput) => client().send(new StartBuildCommand(input));
  const stop = (id: string) => client().send(new StopBuildCommand({ id }));

  it('StartBuild answers a build that has begun, with the project settings and what is said instead', async () => {
    const { build } = await begin({
      projectName: 'quick',
      sourceVersion: 'main',
      timeoutInMinutesOverride: 7,
      environmentVariablesOverride: [{ name: 'SAID', value: 'instead' }],
    });
    const id = build?.id ?? '';
    expect(build).toMatchObject({
      id: expect.stringMatching(/^quick:[0-9a-f-]{36}$/),
      arn: arnOf(id),
      projectName: 'quick',
      buildNumber: 1,
      buildStatus: 'IN_PROGRESS',
      buildComplete: false,
      currentPhase: 'QUEUED',
      initiator: 'root',
      sourceVersion: 'main',
      timeoutInMinutes: 7,
      queuedTimeoutInMinutes: 480,
      serviceRole: SERVICE_ROLE,
      source: { type: 'NO_SOURCE' },
      environment: { environmentVariables: [{ name: 'SAID', value: 'instead', type: 'PLAINTEXT' }] },
      startTime: expect.any(Date),
    });
    const done = await untilBuilt(server, id);
    expect(done).toMatchObject({ buildStatus: 'SUCCEEDED', currentPhase: 'COMPLETED', endTime: expect.any(Date) });
    expect(done.logs).toMatchObject({
      groupName: '/aws/codebuild/quick',
      streamName: id.split(':')[1],
      deepLink: expect.stringContaining('/console/logs/'),
    });
  });

  it('StartBuild with the same token starts one build, and refuses the token for another', async () => {
    const input = { projectName: 'quick', idempotencyToken: 'once' };
    const [first, second] = [await begin(input), await begin(input)];
    expect(second.build?.id).toBe(first.build?.id);
    const other = begin({ ...input, sourceVersion: 'other' });
    await expect(other).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  it.each([
    ['a project that is not there', { projectName: 'nobody' }, 'ResourceNotFoundException', /Project cannot be found/],
    ['a project of a pipeline', { projectName: 'of-a-pipeline' }, 'InvalidInputException', /built by a pipeline/],
    [
      'a role that is none',
      { projectName: 'quick', serviceRoleOverride: 'me' },
      'InvalidInputException',
      /service role/,
    ],
    [
      'a source without a place',
      { projectName: 'quick', sourceTypeOverride: 'S3' as const },
      'InvalidInputException',
      /source location is required/,
    ],
    [
      'a time-out of no time',
      { projectName: 'quick', timeoutInMinutesOverride: 1 },
      'InvalidInputException',
      /'timeoutInMinutesOverride'/,
    ],
    [
      'a session to debug in, which is not built',
      { projectName: 'quick', debugSessionEnabled: true },
      'InvalidInputException',
      /debugSessionEnabled is not implemented/,
    ],
  ])('StartBuild refuses %s', async (_what, input, name, words) => {
    await expect(begin(input)).rejects.toMatchObject({ name, message: expect.stringMatching(words) });
  });

  it('StartBuild keeps to the limit of the project', async () => {
    const id = await startBuild(server, 'alone');
    await expect(begin({ projectName: 'alone' })).rejects.toMatchObject({ name: 'AccountLimitExceededException' });
    await stop(id);
    await untilBuilt(server, id);
    await stop(await startBuild(server, 'alone'));
  });

  it('StopBuild ends a build, and leaves one that is over as it is', async () => {
    const id = await startBuild(server, 'slow');
    await waitFor('the build to be under way', async () => (await buildOf(server, id)).currentPhase === 'BUILD');
    await stop(arnOf(id));
    const stopped = await untilBuilt(server, id);
    expect(stopped.buildStatus).toBe('STOPPED');
    const { build } = await stop(id);
    expect(build).toMatchObject({ id, buildStatus: 'STOPPED', endTime: stopped.endTime });
  });

  it('StopBuild and RetryBuild refuse builds that are not there and ids that are none', async () => {
    const retry = (id?: string) => client().send(new RetryBuildCommand({ id }));
    await expect(stop(UNKNOWN)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(stop('quick')).rejects.toMatchObject({ name: 'InvalidInputException' });
    await expect(retry(UNKNOWN)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(retry('quick')).rejects.toMatchObject({ name: 'InvalidInputException' });
    await expect(retry()).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  it('RetryBuild starts a new build with the settings of the old', async () => {
    const before = await startBuild(server, 'quick', { sourceVersion: 'a-branch' });
    const { build } = await client().send(new RetryBuildCommand({ id: before }));
    expect(build).toMatchObject({ projectName: 'quick', sourceVersion: 'a-branch', buildStatus: 'IN_PROGRESS' });
    expect(build?.id).not.toBe(before);
    await untilBuilt(server, build?.id ?? '');
  });

  it('BatchGetBuilds tells which it finds, by id and by ARN, also when the project is gone', async () => {
    await make('brief');
    const id = await startBuild(server, 'brief');
    await untilBuilt(server, id);
    await client().send(new DeleteProjectCommand({ name: 'brief' }));
    const found = await client().send(new BatchGetBuildsCommand({ ids: [id, arnOf(id), UNKNOWN] }));
    expect(found.builds?.map((build) => build.id)).toEqual([id, id]);
    expect(found.buildsNotFound).toEqual([UNKNOWN]);
    for (const ids of [[], ['no-id'], Array.from({ length: 101 }, () => UNKNOWN)]) {
      const refused = client().send(new BatchGetBuildsCommand({ ids }));
      await expect(refused).rejects.toMatchObject({ name: 'InvalidInputException' });
    }
  });

  it('BatchDeleteBuilds deletes what is over, and says why it leaves the rest', async () => {
    const over = await startBuild(server, 'quick');
    await untilBuilt(server, over);
    const running = await startBuild(server, 'slow');
    const answer = await client().send(new BatchDeleteBuildsCommand({ ids: [over, running, UNKNOWN] }));
    expect(answer.buildsDeleted).toEqual([arnOf(over)]);
    expect(answer.buildsNotDeleted).toEqual([
      { id: arnOf(running), statusCode: 'BUILD_IN_PROGRESS' },
      { id: arnOf(UNKNOWN), statusCode: 'BUILD_NOT_FOUND' },
    ]);
    expect((await client().send(new BatchGetBuildsCommand({ ids: [over] }))).buildsNotFound).toEqual([over]);
    await stop(running);
    const refused = client().send(new BatchDeleteBuildsCommand({ ids: ['no-id'] }));
    await expect(refused).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  it('ListBuilds and ListBuildsForProject page by a hundred, newest first or oldest first', async () => {
    await make('many', building('sleep 300'));
    const ids: string[] = [];
    for (let index = 0; index < 101; index += 1) ids.push(await startBuild(server, 'many'));
    const ofProject = async (sortOrder?: 'ASCENDING' | 'DESCENDING') => {
      const pages: string[][] = [];
      const input = { projectName: 'many', sortOrder };
      for await (const page of paginateListBuildsForProject({ client: client() }, input)) pages.push(page.ids ?? []);
      return pages;
    };
    const newest = await ofProject();
    expect(newest.map(({ length }) => length)).toEqual([100, 1]);
    expect(newest.flat()).toEqual([...ids].reverse());
    expect((await ofProject('ASCENDING')).flat()).toEqual(ids);
    const all: string[] = [];
    for await (const page of paginateListBuilds({ client: client() }, {})) all.push(...(page.ids ?? []));
    expect(all).toEqual(expect.arrayContaining(ids));
    expect(new Set(all).size).toBe(all.length);
  });

  it('the lists refuse tokens that are none and a project that is not there', async () => {
    const invalid = { name: 'InvalidInputException' };
    await expect(client().send(new ListBuildsCommand({ nextToken: 'nonsense' }))).rejects.toMatchObject(invalid);
    const token = new ListBuildsForProjectCommand({ projectName: 'quick', nextToken: 'nonsense' });
    await expect(client().send(token)).rejects.toMatchObject(invalid);
    const missing = new ListBuildsForProjectCommand({ projectName: 'nobody' });
    await expect(client().send(missing)).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `The provided project arn:aws:codebuild:${REGION}:${ACCOUNT}:project/nobody does not exist`,
    });
  });
});
