import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateBranchCommand,
  CreateCommitCommand,
  DeleteBranchCommand,
  GetBranchCommand,
  GetDifferencesCommand,
  GetFileCommand,
  GetFolderCommand,
  ListBranchesCommand,
  PutFileCommand,
  UpdateDefaultBranchCommand,
} from '@aws-sdk/client-codecommit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DIALECTS } from '../../harness/databases.ts';
import { createRepository } from '../../harness/git-client.ts';
import { startTestServer, type TestServer } from '../../harness/server.ts';

const REFS = [
  '--upload-pack=touch x',
  '-d',
  '../x',
  'refs/heads/..',
  'a..b',
  '/etc/passwd',
  'a/',
  'a\nb',
  'a\0b',
  'a b',
  'a~1',
  'a^{commit}',
  'main:a',
  '@{-1}',
  '@',
  'x.lock',
  '.x',
  'a//b',
  'a\\b',
  '*',
  'f'.repeat(40),
];

const PATHS = [
  '../x',
  'a/../../x',
  '.git/config',
  'a/.GIT/hooks/post-checkout',
  'git~1/config',
  '.g\u200cit/config',
  '//etc/passwd',
  'a//b',
  'a/./b',
  'a/',
  '.',
  'a\nb',
  'a\0b',
  'x'.repeat(4097),
  `${'d/'.repeat(21)}f`,
];

describe.each(DIALECTS)('CodeCommit on %s under attack', (dialect) => {
  let server: TestServer;
  let directory: string;
  let commitId: string;
  const repositoryName = 'attacked';
  beforeAll(async () => {
    server = await startTestServer(dialect);
    const { id } = await createRepository(server, repositoryName);
    directory = join(server.directory, 'repositories', `${id}.git`);
    const put = { repositoryName, branchName: 'main', filePath: 'a', fileContent: Buffer.from('a\n') };
    commitId = (await server.codecommit.send(new PutFileCommand(put))).commitId ?? '';
  });
  afterAll(() => server.close());

  const state = async () => ({
    branches: (await server.codecommit.send(new ListBranchesCommand({ repositoryName }))).branches,
    tip: (await server.codecommit.send(new GetBranchCommand({ repositoryName, branchName: 'main' }))).branch?.commitId,
    config: readFileSync(join(directory, 'config'), 'utf8'),
    places: readdirSync(directory).sort(),
    around: readdirSync(join(directory, '..')),
  });

  it.each(REFS)('refuses the reference %j', async (ref) => {
    const before = await state();
    const { codecommit: client } = server;
    const file = { filePath: 'b', fileContent: Buffer.from('b') };
    const branch = { repositoryName, branchName: ref };
    const name = 'InvalidBranchNameException';
    await expect(client.send(new CreateBranchCommand({ ...branch, commitId }))).rejects.toMatchObject({ name });
    await expect(client.send(new GetBranchCommand(branch))).rejects.toMatchObject({ name });
    await expect(client.send(new DeleteBranchCommand(branch))).rejects.toMatchObject({ name });
    await expect(
      client.send(new UpdateDefaultBranchCommand({ repositoryName, defaultBranchName: ref })),
    ).rejects.toMatchObject({ name });
    await expect(
      client.send(new PutFileCommand({ ...branch, ...file, parentCommitId: commitId })),
    ).rejects.toMatchObject({ name });
    const specified = client.send(new GetFileCommand({ repositoryName, filePath: 'a', commitSpecifier: ref }));
    const unknown = /^f{40}$/.test(ref) ? 'CommitDoesNotExistException' : 'InvalidCommitException';
    await expect(specified).rejects.toMatchObject({ name: unknown });
    expect(await state()).toEqual(before);
  });

  it.each(PATHS)('refuses the path %j', async (filePath) => {
    const before = await state();
    const { codecommit: client } = server;
    const fileContent = Buffer.from('x');
    const where = { repositoryName, branchName: 'main', parentCommitId: commitId };
    const name = 'InvalidPathException';
    await expect(client.send(new PutFileCommand({ ...where, filePath, fileContent }))).rejects.toMatchObject({ name });
    await expect(
      client.send(new CreateCommitCommand({ ...where, putFiles: [{ filePath, fileContent }] })),
    ).rejects.toMatchObject({ name });
    await expect(client.send(new GetFileCommand({ repositoryName, filePath }))).rejects.toMatchObject({
      name: expect.stringMatching(/^(?:InvalidPath|FileDoesNotExist)Exception$/),
    });
    expect(await state()).toEqual(before);
  });

  it.each(['--output=x', ':(glob)*', '*', '../..'])('takes the place %j for nothing but a name', async (place) => {
    const folder = new GetFolderCommand({ repositoryName, folderPath: place });
    const name = expect.stringMatching(/^(?:InvalidPath|FolderDoesNotExist)Exception$/);
    await expect(server.codecommit.send(folder)).rejects.toMatchObject({ name });
    const compared = new GetDifferencesCommand({ repositoryName, afterCommitSpecifier: 'main', afterPath: place });
    const missing = expect.stringMatching(/^(?:InvalidPath|PathDoesNotExist)Exception$/);
    await expect(server.codecommit.send(compared)).rejects.toMatchObject({ name: missing });
  });

  it('keeps what looks like a command as the name it is', async () => {
    const filePath = '--exec=touch x; $(touch y) `touch z` *';
    const put = { repositoryName, branchName: 'main', parentCommitId: commitId, fileContent: Buffer.from('x') };
    await server.codecommit.send(new PutFileCommand({ ...put, filePath, commitMessage: '--amend', name: '-x' }));
    const got = await server.codecommit.send(new GetFileCommand({ repositoryName, filePath }));
    expect(got).toMatchObject({ filePath, fileSize: 1 });
  });

  it('logs no errors of the server', () => {
    expect(server.errors).toEqual([]);
  });
});
