import {
  BatchGetRepositoriesCommand,
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  GetRepositoryCommand,
  ListRepositoriesCommand,
  ListTagsForResourceCommand,
  type SortByEnum,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateRepositoryDescriptionCommand,
  UpdateRepositoryNameCommand,
} from '@aws-sdk/client-codecommit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { createRepository } from '../../harness/git-client.ts';
import { ACCOUNT, REGION, startTestServer, type TestServer } from '../../harness/server.ts';

const arnOf = (name: string) => `arn:aws:codecommit:${REGION}:${ACCOUNT}:${name}`;

describe.each(DIALECTS)('CodeCommit repositories on %s', (dialect) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer(dialect);
  });
  afterAll(() => server.close());

  const get = async (repositoryName: string) =>
    (await server.codecommit.send(new GetRepositoryCommand({ repositoryName }))).repositoryMetadata;

  it('are created with all that is known of them', async () => {
    const { repositoryMetadata } = await server.codecommit.send(
      new CreateRepositoryCommand({ repositoryName: 'all', repositoryDescription: '<b>all</b>', tags: { a: '1' } }),
    );
    expect(repositoryMetadata).toEqual({
      accountId: ACCOUNT,
      repositoryId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      repositoryName: 'all',
      repositoryDescription: '<b>all</b>',
      lastModifiedDate: expect.any(Date),
      creationDate: expect.any(Date),
      cloneUrlHttp: expect.stringMatching(/^http:\/\/git-codecommit\.eu-west-1\..*:\d+\/v1\/repos\/all$/),
      Arn: arnOf('all'),
    });
    expect(await get('all')).toEqual(repositoryMetadata);
    const { tags } = await server.codecommit.send(new ListTagsForResourceCommand({ resourceArn: arnOf('all') }));
    expect(tags).toEqual({ a: '1' });
  });

  it.each([
    [{ repositoryName: 'x.git' }, 'InvalidRepositoryNameException'],
    [{ repositoryName: '..' }, 'InvalidRepositoryNameException'],
    [{ repositoryName: 'a/b' }, 'InvalidRepositoryNameException'],
    [{ repositoryName: 'a'.repeat(101) }, 'InvalidRepositoryNameException'],
    [{ repositoryName: undefined }, 'RepositoryNameRequiredException'],
    [{ repositoryName: 'd', repositoryDescription: 'x'.repeat(1001) }, 'InvalidRepositoryDescriptionException'],
    [{ repositoryName: 'd', tags: { 'aws:x': '1' } }, 'InvalidSystemTagUsageException'],
    [{ repositoryName: 'd', tags: { 'x!': '1' } }, 'InvalidTagsMapException'],
    [
      { repositoryName: 'd', tags: Object.fromEntries(Array.from({ length: 51 }, (_, i) => [`k${i}`, 'v'])) },
      'TooManyTagsException',
    ],
  ])('are refused as %j', async (input, name) => {
    await expect(server.codecommit.send(new CreateRepositoryCommand(input))).rejects.toMatchObject({
      name,
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('have names of their own, also when both are created at once', async () => {
    const attempts = await Promise.allSettled([1, 2, 3].map(() => createRepository(server, 'twice')));
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const attempt of attempts.filter(({ status }) => status === 'rejected')) {
      expect(attempt).toMatchObject({
        reason: { name: 'RepositoryNameExistsException', message: 'Repository named twice already exists' },
      });
    }
  });

  it('are asked for by many names at once', async () => {
    await createRepository(server, 'batch');
    const found = await server.codecommit.send(
      new BatchGetRepositoriesCommand({ repositoryNames: ['batch', 'nowhere'] }),
    );
    expect(found).toMatchObject({ repositories: [{ repositoryName: 'batch' }], repositoriesNotFound: ['nowhere'] });
    const none = server.codecommit.send(new BatchGetRepositoriesCommand({ repositoryNames: [] }));
    await expect(none).rejects.toMatchObject({ name: 'RepositoryNamesRequiredException' });
    const many = Array.from({ length: 101 }, (_, index) => `r${index}`);
    await expect(
      server.codecommit.send(new BatchGetRepositoriesCommand({ repositoryNames: many })),
    ).rejects.toMatchObject({ name: 'MaximumRepositoryNamesExceededException' });
  });

  it('are listed in every order', async () => {
    for (const name of ['list-b', 'list-c', 'list-a']) await createRepository(server, name);
    await server.codecommit.send(
      new UpdateRepositoryDescriptionCommand({ repositoryName: 'list-c', repositoryDescription: 'last' }),
    );
    const list = async (input: object) => {
      const { repositories = [] } = await server.codecommit.send(new ListRepositoriesCommand(input));
      return repositories.flatMap(({ repositoryName = '' }) =>
        repositoryName.startsWith('list-') ? repositoryName : [],
      );
    };
    expect(await list({})).toEqual(['list-a', 'list-b', 'list-c']);
    expect(await list({ order: 'descending' })).toEqual(['list-c', 'list-b', 'list-a']);
    expect((await list({ sortBy: 'lastModifiedDate' })).at(-1)).toBe('list-c');
    const wrong = { sortBy: 'size' as SortByEnum };
    await expect(list(wrong)).rejects.toMatchObject({ name: 'InvalidSortByException' });
    await expect(list({ order: 'up' })).rejects.toMatchObject({ name: 'InvalidOrderException' });
    await expect(list({ nextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidContinuationTokenException' });
  });

  it('are renamed with their tags, and keep their id', async () => {
    const { id } = await createRepository(server, 'old');
    await createRepository(server, 'taken');
    await server.codecommit.send(new TagResourceCommand({ resourceArn: arnOf('old'), tags: { team: 'x' } }));
    const rename = (oldName: string, newName: string) =>
      server.codecommit.send(new UpdateRepositoryNameCommand({ oldName, newName }));
    await expect(rename('old', 'taken')).rejects.toMatchObject({ name: 'RepositoryNameExistsException' });
    await expect(rename('nowhere', 'new')).rejects.toMatchObject({ name: 'RepositoryDoesNotExistException' });
    await rename('old', 'new');
    expect(await get('new')).toMatchObject({ repositoryId: id, Arn: arnOf('new') });
    await expect(get('old')).rejects.toMatchObject({
      name: 'RepositoryDoesNotExistException',
      message: 'old does not exist',
    });
    const { tags } = await server.codecommit.send(new ListTagsForResourceCommand({ resourceArn: arnOf('new') }));
    expect(tags).toEqual({ team: 'x' });
  });

  it('are described anew, or no more', async () => {
    await createRepository(server, 'described');
    const describeAs = (repositoryDescription?: string) =>
      server.codecommit.send(
        new UpdateRepositoryDescriptionCommand({ repositoryName: 'described', repositoryDescription }),
      );
    await describeAs('words');
    expect(await get('described')).toMatchObject({ repositoryDescription: 'words' });
    await describeAs();
    expect((await get('described'))?.repositoryDescription).toBeUndefined();
  });

  it('are deleted, and may be deleted again', async () => {
    const { id } = await createRepository(server, 'gone');
    await server.codecommit.send(new TagResourceCommand({ resourceArn: arnOf('gone'), tags: { a: '1' } }));
    const remove = () => server.codecommit.send(new DeleteRepositoryCommand({ repositoryName: 'gone' }));
    expect(await remove()).toMatchObject({ repositoryId: id });
    expect((await remove()).repositoryId).toBeUndefined();
    await expect(get('gone')).rejects.toMatchObject({ name: 'RepositoryDoesNotExistException' });
    await createRepository(server, 'gone');
    const { tags } = await server.codecommit.send(new ListTagsForResourceCommand({ resourceArn: arnOf('gone') }));
    expect(tags).toEqual({});
  });

  it('are tagged and untagged', async () => {
    const { arn: resourceArn } = await createRepository(server, 'tagged');
    const tag = (tags: Record<string, string>, arn = resourceArn) =>
      server.codecommit.send(new TagResourceCommand({ resourceArn: arn, tags }));
    await tag({ a: '1', b: '2' });
    await tag({ b: '3' });
    await server.codecommit.send(new UntagResourceCommand({ resourceArn, tagKeys: ['a', 'never'] }));
    const { tags } = await server.codecommit.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toEqual({ b: '3' });
    await expect(tag({ 'AWS:x': '1' })).rejects.toMatchObject({ name: 'InvalidSystemTagUsageException' });
    const fifty = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`k${index}`, 'v']));
    await expect(tag(fifty)).rejects.toMatchObject({ name: 'TooManyTagsException' });
    await expect(tag({ a: '1' }, 'not-an-arn')).rejects.toMatchObject({ name: 'InvalidResourceArnException' });
    await expect(tag({ a: '1' }, arnOf('nowhere'))).rejects.toMatchObject({ name: 'RepositoryDoesNotExistException' });
    const after = await server.codecommit.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(after.tags).toEqual({ b: '3' });
  });

  it('log no errors of the server', () => {
    expect(server.errors).toEqual([]);
  });
});
