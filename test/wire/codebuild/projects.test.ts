import {
  BatchGetProjectsCommand,
  CreateProjectCommand,
  type CreateProjectCommandInput,
  DeleteProjectCommand,
  ListProjectsCommand,
  type ListProjectsCommandInput,
  paginateListProjects,
  UpdateProjectCommand,
} from '@aws-sdk/client-codebuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { project, SERVICE_ROLE } from '../../harness/builds.ts';
import { DIALECTS } from '../../harness/databases.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const arnOf = (name: string) => `arn:aws:codebuild:${REGION}:${ACCOUNT}:project/${name}`;

/** What is wrong, what is said instead of the project's own members, and the words that name the place. */
const BAD: readonly (readonly [string, Partial<CreateProjectCommandInput>, RegExp])[] = [
  ['a name with a blank', { name: 'a b' }, /'name' failed to satisfy constraint/],
  ['a source without a place', { source: { type: 'S3' } }, /source location is required/],
  ['an S3 source without a key', { source: { type: 'S3', location: 'bucket' } }, /valid S3 source/],
  [
    'a source that has no place, with one',
    { source: { type: 'NO_SOURCE', location: 'x', buildspec: 'version: 0.2' } },
    /NO_SOURCE should have null location/,
  ],
  ['no source and no buildspec', { source: { type: 'NO_SOURCE' } }, /requires an inline buildspec/],
  ['a kind of source that is none', { source: { type: 'FTP' as 'S3' } }, /'source.type' failed to satisfy/],
  ['artifacts in no bucket', { artifacts: { type: 'S3' } }, /S3 requires a location/],
  ['artifacts in a path', { artifacts: { type: 'S3', location: 'bucket/path' } }, /name of a bucket/],
  ['no artifacts in a bucket', { artifacts: { type: 'NO_ARTIFACTS', location: 'b' } }, /should have null location/],
  ['half a pipeline', { artifacts: { type: 'CODEPIPELINE' } }, /must be set to: CODEPIPELINE/],
  [
    'a secondary source without a name',
    { secondarySources: [{ type: 'S3', location: 'b/k' }] },
    /identifier must contain only alphanumeric/,
  ],
  [
    'secondary artifacts of one name',
    { secondaryArtifacts: ['a', 'a'].map((artifactIdentifier) => ({ type: 'S3', location: 'b', artifactIdentifier })) },
    /secondary artifact identifiers must be unique/,
  ],
  [
    'a version of a source that is not there',
    { secondarySourceVersions: [{ sourceIdentifier: 'other', sourceVersion: 'main' }] },
    /no secondary source other/,
  ],
  ['a role that is none', { serviceRole: 'arn:aws:iam::123456789012:user/me' }, /Invalid service role/],
  ['a role of another account', { serviceRole: 'arn:aws:iam::999999999999:role/b' }, /does not match caller's account/],
  ['a time-out of no time', { timeoutInMinutes: 4 }, /'timeoutInMinutes' failed to satisfy/],
  ['a limit of nothing', { concurrentBuildLimit: 0 }, /concurrent build limit/],
  ['a variable without a name', environment({ environmentVariables: [{ name: '', value: 'v' }] }), /name/],
  ['a variable with an = in its name', environment({ environmentVariables: [{ name: 'A=B', value: 'v' }] }), /"A=B"/],
  [
    'a curated image pulled with a role',
    environment({ imagePullCredentialsType: 'SERVICE_ROLE' }),
    /must be CODEBUILD for curated images/,
  ],
  ['a badge, which is not built', { badgeEnabled: true }, /badgeEnabled is not implemented/],
  ['retries, which are not built', { autoRetryLimit: 2 }, /autoRetryLimit is not implemented/],
];

function environment(
  settings: Partial<NonNullable<CreateProjectCommandInput['environment']>>,
): Partial<CreateProjectCommandInput> {
  return { environment: { ...project('p').environment, ...settings } };
}

describe.each(DIALECTS)('projects of CodeBuild on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(async () => {
    await server.close();
    expect(server.errors).toEqual([]);
  });
  const client = () => server.codebuild;
  const make = (name: string, settings: Partial<CreateProjectCommandInput> = {}) =>
    client().send(new CreateProjectCommand({ ...project(name), ...settings }));

  it('CreateProject answers the project with its defaults, and BatchGetProjects finds it by name and by ARN', async () => {
    const { project: created } = await make('plain', {
      description: 'a plain one',
      tags: [{ key: 'team', value: 'blue' }],
      ...environment({ environmentVariables: [{ name: 'A', value: '1' }] }),
    });
    expect(created).toMatchObject({
      name: 'plain',
      arn: arnOf('plain'),
      description: 'a plain one',
      source: { type: 'NO_SOURCE', insecureSsl: false },
      artifacts: { type: 'NO_ARTIFACTS' },
      cache: { type: 'NO_CACHE' },
      environment: {
        privilegedMode: false,
        imagePullCredentialsType: 'CODEBUILD',
        environmentVariables: [{ name: 'A', value: '1', type: 'PLAINTEXT' }],
      },
      serviceRole: SERVICE_ROLE,
      timeoutInMinutes: 60,
      queuedTimeoutInMinutes: 480,
      encryptionKey: `arn:aws:kms:${REGION}:${ACCOUNT}:alias/aws/s3`,
      tags: [{ key: 'team', value: 'blue' }],
      badge: { badgeEnabled: false },
      created: expect.any(Date),
      lastModified: created?.created,
    });
    const names = ['plain', arnOf('plain'), 'nobody'];
    const { projects, projectsNotFound } = await client().send(new BatchGetProjectsCommand({ names }));
    expect(projects).toEqual([created, created]);
    expect(projectsNotFound).toEqual(['nobody']);
  });

  it('CreateProject completes what goes to S3', async () => {
    const { project: created } = await make('to-s3', { artifacts: { type: 'S3', location: 'bucket' } });
    expect(created?.artifacts).toEqual({
      type: 'S3',
      location: 'bucket',
      name: 'to-s3',
      namespaceType: 'NONE',
      packaging: 'NONE',
      encryptionDisabled: false,
    });
  });

  it('CreateProject refuses a name in use', async () => {
    await make('twice');
    await expect(make('twice')).rejects.toMatchObject({
      name: 'ResourceAlreadyExistsException',
      message: `Project already exists: ${arnOf('twice')}`,
    });
  });

  it.each(BAD)('CreateProject and UpdateProject refuse %s', async (_what, settings, words) => {
    const refusal = { name: 'InvalidInputException', message: expect.stringMatching(words) };
    await expect(make('bad', settings)).rejects.toMatchObject(refusal);
    expect((await client().send(new BatchGetProjectsCommand({ names: ['bad'] }))).projectsNotFound).toEqual(['bad']);
    if (settings.name !== undefined || settings.concurrentBuildLimit !== undefined) return;
    await make('to-change').catch(() => undefined);
    const before = (await client().send(new BatchGetProjectsCommand({ names: ['to-change'] }))).projects;
    await expect(client().send(new UpdateProjectCommand({ name: 'to-change', ...settings }))).rejects.toMatchObject(
      refusal,
    );
    expect((await client().send(new BatchGetProjectsCommand({ names: ['to-change'] }))).projects).toEqual(before);
  });

  it('UpdateProject changes what it is given and leaves the rest', async () => {
    const { project: before } = await make('changing', {
      description: 'before',
      concurrentBuildLimit: 3,
      vpcConfig: { vpcId: 'vpc-1', subnets: ['subnet-1'], securityGroupIds: ['sg-1'] },
    });
    const { project: after } = await client().send(
      new UpdateProjectCommand({
        name: arnOf('changing'),
        description: 'after',
        timeoutInMinutes: 5,
        concurrentBuildLimit: -1,
        vpcConfig: {},
      }),
    );
    const { concurrentBuildLimit: _, vpcConfig: _gone, ...others } = before ?? {};
    expect(after).toEqual({ ...others, description: 'after', timeoutInMinutes: 5, lastModified: after?.lastModified });
    const missing = client().send(new UpdateProjectCommand({ name: 'nobody' }));
    await expect(missing).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: `Project cannot be found: ${arnOf('nobody')}`,
    });
  });

  it('DeleteProject is idempotent', async () => {
    await make('gone');
    for (let time = 0; time < 2; time += 1) await client().send(new DeleteProjectCommand({ name: 'gone' }));
    expect((await client().send(new BatchGetProjectsCommand({ names: ['gone'] }))).projects).toEqual([]);
  });

  it('ListProjects pages by a hundred, sorted as it is asked to', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `page-${String(index).padStart(3, '0')}`);
    for (const name of names) await make(name);
    const pages = async (input: ListProjectsCommandInput) => {
      const all: string[][] = [];
      for await (const { projects = [] } of paginateListProjects({ client: client() }, input)) all.push(projects);
      return all;
    };
    const byName = await pages({});
    expect(byName.map(({ length }) => length).slice(0, 1)).toEqual([100]);
    expect(byName.flat()).toEqual([...byName.flat()].sort());
    expect(byName.flat().filter((name) => name.startsWith('page-'))).toEqual(names);
    const newest = await pages({ sortBy: 'CREATED_TIME', sortOrder: 'DESCENDING' });
    expect(newest.flat().filter((name) => name.startsWith('page-'))).toEqual([...names].reverse());
    await client().send(new UpdateProjectCommand({ name: 'page-050', description: 'changed' }));
    const changed = await pages({ sortBy: 'LAST_MODIFIED_TIME', sortOrder: 'DESCENDING' });
    expect(changed[0]?.[0]).toBe('page-050');
  });

  it.each([
    ['a token that is none', { nextToken: 'nonsense' }],
    ['an order that is none', { sortBy: 'SIZE' as 'NAME' }],
  ])('ListProjects refuses %s', async (_what, input) => {
    await expect(client().send(new ListProjectsCommand(input))).rejects.toMatchObject({
      name: 'InvalidInputException',
    });
  });

  it('BatchGetProjects refuses none, and more than a hundred', async () => {
    for (const names of [[], Array.from({ length: 101 }, (_, index) => `p${index}`)]) {
      const refused = client().send(new BatchGetProjectsCommand({ names }));
      await expect(refused).rejects.toMatchObject({ name: 'InvalidInputException' });
    }
  });
});
