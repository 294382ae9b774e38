import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import {
  CreateBranchCommand,
  DeleteBranchCommand,
  GetBranchCommand,
  GetRepositoryCommand,
  ListBranchesCommand,
  PutFileCommand,
  paginateListBranches,
  UpdateDefaultBranchCommand,
} from '@aws-sdk/client-codecommit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { createRepository } from '../../harness/git-client.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const content = Buffer.from('hello\n');

describe.each(DIALECTS)('CodeCommit branches on %s', (dialect) => {
  let server: TestServer;
  let commitId: string;
  let id: string;
  const repositoryName = 'branches';
  beforeAll(async () => {
    server = await startTestServer(dialect);
    ({ id } = await createRepository(server, repositoryName));
    const put = { repositoryName, branchName: 'main', filePath: 'a', fileContent: content };
    commitId = (await server.codecommit.send(new PutFileCommand(put))).commitId ?? '';
  });
  afterAll(() => server.close());

  const create = (branchName: string, at = commitId) =>
    server.codecommit.send(new CreateBranchCommand({ repositoryName, branchName, commitId: at }));
  const get = (branchName: string) => server.codecommit.send(new GetBranchCommand({ repositoryName, branchName }));
  const remove = (branchName: string) =>
    server.codecommit.send(new DeleteBranchCommand({ repositoryName, branchName }));
  const list = async () => (await server.codecommit.send(new ListBranchesCommand({ repositoryName }))).branches;
  const defaultBranch = async () =>
    (await server.codecommit.send(new GetRepositoryCommand({ repositoryName }))).repositoryMetadata?.defaultBranch;
  const makeDefault = (defaultBranchName: string) =>
    server.codecommit.send(new UpdateDefaultBranchCommand({ repositoryName, defaultBranchName }));

  it('are created, read, listed and deleted', async () => {
    await create('feature/one');
    expect((await get('feature/one')).branch).toEqual({ branchName: 'feature/one', commitId });
    expect(await list()).toEqual(['feature/one', 'main']);
    expect((await remove('feature/one')).deletedBranch).toEqual({ branchName: 'feature/one', commitId });
    expect(await list()).toEqual(['main']);
    expect((await remove('feature/one')).deletedBranch).toBeUndefined();
    await expect(get('feature/one')).rejects.toMatchObject({ name: 'BranchDoesNotExistException' });
  });

  it.each([
    ['main', undefined, 'BranchNameExistsException'],
    ['new', 'f'.repeat(40), 'CommitDoesNotExistException'],
    ['new', commitIdLike('abc'), 'InvalidCommitIdException'],
    ['new', 'main', 'InvalidCommitIdException'],
    ['new', undefined, undefined],
  ])('are created as %s at %s, or refused', async (branchName, at, name) => {
    if (name === undefined) await create(branchName);
    else await expect(create(branchName, at)).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } });
    expect(await list()).toEqual(name === undefined ? ['main', 'new'] : ['main']);
    if (name === undefined) await remove(branchName);
  });

  it('become the default by command', async () => {
    expect(await defaultBranch()).toBe('main');
    await create('trunk');
    await makeDefault('trunk');
    await makeDefault('trunk');
    expect(await defaultBranch()).toBe('trunk');
    await expect(remove('trunk')).rejects.toMatchObject({ name: 'DefaultBranchCannotBeDeletedException' });
    await expect(makeDefault('nowhere')).rejects.toMatchObject({ name: 'BranchDoesNotExistException' });
    await makeDefault('main');
    await remove('trunk');
    expect(await list()).toEqual(['main']);
  });

  it('of a repository that is not there are not there', async () => {
    const input = { repositoryName: 'nowhere', branchName: 'main', commitId };
    const name = 'RepositoryDoesNotExistException';
    await expect(server.codecommit.send(new CreateBranchCommand(input))).rejects.toMatchObject({ name });
    await expect(server.codecommit.send(new GetBranchCommand(input))).rejects.toMatchObject({ name });
    await expect(server.codecommit.send(new DeleteBranchCommand(input))).rejects.toMatchObject({ name });
    await expect(server.codecommit.send(new ListBranchesCommand(input))).rejects.toMatchObject({ name });
  });

  it('are not mistaken for tags whose name begins like theirs', async () => {
    const directory = join(server.directory, 'repositories', `${id}.git`);
    execFileSync('git', ['update-ref', 'refs/tags/refs/heads/ghost', commitId], { cwd: directory });
    await expect(get('ghost')).rejects.toMatchObject({ name: 'BranchDoesNotExistException' });
  });

  it('are listed in pages of a thousand', async () => {
    const many = await createRepository(server, 'many');
    const put = { repositoryName: 'many', branchName: 'main', filePath: 'a', fileContent: content };
    const { commitId: tip } = await server.codecommit.send(new PutFileCommand(put));
    const names = Array.from({ length: 1001 }, (_, index) => `b${String(index).padStart(4, '0')}`);
    execFileSync('git', ['update-ref', '--stdin'], {
      cwd: join(server.directory, 'repositories', `${many.id}.git`),
      input: names.map((name) => `create refs/heads/${name} ${tip}\n`).join(''),
    });
    const pages: (readonly string[])[] = [];
    const client = server.codecommit;
    for await (const { branches = [] } of paginateListBranches({ client }, { repositoryName: 'many' }))
      pages.push(branches);
    expect(pages.map((page) => page.length)).toEqual([1000, 2]);
    expect(pages.flat()).toEqual([...names, 'main']);
    await expect(
      client.send(new ListBranchesCommand({ repositoryName: 'many', nextToken: 'x' })),
    ).rejects.toMatchObject({ name: 'InvalidContinuationTokenException' });
  });
});

function commitIdLike(start: string): string {
  return start.padEnd(39, '0');
}
